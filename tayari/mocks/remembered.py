"""Sittings that this process has written, so that the next message of a sitting need not read it all again.

A state is what follows from a sitting's events, and its last event's number stands in its row, which whoever writes
has locked. So what is kept under that number is what reading would give, whoever else has written meanwhile. What
changes without an event (`statements.Held`) is read each time.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from django.db.models.base import ModelState

from tayari.mocks import plans
from tayari.mocks.models import Sitting
from tayari.mocks.plans import Clock
from tayari.mocks.statements import Held
from tayari.rules.sittings import State

MOST = 250_000
"""Responses of all that is kept, about 150 bytes each."""
_BESIDE = 12  # what a sitting weighs without any, in responses


@dataclass(frozen=True, slots=True)
class Known:
    """An open sitting as its last event left it. `clock` is the one by which its ends were set, where that is known."""

    sitting: Sitting
    state: State
    clock: Clock | None = None


class Remembered:
    """At most `most` responses; the longest unused sitting goes first."""

    def __init__(self, most: int = MOST) -> None:
        self.most, self.size = most, 0
        self._kept: OrderedDict[int, Known] = OrderedDict()
        self._lock = Lock()

    def get(self, ident: UUID, seq: int) -> Known | None:
        """The sitting after event `seq`, if that is the one at hand."""
        with self._lock:
            known = self._kept.get(ident.int)
            if known is None or known.sitting.last_seq != seq:
                return None
            self._kept.move_to_end(ident.int)
            return known

    def put(self, sittings: Iterable[Known]) -> None:
        """Keep what is committed, and what nobody changes any more: a number that was rolled back is given again."""
        with self._lock:
            for known in sittings:
                ident, weight = known.sitting.pk.int, _weight(known)
                before = self._kept.get(ident)
                self._kept[ident] = known
                if before is None:
                    self.size += weight
                else:
                    self._kept.move_to_end(ident)
                    self.size += weight - _weight(before)
            while self.size > self.most:
                self._drop(next(iter(self._kept)))

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()
            self.size = 0

    def _drop(self, ident: int) -> None:
        known = self._kept.pop(ident, None)
        if known is not None:
            self.size -= _weight(known)

    def __len__(self) -> int:
        return len(self._kept)


def _weight(known: Known) -> int:
    own_plan = known.clock is not None and (known.sitting.shuffled or known.sitting.share)
    return len(known.state.responses) * (2 if own_plan else 1) + _BESIDE


remembered = Remembered()


def sittings(held: Sequence[Held], written: Mapping[UUID, Known]) -> list[Known]:
    """The sittings of these rows, each an instance of its own: one query for all that are not remembered.

    `written` are those that the transaction under way wrote already, which only it may know of.
    """
    found = [written.get(row.ident) or remembered.get(row.ident, row.last_seq) for row in held]
    unknown = [row.ident for row, known in zip(held, found, strict=True) if known is None]
    read = {row.pk: row for row in Sitting.objects.filter(pk__in=unknown)} if unknown else {}
    return [
        _read(read[row.ident]) if known is None else _another(known, row)
        for row, known in zip(held, found, strict=True)
    ]


def _read(row: Sitting) -> Known:
    state = plans.state(row)
    del row.responses  # they are in the state; whoever wants them of the row reads them anew
    return Known(row, state.packed())


def _another(known: Known, held: Held) -> Known:
    row = bare(known.sitting)
    row.person_id, row.contacts = held.person, held.contacts
    return Known(row, known.state, known.clock)


def bare(sitting: Sitting) -> Sitting:
    """Another instance of the same row, without what was looked up for it.

    What is remembered must not change with a transaction that is rolled back, nor hold the printing of an answer.
    """
    row, state = Sitting.__new__(Sitting), ModelState()
    state.db, state.adding = sitting._state.db, False
    row.__dict__ |= sitting.__dict__ | {"_state": state}
    row.__dict__.pop("responses", None)
    return row
