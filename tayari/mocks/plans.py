"""A sitting in the terms of the rules: its plan, its state, and moments as milliseconds since its start."""

from datetime import datetime, timedelta

from tayari.mocks.models import Printing, Sitting
from tayari.rules.sittings import State
from tayari.rules.timing import Plan


def numbers(printing: Printing, chosen: list[int] | None = None) -> list[int]:
    """The printing's question numbers in order, or those of them that a practice has."""
    every = sorted(int(number) for number in printing.body)
    return [number for number in every if number in set(chosen)] if chosen else every


def plan_of(printing: Printing, mode: str, chosen: list[int] | None = None) -> Plan:
    """A practice has no clock and free navigation, whatever the paper has."""
    options = {
        number: frozenset(option["id"] for option in printing.body[str(number)]["options"])
        for number in numbers(printing, chosen)
    }
    if mode == Sitting.Mode.PRACTICE:
        return Plan(options)
    return Plan(options, printing.paper_ms, printing.question_ms, printing.navigation == "forward")


def plan(sitting: Sitting) -> Plan:
    return plan_of(sitting.printing, sitting.mode, sitting.numbers)


def state(sitting: Sitting) -> State:
    return State.from_json(sitting.responses)


def since_start(sitting: Sitting, moment: datetime) -> int:
    return (moment - sitting.opened_at) // timedelta(milliseconds=1)


def moment(sitting: Sitting, ms: int) -> datetime:
    return sitting.opened_at + timedelta(milliseconds=ms)
