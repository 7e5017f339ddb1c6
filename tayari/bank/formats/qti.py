"""Packages of QTI: 2.1, 2.2 and 3.0 in and out, 1.2 in."""

from collections.abc import Mapping, Sequence
from typing import Any

from tayari.bank.formats import packages
from tayari.bank.formats.format import Format, Writer
from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Reading, Written, qti, qti12

_ITEMS: Mapping[qti.Version, bytes] = {"2.1": b"<assessmentItem", "3.0": b"<qti-assessment-item"}
_PREFIXED = b":assessmentItem"
_FIRST = b"<questestinterop"


def _read(data: bytes, *, name: str) -> Reading:
    """A package, or one item. Every version is read, whichever the format is called by."""
    files = packages.files_of(data, name=name)
    items = []
    for path in packages.in_order(files, name=name) if packages.is_zip(data) else [name]:
        found = files[path]
        if any(sign in found for sign in (*_ITEMS.values(), _PREFIXED)):
            items.append(qti.Item(path, tree(found, name=path), files))
    return qti.read(items)


def _read_first(data: bytes, *, name: str) -> Reading:
    """A package of Canvas or Blackboard, or one file of it."""
    files = packages.files_of(data, name=name)
    sources = []
    for path in packages.in_order(files, name=name) if packages.is_zip(data) else [name]:
        found = files[path]
        if _FIRST in found:
            sources.append(qti12.Source(tree(found, name=path), files))
    return qti12.read(sources)


def _writer(version: qti.Version) -> Writer:
    """It holds both languages, so none is chosen."""

    def write(contents: Sequence[Mapping[str, Any]], *, language: str = "en") -> Written:
        package = qti.write(contents, version=version)
        data = packages.written((path, words.encode()) for path, words in package.files)
        return Written(data, package.count, package.lost)

    return write


def _is_second(data: bytes) -> bool:
    return packages.holds(data, _ITEMS["2.1"], _PREFIXED)


def _is_third(data: bytes) -> bool:
    return packages.holds(data, _ITEMS["3.0"])


def _is_first(data: bytes) -> bool:
    return packages.holds(data, _FIRST)


FORMATS = (
    Format("qti12", "QTI 1.2", (".zip", ".xml", ".dat"), _read_first, signs=_is_first),
    Format("qti2", "QTI 2.1 and 2.2", (".zip", ".xml"), _read, _writer("2.1"), _is_second),
    Format("qti3", "QTI 3.0", (".zip", ".xml"), _read, _writer("3.0"), _is_third),
)
