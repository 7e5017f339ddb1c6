"""An event, a place in a sequence of them, and how both are written for an EventSource."""

import re
from dataclasses import dataclass
from typing import Self

_CURSOR = re.compile(r"([0-9a-z]{1,16})\.([0-9]{1,9})", re.ASCII)

HEARTBEAT = b":\n\n"
"""A comment: it has no id, so it moves nobody's cursor."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Everything up to `seq` of the numbering `epoch`. Another epoch counts anew: its numbers mean other events."""

    epoch: str
    seq: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """`3f2a9c01.128`; None when it is no cursor."""
        found = _CURSOR.fullmatch(text.strip())
        return cls(found[1], int(found[2])) if found else None

    def __str__(self) -> str:
        return f"{self.epoch}.{self.seq}"


@dataclass(frozen=True, slots=True)
class Event:
    """One numbered change; `data` is JSON on one line."""

    seq: int
    data: str


@dataclass(frozen=True, slots=True)
class News:
    """What has come: the newest number, whether more is to come, the first number kept, and the events asked for."""

    newest: Cursor
    is_open: bool
    first: int
    events: tuple[Event, ...] = ()


def frame(epoch: str, event: Event) -> bytes:
    return f"id: {epoch}.{event.seq}\nevent: post\ndata: {event.data}\n\n".encode()


def reset(cursor: Cursor, data: str) -> bytes:
    """Tells a reader to put `data`, which stands at `cursor`, in place of all that he has."""
    return f"id: {cursor}\nevent: reset\ndata: {data}\n\n".encode()


def retry(milliseconds: int) -> bytes:
    """How long to wait before coming back."""
    return f"retry: {milliseconds}\n\n".encode()
