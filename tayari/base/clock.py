"""The one wall clock; everything else takes `now` as an argument."""

from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime

# Told of each reading while something is made that is to be kept: what reads the clock does not stay true for ever.
watcher: ContextVar[Callable[[], None] | None] = ContextVar("watcher", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC; also for commands that work on files without any site."""
    if (told := watcher.get()) is not None:
        told()
    return datetime.now(UTC)
