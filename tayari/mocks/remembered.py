"""States of sittings that this process has written, so that the next message of a sitting need not read it all again.

A state is what follows from a sitting's events, and its last event's number stands in its row, which whoever writes
has locked. So what is kept under that number is what reading would give, whoever else has written meanwhile.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from threading import Lock
from uuid import UUID

from tayari.mocks.models import Sitting
from tayari.rules.sittings import State

MOST = 150_000
"""Responses of all that is kept, about 300 bytes each."""
_BESIDE = 2  # what a state weighs without any, in responses


class Remembered:
    """At most `most` responses; the longest unused sitting goes first."""

    def __init__(self, most: int = MOST) -> None:
        self.most, self.size = most, 0
        self._kept: OrderedDict[UUID, tuple[int, State]] = OrderedDict()
        self._lock = Lock()

    def get(self, ident: UUID, seq: int) -> State | None:
        """The state after event `seq`, if that is the one at hand."""
        with self._lock:
            number, state = self._kept.get(ident, (None, None))
            if number != seq:
                return None
            self._kept.move_to_end(ident)
            return state

    def put(self, states: Iterable[tuple[UUID, int, State]]) -> None:
        """Keep what is committed: a number that was rolled back is given again, to another event."""
        with self._lock:
            for ident, seq, state in states:
                self._drop(ident)
                self._kept[ident] = (seq, state)
                self.size += _weight(state)
            while self.size > self.most:
                self._drop(next(iter(self._kept)))

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()
            self.size = 0

    def _drop(self, ident: UUID) -> None:
        _, state = self._kept.pop(ident, (0, None))
        if state is not None:
            self.size -= _weight(state)

    def __len__(self) -> int:
        return len(self._kept)


def _weight(state: State) -> int:
    return len(state.responses) + _BESIDE


remembered = Remembered()


def states(rows: Mapping[UUID, Sitting]) -> dict[UUID, State]:
    """The states of locked rows, whose responses need not have been read: one query for all that are not remembered."""
    found = {ident: remembered.get(ident, row.last_seq) for ident, row in rows.items()}
    unknown = [ident for ident, state in found.items() if state is None]
    read = dict(Sitting.objects.filter(pk__in=unknown).values_list("pk", "responses")) if unknown else {}
    return {ident: State.from_json(read[ident]) if state is None else state for ident, state in found.items()}
