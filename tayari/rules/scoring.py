"""The sum of what responses earn: which of them count, and what the score becomes when a question was dropped."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import lcm
from typing import Literal

from tayari.rules.keys import Marked, Place, judge

__all__ = ["Choice", "Counts", "Marked", "Place", "Score", "SectionScore", "common", "missed", "score"]


@dataclass(frozen=True, slots=True)
class Choice:
    """“Answer any k”: so many answers of a section count, the first answered as printed or those that earn most.

    Its questions all carry the same marks.
    """

    most: int
    which: Literal["first", "best"] = "first"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, wrong and blank, what they earned and what was to be had; marks over the denominator.

    `out` do not count. `lost` and `lost_blank` are penalties, of wrong answers and of blanks; `forgone` and
    `forgone_blank` are what the same questions would have earned.
    """

    right: int = 0
    wrong: int = 0
    blank: int = 0
    partial: int = 0
    out: int = 0
    earned: int = 0
    best: int = 0
    lost: int = 0
    lost_blank: int = 0
    forgone: int = 0
    forgone_blank: int = 0

    @property
    def questions(self) -> int:
        return self.right + self.wrong + self.blank + self.partial + self.out

    def plus(self, marked: Marked, best: int) -> "Counts":
        if not marked.counts:
            return replace(self, out=self.out + 1)
        wrong, blank = marked.outcome == "wrong", marked.outcome == "blank"
        penalty = max(0, -marked.mark)
        return replace(
            self,
            right=self.right + (marked.outcome == "right"),
            wrong=self.wrong + wrong,
            blank=self.blank + blank,
            partial=self.partial + (marked.outcome == "partial"),
            earned=self.earned + marked.mark,
            best=self.best + best,
            lost=self.lost + wrong * penalty,
            lost_blank=self.lost_blank + blank * penalty,
            forgone=self.forgone + wrong * best,
            forgone_blank=self.forgone_blank + blank * best,
        )


@dataclass(frozen=True, slots=True)
class SectionScore:
    """What a section came to, rescaled where a question was dropped, and its full marks; both exact."""

    number: int
    earned: Fraction
    best: Fraction
    scale: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Score:
    """A sitting's result, exact. `by_topic` counts a question under each of its topics.

    `total` and `marked` are whole numbers over `denominator` as the paper marks them; `earned` and `best` are what the
    sitting comes to: the sum of its sections, each rescaled to its full marks where questions were dropped.
    """

    total: Counts
    denominator: int
    marked: tuple[Marked, ...]
    by_topic: Mapping[str, Counts]
    sections: tuple[SectionScore, ...] = field(default_factory=tuple)

    def marks(self, whole: int) -> Fraction:
        return Fraction(whole, self.denominator)

    @property
    def earned(self) -> Fraction:
        return sum((one.earned for one in self.sections), Fraction(0))

    @property
    def best(self) -> Fraction:
        return sum((one.best for one in self.sections), Fraction(0))


def score(
    places: Sequence[Place],
    chosen: Mapping[int, Sequence[str]],
    denominator: int,
    choices: Mapping[int, Choice] | None = None,
    *,
    rescale: bool = True,
) -> Score:
    """Mark every question; what is not in `chosen` is blank. `choices` names the sections of which some count.

    Without `rescale` a dropped question only leaves: a practice of some questions has no full marks to come up to.
    """
    found, parts = sections(places, chosen, denominator, choices or {}, rescale=rescale)
    total = Counts()
    topics: dict[str, Counts] = {}
    for place in places:
        one = found[place.number]
        total = total.plus(one, place.right)
        for topic in place.topics:
            topics[topic] = topics.get(topic, Counts()).plus(one, place.right)
    return Score(total, denominator, tuple(found[place.number] for place in places), topics, tuple(parts))


