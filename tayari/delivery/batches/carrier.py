"""The queue before the database and the one thread that empties it: a transaction for all that came meanwhile."""

import asyncio
import logging
import threading
from collections import defaultdict, deque
from collections.abc import Sequence
from concurrent import futures
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any

from django.db import close_old_connections, connection

from tayari.delivery.batches.gathering import MOST, Gathering
from tayari.delivery.batches.together import Failed, Work, outcomes

log = logging.getLogger(__name__)

WAITING = 1024
"""Items that may wait; whoever comes then is told to come again."""
TOGETHER = 128
"""Items in one transaction, so that it stays well under 200 ms."""


class Full(Exception):
    """Too much waits already. Nothing was taken; ask again after a second."""


class Ended(Exception):
    """The process is ending. Nothing was taken."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    work: Work
    item: Any
    future: Any
    loop: asyncio.AbstractEventLoop | None


class Carrier:
    """One writer thread. What it answers is committed; on SQLite that means synced to the disk (synchronous=FULL).

    While a transaction commits, others gather, and the more come the more go together (`gathering`).
    """

    def __init__(self, *, waiting: int = WAITING, together: int = TOGETHER) -> None:
        self.waiting, self.together = waiting, together
        self._queue: deque[_Waiting] = deque()
        self._changed = threading.Condition()
        self._gathering = Gathering(self._wake)
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="carrier", daemon=True)

    def start(self) -> None:
        self._thread.start()

    async def carry(self, work: Work, item: Any) -> Any:
        """The outcome of `item`, once it is committed. Raises Full, Ended, or what the work raised for this one."""
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        self._gathering.came(loop)
        self._take(_Waiting(work, item, future, loop))
        return await future

    def carry_here(self, work: Work, item: Any) -> Any:
        """As `carry`, for a thread, which waits."""
        future: futures.Future[Any] = futures.Future()
        self._take(_Waiting(work, item, future, None))
        return future.result()

    def end(self) -> None:
        """Take no more; what was taken is done."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def drain(self, seconds: float) -> bool:
        """`end`, and wait for what was taken: whether all of it was done in that time. The rest raises Ended."""
        self.end()
        with suppress(RuntimeError):  # it never started
            self._thread.join(seconds)
        with self._changed:
            left = list(self._queue)
            self._queue.clear()
        self._tell(left, [Failed(Ended("the process ended first"))] * len(left))
        return not left and not self._thread.is_alive()

    def _take(self, one: _Waiting) -> None:
        with self._changed:
            if self._ended:
                raise Ended("the process is ending")
            if len(self._queue) >= self.waiting:
                raise Full("too much is waiting to be saved")
            self._queue.append(one)
            # Waking the thread for each would give it the interpreter in the middle of what the loop does.
            if len(self._queue) in {1, self.together}:
                self._changed.notify()

    def _next(self) -> list[_Waiting]:
        """What goes together next, in the order in which it came; nothing at the end."""
        with self._changed:
            while not self._queue and not self._ended:
                self._changed.wait()
            until = monotonic() + MOST
            while self._is_growing() and (left := until - monotonic()) > 0:
                self._changed.wait(left)
            return [self._queue.popleft() for _ in range(min(len(self._queue), self.together))]

    def _is_growing(self) -> bool:
        return not self._ended and len(self._queue) < self.together and self._gathering.is_under_way

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify()

    def _run(self) -> None:
        try:
            while group := self._next():
                self._tell(group, _done(group))
        finally:
            connection.close()

    def _tell(self, group: Sequence[_Waiting], found: Sequence[Any]) -> None:
        """Wake each event loop once, however many of its callers wait."""
        loops: defaultdict[Any, list[tuple[Any, Any]]] = defaultdict(list)
        for one, outcome in zip(group, found, strict=True):
            loops[one.loop].append((one.future, outcome))
        for loop, told in loops.items():
            if loop is None:
                _settle(told)
            else:
                with suppress(RuntimeError):  # it has ended, and with it whoever waited
                    self._gathering.tell(loop, _settle, told)


def _done(group: Sequence[_Waiting]) -> list[Any]:
    try:
        close_old_connections()
        return outcomes([(one.work, one.item) for one in group])
    except Exception as problem:
        # Nothing may end this thread while somebody waits for it.
        log.exception("a group could not be written")
        return [Failed(problem)] * len(group)


def _settle(told: Sequence[tuple[Any, Any]]) -> None:
    for future, outcome in told:
        if future.done():  # cancelled: its client went away
            continue
        if isinstance(outcome, Failed):
            future.set_exception(outcome.problem)
        else:
            future.set_result(outcome)
