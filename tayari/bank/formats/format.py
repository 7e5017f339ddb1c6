"""What a format of questions is: a name, a reader, a writer; and how a pure reader of text becomes one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from tayari.bank.formats.decoding import decoded
from tayari.rules.interchange import Reading, Written


class Reader(Protocol):
    """Makes a reading of a file's bytes. Raises Unreadable with one sentence."""

    def __call__(self, data: bytes, *, name: str) -> Reading: ...


class Writer(Protocol):
    """Makes a file of contents of tayari-question/1; a format with one language writes `language`."""

    def __call__(self, contents: Sequence[Mapping[str, Any]], *, language: str = "en") -> Written: ...


@dataclass(frozen=True, slots=True)
class Format:
    """`suffixes` are the endings of its files, the usual one first. `signs` knows it among formats with one ending."""

    name: str
    label: str
    suffixes: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None
    signs: Callable[[bytes], bool] | None = None


def textual(read: Callable[[str], Reading], *, tidy: bool = True) -> Reader:
    """A reader of bytes from a pure one of text, which tidies itself what is not `tidy`; decoding speaks first."""

    def reader(data: bytes, *, name: str) -> Reading:
        text = decoded(data, name=name, tidy=tidy)
        reading = read(text.text)
        return Reading(reading.found, (*text.findings, *reading.findings), reading.pictures)

    return reader
