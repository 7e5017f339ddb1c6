"""A sitting as the fold of its events. Times are ms since the start."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

from tayari.rules import timing
from tayari.rules.timing import Place, Plan

Bubble = Literal["unseen", "seen", "answered", "flagged", "answered-flagged"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one question."""

    kind: str
    question: int
    at_ms: int
    options: tuple[str, ...] = ()
    confidence: str | None = None
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Response:
    """What a sitting holds for one question. `acted_ms` and `flagged_ms` count: the latest wins."""

    options: tuple[str, ...] = ()
    acted_ms: int | None = None
    flagged: bool = False
    flagged_ms: int | None = None
    seen: bool = False
    spent_ms: int = 0
    confidence: str | None = None

    @property
    def bubble(self) -> Bubble:
        """Which of the five states the sheet shows."""
        if self.options:
            return "answered-flagged" if self.flagged else "answered"
        if self.flagged:
            return "flagged"
        return "seen" if self.seen else "unseen"

    @property
    def cleared(self) -> bool:
        return self.acted_ms is not None and not self.options


@dataclass(frozen=True, slots=True)
class State:
    """Everything that follows from the events so far. `on_screen` is the question looked at `since_ms`."""

    responses: Mapping[int, Response] = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    on_screen: int | None = None
    since_ms: int = 0
    events: int = 0

    def of(self, number: int) -> Response:
        return self.responses.get(number, Response())

    @property
    def answered(self) -> int:
        return sum(1 for response in self.responses.values() if response.options)

    def as_json(self) -> dict[str, Any]:
        """The projection that a sitting stores; each question's list has the fields of Response in their order."""
        return {
            "place": [self.place.index, self.place.opened_ms],
            "screen": [self.on_screen, self.since_ms],
            "events": self.events,
            "questions": {
                str(number): [
                    list(one.options),
                    one.acted_ms,
                    one.flagged,
                    one.flagged_ms,
                    one.seen,
                    one.spent_ms,
                    one.confidence,
                ]
                for number, one in sorted(self.responses.items())
            },
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        if not stored:
            return cls()
        responses = {
            int(number): Response(tuple(options), *rest) for number, (options, *rest) in stored["questions"].items()
        }
        on_screen, since = stored["screen"]
        return cls(responses, Place(*stored["place"]), on_screen, since, stored["events"])


def begin(plan: Plan) -> State:
    """A sitting just started: its first question is on the screen."""
    first = plan.numbers[0]
    return State({first: Response(seen=True)}, on_screen=first)


def _charge(plan: Plan, state: State, now_ms: int) -> dict[int, Response]:
    """Responses with the time since the last visit counted for the questions on the screen meanwhile."""
    responses = dict(state.responses)
    if state.on_screen is None:
        return responses
    if not plan.question_ms:
        spent = {state.on_screen: max(0, now_ms - state.since_ms)}
    else:
        spent = _spent_forward(plan, state, now_ms)
    for number, ms in spent.items():
        before = responses.get(number, Response())
        responses[number] = replace(before, spent_ms=before.spent_ms + ms)
    return responses


def _spent_forward(plan: Plan, state: State, now_ms: int) -> dict[int, int]:
    """Under a clock for each question the time of every question that opened counts for it, looked at or not."""
    spent: dict[int, int] = {}
    since = state.since_ms
    place = state.place.at(plan, since)
    while (number := place.number(plan)) is not None and since < now_ms:
        end = place.question_end(plan)
        until = now_ms if end is None else min(end, now_ms)
        spent[number] = max(0, until - since)
        place, since = place.at(plan, until), until
        if place.number(plan) == number:
            break
    return spent


def _look(plan: Plan, state: State, event: Event) -> State:
    """Turn to another question; under forward-only navigation this closes the one before."""
    responses = _charge(plan, state, event.at_ms)
    responses[event.question] = replace(responses.get(event.question, Response()), seen=True)
    place = state.place.at(plan, event.at_ms)
    if plan.forward and event.question != place.number(plan):
        place = place.left(event.at_ms)
    since = max(state.since_ms, event.at_ms)
    return replace(state, responses=responses, place=place, on_screen=event.question, since_ms=since)


def step(plan: Plan, state: State, event: Event) -> State:
    """The state after one more event. The later action wins for a question, whatever order they arrive in."""
    if event.kind == "visited":
        return replace(_look(plan, state, event), events=state.events + 1)
    before = state.of(event.question)
    after = replace(before, seen=True)
    if event.kind in {"answered", "cleared"} and (before.acted_ms is None or event.at_ms >= before.acted_ms):
        options = event.options if event.kind == "answered" else ()
        after = replace(after, options=options, acted_ms=event.at_ms, confidence=event.confidence)
    elif event.kind in {"flagged", "unflagged"} and (before.flagged_ms is None or event.at_ms >= before.flagged_ms):
        after = replace(after, flagged=event.kind == "flagged", flagged_ms=event.at_ms)
    return replace(state, responses={**state.responses, event.question: after}, events=state.events + 1)


def fold(plan: Plan, events: Iterable[Event]) -> State:
    """The state after all events, in the order in which they were recorded."""
    state = begin(plan)
    for event in events:
        state = step(plan, state, event)
    return state


def closed(plan: Plan, state: State, at_ms: int) -> State:
    """The state at the end: the time since the last visit is counted, not beyond the sitting's own end."""
    end = timing.end_ms(plan, state.place)
    at_ms = at_ms if end is None else min(at_ms, end)
    place = state.place.at(plan, at_ms)
    return replace(state, responses=_charge(plan, state, at_ms), on_screen=None, since_ms=at_ms, place=place)


Standing = Literal["answered", "cleared", "seen", "not-reached", "timed-out"]


def standing(plan: Plan, response: Response) -> Standing:
    """What a closed sitting holds for a question: different facts, kept apart."""
    if response.options:
        return "answered"
    if plan.question_ms and response.spent_ms >= plan.question_ms:
        return "timed-out"
    if response.cleared:
        return "cleared"
    return "seen" if response.seen else "not-reached"
