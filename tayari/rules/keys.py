"""What one response earns under its question's key and the policy that the key stands under."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tayari.rules import kinds
from tayari.rules.marking import Outcome

Policy = Literal["derived", "corrected", "second", "all", "attempters", "drop"]
"""The key as the facts gave it; another one; any of several; marks to everybody; marks to whoever answered; the
question leaves and the rest is rescaled to the full marks."""

POLICIES: tuple[Policy, ...] = ("derived", "corrected", "second", "all", "attempters", "drop")
Standing = Literal["", "awarded", "dropped", "uncounted", "surplus"]
"""Why a mark is not its outcome's: given by policy, dropped, printed without counting, beyond those that count."""


@dataclass(frozen=True, slots=True)
class Place:
    """One question as it is marked: its key, its marks as integers over a denominator, its topics.

    `also` are further keys of which any is right. `partial` and `weights` are as in `marking.Marking`. One that is not
    `counted` is printed and answered and earns nothing.
    """

    number: int
    key: tuple[str, ...]
    right: int
    wrong: int
    blank: int
    topics: tuple[str, ...] = ()
    kind: str = "single"
    policy: Policy = "derived"
    also: tuple[tuple[str, ...], ...] = ()
    partial: int = 0
    weights: Mapping[str, int] = field(default_factory=dict)
    section: int = 1
    counted: bool = True

    @property
    def dropped(self) -> bool:
        return self.policy == "drop"

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        return (self.key, *self.also)


@dataclass(frozen=True, slots=True)
class Marked:
    """What one response earned."""

    number: int
    outcome: Outcome
    mark: int
    standing: Standing = ""

    @property
    def counts(self) -> bool:
        return self.standing in {"", "awarded"}


def judge(place: Place, response: Sequence[str]) -> Marked:
    """One response by itself: which of several in a section count is `scoring`'s to say."""
    outcome, mark = _own(place, response)
    if not place.counted:
        return Marked(place.number, outcome, 0, "uncounted")
    if place.dropped:
        return Marked(place.number, outcome, 0, "dropped")
    given = place.policy == "all" or (place.policy == "attempters" and outcome != "blank")
    if given and outcome != "right":
        return Marked(place.number, "right", place.right, "awarded")
    return Marked(place.number, outcome, mark)


def _own(place: Place, response: Sequence[str]) -> tuple[Outcome, int]:
    """The outcome by the key alone, and its mark."""
    if place.weights and len(response) == 1 and response[0] in place.weights:
        return _graded(place, place.weights[response[0]])
    mark = kinds.KINDS[place.kind].mark
    outcomes = [mark(response, key) for key in place.keys]
    if "right" in outcomes:
        return "right", place.right
    if outcomes[0] == "blank":
        return "blank", place.blank
    part = _part(place, response)
    return ("partial", part) if part else ("wrong", place.wrong)


def _graded(place: Place, weight: int) -> tuple[Outcome, int]:
    """An option with marks of its own; one that is worth nothing says “not attempted”."""
    if weight <= 0:
        return ("wrong" if weight else "blank"), weight
    return ("right" if weight == place.right else "partial"), weight


def _part(place: Place, response: Sequence[str]) -> int:
    """Marks for some of the right options when nothing wrong is marked; never as much as for all."""
    if not place.partial or kinds.KINDS[place.kind].ANSWER != "several":
        return 0
    sizes = [len(set(response)) for key in place.keys if set(response) < set(key)]
    return min(place.partial * max(sizes, default=0), place.right - 1) if sizes else 0
