"""Where pressed pages stand: the longest unread go first when there is no more room."""

import threading
from collections import OrderedDict

from tayari.delivery.press.asking import Key
from tayari.delivery.press.pages import Page


class Shelf:
    """At most `most` bytes."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self.lock = threading.Lock()
        self.pages: OrderedDict[Key, Page] = OrderedDict()

    def get(self, key: Key) -> Page | None:
        """Without the lock: each step is whole by itself, and a page that went meanwhile is only not moved."""
        page = self.pages.get(key)
        if page is not None:
            try:
                self.pages.move_to_end(key)
            except KeyError:
                return None
        return page

    def put(self, key: Key, page: Page) -> None:
        with self.lock:
            self._drop(key)
            self.pages[key] = page
            self.size += page.size
            while self.size > self.most and self.pages:
                self._drop(next(iter(self.pages)))

    def drop(self, key: Key) -> None:
        with self.lock:
            self._drop(key)

    def _drop(self, key: Key) -> None:
        old = self.pages.pop(key, None)
        if old is not None:
            self.size -= old.size

    def standing(self) -> list[tuple[Key, Page]]:
        with self.lock:
            return list(self.pages.items())

    def addresses(self) -> list[Key]:
        """The last read first."""
        with self.lock:
            return list(reversed(self.pages))
