"""The queue before the database: what waits goes to the writer in groups, while the group before is being committed."""

import asyncio
import logging
import pickle
import socket
from collections import deque
from collections.abc import Callable, Sequence
from concurrent import futures
from contextlib import suppress
from typing import Any

from django.db import OperationalError

from tayari.base import uptime
from tayari.delivery.batches import writer
from tayari.delivery.batches.together import Failed, Work

log = logging.getLogger(__name__)

WAITING = 1024
"""Items that may wait; whoever comes then is told to come again."""
TOGETHER = 128
"""Items in one transaction, so that it stays well under 200 ms."""

_One = tuple[Work, Any, Any]
"""What does the work, the item, and the future of its outcome."""


class Full(Exception):
    """Too much waits already. Nothing was taken; ask again after a second."""


class Ended(Exception):
    """The process is ending, or has not begun. Nothing was taken."""


class Carrier(asyncio.Protocol):
    """Between one event loop and one writer. What it answers is committed; on SQLite that means synced to the disk.

    `there` is the socket to the writer. Where that one dies, `instead` makes another.
    """

    def __init__(
        self,
        there: socket.socket,
        instead: Callable[[], socket.socket] = writer.as_thread,
        *,
        waiting: int = WAITING,
        together: int = TOGETHER,
    ) -> None:
        self.there, self.instead = there, instead
        self.waiting, self.together = waiting, together
        self._queue: deque[_One] = deque()
        self._group: list[_One] = []  # with the writer
        self._received = bytearray()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._transport: asyncio.WriteTransport | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._empty = asyncio.Event()
        self._empty.set()
        self._is_due = self._ended = False

    async def begin(self) -> None:
        """On the loop that serves, once, before anything is carried."""
        self._loop = asyncio.get_running_loop()
        await self._connect()

    async def carry(self, work: Work, item: Any) -> Any:
        """The outcome of `item`, once it is committed. Raises Full, Ended, or what the work raised for this one."""
        future = asyncio.get_running_loop().create_future()
        self._take((work, item, future))
        return await future

    def carry_here(self, work: Work, item: Any) -> Any:
        """As `carry`, for a thread, which waits."""
        future: futures.Future[Any] = futures.Future()
        try:
            if self._loop is None:
                raise Ended("the process has not begun")
            self._loop.call_soon_threadsafe(self._take_from_thread, (work, item, future))
        except RuntimeError:
            raise Ended("the process has ended") from None
        return future.result()

    def end(self) -> None:
        """Take no more; what was taken is done."""
        self._ended = True

    async def drain(self, seconds: float) -> bool:
        """`end`, and wait for what was taken: whether all of it was done in that time. The rest raises Ended."""
        self.end()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._empty.wait()
        left = self._take_back()
        _settle([(future, Failed(Ended("the process ended first"))) for _, _, future in left])
        if self._transport is not None:
            self._transport.abort()
        else:
            self.there.close()
        return not left

    def _take_from_thread(self, one: _One) -> None:
        try:
            self._take(one)
        except (Full, Ended) as problem:
            _settle([(one[2], Failed(problem))])

    def _take(self, one: _One) -> None:
        if self._ended or self._loop is None:
            raise Ended("the process is ending")
        if len(self._queue) >= self.waiting:
            raise Full("too much is waiting to be saved")
        self._queue.append(one)
        self._empty.clear()
        # Whatever else is asked in this turn of the loop goes along.
        if not self._is_due:
            self._is_due = True
            self._loop.call_soon(self._send)

    def _send(self) -> None:
        self._is_due = False
        while self._queue and not self._group and self._transport is not None:
            group = [self._queue.popleft() for _ in range(min(len(self._queue), self.together))]
            try:
                told = writer.packed((uptime.beat_at(), [(work, item) for work, item, _ in group]))
            except Exception as problem:
                # What cannot be pickled is our own mistake; whoever waits must hear of it.
                _settle([(future, Failed(problem)) for _, _, future in group])
            else:
                self._group = group
                self._transport.write(told)
        if not self._queue and not self._group:
            self._empty.set()

    def data_received(self, data: bytes) -> None:
        self._received += data
        if (outcomes := self._whole()) is None:
            return
        group, self._group = self._group, []
        # First, so that the writer has the next one soon.
        self._send()
        _settle([(one[2], outcome) for one, outcome in zip(group, outcomes, strict=True)])

    def _whole(self) -> list[Any] | None:
        """The outcomes of the group, where all of them are here."""
        start = writer.LENGTH.size
        if len(self._received) < start:
            return None
        end = start + writer.LENGTH.unpack_from(self._received)[0]
        if len(self._received) < end:
            return None
        told = bytes(self._received[start:end])
        del self._received[:end]
        found: list[Any] = pickle.loads(told)  # noqa: S301 (the other end is our own)
        return found

    async def _connect(self) -> None:
        assert self._loop is not None
        self._transport, _ = await self._loop.create_unix_connection(lambda: self, sock=self.there)
        self._send()

    def connection_lost(self, problem: Exception | None) -> None:
        self._transport = None
        if self._ended:
            return
        log.error("what writes for others has died (%s): another does it, more slowly until a restart", problem)
        # Whether they are written nobody knows; who asks again under the same number hears it.
        lost, self._group = self._group, []
        self._received.clear()
        _settle([(future, Failed(OperationalError("the writer has died"))) for _, _, future in lost])
        self.there = self.instead()
        assert self._loop is not None
        self._connecting = self._loop.create_task(self._connect())

    def _take_back(self) -> list[_One]:
        left, self._group = [*self._group, *self._queue], []
        self._queue.clear()
        return left


def _settle(told: Sequence[tuple[Any, Any]]) -> None:
    for future, outcome in told:
        if future.done():  # cancelled: its client went away
            continue
        if isinstance(outcome, Failed):
            future.set_exception(outcome.problem)
        else:
            future.set_result(outcome)
