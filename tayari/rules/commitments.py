"""How far a commitment came, from the facts of its announcement, signing, working, ending and replacing alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tayari.plain.dates import NotADate, PartialDate

Stage = Literal["announced", "begun", "operational", "replaced", "ended"]
STAGES: tuple[Stage, ...] = ("announced", "begun", "operational", "replaced", "ended")
_CLOSING: tuple[Stage, ...] = ("replaced", "ended")


@dataclass(frozen=True, slots=True)
class Step:
    """A fact that shows a stage; `date` is its ISO text, empty when it has none."""

    stage: Stage
    fact: str
    date: str = ""


def stage(role: str, *, of_subject: bool) -> Stage | None:
    """Which stage a fact of this role shows, of its subject or else of its object; None when it shows none.

    What replaced something is begun by its own facts; it is the thing replaced of which `replaced` tells.
    """
    if of_subject and role in {"announced", "begun", "operational", "ended"}:
        return role  # type: ignore[return-value]
    if role == ("replaced-by" if of_subject else "replaced"):
        return "replaced"
    return None


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Each fact once at a stage, by stage and within it by date."""
    return sorted(set(steps), key=lambda step: (STAGES.index(step.stage), *_sortable(step)))


def _sortable(step: Step) -> tuple[bool, PartialDate, str]:
    """Where a step stands in time: the dated in order, the undated after them."""
    try:
        return False, PartialDate.parse(step.date), step.fact
    except NotADate:
        return True, PartialDate(1), step.fact


def stands(steps: Iterable[Step]) -> Stage | None:
    """The stage that a commitment has reached; None when no fact shows any.

    Ending and replacing outrank the rest, the later of the two where both are told; otherwise the furthest counts, in
    whatever order the dates came.
    """
    told = list(steps)
    closing = sorted(
        (step for step in told if step.stage in _CLOSING), key=lambda step: (_sortable(step), STAGES.index(step.stage))
    )
    if closing:
        dated = [step for step in closing if step.date]
        return (dated or closing)[-1].stage
    reached = [step.stage for step in told]
    return max(reached, key=STAGES.index) if reached else None
