"""What becomes of each message that a client sends in a sitting. Times are ms since the start."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from tayari.rules import timing
from tayari.rules.sittings import Event, State, step
from tayari.rules.timing import Plan

Status = Literal["saved", "replayed", "late", "closed", "refused"]
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
    if message.question not in plan.questions:
        return "question"
    if message.kind == "answered" and (
        len(message.options) != 1 or not set(message.options) <= plan.questions[message.question].options
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
