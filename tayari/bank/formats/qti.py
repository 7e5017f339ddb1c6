"""Packages of QTI: 2.1, 2.2 and 3.0 in and out, 1.2 in."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element

from tayari.bank.formats import packages
from tayari.bank.formats.format import Format, Writer
from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Picture, Reading, Written, qti, qti12

_ITEMS: Mapping[qti.Version, bytes] = {"2.1": b"<assessmentItem", "3.0": b"<qti-assessment-item"}
_PREFIXED = b":assessmentItem"
# A test names its items by elements whose names begin alike.
_ITEM = re.compile(rb"<(?:qti-assessment-item|(?:\w+:)?assessmentItem)[\s>]")
_FIRST = b"<questestinterop"
_SHORT, _WHOLE = "assessment_qti.xml", ".xml.qti"


def _read(data: bytes, *, name: str) -> Reading:
    """A package, or one item. Every version is read, whichever the format is called by."""
    files = packages.files_of(data, name=name)
    items = []
    for path in packages.in_order(files, name=name) if packages.is_zip(data) else [name]:
        found = files[path]
        if _ITEM.search(found):
            items.append(qti.Item(path, tree(found, name=path), files, lambda other: _opened(files, other)))
    return qti.read(items)


def _opened(files: Mapping[str, bytes], path: str) -> Element | None:
    return tree(files[path], name=path) if path in files else None


def _read_first(data: bytes, *, name: str) -> Reading:
    """A package of Canvas or Blackboard, or one file of it."""
    files = packages.files_of(data, name=name)
    sources = []
    for path in _once(packages.in_order(files, name=name)) if packages.is_zip(data) else [name]:
        found = files[path]
        if _FIRST in found:
            sources.append(qti12.Source(tree(found, name=path), files))
    return qti12.read(sources)


def _once(paths: Sequence[str]) -> list[str]:
    """Canvas puts each quiz into a course twice, in the second place with the types that the cartridge lacks."""
    whole = {PurePosixPath(path).name.removesuffix(_WHOLE) for path in paths if path.endswith(_WHOLE)}
    return [
        path for path in paths if PurePosixPath(path).name != _SHORT or PurePosixPath(path).parent.name not in whole
    ]


def _writer(version: qti.Version) -> Writer:
    """It holds both languages, so none is chosen."""

    def write(
        contents: Sequence[Mapping[str, Any]],
        *,
        language: str = "en",
        pictures: Mapping[str, Picture] = MappingProxyType({}),
    ) -> Written:
        package = qti.write(contents, version=version, pictures=pictures)
        data = packages.written(package.files)
        return Written(data, package.count, package.lost)

    return write


def _is_second(data: bytes) -> bool:
    return packages.holds(data, _ITEMS["2.1"], _PREFIXED)


def _is_third(data: bytes) -> bool:
    return packages.holds(data, _ITEMS["3.0"])


def _is_first(data: bytes) -> bool:
    return packages.holds(data, _FIRST)


FORMATS = (
    Format("qti12", "QTI 1.2", (".zip", ".xml", ".dat", ".imscc", ".qti"), _read_first, signs=_is_first),
    Format("qti2", "QTI 2.1 and 2.2", (".zip", ".xml"), _read, _writer("2.1"), _is_second, figures="all"),
    Format("qti3", "QTI 3.0", (".zip", ".xml"), _read, _writer("3.0"), _is_third, figures="all"),
)
