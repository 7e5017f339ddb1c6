"""A sitting as the fold of its events. Times are ms of the sitting's own time, which stands while we are down."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Self

from tayari.rules import responses, timing
from tayari.rules.responses import NOTHING, Packed, Response, Responses
from tayari.rules.timing import Change, Place, Plan


class Event(NamedTuple):
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


class State(NamedTuple):
    """Everything that follows from the events so far. `on_screen` is the question looked at `since_ms`.

    `lag_ms` is how much of the network's delay may still be forgiven; `changes` are those of this sitting alone.
    """

    responses: Responses = MappingProxyType({})
    place: Place = Place()
    on_screen: int | None = None
    since_ms: int = 0
    events: int = 0
    lag_ms: int = timing.LAG_MS
    changes: tuple[Change, ...] = ()

    def of(self, number: int) -> Response:
        return self.responses.get(number, NOTHING)

    def having(self, more: Responses) -> Responses:
        """Its responses with those of `more` in their place."""
        return responses.changed(self.responses, more)

    @property
    def answered(self) -> int:
        if isinstance(self.responses, Packed):
            return self.responses.answered
        return sum(1 for response in self.responses.values() if response.options)

    def packed(self) -> Self:
        """The same, in the form in which many messages are applied to it: see `responses.Packed`."""
        return self if isinstance(self.responses, Packed) else self._replace(responses=Packed.of(self.responses))

    def as_json(self) -> dict[str, Any]:
        """The projection that a sitting stores; each question's list has the fields of Response in their order."""
        place = self.place
        return {
            "place": [place.index, place.opened_ms, place.section_ms, place.closed_ms],
            "screen": [self.on_screen, self.since_ms],
            "events": self.events,
            "lag": self.lag_ms,
            "changes": [list(change) for change in self.changes],
            "questions": {str(number): [list(one.options), *one[1:]] for number, one in sorted(self.responses.items())},
        }

    def as_text(self) -> str:
        """`as_json` in JSON, letter for letter."""
        place, held = self.place, self.packed().responses
        assert isinstance(held, Packed)
        changes = json.dumps(self.changes) if self.changes else "[]"
        return (
            f'{{"place": [{place.index}, {place.opened_ms}, {place.section_ms}, {place.closed_ms}], '
            f'"screen": [{"null" if self.on_screen is None else self.on_screen}, {self.since_ms}], '
            f'"events": {self.events}, "lag": {self.lag_ms}, "changes": {changes}, '
            f'"questions": {held.text}}}'
        )

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """What `as_json` wrote, now or before there were sections, forgiven lag and changes."""
        if not stored:
            return cls()
        told = stored["questions"].items()
        held = {int(number): Response(tuple(options), *rest) for number, (options, *rest) in told}
        on_screen, since = stored["screen"]
        return cls(
            held,
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


def _charged(plan: Plan, state: State, now_ms: int) -> Responses:
    """Responses with the time since the last visit counted for the questions on the screen meanwhile."""
    if state.on_screen is None:
        return state.responses
    counted: dict[int, Response] = {}
    for number, ms in _looked_at(plan, state, now_ms):
        before = counted.get(number) or state.of(number)
        counted[number] = before._replace(spent_ms=before.spent_ms + ms)
    return state.having(counted)


def _leave(plan: Plan, state: State, event: Event, *, section: bool) -> State:
    """What is open closes for good at that moment, and the next opens, less what the network took."""
    held = _charged(plan, state, event.at_ms)
    place = state.place.at(plan, event.at_ms).left(plan, event.at_ms, section=section, credit=event.lag_ms)
    return state._replace(responses=held, place=place, since_ms=max(state.since_ms, place.opened_ms))


def _seen(state: State, number: int) -> State:
    return state._replace(responses=state.having({number: state.of(number)._replace(seen=True)}))


def _look(plan: Plan, state: State, event: Event) -> State:
    """Turn to another question; under forward-only navigation this closes the one before."""
    number = event.question
    place = state.place.at(plan, event.at_ms)
    if plan.forward and number != place.number(plan):
        state = _leave(plan, state, event, section=False)
    elif event.at_ms >= state.since_ms:
        before, since = state.of(number), event.at_ms
        state = state._replace(responses=_charged(plan, state, event.at_ms))
        if plan.forward and not before.seen:
            # It opened by itself, and the candidate could not see it before the word of that came back.
            place = replace(place, opened_ms=place.opened_ms + event.lag_ms)
            since = max(since, place.opened_ms)
            spent = max(0, state.of(number).spent_ms - event.lag_ms)
            state = state._replace(responses=state.having({number: before._replace(spent_ms=spent)}))
        state = state._replace(place=place, since_ms=since)
    elif not plan.forward:
        # A visit told late, before others that are known: it was seen, and nothing else follows.
        return _seen(state, number)
    return _seen(state, number)._replace(on_screen=number)


def _move(plan: Plan, state: State, event: Event) -> State:
    """After a visit or after leaving a section; what was forgiven of the network's delay is used up."""
    if event.kind == "left":
        state = _leave(plan, state, event, section=True)
        number = state.place.number(plan)
        if number is not None:
            state = _seen(state, number)._replace(on_screen=number)
    else:
        opens = plan.forward and not state.of(event.question).seen
        state = _look(plan, state, event)
        if not opens:
            return state
    return state._replace(lag_ms=min(timing.LAG_MS, state.lag_ms - event.lag_ms + timing.REFILL_MS))


def step(plan: Plan, state: State, event: Event) -> State:
    """The state after one more event. The later action wins for a question, whatever order they arrive in."""
    if event.kind in {"visited", "left"}:
        return _move(plan, state._replace(events=state.events + 1), event)
    if event.change is not None:
        return state._replace(events=state.events + 1, changes=(*state.changes, event.change))
    changed = _acted(state.of(event.question), event)
    # Written out, as in `_acted`: this is done with every save, and `_replace` takes several times as long.
    held, _, on_screen, since_ms, events, lag_ms, changes = state
    held = responses.changed(held, {event.question: changed})
    return State(held, state.place, on_screen, since_ms, events + 1, lag_ms, changes)


def _acted(before: Response, event: Event) -> Response:
    options, acted_ms, flagged, flagged_ms, _, spent_ms, confidence = before
    made = event.order_ms
    if event.kind in {"answered", "cleared"} and (acted_ms is None or made >= acted_ms):
        options, acted_ms, confidence = event.options if event.kind == "answered" else (), made, event.confidence
    elif event.kind in {"flagged", "unflagged"} and (flagged_ms is None or made >= flagged_ms):
        flagged, flagged_ms = event.kind == "flagged", made
    return Response(options, acted_ms, flagged, flagged_ms, True, spent_ms, confidence)


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
    return state._replace(responses=_charged(plan, state, at_ms), on_screen=None, since_ms=at_ms, place=place)


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
