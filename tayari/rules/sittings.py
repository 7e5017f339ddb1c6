"""A sitting as the fold of its events, and what becomes of each message. Times are ms since the start."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

from tayari.rules import timing
from tayari.rules.timing import Place, Plan

Status = Literal["saved", "replayed", "late", "closed", "refused"]
Bubble = Literal["unseen", "seen", "answered", "flagged", "answered-flagged"]
KINDS = frozenset({"visited", "answered", "cleared", "flagged", "unflagged"})
MOST_EVENTS = 5_000
CONFIDENCES = (None, "sure", "unsure", "guess")


@dataclass(frozen=True, slots=True)
class Message:
    """What a client sends; `seq` counts within the client, `after_ms` since its last contact with the server."""

    seq: int
    kind: str
    question: int
    options: tuple[str, ...] = ()
    after_ms: int = 0
    confidence: str | None = None


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
        return cls(responses, Place(*stored["place"]), *stored["screen"], stored["events"])


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


@dataclass(frozen=True, slots=True)
class Ack:
    """What became of one message. `at_ms` is when the action counts; `reason` says why it was not saved."""

    seq: int
    status: Status
    at_ms: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    acks: tuple[Ack, ...]
    events: tuple[Event, ...]
    state: State


def _refusal(plan: Plan, state: State, message: Message) -> str:
    """Why the message cannot be taken at all, or an empty text."""
    if message.kind not in KINDS:
        return "kind"
    if message.question not in plan.options:
        return "question"
    if message.kind == "answered" and (
        len(message.options) != 1 or not set(message.options) <= plan.options[message.question]
    ):
        return "options"
    if message.confidence not in CONFIDENCES:
        return "confidence"
    return "too many" if state.events >= MOST_EVENTS else ""


def _judge(plan: Plan, state: State, message: Message, action: int, arrival: int) -> tuple[Status, str]:
    """Saved, or late because a clock had ended, or refused because the question is not the open one."""
    end = timing.end_ms(plan, state.place)
    if not timing.in_time(action=action, arrival=arrival, end=end, grace=timing.GRACE_MS):
        return "late", "time"
    if not plan.forward:
        return "saved", ""
    place = state.place.at(plan, action)
    index = plan.numbers.index(message.question)
    if index < place.index:
        return "late", "question closed"
    if index > place.index + (message.kind == "visited"):
        return "refused", "not open yet"
    question_end = place.question_end(plan) if index == place.index else None
    if not timing.in_time(action=action, arrival=arrival, end=question_end, grace=timing.LAG_MS):
        return "late", "time"
    return "saved", ""


def decide(
    plan: Plan,
    state: State,
    messages: Sequence[Message],
    *,
    contact_ms: int | None,
    arrival_ms: int,
    known: Collection[int] = (),
) -> Decision:
    """Which of one client's messages are taken, in the order of their numbers, and the state that follows.

    `known` are the client's message numbers that are recorded already: they are acknowledged again and change nothing.
    """
    acks: list[Ack] = []
    events: list[Event] = []
    earliest = 0
    seen = set(known)
    for message in sorted(messages, key=lambda one: one.seq):
        action = timing.action_ms(contact_ms=contact_ms, after_ms=message.after_ms, arrival_ms=arrival_ms)
        action = earliest = max(action, earliest)
        if message.seq in seen:
            acks.append(Ack(message.seq, "replayed", action))
            continue
        reason = _refusal(plan, state, message)
        status: Status = "refused"
        if not reason:
            status, reason = _judge(plan, state, message, action, arrival_ms)
        acks.append(Ack(message.seq, status, action, reason))
        if status == "saved":
            seen.add(message.seq)
            options = message.options if message.kind == "answered" else ()
            event = Event(message.kind, message.question, action, options, message.confidence, message.seq)
            events.append(event)
            state = step(plan, state, event)
    return Decision(tuple(acks), tuple(events), state)
