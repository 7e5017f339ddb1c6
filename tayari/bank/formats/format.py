"""What a format of questions is: a name, a reader, a writer; and how a pure reader of text becomes one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, Protocol

from tayari.bank.formats.decoding import decoded
from tayari.rules.interchange import Picture, Reading, Written
from tayari.rules.interchange.asking import name_of
from tayari.rules.interchange.gallery import kind_of
from tayari.rules.interchange.losses import Losses
from tayari.rules.interchange.sketches import refs_in


class Reader(Protocol):
    """Makes a reading of a file's bytes. Raises Unreadable with one sentence."""

    def __call__(self, data: bytes, *, name: str) -> Reading: ...


# Makes a file of contents of tayari-question/1; a format with one language writes `language`, one that carries
# pictures takes them as `pictures`, by ref.
Writer = Callable[..., Written]


@dataclass(frozen=True, slots=True)
class Format:
    """`suffixes` are the endings of its files, the usual one first. `signs` knows it among formats with one ending.

    `figures` says what it carries of equations and pictures: nothing but their words, all but the pictures, or all.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None
    signs: Callable[[bytes], bool] | None = None
    figures: Literal["words", "equations", "all"] = "words"

    def written(
        self,
        contents: Sequence[Mapping[str, Any]],
        *,
        language: str = "en",
        pictures: Mapping[str, Picture] = MappingProxyType({}),
    ) -> Written:
        """The file, and everything that it leaves behind."""
        assert self.write is not None
        told = {"pictures": pictures} if self.figures == "all" else {}
        made = self.write(contents, language=language, **told)
        losses = Losses(self.label)
        for at, content in enumerate(contents, start=1):
            self._tell(content, name_of(content, at), pictures, losses)
        return replace(made, lost=(*made.lost, *losses.found()))

    def _tell(self, content: Mapping[str, Any], name: str, pictures: Mapping[str, Picture], losses: Losses) -> None:
        refs = refs_in(content)
        if content.get("figures") and self.figures == "words":
            losses.count("lost-figures", name)
        elif (self.figures == "equations" and refs) or not all(_is_at_hand(pictures.get(ref)) for ref in refs):
            losses.count("lost-pictures", name)


def textual(read: Callable[[str], Reading], *, tidy: bool = True) -> Reader:
    """A reader of bytes from a pure one of text, which tidies itself what is not `tidy`; decoding speaks first."""

    def reader(data: bytes, *, name: str) -> Reading:
        text = decoded(data, name=name, tidy=tidy)
        reading = read(text.text)
        return Reading(reading.found, (*text.findings, *reading.findings), reading.pictures)

    return reader


def _is_at_hand(picture: Picture | None) -> bool:
    """Drawings of lines may hold scripts and go into no file."""
    return picture is not None and bool(kind_of(picture.data))
