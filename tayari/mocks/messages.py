"""The messages of a sitting as they travel: read from JSON, answered in JSON."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tayari.mocks import plans
from tayari.mocks.actions.sittings import Applied
from tayari.rules import timing
from tayari.rules.messages import Ack, Message

MOST = 200
MOST_LETTERS = 200
"""Of an answer that is typed."""
TOO_LONG = "the body is too long; send fewer messages at once"
TOO_OFTEN = "too many requests of one sitting; send more messages at once"
BUSY = "nothing was saved; send it again after a moment"
BROKEN = "something broke on the server and nothing was saved; send it again"
MOST_BYTES = 131_072
_CLIENT = re.compile(r"[0-9A-Za-z_-]{8,40}")


class Unreadable(ValueError):
    """The body is not what the protocol says; the message tells what."""


class TooLong(Unreadable):
    """There is more of it than is taken at once."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One client's messages. `have` is the question it shows, so that a newly opened one can be sent along; `seen` the
    number of the sitting's last event it has heard of, so that it is told what others changed since.
    """

    client: str
    messages: tuple[Message, ...]
    have: int | None = None
    seen: int | None = None


def _number(value: Any, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise Unreadable(f"{name} is a whole number")
    return value


def _message(row: Any) -> Message:
    if not isinstance(row, dict):
        raise Unreadable("a message is an object")
    options = row.get("options") or []
    if not isinstance(options, list) or any(not isinstance(one, str) or len(one) >= 20 for one in options):
        raise Unreadable("options is a list of option ids")
    confidence = row.get("confidence")
    if confidence is not None and not isinstance(confidence, str):
        raise Unreadable("confidence is a word")
    after = row.get("after_ms", 0)
    if isinstance(after, bool) or not isinstance(after, int | float):
        raise Unreadable("after_ms is a number")
    text = row.get("text")
    if text is not None and (not isinstance(text, str) or len(text) > MOST_LETTERS):
        raise Unreadable(f"text is at most {MOST_LETTERS} letters")
    return Message(
        _number(row.get("seq"), "seq"),
        str(row.get("kind", "")),
        _number(row.get("question"), "question"),
        tuple(options) if text is None else (text,),
        int(max(-(2**40), min(after, 2**40))),
        confidence,
    )


def read(body: bytes) -> Batch:
    """A batch from a request's body. Raises Unreadable."""
    if len(body) > MOST_BYTES:
        raise TooLong(TOO_LONG)
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable("the body is not JSON") from None
    if not isinstance(content, dict):
        raise Unreadable("the body is an object with client and messages")
    client, rows = content.get("client"), content.get("messages")
    if not isinstance(client, str) or not _CLIENT.fullmatch(client):
        raise Unreadable("client is 8 to 40 random letters, digits, - or _")
    if not isinstance(rows, list) or len(rows) > MOST:
        raise Unreadable(f"messages is a list of at most {MOST}")
    return Batch(
        client,
        tuple(_message(row) for row in rows),
        *(None if content.get(name) is None else _number(content[name], name) for name in ("have", "seen")),
    )


def read_question(asked: Mapping[str, str]) -> Batch:
    """What a client that has nothing to send asks in an address. Raises Unreadable."""
    if not _CLIENT.fullmatch(asked.get("client", "")):
        raise Unreadable("client is 8 to 40 random letters, digits, - or _")
    told = {name: asked[name] for name in ("have", "seen") if asked.get(name)}
    if not all(one.isascii() and one.isdecimal() and len(one) < 10 for one in told.values()):
        raise Unreadable("have and seen are whole numbers")
    return Batch(asked["client"], (), **{name: int(one) for name, one in told.items()})


def _ack(applied: Applied, ack: Ack) -> dict[str, Any]:
    told: dict[str, Any] = {
        "seq": ack.seq,
        "status": ack.status,
        "at": plans.moment(applied.sitting, ack.at_ms).isoformat(),
    }
    if ack.reason:
        told["reason"] = ack.reason
    return told | {name: True for name in ("late", "kept") if getattr(ack, name)}


def answer(applied: Applied, *, now: datetime) -> dict[str, Any]:
    """What the client is told: what became of each message, the clock, how much is saved, and how far it has heard."""
    sitting = applied.sitting
    state, plan, running = applied.state, applied.clock.plan, applied.clock.running(now)
    place = state.place.at(plan, running)
    part = place.part(plan) if plan.navigation == "sections" else None
    return {
        "acks": [_ack(applied, ack) for ack in applied.acks],
        "server_now": now.isoformat(),
        "remaining_ms": timing.remaining_ms(plan, state.place, running),
        "section_remaining_ms": timing.section_remaining_ms(plan, state.place, running),
        "question_remaining_ms": timing.question_remaining_ms(plan, state.place, running),
        "open": place.number(plan) if plan.forward else None,
        "section": None if part is None else plan.parts[part].number,
        "seq": sitting.last_seq,
        "saved": state.answered,
        "total": len(plan.numbers),
        "closed": sitting.closed_at is not None,
    }
