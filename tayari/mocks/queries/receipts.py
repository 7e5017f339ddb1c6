"""A sitting's receipt: what happened in it, chained and signed, for the candidate to keep."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tayari.base import signatures
from tayari.base.addresses import absolute
from tayari.mocks.models import Sitting
from tayari.rules import receipts


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def receipt(sitting: Sitting, *, folder: Path, now: datetime) -> dict[str, Any]:
    """The receipt of a sitting as it stands at `now`. No key of a question and no score is in it. One query."""
    printing = sitting.printing
    head = {
        "site": absolute("/"),
        "id": str(sitting.pk),
        "paper": printing.paper.ref,
        "printing": printing.number,
        "printing_hash": printing.body_hash,
        "mode": sitting.mode,
        "opened_at": _time(sitting.opened_at),
    }
    events = [
        {
            "seq": event.seq,
            "at": _time(event.at),
            "kind": event.kind,
            "question": event.question,
            "data": event.data,
            "client": event.client,
            "client_seq": event.client_seq,
        }
        for event in sitting.events.order_by("seq")
    ]
    key = signatures.key_of(folder)
    made = receipts.made(head, events)
    made |= {"issued_at": _time(now), "key": signatures.public_pem(key)}
    return {**made, "signature": signatures.sign(key, receipts.signed_part(made))}
