"""Whether the site answers: a sign of life every few seconds, and each gap between two of them kept as downtime."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import close_old_connections, connection, transaction

from tayari.base.locks import locked
from tayari.base.models import Downtime, JobRun

log = logging.getLogger(__name__)

NAME = "server"
EVERY = timedelta(seconds=2)
STALL = timedelta(seconds=10)
"""Signs further apart than this mean that the machine, the process or the database stood still."""

Sign = Callable[[], datetime | None]
_signs: list[Sign] = []
_beat_at: datetime | None = None


def sign(last: Sign) -> None:
    """Register what tells when the site last answered someone: downtime begins no earlier than that."""
    _signs.append(last)


def begin(*, now: datetime) -> None:
    """The server starts: since the last sign of life it was down.

    With SQLite there is one server, so that every gap is downtime. With PostgreSQL others may have answered.
    """
    _beat(now=now, gap=timedelta(0) if connection.vendor == "sqlite" else 2 * EVERY)


def look(*, now: datetime) -> None:
    """Before a clock is judged: if this process stood still, note it first. Costs nothing while it did not."""
    if _beat_at is not None and now - _beat_at > STALL:
        _beat(now=now, gap=STALL)


@transaction.atomic
def _beat(*, now: datetime, gap: timedelta) -> None:
    row, _ = locked(JobRun.objects.all()).get_or_create(name=NAME, defaults={"started_at": now})
    if now - row.started_at > gap:
        told = [last for last in (one() for one in _signs) if last is not None and last <= now]
        Downtime.objects.create(begin_at=max([row.started_at, *told]), end_at=now)
    if now > row.started_at:
        row.started_at = now
        row.save(update_fields=["started_at"])
    transaction.on_commit(lambda: _remember(now))


def _remember(now: datetime) -> None:
    global _beat_at
    _beat_at = now


def beat_at() -> datetime | None:
    """The last sign of life that this process knows of."""
    return _beat_at


def heard(at: datetime | None) -> None:
    """Another process of this server gave a sign of life then."""
    global _beat_at
    if at is not None and (_beat_at is None or at > _beat_at):
        _beat_at = at


class Heart(threading.Thread):
    """Gives a sign of life every few seconds until `stop()`."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__(name="heart", daemon=True)
        self.clock = clock
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.wait(EVERY.total_seconds()):
            try:
                close_old_connections()
                _beat(now=self.clock(), gap=STALL)
            except Exception:
                # A locked or lost database: no sign of life, which is the truth of it.
                log.exception("the sign of life could not be written")

    def stop(self) -> None:
        self._stopping.set()
