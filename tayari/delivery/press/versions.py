"""How far each table has come: a number that rises with every committed change in this process or another's."""

import threading
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

_TOLD = 200  # changes of which it is known what they were


@dataclass(frozen=True, slots=True)
class Changed:
    """A committed change: the second of `time.monotonic` at which it was committed, and how much later it was heard of
    here."""

    number: int
    at: float
    heard: float
    tables: frozenset[str]


class Versions:
    """`now` rises with each change; a table's number is the `now` of its last one. A page made at 7 from tables that
    all stand at 7 or less is still what it would be."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.now = 0
        self.of: dict[str, int] = {}
        self.floor = 0
        self.last: deque[Changed] = deque(maxlen=_TOLD)
        self.names: dict[int, str] = {}

    def changed(self, tables: Iterable[str], *, ago: float = 0.0) -> int:
        """It was committed `ago` seconds before now; gives its number."""
        named = frozenset(tables)
        with self.lock:
            number = self.now + 1
            self.of.update(dict.fromkeys(named, number))
            self.last.append(Changed(number, time.monotonic() - ago, ago, named))
            # Last: whoever sees the new number must see its tables.
            self.now = number
            return number

    def named(self, number: int, words: str) -> None:
        """Say what the change was, for those who look at it."""
        with self.lock:
            oldest = self.last[0].number if self.last else number
            self.names = {one: told for one, told in self.names.items() if one >= oldest} | {number: words}

    def first(self, tables: frozenset[str], since: int) -> Changed | None:
        """Of the changes after `since` that touch one of `tables` the first, as far as they are known."""
        with self.lock:
            return next((one for one in self.last if one.number > since and not tables.isdisjoint(one.tables)), None)

    def all_changed(self) -> None:
        """For when it cannot be told what did."""
        with self.lock:
            self.floor = self.now = self.now + 1

    def since(self, tables: Iterable[str], number: int) -> frozenset[str]:
        """Those of `tables` that have, or may have, changed after `number`."""
        unsure = self.floor > number
        return frozenset(table for table in tables if unsure or self.of.get(table, 0) > number)

    def stand(self, tables: Iterable[str], since: int) -> bool:
        """Whether none of `tables` has changed after `since`."""
        return self.floor <= since and all(self.of.get(table, 0) <= since for table in tables)


versions = Versions()
