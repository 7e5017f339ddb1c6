"""Counts reads without a cookie: in memory at first, written in one go now and then."""

import logging
import re
import threading
from collections import Counter
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import OperationalError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from tayari.articles.models import ReadCount
from tayari.delivery.press.recording import Reader

_BOTS = re.compile(r"bot|crawl|spider|slurp|preview|fetch|scan|monitor|curl|wget|python|http|lighthouse", re.IGNORECASE)
_EVERY = timedelta(seconds=10)
_log = logging.getLogger(__name__)

Key = tuple[UUID, str, date]


class _Tally:
    """Reads that are not written yet. One a process; its lock keeps the server's threads apart."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.counted: Counter[Key] = Counter()
        self.since: datetime | None = None

    def add(self, key: Key, now: datetime) -> bool:
        """Count one; True when it is time to write."""
        with self.lock:
            self.counted[key] += 1
            self.since = self.since or now
            return now - self.since >= _EVERY

    def take(self) -> Counter[Key]:
        with self.lock:
            taken, self.counted, self.since = self.counted, Counter(), None
            return taken

    def give_back(self, taken: Counter[Key], now: datetime) -> None:
        with self.lock:
            self.counted.update(taken)
            self.since = self.since or now


_TALLY = _Tally()


def counts(request: HttpRequest) -> bool:
    """Whether this is a person reading: a GET, no editor, no program, nothing fetched ahead or previewed."""
    ahead = "prefetch" in request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    if request.method != "GET" or ahead or not _is_person(request.headers.get("User-Agent", "")):
        return False
    if getattr(request, "is_preview", False):
        return False
    user = getattr(request, "user", None)
    return not (user and (user.is_staff or user.has_perm("wagtailadmin.access_admin")))


def _is_person(agent: str) -> bool:
    return bool(agent) and not _BOTS.search(agent)


def tally(translation_key: UUID, language: str, reader: Reader) -> None:
    """Count one read of a pressed page, in memory only: whoever serves it must not wait for the database."""
    if not (reader.editor or reader.ahead) and _is_person(reader.agent):
        _TALLY.add((translation_key, language, timezone.localdate(reader.now)), reader.now)


def count(translation_key: UUID, language: str, *, now: datetime) -> None:
    """Count one read; write what has gathered when the last writing is long enough ago."""
    if _TALLY.add((translation_key, language, timezone.localdate(now)), now):
        flush(now=now)


def flush(*, now: datetime) -> int:
    """Write what has gathered and return how many reads that was. A busy database keeps them for the next time."""
    taken = _TALLY.take()
    if not taken:
        return 0
    try:
        with transaction.atomic():
            for (key, language, day), reads in taken.items():
                _write(key, language, day, reads)
    except OperationalError:
        _TALLY.give_back(taken, now)
        _log.warning("%d reads wait for a free database", taken.total())
        return 0
    return taken.total()


def forget() -> None:
    """Drop what has gathered."""
    _TALLY.take()


def _write(key: UUID, language: str, day: date, reads: int) -> None:
    row, fresh = ReadCount.objects.get_or_create(
        translation_key=key, language=language, day=day, defaults={"reads": reads}
    )
    if not fresh:
        ReadCount.objects.filter(pk=row.pk).update(reads=F("reads") + reads)
