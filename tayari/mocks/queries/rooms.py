"""The exam room: the questions that may be seen now, the sheet, the clock, and what is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from string import ascii_uppercase
from typing import Any

from tayari.mocks import bodies, marking, plans
from tayari.mocks.models import Paper, Sitting
from tayari.mocks.queries import sheets
from tayari.mocks.queries.sheets import SheetSection
from tayari.plain.texts import in_language
from tayari.rules import timing
from tayari.rules.kinds.question import AnswerForm
from tayari.rules.responses import Response
from tayari.rules.sittings import State
from tayari.rules.timing import Plan


@dataclass(frozen=True, slots=True)
class RoomOption:
    """`letter` is the one it bears in this sitting, wherever the printing has it."""

    id: str
    letter: str
    text: dict[str, str]
    chosen: bool


@dataclass(frozen=True, slots=True)
class RoomQuestion:
    """A question as printed and what the candidate did with it. `place` is its position in this sitting, from 1.

    `form` is how it is answered; `text` is what was typed where there are no options.
    """

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
    form: AnswerForm = "one"
    text: str = ""
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """One clock: how long it takes in all, what is left of it, both in ms, and when it ends."""

    whole_ms: int
    remaining_ms: int
    ends_at: datetime

    @property
    def whole_s(self) -> int:
        return self.whole_ms // 1000

    @property
    def remaining_s(self) -> int:
        return -(-self.remaining_ms // 1000)


@dataclass(frozen=True, slots=True)
class RoomClock:
    """What runs: the paper in all, and inside it perhaps the open section and the open question."""

    paper: Running
    section: Running | None
    question: Running | None


@dataclass(frozen=True, slots=True)
class Room:
    """Everything in the room at one moment; without a clock in a practice.

    `section` is the open one where sections open one after another; `seq` the last event that the page shows;
    `printed` the hash of what is printed.
    """

    id: str
    printed: str
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
    sections: tuple[SheetSection, ...]
    section: int | None
    seq: int
    extensions: int
    clock: RoomClock | None
    saved_at: datetime
    ended: bool
    closed: bool

    @property
    def counts(self) -> Sequence[tuple[str, int]]:
        return sheets.counts(self.sections)

    @property
    def flagged(self) -> int:
        return sum(count for state, count in self.counts if state.endswith("flagged"))

    @property
    def left(self) -> int:
        return self.total - self.answered


def find(ident: Any, person: Any, *, body: bool = True) -> Sitting | None:
    """The person's sitting with its printing and paper, without the printed questions if told. One query."""
    if person is None:
        return None
    rows = Sitting.objects.of(person).select_related("printing__paper").filter(pk=ident)
    return (rows if body else rows.defer("printing__body", "printing__plan")).first()


def _question(
    sitting: Sitting, plan: Plan, place: int, number: int, response: Response, current: int | None, reach: Sequence[int]
) -> RoomQuestion:
    """`reach` are the questions that can be turned to before and after this one."""
    printed, form = bodies.of(sitting.printing)[str(number)], plan.questions[number].form
    at = reach.index(number)
    return RoomQuestion(
        number=number,
        place=place + 1,
        printed=printed,
        options=tuple(
            RoomOption(one["id"], letter, one["text"], one["id"] in response.options)
            for letter, one in zip(ascii_uppercase, plans.options(sitting, number, printed), strict=False)
        ),
        state=response.bubble,
        flagged=response.flagged,
        answered=bool(response.options),
        current=number == current,
        previous=reach[at - 1] if at and not plan.forward else None,
        next=reach[at + 1] if at + 1 < len(reach) else None,
        form=form,
        text=response.options[0] if form in {"number", "text"} and response.options else "",
        confidence=response.confidence,
    )


def _current(plan: Plan, state: State, place: timing.Place, asked: int | None) -> int | None:
    inside = timing.open_numbers(plan, place)
    if plan.forward or not inside:
        return place.number(plan)
    return next((number for number in (asked, state.on_screen) if number in inside), inside[0])


def _names(paper: Paper, plan: Plan) -> dict[int, dict[str, str]]:
    """Of the sections, where there is more than one. One query then."""
    return dict(paper.sections.values_list("number", "name")) if len(plan.sections) > 1 else {}


def _clocks(clock: plans.Clock, place: timing.Place, elapsed: int, current: int | None) -> RoomClock | None:
    plan = clock.plan

    def running(whole: int | None, remaining: int | None, end: int | None) -> Running | None:
        if whole is None or remaining is None or end is None:
            return None
        return Running(whole, remaining, clock.moment(end))

    paper = running(timing.longest_ms(plan), timing.remaining_ms(plan, place, elapsed), timing.end_ms(plan, place))
    part = None if plan.navigation == "free" else place.part(plan)
    if paper is None or current is None:
        return paper and RoomClock(paper, None, None)
    section = running(
        None if part is None else plan.section_time(part),
        timing.section_remaining_ms(plan, place, elapsed),
        place.section_end(plan),
    )
    question = running(
        plan.question_time(current), timing.question_remaining_ms(plan, place, elapsed), place.question_end(plan)
    )
    return RoomClock(paper, section, question)


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
    reach = plan.numbers if plan.forward else open_now
    remaining = timing.remaining_ms(plan, state.place, elapsed)
    ended = remaining == 0 or current is None
    paper: Paper = sitting.printing.paper
    practice = sitting.mode == Sitting.Mode.PRACTICE
    choices = {} if practice else marking.choices(sitting.printing)
    sheet = sheets.sections(plan, place, state, current, _names(paper, plan), choices)
    return Room(
        id=str(sitting.pk),
        printed=sitting.printing.body_hash,
        title=in_language(paper.title, sitting.language),
        short=in_language(paper.short, sitting.language),
        practice=practice,
        forward=plan.forward,
        languages=tuple(sitting.printing.languages),
        own_language=sitting.language,
        total=len(plan.numbers),
        answered=state.answered,
        current=current,
        questions=tuple(
            _question(sitting, plan, at, number, state.of(number), current, reach)
            for at, number in enumerate(plan.numbers)
            if number in open_now and not ended
        ),
        sections=sheet,
        section=next((one.number for one in sheet if one.standing == "open"), None)
        if plan.navigation == "sections"
        else None,
        seq=sitting.last_seq,
        extensions=len(plan.changes),
        clock=_clocks(clock, place, elapsed, current),
        saved_at=sitting.last_contact_at,
        ended=ended,
        closed=sitting.closed_at is not None,
    )


def following(sitting: Sitting, number: int) -> int | None:
    """The question after this one among those that can be turned to, or None after the last."""
    plan = plans.plan(sitting)
    numbers: Sequence[int] = plan.numbers
    if plan.navigation == "sections":
        numbers = next((part.numbers for part in plan.parts if number in part.numbers), ())
    at = numbers.index(number) + 1 if number in numbers else len(numbers)
    return numbers[at] if at < len(numbers) else None
