"""What becomes of each message that a client sends in a sitting.

Arrivals, contacts and actions are ms of the wall's time since the sitting began: a browser counts on while we are down.
Clocks are judged by the sitting's own time, which stands then.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from tayari.rules import timing
from tayari.rules.answers import NotAnAnswer, read_answer
from tayari.rules.sittings import Event, State, step
from tayari.rules.timing import Pause, Place, Plan

Status = Literal["saved", "replayed", "late", "closed", "refused"]
KINDS = frozenset({"visited", "answered", "cleared", "flagged", "unflagged", "left"})
EVIDENT = frozenset({"answered", "cleared"})
"""What is kept as evidence when it came too late to count."""

MOST_EVENTS = 5_000
MOST_EVIDENCE = 500
EVIDENCE_MS = 7 * 24 * 3_600_000
"""How long after the closing what a device still holds is kept."""

CONFIDENCES = (None, "sure", "unsure", "guess")


class Message(NamedTuple):
    """What a client sends; `seq` counts within the client, `after_ms` since its last contact with the server.

    Where a question has no options, `options` holds what was typed.
    """

    seq: int
    kind: str
    question: int
    options: tuple[str, ...] = ()
    after_ms: int = 0
    confidence: str | None = None


class Ack(NamedTuple):
    """What became of one message. `at_ms` is when the action counts; `reason` says why it was not saved.

    `late`: saved, though it came after the time was over. `kept`: not saved, but on record as evidence.
    """

    seq: int
    status: Status
    at_ms: int
    reason: str = ""
    late: bool = False
    kept: bool = False


class Decision(NamedTuple):
    """`events` change the state; `evidence` is put on record and changes nothing. Each with why it did not count."""

    acks: tuple[Ack, ...]
    events: tuple[Event, ...]
    state: State
    evidence: tuple[tuple[Event, Ack], ...] = ()


class Verdict(NamedTuple):
    status: Status
    reason: str = ""
    late: bool = False


class Hearing(NamedTuple):
    """When a batch arrived and when its client was heard before; None: never.

    `known` are the client's message numbers that are on record: how each was acknowledged. `pauses` are ours, `room`
    is how much more evidence this sitting takes, `closed_ms` when it was closed.
    """

    arrival_ms: int
    contact_ms: int | None = None
    known: Mapping[int, Status] = MappingProxyType({})
    pauses: tuple[Pause, ...] = ()
    room: int = MOST_EVIDENCE
    closed_ms: int | None = None

    def running(self, wall: int) -> int:
        return timing.running_ms(wall, self.pauses)


def _refusal(plan: Plan, state: State, message: Message) -> str:
    """Why the message cannot be taken at all, or an empty text."""
    if message.kind not in KINDS:
        return "kind"
    if message.question not in plan.questions:
        return "question"
    if message.kind == "left" and (plan.navigation == "free" or not plan.leave_early):
        return "section not over"
    if message.confidence not in CONFIDENCES:
        return "confidence"
    return "too many" if state.events >= MOST_EVENTS else ""


def _event(plan: Plan, message: Message, action: int, hearing: Hearing) -> Event:
    """The message as an event. Raises NotAnAnswer. An answer of nothing takes the answer back."""
    kind, options = message.kind, tuple[str, ...]()
    if kind == "answered":
        options = read_answer(plan.questions[message.question], message.options)
        kind = "answered" if options else "cleared"
    at = hearing.running(action)
    return Event(kind, message.question, at, options, message.confidence, message.seq, made_ms=action)


def _judge(plan: Plan, place: Place, event: Event, arrival: int) -> Verdict:
    """Saved, or late because a clock had ended or the question was closed, or refused because it is not open yet."""
    paper = plan.paper_end
    if not timing.in_time(action=event.at_ms, arrival=arrival, end=paper, grace=plan.late_ms):
        return Verdict("late", "time")
    late = paper is not None and arrival > paper + timing.LAG_MS
    if plan.navigation == "free":
        return Verdict("saved", late=late)
    found = _judge_place(plan, place, event, arrival)
    return found._replace(late=found.late or late) if found.status == "saved" else found


def _judge_place(plan: Plan, place: Place, event: Event, arrival: int) -> Verdict:
    """As `_judge`, where one question or one section is open at a time; `place` is where it stood at the action."""
    index = plan.index_of[event.question]
    by_section = event.kind == "left" or not plan.forward
    at = plan.part_of[index] if by_section else index
    here = _part(plan, place) if by_section else place.index
    closed = Verdict("late", "question closed" if plan.forward else "section closed")
    if at == here:
        return _judge_open(plan, place, event, arrival)
    if at > here:
        return _judge_next(plan, place, event) if plan.forward else Verdict("refused", "not open yet")
    if at < here - 1 or event.kind in {"visited", "left"} or event.at_ms >= place.closed_ms:
        return closed
    # Made while it was open, on another device or while its end was on the way here.
    same_section = plan.part_of[index] == _part(plan, place)
    grace = timing.LAG_MS if plan.question_time(event.question) or same_section else plan.late_ms
    if arrival > place.closed_ms + grace:
        return closed
    return Verdict("saved", late=arrival > place.closed_ms + timing.LAG_MS)


def _part(plan: Plan, place: Place) -> int:
    part = place.part(plan)
    return len(plan.parts) if part is None else part


def _judge_open(plan: Plan, place: Place, event: Event, arrival: int) -> Verdict:
    section, question = place.section_end(plan), place.question_end(plan)
    if not timing.in_time(action=event.at_ms, arrival=arrival, end=question, grace=timing.LAG_MS):
        return Verdict("late", "time")
    if not timing.in_time(action=event.at_ms, arrival=arrival, end=section, grace=plan.late_ms):
        return Verdict("late", "time")
    return Verdict("saved", late=section is not None and arrival > section + timing.LAG_MS)


def _judge_next(plan: Plan, place: Place, event: Event) -> Verdict:
    """Going on to the next question closes the open one, so only who has it before them can."""
    index = plan.index_of[event.question]
    if event.kind != "visited" or index != place.index + 1 or event.at_ms < place.opened_ms:
        return Verdict("refused", "not open yet")
    if plan.part_of[index] != place.part(plan) and place.section_end(plan) is not None and not plan.leave_early:
        return Verdict("refused", "section not over")
    return Verdict("saved")


def _forgiven(plan: Plan, state: State, event: Event, hearing: Hearing) -> int:
    """What of the network's delay is not charged to the question or section that the event opens."""
    opens = event.kind == "left" or (event.kind == "visited" and plan.forward and not state.of(event.question).seen)
    if not opens:
        return 0
    place, begins = state.place.at(plan, event.at_ms), event.at_ms
    if event.kind == "visited" and place.number(plan) == event.question:
        begins = max(begins, place.opened_ms)
    return timing.credit_ms(action=begins, arrival=hearing.running(hearing.arrival_ms), quota=state.lag_ms)


