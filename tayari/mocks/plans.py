"""A sitting in the terms of the rules: its plan, its state, its clock, and moments as ms since its start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction
from string import ascii_uppercase
from typing import Any

from tayari.base.keeping import Kept
from tayari.base.models import Downtime
from tayari.mocks import statements
from tayari.mocks.models import Extension, Printing, Sitting
from tayari.rules import orders, timing
from tayari.rules.sittings import State
from tayari.rules.timing import Asked, Change, Pause, Plan, Section

_MS = timedelta(milliseconds=1)


def as_json(plan: Plan) -> dict[str, Any]:
    """A plan as a printing keeps it. Compensatory time is a sitting's own and is not in it."""
    return {
        "navigation": plan.navigation,
        "leave_early": plan.leave_early,
        "late_ms": plan.late_ms,
        "paper_ms": plan.paper_ms,
        "sections": [
            {"number": section.number, "numbers": list(section.numbers), "ms": section.ms} for section in plan.sections
        ],
        "questions": {
            str(number): {"form": asked.form, "options": sorted(asked.options), "ms": asked.ms}
            for number, asked in plan.questions.items()
        },
    }


def _read(kept: Mapping[str, Any]) -> Plan:
    return Plan(
        {
            int(number): Asked(frozenset(asked["options"]), asked["form"], asked["ms"])
            for number, asked in kept["questions"].items()
        },
        tuple(Section(tuple(one["numbers"]), one["ms"], one["number"]) for one in kept["sections"]),
        kept["paper_ms"],
        kept["navigation"],
        kept["leave_early"],
        kept["late_ms"],
    )


@dataclass(frozen=True, slots=True)
class Shuffling:
    """What each sitting of a printing has in an order of its own. `groups` has the shared passage of a question."""

    questions: bool = False
    options: bool = False
    groups: Mapping[int, str] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        return self.questions or self.options


def _read_shuffling(kept: Mapping[str, Any]) -> Shuffling:
    told = kept.get("shuffle", {})
    groups = {int(number): ref for number, ref in told.get("groups", {}).items()}
    return Shuffling(told.get("questions", False), told.get("options", False), groups)


_plans = Kept[int, tuple[Plan, Shuffling]](256)
forget = _plans.forget


def _known(ident: int, printing: Printing | None = None) -> tuple[Plan, Shuffling]:
    """Read once: a printing never changes. So a message needs nothing of it but its id."""

    def read() -> tuple[Plan, Shuffling]:
        kept = (printing or Printing.objects.only("plan").get(pk=ident)).plan
        return _read(kept), _read_shuffling(kept)

    return _plans.get(ident, read)


def printed(printing: Printing) -> Plan:
    """The printing's plan, in the printed order."""
    return _known(printing.pk, printing)[0]


def shuffling(printing: Printing) -> Shuffling:
    return _known(printing.pk, printing)[1]


def numbers(printing: Printing, chosen: Sequence[int] = ()) -> list[int]:
    """The printing's question numbers in order, or those of them that a practice has."""
    every = sorted(printed(printing).questions)
    return [number for number in every if number in set(chosen)] if chosen else every


def plan(sitting: Sitting) -> Plan:
    """As printed, with the sitting's own share and order; what was changed of its time meanwhile is in its clock.

    A practice has no clock and free navigation, whatever the paper has.
    """
    plan, shuffling = _known(sitting.printing_id)
    if sitting.mode == Sitting.Mode.PRACTICE:
        return _practised(plan, sitting.numbers)
    if sitting.share:
        share, shares = read_share(sitting.share)
        plan = replace(plan, share=share, shares=shares)
    return _in_order(plan, shuffling, sitting) if sitting.shuffled and shuffling.questions else plan


def read_share(text: str) -> tuple[Fraction, dict[int, Fraction]]:
    """Compensatory time as a sitting keeps it, in all and by sections: `1/3 2:1/2` is a third, in section 2 a half."""
    every, own = Fraction(0), {}
    for word in text.split():
        section, parted, share = word.rpartition(":")
        if parted:
            own[int(section)] = Fraction(share)
        else:
            every = Fraction(share)
    return every, own


def _practised(plan: Plan, chosen: Sequence[int]) -> Plan:
    wanted = [number for number in sorted(plan.questions) if not chosen or number in set(chosen)]
    return Plan({number: replace(plan.questions[number], ms=None) for number in wanted}, (Section(tuple(wanted)),))


