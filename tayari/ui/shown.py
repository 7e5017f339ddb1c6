"""What the components are given: small frozen things that any floor can fill without knowing the templates."""

from dataclasses import dataclass, field
from typing import Literal

CardKind = Literal["article", "series", "mock", "live", "day", "topic", "entity", "fact"]
BubbleState = Literal[
    "unseen", "seen", "answered", "flagged", "answered-flagged", "right", "wrong", "left", "timed-out", "void"
]


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture at its real size in pixels; `alt` is "" only when the words beside it say the same."""

    src: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    srcset: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A thing to go to. `label` says its kind in words; `meta` are short facts, each with its unit.

    `link` is what the link says when it is more than the title ("Start: India–US 2+2"); otherwise the title is the
    link. `language` is set when the words are not in the page's language; `now` marks what is going on at present.
    """

    kind: CardKind
    label: str
    title: str
    url: str
    meta: tuple[str, ...] = ()
    text: str = ""
    link: str = ""
    language: str = ""
    now: bool = False
    picture: ShownPicture | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from home to this page; the last has no address."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of a timeline: ISO date text, the date in words, what happened, and its source note's number.

    `first` when the note is cited here for the first time, so that its way back leads here.
    """

    date: str
    date_words: str
    words: str
    note: int | None = None
    url: str = ""
    now: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Bubble:
    """One bubble of a row: a question of a palette, an article of a series."""

    title: str
    state: BubbleState
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """A row of bubbles and what it comes to in words ("3 of 12 read")."""

    words: str
    bubbles: tuple[Bubble, ...] = field(default=())
