"""Places in a source text, and the making of a block from words that stand there."""

import re
from bisect import bisect_right

from tayari.plain.graphemes import nfc
from tayari.rules.lint.document import Anchor, Block, Kind, Link

# Not the no-break space, which keeps an amount and its unit together.
_PIECE = re.compile(r"[ \t\n\r\f\v]+|[^ \t\n\r\f\v]+")
_DEVANAGARI = re.compile("[\u0900-\u0963\u0966-\u097f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def language_of(text: str) -> str:
    """`hi` or `en` by the script of most letters; empty when there are none."""
    devanagari, latin = len(_DEVANAGARI.findall(text)), len(_LATIN.findall(text))
    if not devanagari and not latin:
        return ""
    return "hi" if devanagari >= latin else "en"


class Source:
    """A text that knows line and column (1-based) of each of its characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """Where a line begins (1-based); the end of the text when there is no such line."""
        return self._starts[line - 1] + column - 1 if line <= len(self._starts) else len(self.text)


class Words:
    """Collects a block's words from pieces of a source; white space between them becomes one space."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._anchors: list[Anchor] = []
        self._links: list[Link] = []
        self._length = 0
        self._gap = False
        self._link: tuple[int, str] | None = None

    def add(self, text: str, line: int, column: int) -> None:
        """Add words whose first character stands at `line`, `column`; line breaks in them are followed."""
        for match in _PIECE.finditer(text):
            piece = match[0]
            if piece.isspace():
                self._gap = True
                breaks = piece.count("\n")
                line, column = (
                    (line + breaks, len(piece) - piece.rfind("\n")) if breaks else (line, column + len(piece))
                )
                continue
            self._put(piece, line, column)
            column += len(piece)

    def space(self) -> None:
        """What follows is another word."""
        self._gap = True

    def open_link(self, target: str) -> None:
        self._link = (self._length + bool(self._gap and self._length), target)

    def close_link(self) -> None:
        if self._link and self._length > self._link[0]:
            self._links.append(Link(self._link[0], self._length, self._link[1]))
        self._link = None

    def _put(self, piece: str, line: int, column: int) -> None:
        if self._gap and self._length:
            self._parts.append(" ")
            self._length += 1
        self._gap = False
        last = self._anchors[-1] if self._anchors else None
        if not last or (last.line, last.column + self._length - last.offset) != (line, column):
            self._anchors.append(Anchor(self._length, line, column))
        written = nfc(piece)
        self._parts.append(written)
        self._length += len(written)

    @property
    def is_link(self) -> bool:
        """Whether the words are one link and nothing else."""
        return len(self._links) == 1 and (self._links[0].start, self._links[0].end) == (0, self._length)

    def block(self, kind: Kind, *, level: int = 0, language: str = "") -> Block | None:
        """The block; None when there were no words. The script decides over `language`."""
        if not self._length:
            return None
        text = "".join(self._parts)
        return Block(kind, text, tuple(self._anchors), level, language_of(text) or language, tuple(self._links))


def simple(kind: Kind, text: str, line: int, column: int, *, level: int = 0, language: str = "") -> Block | None:
    """A block of words that stand in one run from `line`, `column` on."""
    words = Words()
    words.add(text, line, column)
    return words.block(kind, level=level, language=language)
