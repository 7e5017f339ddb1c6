"""Starts sittings, records what clients send, and closes them: by the candidate, by the clock or by the sweep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from tayari.accounts.models import Person
from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.mocks import marking, plans
from tayari.mocks.models import Paper, Printing, Sitting, SittingEvent
from tayari.rules import messages as protocol
from tayari.rules import sittings as law
from tayari.rules import timing
from tayari.rules.messages import Ack, Message
from tayari.rules.sittings import Event

FORM_CLIENT = "form-"
"""How clients of the plain form begin: each is heard once and never again."""

_MOST_CLIENTS = 20
_SWEEP_AT_ONCE = 200


class SittingUnknown(LookupError):
    """The person has no such sitting."""


class SittingStillOpen(ValueError):
    """The sitting has to be handed in first."""


class NotOpen(ValueError):
    """The paper cannot be sat now: it is not published, or the attempts are used up. The message says which."""


class NothingMissed(ValueError):
    """Every question was right: there is nothing to practise."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a batch, and the sitting after it."""

    acks: tuple[Ack, ...]
    sitting: Sitting


@transaction.atomic
def start(
    *,
    printing: Printing,
    person: Person,
    language: str,
    now: datetime,
    mode: str = Sitting.Mode.TIMED,
    after: Sitting | None = None,
    numbers: Sequence[int] = (),
) -> Sitting:
    """Begin a sitting: one row. Raises NotOpen.

    A timed sitting that still runs on the same printing is handed back, so that pressing start twice starts once.
    """
    locked(Person.objects.all()).get(pk=person.pk)
    if mode == Sitting.Mode.TIMED:
        running = Sitting.objects.of(person).running().filter(printing=printing, mode=mode).first()
        if running and not is_due(running, now):
            return running
        _may_start(printing.paper, person, now)
    plan = plans.plan_of(printing, mode, list(numbers))
    longest = plan.longest_ms
    sitting = Sitting.objects.create(
        printing=printing,
        person=person,
        mode=mode,
        numbers=list(numbers),
        after=after,
        language=language,
        opened_at=now,
        deadline_at=now + timedelta(milliseconds=longest) if longest is not None else None,
        last_contact_at=now,
        responses=law.begin(plan).as_json(),
    )
    entries.record("sittings.start", sitting, by=person, now=now, mode=mode)
    return sitting


def _may_start(paper: Paper, person: Person, now: datetime) -> None:
    if not paper.is_out(now):
        raise NotOpen("this paper is not open")
    if paper.attempts is not None:
        taken = Sitting.objects.of(person).filter(printing__paper=paper, mode=Sitting.Mode.TIMED).count()
        if taken >= paper.attempts:
            raise NotOpen("all attempts at this paper are used")


def _locked(ident: UUID, person: Person) -> Sitting:
    sitting = locked(Sitting.objects.of(person)).select_related("printing__paper").filter(pk=ident).first()
    if sitting is None:
        raise SittingUnknown(f"there is no sitting {ident} of this person")
    return sitting


def is_due(sitting: Sitting, now: datetime) -> bool:
    """Past its end and past the grace in which answers made in time may still arrive."""
    return sitting.deadline_at is not None and now > sitting.deadline_at + timedelta(milliseconds=timing.GRACE_MS)


@transaction.atomic
def apply(ident: UUID, client: str, messages: Sequence[Message], *, by: Person, now: datetime) -> Applied:
    """Record what one client did in one sitting, in order; what is known already changes nothing.

    Raises SittingUnknown. The only writer of responses.
    """
    sitting = _locked(ident, by)
    known = _known(sitting, client, [message.seq for message in messages])
    if sitting.closed_at is None and is_due(sitting, now):
        _close(sitting, by="clock", now=now)
    arrival = plans.since_start(sitting, now)
    if sitting.closed_at is not None:
        acks = (
            Ack(one.seq, "replayed" if one.seq in known else "closed", arrival, "" if one.seq in known else "closed")
            for one in messages
        )
        return Applied(tuple(acks), sitting)
    contact = sitting.contacts.get(client)
    decision = protocol.decide(
        plans.plan(sitting), plans.state(sitting), messages, contact_ms=contact, arrival_ms=arrival, known=known
    )
    _append(sitting, client, decision.events)
    sitting.contacts = _heard(sitting.contacts, client, arrival)
    sitting.last_contact_at = now
    _project(sitting, decision.state)
    sitting.save(update_fields=["last_seq", "contacts", "last_contact_at", "responses", "deadline_at"])
    return Applied(decision.acks, sitting)


