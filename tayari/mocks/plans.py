"""A sitting in the terms of the rules: its plan, its state, and moments as milliseconds since its start."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from tayari.mocks.models import Printing, Sitting
from tayari.rules.sittings import State
from tayari.rules.timing import Asked, Plan, Section


def numbers(printing: Printing, chosen: Sequence[int] = ()) -> list[int]:
    """The printing's question numbers in order, or those of them that a practice has."""
    every = sorted(int(number) for number in printing.plan["questions"])
    return [number for number in every if number in set(chosen)] if chosen else every


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


def _asked(kept: Mapping[str, Any], *, timed: bool) -> Asked:
    return Asked(frozenset(kept["options"]), kept["form"], kept["ms"] if timed else None)


def plan_of(printing: Printing, mode: str, chosen: Sequence[int] = (), *, share: str = "") -> Plan:
    """A practice has no clock and free navigation, whatever the paper has."""
    kept = printing.plan
    timed = mode != Sitting.Mode.PRACTICE
    wanted = numbers(printing, chosen)
    questions = {number: _asked(kept["questions"][str(number)], timed=timed) for number in wanted}
    if not timed:
        return Plan(questions, (Section(tuple(wanted)),))
    return Plan(
        questions,
        tuple(Section(tuple(one["numbers"]), one["ms"], one["number"]) for one in kept["sections"]),
        kept["paper_ms"],
        kept["navigation"],
        kept["leave_early"],
        kept["late_ms"],
        Fraction(share or 0),
    )


def plan(sitting: Sitting) -> Plan:
    return plan_of(sitting.printing, sitting.mode, sitting.numbers, share=sitting.share)


def state(sitting: Sitting) -> State:
    return State.from_json(sitting.responses)


def since_start(sitting: Sitting, moment: datetime) -> int:
    return (moment - sitting.opened_at) // timedelta(milliseconds=1)


def moment(sitting: Sitting, ms: int) -> datetime:
    return sitting.opened_at + timedelta(milliseconds=ms)
