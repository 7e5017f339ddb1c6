"""A text as the linter reads it: blocks in order, each of which knows where its characters stand in the file."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, auto


class Kind(StrEnum):
    """What a block is on the page."""

    TITLE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()  # of a list
    CELL = auto()  # of a table
    CAPTION = auto()
    QUOTE = auto()  # somebody else's words, set apart
    LINK = auto()  # the text of a link that stands by itself (a button, a card)
    QUESTION = auto()  # a statement that may be meant to be false: facts do not judge it


@dataclass(frozen=True, slots=True)
class Anchor:
    """From `offset` in the block's text on, characters stand at `line`, `column` (1-based) of the file and after."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a block: its words are `text[start:end]`."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text of one kind. `text` is NFC and free of markup; `anchors` are ordered, the first at offset 0.

    `level` is a heading's depth (1 to 6), else 0. `language` is "en" or "hi" where the file says so, else empty.
    """

    kind: Kind
    text: str
    anchors: tuple[Anchor, ...]
    level: int = 0
    language: str = ""
    links: tuple[Link, ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text, both 1-based."""
        anchor = self.anchors[max(0, bisect_right(self.anchors, offset, key=lambda one: one.offset) - 1)]
        return anchor.line, anchor.column + offset - anchor.offset


@dataclass(frozen=True, slots=True)
class Document:
    """One page or file. `about` is what it says of itself in front matter or markup, empty for bare text.

    Known keys of `about`: title, slug, language, published, as_of, reading_minutes, sources (a count), author.
    `is_page` is True when the file claims to be a published page (front matter, HTML with a title), so that rules such
    as "no source" apply; a bare paragraph is not accused of lacking one.
    """

    name: str
    blocks: tuple[Block, ...]
    about: Mapping[str, str] = field(default_factory=dict)
    is_page: bool = False
    written: date | None = None
