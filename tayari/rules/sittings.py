"""A sitting as the fold of its events. Times are ms of the sitting's own time, which stands while we are down."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

from tayari.rules import timing
from tayari.rules.timing import Change, Place, Plan

Bubble = Literal["unseen", "seen", "answered", "flagged", "answered-flagged"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, mostly to one question. `options` holds what is typed where nothing is chosen.

    `made_ms` is when it was done by the wall's time, which goes on while we are down and so still tells which of two
    was later; as `at_ms` unless told. `lag_ms` is what of the network's delay was not charged to what opened then.
    """

    kind: str
    question: int
    at_ms: int
    options: tuple[str, ...] = ()
    confidence: str | None = None
    seq: int = 0
    made_ms: int | None = None
    lag_ms: int = 0
    late: bool = False
    change: Change | None = None

    @property
    def order_ms(self) -> int:
        return self.at_ms if self.made_ms is None else self.made_ms


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
    """Everything that follows from the events so far. `on_screen` is the question looked at `since_ms`.

    `lag_ms` is how much of the network's delay may still be forgiven; `changes` are those of this sitting alone.
    """

    responses: Mapping[int, Response] = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    on_screen: int | None = None
    since_ms: int = 0
    events: int = 0
    lag_ms: int = timing.LAG_MS
    changes: tuple[Change, ...] = ()

    def of(self, number: int) -> Response:
        return self.responses.get(number, Response())

    @property
    def answered(self) -> int:
        return sum(1 for response in self.responses.values() if response.options)

    def as_json(self) -> dict[str, Any]:
        """The projection that a sitting stores; each question's list has the fields of Response in their order."""
        place = self.place
        return {
            "place": [place.index, place.opened_ms, place.section_ms, place.closed_ms],
            "screen": [self.on_screen, self.since_ms],
            "events": self.events,
            "lag": self.lag_ms,
            "changes": [list(change) for change in self.changes],
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
        """What `as_json` wrote, now or before there were sections, forgiven lag and changes."""
        if not stored:
            return cls()
        responses = {
            int(number): Response(tuple(options), *rest) for number, (options, *rest) in stored["questions"].items()
        }
        on_screen, since = stored["screen"]
        return cls(
            responses,
            Place(*stored["place"]),
            on_screen,
            since,
            stored["events"],
            stored.get("lag", timing.LAG_MS),
            tuple(Change(*change) for change in stored.get("changes", ())),
        )


def begin(plan: Plan) -> State:
    """A sitting just started: its first question is on the screen."""
    first = plan.numbers[0]
    return State({first: Response(seen=True)}, on_screen=first)


def _shown(plan: Plan, place: Place, on_screen: int | None) -> int | None:
    """Which question is looked at: the open one; in an open section the one turned to last, else its first."""
    if plan.navigation == "free":
        return on_screen
    if plan.forward or place.over(plan):
        return place.number(plan)
    return on_screen if on_screen in timing.open_numbers(plan, place) else place.number(plan)


def _looked_at(plan: Plan, state: State, until_ms: int) -> Iterator[tuple[int, int]]:
    """Which question was looked at for how long since the last visit, whatever opened and closed meanwhile."""
    since, place = state.since_ms, state.place.at(plan, state.since_ms)
    while since < until_ms:
        following = place.following(plan)
        closes = until_ms if following is None else min(following.closed_ms, until_ms)
        number = _shown(plan, place, state.on_screen)
        if number is not None:
            yield number, max(0, closes - since)
        if following is None or following.opened_ms > until_ms:
            return
        place, since = following, max(since, following.opened_ms)


def _charge(plan: Plan, state: State, now_ms: int) -> dict[int, Response]:
    """Responses with the time since the last visit counted for the questions on the screen meanwhile."""
    responses = dict(state.responses)
    if state.on_screen is None:
        return responses
    for number, ms in _looked_at(plan, state, now_ms):
        before = responses.get(number, Response())
        responses[number] = replace(before, spent_ms=before.spent_ms + ms)
    return responses


def _leave(plan: Plan, state: State, event: Event, *, section: bool) -> State:
    """What is open closes for good at that moment, and the next opens, less what the network took."""
    responses = _charge(plan, state, event.at_ms)
    place = state.place.at(plan, event.at_ms).left(plan, event.at_ms, section=section, credit=event.lag_ms)
    return replace(state, responses=responses, place=place, since_ms=max(state.since_ms, place.opened_ms))


def _look(plan: Plan, state: State, event: Event) -> State:
    """Turn to another question; under forward-only navigation this closes the one before."""
    number = event.question
    place = state.place.at(plan, event.at_ms)
    if plan.forward and number != place.number(plan):
        state = _leave(plan, state, event, section=False)
    elif event.at_ms >= state.since_ms:
        responses, since = _charge(plan, state, event.at_ms), event.at_ms
        if plan.forward and not state.of(number).seen:
            # It opened by itself, and the candidate could not see it before the word of that came back.
            place = replace(place, opened_ms=place.opened_ms + event.lag_ms)
            since = max(since, place.opened_ms)
            spent = responses.get(number, Response()).spent_ms
            responses[number] = replace(state.of(number), spent_ms=max(0, spent - event.lag_ms))
        state = replace(state, responses=responses, place=place, since_ms=since)
    elif not plan.forward:
        # A visit told late, before others that are known: it was seen, and nothing else follows.
        return replace(state, responses={**state.responses, number: replace(state.of(number), seen=True)})
    responses = {**state.responses, number: replace(state.of(number), seen=True)}
    return replace(state, responses=responses, on_screen=number)


def _move(plan: Plan, state: State, event: Event) -> State:
    """After a visit or after leaving a section; what was forgiven of the network's delay is used up."""
    if event.kind == "left":
        state = _leave(plan, state, event, section=True)
        number = state.place.number(plan)
        if number is not None:
            responses = {**state.responses, number: replace(state.of(number), seen=True)}
            state = replace(state, responses=responses, on_screen=number)
    else:
        opens = plan.forward and not state.of(event.question).seen
        state = _look(plan, state, event)
        if not opens:
            return state
    return replace(state, lag_ms=min(timing.LAG_MS, state.lag_ms - event.lag_ms + timing.REFILL_MS))


def step(plan: Plan, state: State, event: Event) -> State:
    """The state after one more event. The later action wins for a question, whatever order they arrive in."""
    state = replace(state, events=state.events + 1)
    if event.kind in {"visited", "left"}:
        return _move(plan, state, event)
    if event.change is not None:
        return replace(state, changes=(*state.changes, event.change))
    before, made = state.of(event.question), event.order_ms
    after = replace(before, seen=True)
    if event.kind in {"answered", "cleared"} and (before.acted_ms is None or made >= before.acted_ms):
        options = event.options if event.kind == "answered" else ()
        after = replace(after, options=options, acted_ms=made, confidence=event.confidence)
    elif event.kind in {"flagged", "unflagged"} and (before.flagged_ms is None or made >= before.flagged_ms):
        after = replace(after, flagged=event.kind == "flagged", flagged_ms=made)
    return replace(state, responses={**state.responses, event.question: after})


def fold(plan: Plan, events: Iterable[Event]) -> State:
    """The state after all events, in the order in which they were recorded. The plan has every change in it."""
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


def standing(plan: Plan, response: Response, number: int | None = None) -> Standing:
    """What a closed sitting holds for a question: different facts, kept apart.

    Without its `number` the question is taken to have the time that all have.
    """
    if response.options:
        return "answered"
    limit = plan.question_ms if number is None else plan.question_time(number)
    if limit and response.spent_ms >= limit:
        return "timed-out"
    if response.cleared:
        return "cleared"
    return "seen" if response.seen else "not-reached"
