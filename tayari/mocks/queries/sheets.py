"""The answer sheet: every question's bubble in its section, and how many there are of each state."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tayari.mocks import marks
from tayari.rules.responses import Response
from tayari.rules.scoring import Choice
from tayari.rules.sittings import State
from tayari.rules.timing import Place, Plan

STATES = ("unseen", "seen", "answered", "flagged", "answered-flagged")


@dataclass(frozen=True, slots=True)
class SheetBubble:
    """`place` is the question's position in this sitting, from 1; an `open` one can be turned to."""

    number: int
    place: int
    state: str
    current: bool
    open: bool


@dataclass(frozen=True, slots=True)
class SheetSection:
    """Questions that stand together. `standing` is open, closed or ahead; `name` is empty where it is the only one.

    `counting` says which answers count, where not all do.
    """

    number: int
    name: Mapping[str, str]
    standing: str
    may_leave: bool
    bubbles: tuple[SheetBubble, ...]
    counting: str = ""

    @property
    def answered(self) -> int:
        return sum(1 for bubble in self.bubbles if bubble.state.startswith("answered"))

    @property
    def left(self) -> int:
        return len(self.bubbles) - self.answered


def _state(response: Response, current: bool) -> str:
    """The sheet's state; what is on the screen is seen, also before its visit was told."""
    return "seen" if current and response.bubble == "unseen" else response.bubble


def _standing(plan: Plan, at: int, here: int | None) -> str:
    if plan.navigation == "free" or at == here:
        return "open"
    return "closed" if here is None or at < here else "ahead"


def sections(
    plan: Plan,
    place: Place,
    state: State,
    current: int | None,
    names: Mapping[int, Mapping[str, str]],
    choices: Mapping[int, Choice],
) -> tuple[SheetSection, ...]:
    """The sheet at the moment when `current` is on the screen; None: nothing is open any more."""
    here = place.part(plan)
    found = []
    for at, section in enumerate(plan.parts):
        standing = _standing(plan, at, here)
        turnable = standing == "open" and not plan.forward
        bubbles = tuple(
            SheetBubble(
                number,
                plan.index_of[number] + 1,
                _state(state.of(number), number == current),
                number == current,
                turnable,
            )
            for number in section.numbers
        )
        leave = plan.leave_early and at == here and plan.navigation != "free" and at + 1 < len(plan.parts)
        counting = marks.counting(choices[section.number]) if section.number in choices else ""
        found.append(SheetSection(section.number, names.get(section.number, {}), standing, leave, bubbles, counting))
    return tuple(found)


def counts(sheet: Iterable[SheetSection]) -> Sequence[tuple[str, int]]:
    """How many questions are in each state, in the order in which the sheet explains them."""
    found = Counter(bubble.state for section in sheet for bubble in section.bubbles)
    return [(state, found[state]) for state in STATES]
