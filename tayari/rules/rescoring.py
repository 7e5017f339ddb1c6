"""What a change of keys does to scores: from scratch, or from the former score and the responses to what changed."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm

from tayari.rules import scoring
from tayari.rules.keys import Marked, Place, judge
from tayari.rules.scoring import Choice, Score


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
        return sum(self.part(section, chosen) for section in self._rows)

    def part(self, section: int, chosen: Mapping[int, Sequence[str]]) -> int:
        """What one section earns, over `over`."""
        rows = self._rows[section]
        if section in self.choices:
            found = scoring.sections(rows, chosen, self.denominator, self.choices, judged=self.judged)[1]
            return self.whole(found[0].earned)
        marks = sum(self.judged(place, tuple(chosen.get(place.number, ()))).mark for place in rows)
        return marks * self._factors[section]

    @cached_property
    def _rows(self) -> dict[int, list[Place]]:
        return scoring.by_section(self.places)

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


@dataclass(frozen=True, slots=True)
class Mover:
    """How a score follows from the former one and the responses to `numbers`: for very many sittings.

    A new score is (`scores` x former score + what `gain` gives for the responses) / `over`, all of them whole numbers.
    """

    numbers: tuple[int, ...]
    scores: int
    over: int
    gain: Callable[[Mapping[int, Sequence[str]]], int]

    def score(self, former: int, gain: int) -> int:
        """The new score over the new scheme's `over`. Raises ValueError when there is no such score."""
        found, rest = divmod(self.scores * former + gain, self.over)
        if rest:
            raise ValueError(f"{former} with a gain of {gain} is no score")
        return found


def mover(before: Scheme, after: Scheme) -> Mover:
    """How scores move. The responses to what changed are enough where all sections have one scale; else those to every
    question of the sections in which something changed."""
    numbers = changed(before, after)
    if before.scale is None or after.scale is None:
        return _by_sections(before, after, {one.section for one in after.places if one.number in numbers})
    by_score = after.scale * after.over / (before.scale * before.over)
    by_mark = after.scale * after.over / after.denominator
    over = lcm(by_score.denominator, by_mark.denominator)
    each = int(by_mark * over)
    pairs = [_pair(before, after, number) for number in numbers]

    def gain(chosen: Mapping[int, Sequence[str]]) -> int:
        told = [(old, new, tuple(chosen.get(new.number, ()))) for old, new in pairs]
        return each * sum(judge(new, said).mark - judge(old, said).mark for old, new, said in told)

    return Mover(numbers, int(by_score * over), over, gain)


def _pair(before: Scheme, after: Scheme, number: int) -> tuple[Place, Place]:
    """A question as it was marked and as it is."""
    old, new = (next(place for place in one.places if place.number == number) for one in (before, after))
    return old, new


def _by_sections(before: Scheme, after: Scheme, touched: Collection[int]) -> Mover:
    """What the touched sections earned is taken off the former score, and what they earn now is added."""
    scores, over = Fraction(after.over, before.over).as_integer_ratio()

    def gain(chosen: Mapping[int, Sequence[str]]) -> int:
        return sum(over * after.part(one, chosen) - scores * before.part(one, chosen) for one in touched)

    numbers = tuple(place.number for place in after.places if place.section in touched)
    return Mover(numbers, scores, over, gain)


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
