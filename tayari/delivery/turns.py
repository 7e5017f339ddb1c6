"""Who is next when more is asked than threads can do at once.

Under a rush people reload, and browsers give up and ask again. Where who asks again stands at the end once more, the
one at the head is always about to give up: nearly every page is then made for nobody. So whoever asks for the same
again keeps the place that he had, and what he asked for before and left is not done as well.
"""

import asyncio
import heapq
import time
from collections.abc import Callable, Hashable
from itertools import count

KEPT = 300.0  # seconds that a place is kept for who does not ask again
MOST = 50_000  # places kept at most


class Turns:
    """At most `most` turns at once; used in one event loop. `clock` gives seconds that never go back."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.left, self.clock = most, clock
        self._waiting: list[tuple[float, int, asyncio.Future[None], Hashable | None]] = []
        self._since: dict[Hashable, float] = {}
        self._wishes: dict[Hashable, set[asyncio.Future[None]]] = {}
        self._deserted: set[asyncio.Future[None]] = set()
        self._count = count()

    def ask(self, name: Hashable | None) -> "asyncio.Future[None]":
        """A future that is done when it is this one's turn; `release` must follow.

        `name` says who asks for what; None keeps no place. Who stops waiting cancels it by `leave`.
        """
        turn = asyncio.get_running_loop().create_future()
        if self.left:
            self.left -= 1
            turn.set_result(None)
            return turn
        heapq.heappush(self._waiting, (self._place(name), next(self._count), turn, name))
        if name is not None:
            for earlier in self._wishes.get(name, set()) & self._deserted:
                earlier.cancel()
            wishes = self._wishes.setdefault(name, set())
            wishes.add(turn)
            turn.add_done_callback(lambda done: self._forget(name, done))
        return turn

    def leave(self, turn: "asyncio.Future[None]") -> None:
        """Wait no longer; a turn that came just now goes to the next."""
        if not turn.cancel() and not turn.cancelled():
            self.release()

    def desert(self, turn: "asyncio.Future[None]", name: Hashable | None) -> None:
        """Who asked has gone. It is done all the same, unless the same is asked again: then that one stands for it."""
        if turn.done():
            return
        self._deserted.add(turn)
        if self._wishes.get(name, set()) - self._deserted:
            turn.cancel()

    def _forget(self, name: Hashable, turn: "asyncio.Future[None]") -> None:
        self._deserted.discard(turn)
        if wishes := self._wishes.get(name):
            wishes.discard(turn)
            if not wishes:
                del self._wishes[name]

    def release(self) -> None:
        """A turn is over."""
        while self._waiting:
            _, _, turn, name = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                self._since.pop(name, None)
                return
        self.left += 1

    def _place(self, name: Hashable | None) -> float:
        now = self.clock()
        if name is None:
            return now
        # The oldest stand first, since a place is never moved.
        while self._since and (len(self._since) >= MOST or now - next(iter(self._since.values())) > KEPT):
            del self._since[next(iter(self._since))]
        return self._since.setdefault(name, now)