def sections(
    places: Sequence[Place],
    chosen: Mapping[int, Sequence[str]],
    denominator: int,
    choices: Mapping[int, Choice],
    *,
    rescale: bool = True,
    judged: Callable[[Place, tuple[str, ...]], Marked] = judge,
) -> tuple[dict[int, Marked], list[SectionScore]]:
    """Every response with what it earned, and what each section came to; as `score`, without counting. `judged` may
    be one that remembers."""
    answered = {place.number for place in places if any(text.strip() for text in chosen.get(place.number, ()))}
    found: dict[int, Marked] = {}
    made = []
    for number, rows in by_section(places).items():
        marked = [judged(place, tuple(chosen.get(place.number, ()))) for place in rows]
        if choice := choices.get(number):
            marked = _counting(marked, answered, choice)
        found |= {one.number: one for one in marked}
        made.append(_section(number, rows, marked, denominator, choice, rescale))
    return found, made


def by_section(places: Iterable[Place]) -> dict[int, list[Place]]:
    """The questions of each section, in order."""
    found: dict[int, list[Place]] = {}
    for place in places:
        found.setdefault(place.section, []).append(place)
    return found


def _counting(marked: Sequence[Marked], answered: set[int], choice: Choice) -> list[Marked]:
    """Those beyond the number that counts become surplus. Answers come first, then marks given to blanks, then blanks.

    A blank that was not needed costs nothing; a dropped question that was answered is one of those that count, so that
    nobody loses a place by it.
    """
    able = [one for one in marked if one.standing != "uncounted"]
    if choice.which == "best":
        able = sorted(able, key=lambda one: -one.mark)
    ranked = sorted(able, key=lambda one: (one.number not in answered, one.standing != "awarded"))
    counting = {one.number for one in ranked[: choice.most]}
    return [
        one if one.number in counting or one.standing == "uncounted" else replace(one, mark=0, standing="surplus")
        for one in marked
    ]


def _section(
    number: int,
    places: Sequence[Place],
    marked: Sequence[Marked],
    denominator: int,
    choice: Choice | None,
    rescale: bool,
) -> SectionScore:
    able = [place for place in places if place.counted]
    rights = sorted((place.right for place in able), reverse=True)
    full = sum(rights[: choice.most] if choice else rights)
    right_of = {place.number: place.right for place in able}
    gone = sum(right_of[one.number] for one in marked if one.standing == "dropped")
    earned = sum(one.mark for one in marked)
    if not rescale:
        return SectionScore(number, Fraction(earned, denominator), Fraction(full - gone, denominator))
    scale = Fraction(full, full - gone) if 0 < gone < full and (not choice or _even(places)) else Fraction(1)
    best = full if gone < full else 0
    return SectionScore(number, Fraction(earned, denominator) * scale, Fraction(best, denominator), scale)


def _even(places: Iterable[Place]) -> bool:
    return len({place.right for place in places if place.counted}) == 1


def common(places: Sequence[Place], denominator: int, choices: Mapping[int, Choice] | None = None) -> int:
    """The number over which every possible score of these places is whole: dropping a question may need a finer one."""
    scales = [1]
    for number, rows in by_section(places).items():
        able = [place for place in rows if place.counted]
        gone = [place.right for place in able if place.dropped]
        full = sum(place.right for place in able)
        choice = (choices or {}).get(number)
        if choice and able and _even(rows):
            full = able[0].right * min(choice.most, len(able))
            scales += [Fraction(full, full - able[0].right * n).denominator for n in _left(gone, full, able[0].right)]
        elif not choice and 0 < sum(gone) < full:
            scales.append(Fraction(full, full - sum(gone)).denominator)
    return denominator * lcm(*scales)


def _left(gone: Sequence[int], full: int, right: int) -> range:
    return range(1, len(gone) + 1) if right * len(gone) < full else range(1, full // right)


def missed(marked: Iterable[Marked]) -> tuple[int, ...]:
    """The questions to practise: wrong, blank or only partly right. What was dropped is not among them."""
    return tuple(one.number for one in marked if one.outcome != "right" and one.standing != "dropped")