def _timed(messages: Sequence[Message], hearing: Hearing) -> Iterator[tuple[Message, int]]:
    """Each message in the order of their numbers, with when its action was: never before the one before it."""
    earliest = 0
    for message in sorted(messages, key=lambda one: one.seq):
        action = timing.action_ms(
            contact_ms=hearing.contact_ms, after_ms=message.after_ms, arrival_ms=hearing.arrival_ms
        )
        earliest = max(action, earliest)
        yield message, earliest


def decide(plan: Plan, state: State, messages: Sequence[Message], hearing: Hearing) -> Decision:
    """Which of one client's messages are taken, in the order of their numbers, and the state that follows."""
    acks: list[Ack] = []
    events: list[Event] = []
    evidence: list[tuple[Event, Ack]] = []
    known, earliest = dict(hearing.known), 0
    for message, told in _timed(messages, hearing):
        action = max(told, earliest)
        if message.seq in known:
            acks.append(_again(message.seq, known[message.seq], action))
            continue
        reason = _refusal(plan, state, message)
        try:
            event = None if reason else _event(plan, message, action, hearing)
        except NotAnAnswer as problem:
            event, reason = None, str(problem)
        if event is None:
            acks.append(Ack(message.seq, "refused", action, reason))
            continue
        verdict = _verdict(plan, state, event, hearing)
        ack = Ack(message.seq, verdict.status, action, verdict.reason, late=verdict.late)
        if ack.status == "saved":
            lag_ms = _forgiven(plan, state, event, hearing)
            if ack.late or lag_ms:
                event = event._replace(late=ack.late, lag_ms=lag_ms)
            state = step(plan, state, event)
            events.append(event)
            if event.kind in {"visited", "left"} and plan.navigation != "free":
                # What comes after it in the batch was done in what it opened.
                earliest = max(earliest, timing.wall_ms(state.place.opened_ms, hearing.pauses))
        elif ack.status != "refused" and event.kind in EVIDENT and len(evidence) < hearing.room:
            ack = ack._replace(kept=True)
            evidence.append((event, ack))
        if ack.status == "saved" or ack.kept:
            known[message.seq] = ack.status
        acks.append(ack)
    return Decision(tuple(acks), tuple(events), state, tuple(evidence))


def _verdict(plan: Plan, state: State, event: Event, hearing: Hearing) -> Verdict:
    if hearing.closed_ms is not None:
        return Verdict("closed", "closed")
    return _judge(plan, state.place.at(plan, event.at_ms), event, hearing.running(hearing.arrival_ms))


def _again(seq: int, status: Status, action: int) -> Ack:
    """What is on record already: saved, or kept as evidence and acknowledged as it was the first time."""
    if status == "saved":
        return Ack(seq, "replayed", action)
    return Ack(seq, status, action, "closed" if status == "closed" else "time", kept=True)
