"""The same events as files: the newest number, and ranges that never change once they are full."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from tayari.delivery.streams.events import Cursor, Event

NEWEST = "/newest.json"
MOST = 200  # events of one file
_RANGE = re.compile(r"/([0-9]{1,9})-([0-9]{1,9})\.json", re.ASCII)
FOR_EVER, FOR_A_MOMENT = "public, max-age=31536000, immutable", "public, max-age=2"


@dataclass(frozen=True, slots=True)
class Range:
    """Events `first` to `last`, both included; `epoch` is empty when the address names none."""

    first: int
    last: int
    epoch: str

    def is_in(self, newest: Cursor) -> bool:
        """Whether the address means this numbering."""
        return self.epoch in ("", newest.epoch)

    def is_full(self, newest: Cursor) -> bool:
        """Whether this address will never hold anything else: it names its numbering, and all of it is there."""
        return bool(self.epoch) and self.last <= newest.seq

    def lifetime(self, newest: Cursor) -> str:
        """`Cache-Control`."""
        return FOR_EVER if self.is_full(newest) else FOR_A_MOMENT


def wanted(rest: str, epoch: str) -> Range | None:
    """The range that `/101-150.json` names; None when it names none, or too long a one."""
    found = _RANGE.fullmatch(rest)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    return Range(first, last, epoch) if 1 <= first <= last < first + MOST else None


def newest(cursor: Cursor, first: int, *, is_open: bool) -> bytes:
    told = {"epoch": cursor.epoch, "seq": cursor.seq, "first": first, "open": is_open}
    return json.dumps(told, separators=(",", ":")).encode()


def written(asked: Range, cursor: Cursor, events: Iterable[Event]) -> bytes:
    """The events of the range that are there, as the stream tells them."""
    held = ",".join(event.data for event in events if asked.first <= event.seq <= asked.last)
    return f'{{"epoch":"{cursor.epoch}","seq":{cursor.seq},"events":[{held}]}}'.encode()