def _in_order(plan: Plan, told: Shuffling, sitting: Sitting) -> Plan:
    """The plan with its questions in the sitting's own order, within their sections."""
    order = orders.questions([section.numbers for section in plan.sections], told.groups, str(sitting.pk))
    sections = tuple(replace(one, numbers=numbers) for one, numbers in zip(plan.sections, order, strict=True))
    questions = {number: plan.questions[number] for section in sections for number in section.numbers}
    return replace(plan, questions=questions, sections=sections)


def options(sitting: Sitting, number: int, printed: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The options of a printed question in the order in which this sitting shows them."""
    ids = {option["id"]: option for option in printed["options"] if not option.get("last")}
    last = [option for option in printed["options"] if option.get("last")]
    moves = sitting.shuffled and _known(sitting.printing_id)[1].options and printed.get("moves", False)
    return [*(ids[ident] for ident in orders.options(tuple(ids), number, str(sitting.pk), moves=moves)), *last]


def letters(sitting: Sitting, number: int) -> dict[str, str]:
    """Option ids of a question with the letters that they bear in this sitting."""
    shown = options(sitting, number, sitting.printing.body[str(number)])
    return {option["id"]: letter for letter, option in zip(ascii_uppercase, shown, strict=False)}


def state(sitting: Sitting) -> State:
    return State.from_json(sitting.responses)


def moment(sitting: Sitting, ms: int) -> datetime:
    """The moment that is `ms` of the wall's time after the start, as `acted_ms` of a response is."""
    return sitting.opened_at + ms * _MS


@dataclass(frozen=True, slots=True)
class Clock:
    """A sitting's time: the plan with every change, and when we were down, during which it stands."""

    opened_at: datetime
    plan: Plan
    pauses: tuple[Pause, ...] = ()

    def wall(self, moment: datetime) -> int:
        """Ms since the start, whether we were there or not."""
        return (moment - self.opened_at) // _MS

    def running(self, moment: datetime) -> int:
        """Ms of the sitting's own time."""
        return timing.running_ms(self.wall(moment), self.pauses)

    def moment(self, ms: int) -> datetime:
        """When the sitting's own time is `ms`."""
        return self.opened_at + timing.wall_ms(ms, self.pauses) * _MS


def clock_of(sitting: Sitting, known: State | None = None) -> Clock:
    """A small query, or three; none for a practice, which has no clock. `known` is its state where that is at hand."""
    return clocks_of([(sitting, known or state(sitting))])[0]


def clocks_of(sittings: Sequence[tuple[Sitting, State]], before: Sequence[Clock | None] = ()) -> list[Clock]:
    """The clocks of several sittings with their states, in one query for all of them together, or three.

    `before` has those that they had, or None: what nothing has changed since is given back as it was.
    """
    timed = [sitting for sitting, _ in sittings if sitting.mode != Sitting.Mode.PRACTICE]
    pairs = list(zip(sittings, before or [None] * len(sittings), strict=True))
    if not timed:
        return [old or Clock(sitting.opened_at, plan(sitting)) for (sitting, _), old in pairs]
    since = min(sitting.opened_at for sitting in timed)
    downtimes: list[Any] = []
    extensions: list[Any] = []
    if statements.is_any_clock_moved(since):
        downtimes += Downtime.objects.filter(end_at__gt=since).values_list("begin_at", "end_at")
        rows = Extension.objects.filter(printing__in={sitting.printing_id for sitting in timed}, at__gte=since)
        extensions += rows.values_list("printing", "at", "ms", "section")
    return [_clock(sitting, known, downtimes, extensions, old) for (sitting, known), old in pairs]


def _clock(
    sitting: Sitting, known: State, downtimes: Sequence[Any], extensions: Sequence[Any], old: Clock | None
) -> Clock:
    bare = old or Clock(sitting.opened_at, plan(sitting))
    if sitting.mode == Sitting.Mode.PRACTICE:
        return bare
    opened = sitting.opened_at
    pauses = tuple(Pause(bare.wall(begin), bare.wall(end)) for begin, end in downtimes if end > opened)
    changes = (
        *(
            Change(timing.running_ms(bare.wall(at), pauses), ms, section)
            for printing, at, ms, section in extensions
            if printing == sitting.printing_id and at >= opened
        ),
        *known.changes,
    )
    if old is not None and old.pauses == pauses and old.plan.changes == changes:
        return old
    return Clock(opened, replace(bare.plan, changes=changes) if changes != bare.plan.changes else bare.plan, pauses)
