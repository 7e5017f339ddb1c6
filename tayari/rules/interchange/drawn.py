"""The figures of one question as HTML in a file: equations as MathML, pictures by a name that is theirs in the file."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import quote

from tayari.plain.texts import in_language
from tayari.rules import figures
from tayari.rules.figures import Figure, NotAFigure
from tayari.rules.figures.mathml import NAMESPACE
from tayari.rules.interchange.gallery import Gallery
from tayari.rules.interchange.reading import Picture


@dataclass(slots=True)
class Album:
    """The pictures that are at hand by their ref, and those that a file shows, each once under one name."""

    pictures: Mapping[str, Picture]
    gallery: Gallery = field(default_factory=Gallery)

    def name(self, ref: str) -> str:
        """The name of a picture in the file; none when it is not at hand."""
        held = self.pictures.get(ref)
        return self.gallery.add(held.name, held.data) if held else ""

    def data(self, name: str) -> bytes:
        return self.gallery.held[name].data


class Drawn:
    """`at` stands before the names of pictures. In XML an equation says which names its elements are."""

    def __init__(self, content: Mapping[str, Any], album: Album, at: str, *, xml: bool = False) -> None:
        self.album, self.at, self.xml = album, at, xml
        self.figures: list[Figure] = []
        self.shown: list[str] = []
        for row in content.get("figures") or ():
            with suppress(NotAFigure):
                self.figures.append(figures.read(row))

    def parts(self, words: str, language: str) -> Iterator[tuple[str, bool]]:
        """The words in pieces, each with whether it is HTML already."""
        for part in figures.pieces(words, self.figures):
            html = "" if isinstance(part, str) else self._html(part, language)
            yield (html, True) if html else (part if isinstance(part, str) else part.words, False)

    def taken(self) -> list[str]:
        """The names of the pictures that were drawn since this was asked last."""
        shown, self.shown = list(dict.fromkeys(self.shown)), []
        return shown

    def _html(self, figure: Figure, language: str) -> str:
        if figure.mathml:
            names = f' xmlns="{NAMESPACE}"' if self.xml else ""
            return f'<math{names} alttext="{escape(figure.words)}"{figure.mathml.removeprefix("<math")}'
        name = self.album.name(figure.picture)
        if not name:
            return ""
        self.shown.append(name)
        return f'<img src="{escape(self.at + quote(name))}" alt="{escape(in_language(figure.alt, language))}"/>'
