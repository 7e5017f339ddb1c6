"""The plan of a sitting: its questions, its sections, its clocks, and what was changed of them while it ran."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import Literal, NamedTuple, Self

from tayari.rules.kinds.question import AnswerForm
from tayari.rules.timing.arrivals import GRACE_MS

Navigation = Literal["free", "sections", "forward"]
"""Every question at any time; one section after another, free within each; one question after another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a question is answered: by one or several of its options, or by what is typed. `ms` is its own time."""

    options: frozenset[str] = frozenset()
    form: AnswerForm = "one"
    ms: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Questions in their order, with the time of all of them together."""

    numbers: tuple[int, ...]
    ms: int | None = None
    number: int = 1


class Change(NamedTuple):
    """So much more (or less) time from `at_ms` on: for a section, or for the paper where that is None."""

    at_ms: int
    ms: int
    section: int | None = None


def changed_end(opened_ms: int, length_ms: int, changes: Iterable[Change]) -> int:
    """When a clock ends that opened then. A change reaches a clock that has not ended, and never ends it in the past.

    Changes from before the sitting began are not for it.
    """
    end = opened_ms + length_ms
    for change in sorted(changes):
        if 0 <= change.at_ms < end:
            end = max(end + change.ms, change.at_ms, opened_ms)
    return end


@dataclass(frozen=True)
class Plan:
    """What a sitting sits: its questions in order, its sections, its clocks and its navigation. None: no such clock.

    A clock for each question makes it forward-only. Every clock is `share` longer than printed (compensatory time),
    those of a section and its questions by its own share where `shares` has one, by its number. A change is as long as
    it says. `late_ms` is how long after the end an answer made before it may still arrive.
    """

    questions: Mapping[int, Asked]
    sections: tuple[Section, ...] = ()
    paper_ms: int | None = None
    navigation: Navigation = "free"
    leave_early: bool = False
    late_ms: int = GRACE_MS
    share: Fraction = Fraction(0)
    shares: Mapping[int, Fraction] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    @classmethod
    def of(
        cls,
        options: Mapping[int, frozenset[str]],
        *,
        paper_ms: int | None = None,
        question_ms: int | None = None,
        forward: bool = False,
    ) -> Self:
        """A plan of one section whose questions are all answered by one option, with one time for each."""
        questions = {number: Asked(ids, ms=question_ms) for number, ids in options.items()}
        return cls(questions, (Section(tuple(options)),), paper_ms, "forward" if forward else "free")

    @cached_property
    def parts(self) -> tuple[Section, ...]:
        """Its sections; one of all questions where none was made."""
        return self.sections or (Section(tuple(self.questions)),)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """All questions in the order in which they are sat."""
        return tuple(number for section in self.parts for number in section.numbers)

    @cached_property
    def index_of(self) -> Mapping[int, int]:
        """A question's position, from 0."""
        return {number: index for index, number in enumerate(self.numbers)}

    @cached_property
    def part_of(self) -> tuple[int, ...]:
        """Of each position the index of its section."""
        return tuple(part for part, section in enumerate(self.parts) for _ in section.numbers)

    @property
    def forward(self) -> bool:
        return self.navigation == "forward"

    @property
    def question_ms(self) -> int | None:
        """The time of each question where all have the same."""
        times = {self.question_time(number) for number in self.questions}
        return times.pop() if len(times) == 1 else None

    @cached_property
    def timed_questions(self) -> bool:
        return any(asked.ms for asked in self.questions.values())

    def _shared(self, ms: int, section: int | None = None) -> int:
        """A printed time with the compensatory share, exactly; a broken millisecond goes to the candidate."""
        share = self.share if section is None else self.shares.get(section, self.share)
        return ceil(ms * (1 + share))

    def question_time(self, number: int) -> int | None:
        ms = self.questions[number].ms
        return None if ms is None else self._shared(ms, self.parts[self.part_of[self.index_of[number]]].number)

    def section_time(self, part: int) -> int | None:
        section = self.parts[part]
        return None if section.ms is None else self._shared(section.ms, section.number)

    @cached_property
    def paper_time(self) -> int | None:
        """The paper's own clock. What a section has beyond the paper's share is added, or it would be taken back."""
        if self.paper_ms is None:
            return None
        return self._shared(self.paper_ms) + sum(map(self._beyond, range(len(self.parts) if self.shares else 0)))

    def _beyond(self, part: int) -> int:
        section = self.parts[part]
        printed = section.ms or sum(self.questions[number].ms or 0 for number in section.numbers)
        return max(0, self._shared(printed, section.number) - self._shared(printed))

    @cached_property
    def paper_end(self) -> int | None:
        """When the paper's own clock ends."""
        return self._end(0, self.paper_time, None)

    def section_end(self, part: int, opened_ms: int) -> int | None:
        """When the clock of a section ends that opened then."""
        return self._end(opened_ms, self.section_time(part), self.parts[part].number)

    def _end(self, opened_ms: int, length: int | None, section: int | None) -> int | None:
        if length is None:
            return None
        return changed_end(opened_ms, length, (one for one in self.changes if one.section == section))
