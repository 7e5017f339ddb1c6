"""Hears of what other processes changed, ten times a second."""

import logging
import threading
from datetime import datetime, timedelta
from itertools import count

from django.db import DatabaseError, close_old_connections, connection
from wagtail.models import Site

from tayari.base import clock
from tayari.delivery.models import Change
from tayari.delivery.press import watching
from tayari.delivery.press.versions import Versions, versions

log = logging.getLogger(__name__)

EVERY, BACK_EVERY = 0.1, 4  # seconds from one listening to the next, and how many of them to one that looks back
KEPT = timedelta(hours=1)
_ADDRESSES = {"wagtailcore_page", "wagtailcore_site", "wagtailcore_locale"}
# On PostgreSQL a lower number may become visible after a higher one: so many below the highest are looked at again.
BACK = 500


class Heard:
    """The changes of others that were heard of already."""

    def __init__(self, told: Versions = versions) -> None:
        self.versions, self.seen, self.highest = told, set[int](), 0
        self.begun = False

    def listen(self, *, back: bool = True) -> int:
        """Take over what is new, `back` also below the highest; gives how many changes that were. One query."""
        after = self.highest - BACK if back else self.highest
        rows = Change.objects.filter(pk__gt=after).exclude(process=watching.ME).values_list("pk", "tables", "at")
        new = {pk: (tables.split(), at) for pk, tables, at in rows if pk not in self.seen}
        if new:
            self.highest = max(self.highest, *new)
            self.seen = {pk for pk in self.seen | set(new) if pk > self.highest - BACK}
            since = min(at for _, at in new.values())
            tables = {table for tables, _ in new.values() for table in tables}
            if tables & _ADDRESSES:
                # Wagtail keeps in this process where its sites' pages begin.
                Site.clear_site_root_paths_cache()
            self.versions.changed(tables, ago=max(0.0, (clock.now() - since).total_seconds()))
        if not self.begun:
            # What was rendered before the first listening may rest on what others changed just then.
            self.begun = True
            self.versions.all_changed()
        return len(new)


class Follower(threading.Thread):
    """Listens until `stop()`."""

    def __init__(self, heard: Heard) -> None:
        super().__init__(name="press", daemon=True)
        self.heard = heard
        self._stopping = threading.Event()

    def run(self) -> None:
        for turn in count():
            if self._stopping.is_set():
                break
            try:
                self.heard.listen(back=turn % BACK_EVERY == 0)
            except DatabaseError:
                log.exception("the press could not hear of changes")
                close_old_connections()
            self._stopping.wait(EVERY)
        connection.close()

    def stop(self) -> None:
        self._stopping.set()


def forget(*, now: datetime) -> int:
    """Delete what every process has long heard of."""
    return Change.objects.filter(at__lt=now - KEPT).delete()[0]