def _known(sitting: Sitting, client: str, seqs: Sequence[int]) -> set[int]:
    rows = SittingEvent.objects.filter(sitting=sitting, client=client, client_seq__in=list(seqs))
    return set(rows.values_list("client_seq", flat=True))


def _heard(contacts: dict[str, int], client: str, arrival: int) -> dict[str, int]:
    """Contacts with this one; the longest silent are forgotten, which only costs them their claims to earlier times."""
    if client.startswith(FORM_CLIENT):
        return contacts
    kept = sorted({**contacts, client: arrival}.items(), key=lambda item: item[1])
    return dict(kept[-_MOST_CLIENTS:])


def _append(sitting: Sitting, client: str, events: Sequence[Event]) -> None:
    rows = []
    for event in events:
        sitting.last_seq += 1
        data: dict[str, object] = {"options": list(event.options)} if event.kind == "answered" else {}
        if event.confidence:
            data["confidence"] = event.confidence
        rows.append(
            SittingEvent(
                sitting=sitting,
                seq=sitting.last_seq,
                client=client,
                client_seq=event.seq,
                kind=event.kind,
                question=event.question,
                data=data,
                at=plans.moment(sitting, event.at_ms),
            )
        )
    SittingEvent.objects.bulk_create(rows)


def _project(sitting: Sitting, state: law.State) -> None:
    sitting.responses = state.as_json()
    end = timing.end_ms(plans.plan(sitting), state.place)
    sitting.deadline_at = None if end is None else plans.moment(sitting, end)


@transaction.atomic
def submit(ident: UUID, *, by: Person, now: datetime) -> Sitting:
    """Hand the sitting in; one that is closed already stays as it is. Raises SittingUnknown."""
    sitting = _locked(ident, by)
    if sitting.closed_at is None:
        over = sitting.deadline_at is not None and now > sitting.deadline_at
        _close(sitting, by="clock" if over else "candidate", now=now)
    return sitting


@transaction.atomic
def close_if_due(ident: UUID, *, by: Person, now: datetime) -> Sitting:
    """The sitting, closed when its time and the grace after it are over. Raises SittingUnknown."""
    sitting = _locked(ident, by)
    if sitting.closed_at is None and is_due(sitting, now):
        _close(sitting, by="clock", now=now)
    return sitting


def _close(sitting: Sitting, *, by: str, now: datetime) -> None:
    """Close and score. A sitting whose time is over closes at its end, not at the moment when somebody looked."""
    ended = sitting.deadline_at if sitting.deadline_at and sitting.deadline_at < now else now
    state = law.closed(plans.plan(sitting), plans.state(sitting), plans.since_start(sitting, ended))
    sitting.responses = state.as_json()
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
    sitting.save(update_fields=["responses", "closed_at", "closed_by", "score", "scored_under", "last_seq"])
    entries.record("sittings.close", sitting, by=None, now=now, closed_by=by, score=sitting.score)


def sweep(*, now: datetime) -> int:
    """Close every sitting whose time is over, each in its own transaction. Returns how many were closed."""
    before = now - timedelta(milliseconds=timing.GRACE_MS)
    due = Sitting.objects.running().filter(deadline_at__lt=before).order_by("deadline_at")
    closed = 0
    for ident in list(due.values_list("pk", flat=True)[:_SWEEP_AT_ONCE]):
        with transaction.atomic():
            sitting = locked(Sitting.objects.running()).select_related("printing__paper").filter(pk=ident).first()
            if sitting and is_due(sitting, now):
                _close(sitting, by="sweep", now=now)
                closed += 1
    return closed


@transaction.atomic
def practise_missed(sitting: Sitting, *, by: Person, now: datetime) -> Sitting:
    """An untimed sitting of what was wrong or blank. Raises SittingStillOpen and NothingMissed."""
    if sitting.closed_at is None:
        raise SittingStillOpen("hand the sitting in first")
    missed = marking.missed(sitting)
    if not missed:
        raise NothingMissed("every question was right")
    return start(
        printing=sitting.printing,
        person=by,
        language=sitting.language,
        now=now,
        mode=Sitting.Mode.PRACTICE,
        after=sitting,
        numbers=missed,
    )
