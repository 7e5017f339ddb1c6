"""A question as the formats of other programs hold it: a stem, and answers that earn a share of the marks."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from tayari.plain.texts import Texts

Form = Literal["choice", "several", "truth", "words", "number", "match", "order", "prose"]
FULL = Decimal(100)
# Two thirds and one third are written 66.66667 and 33.33333; a whole may come as the sum of such shares.
_NEAR = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Answer:
    """`weight` is the share of the marks in percent; None where the file says nothing of a key."""

    text: Texts
    weight: Decimal | None = None
    feedback: Texts = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        return self.weight is not None and self.weight >= FULL - _NEAR


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers that count as right, both ends included."""

    low: Decimal
    high: Decimal
    weight: Decimal = FULL
    feedback: Texts = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        return self.weight >= FULL - _NEAR


@dataclass(frozen=True, slots=True)
class Pair:
    """What goes with what; without a left side the right one is there to mislead."""

    left: Texts
    right: Texts


@dataclass(frozen=True, slots=True)
class Asked:
    """`why` is the reason where the answer as a whole has one, `closing` the remark at the end of all.

    `notes` is what the file says beside the question; `points` is a model answer. `order` are the
    places of `things` in their right order, empty where the file does not say. `passage` stands beside it and others.
    """

    form: Form
    stem: Texts
    answers: tuple[Answer, ...] = ()
    spans: tuple[Span, ...] = ()
    pairs: tuple[Pair, ...] = ()
    things: tuple[Texts, ...] = ()
    order: tuple[int, ...] = ()
    true: bool | None = None
    why: Texts = field(default_factory=dict)
    closing: Texts = field(default_factory=dict)
    ref: str = ""
    topics: tuple[str, ...] = ()
    difficulty: str = ""
    notes: tuple[str, ...] = ()
    unit: str = ""
    marks: int | None = None
    most_words: int | None = None
    points: Texts = field(default_factory=dict)
    passage: Texts = field(default_factory=dict)
