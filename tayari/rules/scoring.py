"""The sum of what responses earn, and where the marks went: by outcome and by topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tayari.rules.marking import Outcome, outcome


@dataclass(frozen=True, slots=True)
class Place:
    """One question as it is marked: its key, its marks as integers over a denominator, its topics."""

    number: int
    key: tuple[str, ...]
    right: int
    wrong: int
    blank: int
    topics: tuple[str, ...] = ()

    def mark(self, result: Outcome) -> int:
        return {"right": self.right, "wrong": self.wrong, "blank": self.blank}[result]


@dataclass(frozen=True, slots=True)
class Marked:
    """What one response earned."""

    number: int
    outcome: Outcome
    mark: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, wrong and blank, what they earned and what was to be had; marks over the denominator."""

    right: int = 0
    wrong: int = 0
    blank: int = 0
    earned: int = 0
    best: int = 0
    lost: int = 0

    @property
    def questions(self) -> int:
        return self.right + self.wrong + self.blank

    def plus(self, marked: Marked, best: int) -> "Counts":
        return Counts(
            self.right + (marked.outcome == "right"),
            self.wrong + (marked.outcome == "wrong"),
            self.blank + (marked.outcome == "blank"),
            self.earned + marked.mark,
            self.best + best,
            self.lost + max(0, -marked.mark),
        )


@dataclass(frozen=True, slots=True)
class Score:
    """A sitting's result, exact. `by_topic` counts a question under each of its topics."""

    total: Counts
    denominator: int
    marked: tuple[Marked, ...]
    by_topic: Mapping[str, Counts]

    def marks(self, whole: int) -> Fraction:
        return Fraction(whole, self.denominator)


def score(places: Sequence[Place], chosen: Mapping[int, Sequence[str]], denominator: int) -> Score:
    """Mark every question; what is not in `chosen` is blank."""
    marked: list[Marked] = []
    total = Counts()
    topics: dict[str, Counts] = {}
    for place in places:
        result = outcome(tuple(chosen.get(place.number, ())), place.key)
        one = Marked(place.number, result, place.mark(result))
        marked.append(one)
        total = total.plus(one, place.right)
        for topic in place.topics:
            topics[topic] = topics.get(topic, Counts()).plus(one, place.right)
    return Score(total, denominator, tuple(marked), topics)


def missed(marked: Iterable[Marked]) -> tuple[int, ...]:
    """The questions to practise: wrong or blank."""
    return tuple(one.number for one in marked if one.outcome != "right")
