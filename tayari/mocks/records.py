"""What a sitting keeps: the rows of its events, when each client was heard, and the projection of it all."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from tayari.mocks import plans
from tayari.mocks.models import Sitting, SittingEvent
from tayari.mocks.plans import Clock
from tayari.mocks.statements import Record
from tayari.rules import timing
from tayari.rules.messages import Decision, Status
from tayari.rules.sittings import Event, State

FORM_CLIENT = "form-"
"""How clients of the plain form begin: each is heard once and never again."""

PROJECTED = ("responses", "deadline_at", "due_at")
_MOST_CLIENTS = 20


def contact_ms(sitting: Sitting, client: str) -> int | None:
    """When the client was heard last."""
    told = sitting.contacts.get(client)
    return None if told is None else _heard_ms(told)


def _heard_ms(told: Any) -> int:
    """Of a contact: `[ms, highest number on record]`, before that `ms` alone."""
    return int(told[0] if isinstance(told, list) else told)


def highest(asked: Sequence[tuple[Sitting, str]]) -> list[int]:
    """The highest number on record of each client in its sitting; one query for all that the rows do not tell."""
    told = [None if row.closed_at else row.contacts.get(client) for row, client in asked]
    unknown = [pair for pair, one in zip(asked, told, strict=True) if not isinstance(one, list)]
    found: dict[tuple[Any, str], int] = {}
    if unknown:
        rows = SittingEvent.objects.filter(
            sitting__in={row.pk for row, _ in unknown}, client__in={client for _, client in unknown}
        )
        # Without an order of its own, which would count as what to group by.
        grouped = rows.order_by().values_list("sitting", "client").annotate(highest=Max("client_seq"))
        found = {(ident, client): most for ident, client, most in grouped}
    return [
        one[1] if isinstance(one, list) else found.get((row.pk, client), 0)
        for (row, client), one in zip(asked, told, strict=True)
    ]


def known(sitting: Sitting, client: str, seqs: Sequence[int], highest: int) -> dict[int, Status]:
    """Which of one client's messages are on record and how each was acknowledged.

    No query for what is higher than its highest: that is new, and nearly everything is.
    """
    asked = [seq for seq in seqs if seq <= highest]
    if not asked:
        return {}
    found = SittingEvent.objects.filter(sitting=sitting, client=client, client_seq__in=asked)
    return {seq: _status(data) for seq, data in found.values_list("client_seq", "data")}


def _status(data: Mapping[str, Any]) -> Status:
    if not data.get("evidence"):
        return "saved"
    return "closed" if data["reason"] == "closed" else "late"


def heard(sitting: Sitting, client: str, arrival: int, highest: int) -> dict[str, Any]:
    """Contacts with this one; the longest silent are forgotten, which only costs them their claims to earlier times."""
    contacts: dict[str, Any] = sitting.contacts
    if client.startswith(FORM_CLIENT):
        return contacts
    kept = sorted({**contacts, client: [arrival, highest]}.items(), key=lambda item: _heard_ms(item[1]))
    return dict(kept[-_MOST_CLIENTS:])


def events(sitting: Sitting, client: str, decision: Decision) -> list[Record]:
    """What was saved, then what is evidence, as the sitting's next events. Writing them and the row is the caller's."""
    told: list[tuple[Event, dict[str, Any]]] = [(event, {}) for event in decision.events]
    told += [(event, {"evidence": True, "reason": ack.reason}) for event, ack in decision.evidence]
    rows = []
    for event, more in told:
        sitting.last_seq += 1
        data, at = json.dumps({**data_of(event), **more}), plans.moment(sitting, event.order_ms)
        rows.append(Record(sitting.pk, sitting.last_seq, client, event.seq, event.kind, event.question, data, at))
    return rows


def data_of(event: Event) -> dict[str, Any]:
    """What an event's row says beside its kind, question and time."""
    told: dict[str, Any] = {"options": list(event.options)} if event.kind == "answered" else {}
    if event.confidence:
        told["confidence"] = event.confidence
    if event.late:
        told["late"] = True
    if event.lag_ms:
        told["lag"] = event.lag_ms
    return told


def project(sitting: Sitting, clock: Clock, state: State) -> None:
    """Set what follows from the events in the sitting's row, `PROJECTED`; saving is the caller's."""
    sitting.responses = state.as_json()
    set_ends(sitting, clock, state)


def set_ends(sitting: Sitting, clock: Clock, state: State) -> None:
    """As `project`, without the responses."""
    end = timing.end_ms(clock.plan, state.place)
    sitting.deadline_at = None if end is None else clock.moment(end)
    sitting.due_at = None if end is None else clock.moment(end + clock.plan.late_ms)
