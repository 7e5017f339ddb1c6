"""Records what clients send in a sitting, and closes it: by the candidate, by the clock or by the sweep."""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from tayari.accounts.models import Person
from tayari.audit.actions import entries
from tayari.base import uptime
from tayari.base.locks import locked
from tayari.mocks import marking, plans, records, remembered, statements
from tayari.mocks.models import Printing, Sitting, SittingEvent
from tayari.mocks.plans import Clock
from tayari.mocks.records import Record
from tayari.mocks.remembered import Known
from tayari.rules import messages as protocol
from tayari.rules import sittings as law
from tayari.rules import timing
from tayari.rules.messages import Ack, Hearing, Message, Status
from tayari.rules.sittings import State

log = logging.getLogger(__name__)

FORM_CLIENT = records.FORM_CLIENT
_SWEEP_AT_ONCE = 200


class SittingUnknown(LookupError):
    """The person has no such sitting."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one client did in one sitting, in order, who says so, and when it arrived."""

    ident: UUID
    client: str
    messages: Sequence[Message]
    by: UUID
    now: datetime


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a batch, the sitting after it, its state, and the clock by which it was judged.

    `before` is the number of the sitting's last event before the batch. `ends_moved`: it may end at another time now.
    """

    acks: tuple[Ack, ...]
    sitting: Sitting
    state: State
    clock: Clock
    before: int
    ends_moved: bool = False


def held(ident: UUID, person: Person) -> Sitting:
    """The sitting, held, without its printing: a message needs none of it."""
    sitting = locked(Sitting.objects.of(person)).filter(pk=ident).first()
    if sitting is None:
        raise SittingUnknown(f"there is no sitting {ident} of this person")
    return sitting


def is_due(sitting: Sitting, now: datetime) -> bool:
    """Past its end and past the time in which answers made before may still arrive, as of its last message."""
    return sitting.due_at is not None and now > sitting.due_at


def _is_over(clock: Clock, state: State, now: datetime) -> bool:
    """As `is_due`, by the clock itself, which knows of extensions and of our downtime."""
    end = timing.end_ms(clock.plan, state.place)
    return end is not None and clock.running(now) > end + clock.plan.late_ms


def apply(ident: UUID, client: str, messages: Sequence[Message], *, by: Person, now: datetime) -> Applied:
    """Record what one client did in one sitting, in order; what is known already changes nothing.

    What came too late to count is kept as evidence. Raises SittingUnknown.
    """
    outcome = apply_all([Sent(ident, client, messages, by.pk, now)])[0]
    if isinstance(outcome, SittingUnknown):
        raise outcome
    return outcome


@transaction.atomic(savepoint=False)
def apply_all(sent: Sequence[Sent]) -> list[Applied | SittingUnknown]:
    """As `apply`, for many sittings in one transaction: read together, judged each for itself, written together.

    The only writer of responses. Two batches of one sitting are applied one after the other, in their order.
    """
    uptime.look(now=max(one.now for one in sent))
    found: dict[int, Applied | SittingUnknown] = {}
    written: dict[UUID, Known] = {}
    for places in _turns(sent):
        found.update(zip(places, _apply_once([sent[place] for place in places], written), strict=True))
    transaction.on_commit(partial(remembered.remembered.put, written.values()))
    return [found[place] for place in range(len(sent))]


def _turns(sent: Sequence[Sent]) -> list[list[int]]:
    """The places in `sent` in turns, each of which has a sitting once."""
    turns: list[list[int]] = []
    times = Counter[int]()
    for place, one in enumerate(sent):
        turn = times[one.ident.int]
        if turn == len(turns):
            turns.append([])
        turns[turn].append(place)
        times[one.ident.int] = turn + 1
    return turns


def _apply_once(sent: Sequence[Sent], written: dict[UUID, Known]) -> list[Applied | SittingUnknown]:
    """Those of one turn. `written` has the open sittings of the turns before, and then of this one."""
    held = statements.hold([(one.ident, one.by) for one in sent])
    mine = [one for one, row in zip(sent, held, strict=True) if row is not None]
    known = remembered.sittings([row for row in held if row is not None], written)
    clocks = plans.clocks_of([(one.sitting, one.state) for one in known], [one.clock for one in known])
    # A sitting that closes in this turn has its numbers from its row, as it was open until now.
    highest = records.highest([(one.sitting, sender.client) for one, sender in zip(known, mine, strict=True)])
    judged = [_judge(*told) for told in zip(mine, known, clocks, highest, strict=True)]
    if events := [event for _, told in judged for event in told]:
        statements.append(events)
    if still := [one for one, _ in judged if one.sitting.closed_at is None]:
        statements.store((one.sitting, one.state) for one in still)
    if moved := [one.sitting for one in still if one.ends_moved]:
        statements.store_ends(moved)
    for applied, told in judged:
        if told and applied.sitting.closed_at is not None:
            applied.sitting.save(update_fields=["last_seq"])
        written.pop(applied.sitting.pk, None)
    written.update((one.sitting.pk, Known(remembered.bare(one.sitting), one.state, one.clock)) for one in still)
    outcomes = iter(judged)
    return [
        SittingUnknown(f"there is no sitting {one.ident} of this person") if row is None else next(outcomes)[0]
        for one, row in zip(sent, held, strict=True)
    ]


def _judge(sent: Sent, known: Known, clock: Clock, highest: int) -> tuple[Applied, list[Record]]:
    """What becomes of one batch; its events and the sitting's row are the caller's to write.

    `highest` is the client's highest number on record.
    """
    sitting, state, now = known.sitting, known.state, sent.now
    if sitting.closed_at is None and _is_over(clock, state, now):
        _close(sitting, clock, by="clock", now=now)
        state = plans.state(sitting)
    before = sitting.last_seq
    on_record = records.known(sitting, sent.client, [message.seq for message in sent.messages], highest)
    hearing = _hearing(sitting, clock, state, sent.client, on_record, now)
    decision = protocol.decide(clock.plan, state, sent.messages, hearing)
    events = records.events(sitting, sent.client, decision)
    ends_moved = False
    if sitting.closed_at is None:
        highest = max([highest, *(event.client_seq for event in events)])
        sitting.contacts = records.heard(sitting, sent.client, hearing.arrival_ms, highest)
        sitting.last_contact_at = now
        if ends_moved := clock is not known.clock or decision.state.place != known.state.place:
            records.set_ends(sitting, clock, decision.state)
    return Applied(decision.acks, sitting, decision.state, clock, before, ends_moved), events


def asked(sitting: Sitting) -> Applied:
    """As `apply` with no message and nothing written: for a client that only asks."""
    state = plans.state(sitting)
    return Applied((), sitting, state, plans.clock_of(sitting, state), sitting.last_seq)


def _hearing(
    sitting: Sitting, clock: Clock, state: State, client: str, known: Mapping[int, Status], now: datetime
) -> Hearing:
    closed = None if sitting.closed_at is None else clock.wall(sitting.closed_at)
    arrival = clock.wall(now)
    forgotten = closed is not None and arrival > closed + protocol.EVIDENCE_MS
    return Hearing(
        arrival_ms=arrival,
        contact_ms=records.contact_ms(sitting, client),
        known=known,
        pauses=clock.pauses,
        # Every event that is not in the state is evidence, but for the one that closed it.
        room=0 if forgotten else max(0, protocol.MOST_EVIDENCE - (sitting.last_seq - state.events)),
        closed_ms=closed,
    )


@transaction.atomic
def submit(ident: UUID, *, by: Person, now: datetime) -> Sitting:
    """Hand the sitting in; one that is closed already stays as it is. Raises SittingUnknown."""
    uptime.look(now=now)
    sitting = held(ident, by)
    if sitting.closed_at is None:
        state = plans.state(sitting)
        clock = plans.clock_of(sitting, state)
        end = timing.end_ms(clock.plan, state.place)
        over = end is not None and clock.running(now) > end
        _close(sitting, clock, by="clock" if over else "candidate", now=now)
    return sitting


@transaction.atomic
def close_if_due(ident: UUID, *, by: Person, now: datetime) -> Sitting:
    """The sitting, closed when its time and the grace after it are over. Raises SittingUnknown."""
    uptime.look(now=now)
    sitting = held(ident, by)
    if sitting.closed_at is None:
        close_or_put_off(sitting, "clock", now)
    return sitting


def close_or_put_off(sitting: Sitting, by: str, now: datetime) -> bool:
    """Close a sitting whose time is over by its clock; else keep when it will be, which an extension had moved."""
    state = plans.state(sitting)
    clock = plans.clock_of(sitting, state)
    if _is_over(clock, state, now):
        _close(sitting, clock, by=by, now=now)
        return True
    records.project(sitting, clock, state)
    sitting.save(update_fields=records.PROJECTED)
    return False


def _close(sitting: Sitting, clock: Clock, *, by: str, now: datetime) -> None:
    """Close and score. A sitting whose time is over closes at its end, not at the moment when somebody looked."""
    if not Sitting.printing.is_cached(sitting):  # type: ignore[attr-defined]
        sitting.printing = Printing.objects.select_related("paper").defer("body", "plan").get(pk=sitting.printing_id)
    state = plans.state(sitting)
    end = timing.end_ms(clock.plan, state.place)
    ended = now if end is None else min(clock.moment(end), now)
    records.project(sitting, clock, law.closed(clock.plan, state, clock.running(ended)))
    sitting.closed_at, sitting.closed_by = ended, by
    marking.settle(sitting)
    sitting.last_seq += 1
    SittingEvent.objects.create(
        sitting=sitting,
        seq=sitting.last_seq,
        client="",
        client_seq=0,
        kind=SittingEvent.Kind.CLOSED,
        data={"by": by},
        at=ended,
    )
    sitting.save(update_fields=["closed_at", "closed_by", "score", "scored_under", "last_seq", *records.PROJECTED])
    entries.record("sittings.close", sitting, by=None, now=now, closed_by=by, score=sitting.score)


def sweep(*, now: datetime) -> int:
    """Close every sitting whose time is over, each in its own transaction. Returns how many were closed.

    One that cannot be closed is logged and does not keep the others waiting.
    """
    uptime.look(now=now)
    closed, failed = 0, set[UUID]()
    while idents := _due_now(now, failed):
        for ident in idents:
            try:
                closed += _sweep_one(ident, now)
            except Exception:
                log.exception("the sitting %s could not be closed", ident)
                failed.add(ident)
    return closed


def _due_now(now: datetime, failed: set[UUID]) -> list[UUID]:
    due = Sitting.objects.running().filter(due_at__lt=now).exclude(pk__in=failed).order_by("due_at")
    return list(due.values_list("pk", flat=True)[:_SWEEP_AT_ONCE])


@transaction.atomic
def _sweep_one(ident: UUID, now: datetime) -> bool:
    rows = locked(Sitting.objects.running()).select_related("printing__paper")
    sitting = rows.defer("printing__body", "printing__plan").filter(pk=ident).first()
    return sitting is not None and close_or_put_off(sitting, "sweep", now)
