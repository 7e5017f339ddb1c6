"""What a change of keys does to scores: from scratch, or from the former score and the responses to what changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from tayari.rules import scoring
from tayari.rules.keys import Marked, Place, judge
from tayari.rules.scoring import Choice, Score

Mover = Callable[[int, Sequence[Sequence[str]]], int]
"""(former score, responses to the changed questions in order) → new score, each over its scheme's `over`."""


@dataclass(frozen=True)
class Scheme:
    """How a printing is marked under one state of its keys."""

    places: tuple[Place, ...]
    denominator: int
    choices: Mapping[int, Choice] = field(default_factory=dict)

    @cached_property
    def over(self) -> int:
        """The number over which its scores are kept as whole numbers."""
        return scoring.common(self.places, self.denominator, self.choices)

    @cached_property
    def scale(self) -> Fraction | None:
        """The one factor between the sum of the marks and every score; None where it differs by section or sitting."""
        if self.choices:
            return None
        scales = {section.scale for section in self.of({}).sections}
        return scales.pop() if len(scales) == 1 else None

    def of(self, chosen: Mapping[int, Sequence[str]], only: Iterable[int] = ()) -> Score:
        """The score of these responses; `only` names the questions of a sitting that has some."""
        wanted = set(only)
        places = [place for place in self.places if not wanted or place.number in wanted]
        return scoring.score(places, chosen, self.denominator, self.choices)

    def earned(self, chosen: Mapping[int, Sequence[str]]) -> int:
        """What `of` earns, over `over`: for very many sittings. Remembers what it has judged."""
        if self.choices:
            parts = scoring.sections(self.places, chosen, self.denominator, self.choices)[1]
            return self.whole(sum((part.earned for part in parts), Fraction(0)))
        sums = dict.fromkeys(self._factors, 0)
        for place in self.places:
            sums[place.section] += self.judged(place, tuple(chosen.get(place.number, ()))).mark
        return sum(marks * self._factors[number] for number, marks in sums.items())

    def judged(self, place: Place, response: tuple[str, ...]) -> Marked:
        """As `keys.judge`."""
        told = (place.number, response)
        if told not in self._judged:
            self._judged[told] = judge(place, response)
        return self._judged[told]

    @cached_property
    def _judged(self) -> dict[tuple[int, tuple[str, ...]], Marked]:
        return {}

    @cached_property
    def _factors(self) -> dict[int, int]:
        """By section, what a mark over the denominator is over `over`; without choices they are the same for all."""
        return {one.number: self.whole(one.scale / self.denominator) for one in self.of({}).sections}

    def whole(self, marks: Fraction) -> int:
        """Marks as this scheme keeps them. Raises ValueError when they are none of its scores."""
        found = marks * self.over
        if found.denominator != 1:
            raise ValueError(f"{marks} is not a whole number of {self.over}ths")
        return found.numerator


def changed(before: Scheme, after: Scheme) -> tuple[int, ...]:
    """The questions that are marked otherwise."""
    former = {place.number: place for place in before.places}
    return tuple(place.number for place in after.places if former.get(place.number) != place)


def mover(before: Scheme, after: Scheme) -> Mover | None:
    """How a score follows from the former one, or None where all responses are needed. Remembers what it has seen."""
    old_scale, new_scale = before.scale, after.scale
    if old_scale is None or new_scale is None or before.denominator != after.denominator:
        return None
    numbers = changed(before, after)
    old = {place.number: place for place in before.places}
    new = {place.number: place for place in after.places}
    seen: dict[tuple[int, tuple[tuple[str, ...], ...]], int] = {}

    def move(score: int, responses: Sequence[Sequence[str]]) -> int:
        told = (score, tuple(tuple(one) for one in responses))
        if told not in seen:
            pairs = list(zip(numbers, told[1], strict=True))
            difference = sum(judge(new[n], said).mark - judge(old[n], said).mark for n, said in pairs)
            raw = Fraction(score, before.over) / old_scale + Fraction(difference, before.denominator)
            seen[told] = after.whole(raw * new_scale)
        return seen[told]

    return move


@dataclass(frozen=True, slots=True)
class Summary:
    """Who changes and by how much: sittings looked at, gaining, losing; each difference with how often it comes."""

    sittings: int
    up: int
    down: int
    differences: tuple[tuple[Fraction, int], ...]

    @property
    def changed(self) -> int:
        return self.up + self.down


def summary(rows: Iterable[tuple[Fraction, Fraction, int]]) -> Summary:
    """From (score before, score after, how many sittings)."""
    counts: dict[Fraction, int] = {}
    for before, after, count in rows:
        counts[after - before] = counts.get(after - before, 0) + count
    return Summary(
        sum(counts.values()),
        sum(count for by, count in counts.items() if by > 0),
        sum(count for by, count in counts.items() if by < 0),
        tuple(sorted(counts.items())),
    )
