"""When a group is whole: as soon as nobody more is on the way to it.

A writer that begins while an event loop still brings items and takes answers away gets a smaller group and shares the
interpreter with the loop in turns of 5 ms; waiting until the loop has been quiet costs less than either.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

QUIET = 0.001
"""Seconds for which a loop brings nothing, and then nothing more is on its way."""
MOST = 0.02
"""Seconds after which a group goes, whatever else is coming."""


class Gathering:
    """Of one carrier. `whole` is called in a loop's thread whenever that loop has been quiet."""

    def __init__(self, whole: Callable[[], None]) -> None:
        self._whole = whole
        self._coming = Counter[asyncio.AbstractEventLoop]()  # what each loop that is watched brought since it was asked
        self._untold = set[asyncio.AbstractEventLoop]()  # loops that have not taken the last group's answers yet

    @property
    def is_under_way(self) -> bool:
        return any(not loop.is_closed() for loop in [*self._coming, *self._untold])

    def came(self, loop: asyncio.AbstractEventLoop) -> None:
        """In the loop: it brought an item, or answers that make their readers send the next."""
        if loop not in self._coming:
            loop.call_later(QUIET, self._ask, loop)
        self._coming[loop] += 1

    def tell(self, loop: asyncio.AbstractEventLoop, settle: Callable[[Sequence[Any]], None], told: Any) -> None:
        """Have the loop do `settle(told)`, after which more may come. Raises RuntimeError when it has ended."""
        self._untold.add(loop)
        try:
            loop.call_soon_threadsafe(self._settle, loop, settle, told)
        except RuntimeError:
            self._untold.discard(loop)
            raise

    def _settle(self, loop: asyncio.AbstractEventLoop, settle: Callable[[Sequence[Any]], None], told: Any) -> None:
        settle(told)
        self.came(loop)
        self._untold.discard(loop)

    def _ask(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._coming[loop]:
            self._coming[loop] = 0
            loop.call_later(QUIET, self._ask, loop)
        else:
            del self._coming[loop]
            self._whole()
