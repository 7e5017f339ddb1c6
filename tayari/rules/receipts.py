"""A receipt of a sitting: its events chained by hashes, so that none can be changed, dropped or put in unseen."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

FORMAT = "tayari-receipt/1"
MARKS = frozenset({"answered", "cleared"})


class Tampered(ValueError):
    """The receipt is not as it was issued; the message is the rest of a sentence that says where."""


def canonical(content: Any) -> bytes:
    """The one way to write it: keys in order, no spaces, UTF-8."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _link(before: str, content: Any) -> str:
    return hashlib.sha256(before.encode() + canonical(content)).hexdigest()


def chained(head: Mapping[str, Any], events: Sequence[Mapping[str, Any]]) -> list[str]:
    """A hash for the head and one for each event: each is over the one before it and what it stands for."""
    found = [_link(FORMAT, head)]
    for event in events:
        found.append(_link(found[-1], event))
    return found


def answers(events: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The answer that stands for each question by these events: the later wins, evidence counts for nothing."""
    latest: dict[str, tuple[str, list[str]]] = {}
    for event in events:
        if event["kind"] in MARKS and not event["data"].get("evidence"):
            number, at = str(event["question"]), event["at"]
            if number not in latest or at >= latest[number][0]:
                latest[number] = at, list(event["data"].get("options", ()))
    return {number: options for number, (_, options) in sorted(latest.items()) if options}


def made(head: Mapping[str, Any], events: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A receipt without its signature. Times in `head` and `events` are ISO 8601 in UTC, all of one length."""
    first, *hashes = chained(head, events)
    return {
        "format": FORMAT,
        "sitting": dict(head),
        "begin": first,
        "events": [{**event, "hash": link} for event, link in zip(events, hashes, strict=True)],
        "head": hashes[-1] if hashes else first,
        "answers": answers(events),
    }


def signed_part(receipt: Mapping[str, Any]) -> bytes:
    """What the signature is over: all but the signature itself."""
    return canonical({name: value for name, value in receipt.items() if name != "signature"})


def check(receipt: Any) -> None:
    """Whether the chain holds and the answers follow from it. Raises Tampered, also for what is no receipt."""
    if not isinstance(receipt, Mapping) or receipt.get("format") != FORMAT:
        raise Tampered(f"this is no receipt in the form {FORMAT}")
    try:
        _check(receipt)
    except (KeyError, TypeError, AttributeError, ValueError) as problem:
        if isinstance(problem, Tampered):
            raise
        raise Tampered("a part of it is missing or not what it should be") from None


def _check(receipt: Mapping[str, Any]) -> None:
    events = [{name: value for name, value in event.items() if name != "hash"} for event in receipt["events"]]
    first, *hashes = chained(receipt["sitting"], events)
    if receipt["begin"] != first:
        raise Tampered("what it says of the sitting was changed")
    for position, (event, link) in enumerate(zip(receipt["events"], hashes, strict=True)):
        if event["hash"] != link:
            raise Tampered(f"event {event['seq']} was changed, or one before it was taken out or put in")
        if event["seq"] != position + 1:
            raise Tampered(f"event {position + 1} is missing")
    if receipt["head"] != (hashes[-1] if hashes else first):
        raise Tampered("events at its end are missing")
    if receipt["answers"] != answers(events):
        raise Tampered("its answers do not follow from its events")
