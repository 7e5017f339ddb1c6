"""Paragraphs as lines of pieces: scripts set in one line, legacy Hindi converted, Word's numbers written out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tayari.rules.interchange.cleaning import clean
from tayari.rules.interchange.word import legacy
from tayari.rules.interchange.word.blocks import Paragraph, Run
from tayari.rules.interchange.word.scripts import lowered, raised

_MOST_SPACE = 6
_SPACES = re.compile(rf"\s{{{_MOST_SPACE},}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that look alike."""

    text: str
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it reads. `of` is the Word list that numbers it; `told` names what a person should compare.

    `found` is what the file has where that is not what reads here: legacy Hindi as its font's Latin letters.
    """

    place: int
    pieces: tuple[Piece, ...]
    of: str = ""
    style: str = ""
    told: frozenset[str] = frozenset()
    found: str = ""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def source(self) -> str:
        """The line as a reviewer compares it: what was converted stands beside what was found."""
        text = self.text.replace("\t", "    ").strip()
        return f"{text}  ⟵ {self.found.strip()}" if self.found else text

    def cut(self, start: int, end: int | None = None) -> "Line":
        """The part of the line between two places of its text."""
        end = len(self.text) if end is None else end
        kept, at = [], 0
        for piece in self.pieces:
            low, high = max(start - at, 0), min(end - at, len(piece.text))
            if low < high:
                kept.append(Piece(piece.text[low:high], piece.marks))
            at += len(piece.text)
        return replace(self, pieces=tuple(kept))

    def look(self) -> frozenset[str]:
        """The marks that all its words share."""
        worn = [piece.marks for piece in self.pieces if any(one.isalnum() for one in piece.text)]
        return frozenset.intersection(*worn) if worn else frozenset()


def lines(paragraph: Paragraph) -> Iterator[Line]:
    """The lines of a paragraph, broken where Word breaks them; an empty one stays, for it separates."""
    label = (
        (Piece(f"{_closed(paragraph.number)} ", frozenset({"label"})),)
        if paragraph.number and paragraph.text.strip()
        else ()
    )
    rows: list[list[Piece]] = [list(label)]
    told: list[set[str]] = [set()]
    found = [""]
    for run in paragraph.runs:
        for number, words in enumerate(clean(run.text).split("\n")):
            if number:
                rows.append([])
                told.append(set())
                found.append("")
            text, names = _read(words, run)
            told[-1] |= names
            found[-1] += words if "legacy" not in names else f"[{run.font}: {words}]"
            if text := _spaced(rows[-1], text):
                rows[-1].append(Piece(text, run.marks))
    of = paragraph.of if paragraph.number else ""
    for number, row in enumerate(rows):
        original = found[number] if "legacy" in told[number] else ""
        yield Line(
            paragraph.place, tuple(row), of if not number else "", paragraph.style, frozenset(told[number]), original
        )


def _spaced(before: list[Piece], text: str) -> str:
    """The text with runs of space kept short: more of it says nothing more and only takes time."""
    text = _SPACES.sub(lambda run: run[0][:_MOST_SPACE], text)
    if before and before[-1].text[-_MOST_SPACE:].isspace() and len(before[-1].text) >= _MOST_SPACE:
        return text.lstrip()
    return text


def plain(text: str, place: int) -> Line:
    """A line that looks like nothing in particular."""
    return Line(place, (Piece(text),) if text else ())


def _closed(number: str) -> str:
    return f"{number}." if number[-1].isalnum() else number


def _read(words: str, run: Run) -> tuple[str, set[str]]:
    names: set[str] = {run.made} if run.made and words else set()
    if words.strip() and legacy.is_legacy(run.font):
        converted = legacy.converted(words, run.font)
        if converted is None:
            return words, {"legacy-unknown"}
        return converted.text, {"legacy", *({"legacy-doubt"} if converted.unknown else ())}
    if "sup" in run.marks:
        return raised(words), names
    if "sub" in run.marks:
        return lowered(words), names
    return words, names
