"""Which pages a change has refreshed, and how late: for the editors' page. Nothing is decided by it."""

import threading
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tayari.delivery.press.asking import Key
from tayari.delivery.press.pages import Page
from tayari.delivery.press.versions import Changed, Versions

_MOST = 2000  # pages that were made anew
_SHOWN = 30  # changes


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made anew: seconds from the commit until it stood, and those that its rendering took."""

    key: Key
    number: int
    late: float
    took: float


@dataclass(slots=True)
class Refresh:
    """What one change did to the pages that were kept. `waiting` are made when they are next asked for."""

    at: datetime
    name: str
    heard: float
    made: list[Made] = field(default_factory=list)
    waiting: list[Key] = field(default_factory=list)

    @property
    def latest(self) -> float:
        return max((one.late for one in self.made), default=0.0)


class Refreshes:
    """Of one press: the last of its pages that were made anew because something had changed."""

    def __init__(self, told: Versions) -> None:
        self.versions = told
        self.lock = threading.Lock()
        self.made: deque[Made] = deque(maxlen=_MOST)

    def note(self, key: Key, old: Page, begun: float) -> None:
        """The page of `key` stands anew; `old` stood before it, `begun` is when the rendering began."""
        change = self.versions.first(old.tables, old.born)
        if change is not None:
            now = time.monotonic()
            with self.lock:
                self.made.append(Made(key, change.number, now - change.at, now - begun))

    def shown(self, kept: list[tuple[Key, Page]], now: datetime) -> list[Refresh]:
        """The last changes that touched a page, the newest first. `kept` are all pages on the shelf."""
        moment = time.monotonic()
        with self.lock:
            made = list(self.made)
        found: dict[int, Refresh] = {
            change.number: Refresh(now - timedelta(seconds=moment - change.at), self._name(change), change.heard)
            for change in tuple(self.versions.last)
        }
        for one in made:
            if one.number in found:
                found[one.number].made.append(one)
        for key, page in kept:
            change = self.versions.first(page.tables, page.born)
            if change is not None and change.number in found:
                found[change.number].waiting.append(key)
        touched = [refresh for _, refresh in sorted(found.items(), reverse=True) if refresh.made or refresh.waiting]
        return touched[:_SHOWN]

    def _name(self, change: Changed) -> str:
        rooms = sorted({table.partition("_")[0] for table in change.tables})
        return self.versions.names.get(change.number) or f"A change in {', '.join(rooms)}"
