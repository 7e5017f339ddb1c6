"""How long a candidate has: for the paper and for each question. Knows no clock; times are ms since the start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Self

from tayari.rules.kinds.question import AnswerForm

LAG_MS = 2_000
"""How long after a question's end an action inside its time may still arrive."""

GRACE_MS = 120_000
"""How long after the paper's end an action inside its time may still arrive: one spell without a network."""


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


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sitting sits: its questions in order, its sections, its clocks and its navigation. None: no such clock.

    A clock for each question makes it forward-only. Every clock is `share` longer than printed (compensatory time);
    `late_ms` is how long after the end an answer made before it may still arrive.
    """

    questions: Mapping[int, Asked]
    sections: tuple[Section, ...] = ()
    paper_ms: int | None = None
    navigation: Navigation = "free"
    leave_early: bool = False
    late_ms: int = GRACE_MS
    share: Fraction = Fraction(0)

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

    @property
    def numbers(self) -> Sequence[int]:
        return tuple(self.questions)

    @property
    def forward(self) -> bool:
        return self.navigation == "forward"

    @property
    def question_ms(self) -> int | None:
        """The time of each question where all have the same."""
        times = {asked.ms for asked in self.questions.values()}
        return times.pop() if len(times) == 1 else None

    @property
    def longest_ms(self) -> int | None:
        """The time it takes at most."""
        each = self.question_ms * len(self.questions) if self.question_ms else None
        ends = [end for end in (self.paper_ms, each) if end is not None]
        return min(ends) if ends else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a forward-only sitting stands: which question is open (one past the last at the end) and since when."""

    index: int = 0
    opened_ms: int = 0

    def at(self, plan: Plan, now_ms: int) -> "Place":
        """The place at `now_ms`: each question whose time has ended is closed and the next opened at that moment."""
        if not plan.question_ms or now_ms < self.opened_ms:
            return self
        ended = (now_ms - self.opened_ms) // plan.question_ms
        ended = min(ended, len(plan.questions) - self.index)
        return Place(self.index + ended, self.opened_ms + ended * plan.question_ms)

    def left(self, now_ms: int) -> "Place":
        """The place after the open question was left for the next."""
        return Place(self.index + 1, max(self.opened_ms, now_ms))

    def number(self, plan: Plan) -> int | None:
        """The open question, or None when the last is closed."""
        return plan.numbers[self.index] if self.index < len(plan.questions) else None

    def question_end(self, plan: Plan) -> int | None:
        return self.opened_ms + plan.question_ms if plan.question_ms else None


def end_ms(plan: Plan, place: Place) -> int | None:
    """When the sitting ends by its clocks, if nothing more is left early; None without a clock."""
    ends = [plan.paper_ms] if plan.paper_ms is not None else []
    if plan.question_ms:
        ends.append(place.opened_ms + plan.question_ms * (len(plan.questions) - place.index))
    return min(ends) if ends else None


def remaining_ms(plan: Plan, place: Place, now_ms: int) -> int | None:
    """What is left of the sitting; never negative."""
    end = end_ms(plan, place.at(plan, now_ms))
    return None if end is None else max(0, end - now_ms)


def question_remaining_ms(plan: Plan, place: Place, now_ms: int) -> int | None:
    """What is left of the open question, not beyond the end of the sitting."""
    here = place.at(plan, now_ms)
    end = here.question_end(plan)
    if end is None:
        return None
    if here.number(plan) is None:
        return 0
    return max(0, min(end, plan.paper_ms if plan.paper_ms is not None else end) - now_ms)


def action_ms(*, contact_ms: int | None, after_ms: int, arrival_ms: int) -> int:
    """When an action happened: the client's last contact with the server plus what it counted since.

    Clamped to [last contact, arrival]; a client the server has not met yet cannot claim anything earlier than arrival.
    """
    if contact_ms is None:
        return arrival_ms
    return max(contact_ms, min(contact_ms + max(0, after_ms), arrival_ms))


def in_time(*, action: int, arrival: int, end: int | None, grace: int) -> bool:
    """Whether an action was made by `end` and reached the server within the grace after it."""
    return end is None or (action <= end and arrival <= end + grace)
