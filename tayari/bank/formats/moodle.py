"""The formats that Moodle made common: Aiken and GIFT as text, and its own XML."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from tayari.bank.formats.format import Format, textual
from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Picture, Reading, Written, aiken, gift
from tayari.rules.interchange import moodle as moodle_xml

_ANSWER = re.compile(rb"^[ \t]*ANSWER[ \t]*:", re.MULTILINE | re.IGNORECASE)


def _text(data: bytes) -> bytes:
    """UTF-16 of Latin letters without its zeros, so that the signs of a format show in it too."""
    return data.replace(b"\0", b"")


def _is_aiken(data: bytes) -> bool:
    return bool(_ANSWER.search(_text(data)))


def _is_gift(data: bytes) -> bool:
    return b"{" in data and not _is_aiken(data)


def _write_gift(contents: Sequence[Mapping[str, Any]], *, language: str = "en") -> Written:
    """GIFT holds both languages, so none is chosen."""
    return gift.write(contents)


def _is_quiz(data: bytes) -> bool:
    return b"<quiz" in _text(data)[:4_000]


def _read_xml(data: bytes, *, name: str) -> Reading:
    return moodle_xml.read(tree(data, name=name))


def _write_xml(
    contents: Sequence[Mapping[str, Any]],
    *,
    language: str = "en",
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Written:
    """It holds both languages, so none is chosen."""
    return moodle_xml.write(contents, pictures=pictures)


FORMATS = (
    Format("aiken", "Aiken", (".txt", ".aiken"), textual(aiken.read), aiken.write, _is_aiken),
    Format("gift", "GIFT", (".gift", ".txt"), textual(gift.read), _write_gift, _is_gift),
    Format("moodle-xml", "Moodle XML", (".xml",), _read_xml, _write_xml, _is_quiz, figures="all"),
)
