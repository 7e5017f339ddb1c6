"""The exam room: the questions that may be seen now, the sheet, the clock, and what is saved."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tayari.mocks import plans
from tayari.mocks.models import Paper, Sitting
from tayari.plain.texts import in_language
from tayari.rules import timing
from tayari.rules.sittings import Response, State
from tayari.rules.timing import Plan


@dataclass(frozen=True, slots=True)
class RoomOption:
    id: str
    text: dict[str, str]
    chosen: bool


@dataclass(frozen=True, slots=True)
class RoomQuestion:
    """A question as printed and what the candidate did with it. `place` is its position in this sitting, from 1."""

    number: int
    place: int
    printed: dict[str, Any]
    options: tuple[RoomOption, ...]
    state: str
    flagged: bool
    answered: bool
    current: bool
    previous: int | None
    next: int | None


@dataclass(frozen=True, slots=True)
class SheetBubble:
    number: int
    place: int
    state: str
    current: bool


STATES = ("unseen", "seen", "answered", "flagged", "answered-flagged")


@dataclass(frozen=True, slots=True)
class Room:
    """Everything in the room at one moment. Times are ms; None where there is no such clock."""

    id: str
    title: str
    short: str
    practice: bool
    forward: bool
    languages: tuple[str, ...]
    own_language: str
    total: int
    answered: int
    current: int | None
    questions: tuple[RoomQuestion, ...]
    sheet: tuple[SheetBubble, ...]
    remaining_ms: int | None
    question_remaining_ms: int | None
    paper_ms: int | None
    question_ms: int | None
    ends_at: datetime | None
    question_ends_at: datetime | None
    saved_at: datetime
    ended: bool
    closed: bool

    @property
    def states(self) -> tuple[str, ...]:
        return STATES

    @property
    def flagged(self) -> int:
        return sum(1 for bubble in self.sheet if bubble.state.endswith("flagged"))

    @property
    def left(self) -> int:
        return self.total - self.answered

    @property
    def remaining_s(self) -> int:
        return -(-(self.remaining_ms or 0) // 1000)

    @property
    def question_s(self) -> int:
        return (self.question_ms or 0) // 1000


def find(ident: Any, person: Any) -> Sitting | None:
    """The person's sitting with its printing and paper. One query."""
    if person is None:
        return None
    return Sitting.objects.of(person).select_related("printing__paper").filter(pk=ident).first()


def _question(
    sitting: Sitting, plan: Plan, place: int, number: int, response: Response, current: int | None
) -> RoomQuestion:
    printed = sitting.printing.body[str(number)]
    numbers = plan.numbers
    return RoomQuestion(
        number=number,
        place=place + 1,
        printed=printed,
        options=tuple(
            RoomOption(one["id"], one["text"], one["id"] in response.options)
            for one in plans.options(sitting, number, printed)
        ),
        state=response.bubble,
        flagged=response.flagged,
        answered=bool(response.options),
        current=number == current,
        previous=numbers[place - 1] if place and not plan.forward else None,
        next=numbers[place + 1] if place + 1 < len(numbers) else None,
    )


def _bubble(response: Response, current: bool) -> str:
    """The sheet's state; what is on the screen is seen, also before its visit was told."""
    return "seen" if current and response.bubble == "unseen" else response.bubble


def _current(plan: Plan, state: State, place: timing.Place, asked: int | None) -> int | None:
    inside = timing.open_numbers(plan, place)
    if plan.forward or not inside:
        return place.number(plan)
    return next((number for number in (asked, state.on_screen) if number in inside), inside[0])


def room(sitting: Sitting, *, now: datetime, asked: int | None = None) -> Room:
    """The room at `now`; `asked` is the question to show where navigation is free. Two small queries, of its clock.

    Under forward-only navigation only the open question is in it, under navigation by sections the open section.
    """
    state = plans.state(sitting)
    clock = plans.clock_of(sitting, state)
    plan, elapsed = clock.plan, clock.running(now)
    place = state.place.at(plan, elapsed)
    open_now = timing.open_numbers(plan, place)
    current = _current(plan, state, place, asked)
    remaining = timing.remaining_ms(plan, state.place, elapsed)
    ended = remaining == 0 or current is None
    end, question_end = timing.end_ms(plan, place), place.question_end(plan)
    paper: Paper = sitting.printing.paper
    return Room(
        id=str(sitting.pk),
        title=in_language(paper.title, sitting.language),
        short=in_language(paper.short, sitting.language),
        practice=sitting.mode == Sitting.Mode.PRACTICE,
        forward=plan.forward,
        languages=tuple(sitting.printing.languages),
        own_language=sitting.language,
        total=len(plan.numbers),
        answered=state.answered,
        current=current,
        questions=tuple(
            _question(sitting, plan, at, number, state.of(number), current)
            for at, number in enumerate(plan.numbers)
            if number in open_now and not ended
        ),
        sheet=tuple(
            SheetBubble(number, at, _bubble(state.of(number), number == current), number == current)
            for at, number in enumerate(plan.numbers, start=1)
        ),
        remaining_ms=remaining,
        question_remaining_ms=timing.question_remaining_ms(plan, state.place, elapsed) if plan.question_ms else None,
        paper_ms=timing.longest_ms(plan),
        question_ms=plan.question_ms,
        ends_at=None if end is None else clock.moment(end),
        question_ends_at=None if question_end is None or current is None else clock.moment(question_end),
        saved_at=sitting.last_contact_at,
        ended=ended,
        closed=sitting.closed_at is not None,
    )


def following(sitting: Sitting, number: int) -> int | None:
    """The question after this one in the sitting, or None after the last."""
    numbers = list(plans.plan(sitting).numbers)
    at = numbers.index(number) + 1 if number in numbers else len(numbers)
    return numbers[at] if at < len(numbers) else None
