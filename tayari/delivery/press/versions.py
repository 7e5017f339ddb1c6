"""How far each table has come: a number that rises with every committed change in this process or another's."""

import threading
from collections.abc import Iterable


class Versions:
    """`now` rises with each change; a table's number is the `now` of its last one. A page made at 7 from tables that
    all stand at 7 or less is still what it would be."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.now = 0
        self.of: dict[str, int] = {}
        self.floor = 0

    def changed(self, tables: Iterable[str]) -> None:
        with self.lock:
            number = self.now + 1
            self.of.update(dict.fromkeys(tables, number))
            # Last: whoever sees the new number must see its tables.
            self.now = number

    def all_changed(self) -> None:
        """For when it cannot be told what did."""
        with self.lock:
            self.floor = self.now = self.now + 1

    def stand(self, tables: Iterable[str], since: int) -> bool:
        """Whether none of `tables` has changed after `since`."""
        return self.floor <= since and all(self.of.get(table, 0) <= since for table in tables)


versions = Versions()
