"""The press itself, a WSGI application around Django's: answers from the shelf, and fills it."""

import io
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from http.client import responses
from typing import Any

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

from tayari.base import clock
from tayari.delivery.press import asking, pages
from tayari.delivery.press.asking import Asked, Key
from tayari.delivery.press.middleware import RECORD
from tayari.delivery.press.pages import Headers, Page
from tayari.delivery.press.parts import Parts
from tayari.delivery.press.recording import Record
from tayari.delivery.press.refreshes import Refreshes
from tayari.delivery.press.refusals import refusal
from tayari.delivery.press.shelf import Shelf
from tayari.delivery.press.versions import Versions, versions

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

MOST = 64 * 1024 * 1024  # bytes of all pages
# A second net beneath the dependencies: no page stands longer without being rendered anew.
LONGEST = timedelta(minutes=10)
_REMEMBERED, _REFUSED = 4096, timedelta(minutes=1)
# Renderings share one interpreter: of many at once all end last. Two, so that one that waits for the database holds
# up none.
AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Rendered:
    """What Django answered to nobody in particular."""

    status: int
    headers: Headers
    body: bytes


class Press:
    """Wraps `application`. `found` is what an async front asks first; calling it answers any request."""

    def __init__(self, application: Application, *, most: int = MOST, told: Versions = versions) -> None:
        self.application, self.versions = application, told
        self.shelf = Shelf(most)
        self.refreshes = Refreshes(told)
        # Single flight: whoever asks for the same page waits for the one who renders it. Two pages may share a lock.
        self.locks = tuple(threading.Lock() for _ in range(64))
        self.places = threading.BoundedSemaphore(AT_ONCE)
        self.refused: OrderedDict[Key, tuple[datetime, str]] = OrderedDict()

    def found(self, asked: Asked, now: datetime) -> Page | None:
        """The page that answers `asked`, when one stands and holds."""
        return self._standing(asked.key, now)

    def is_made_anew(self, asked: Asked) -> bool:
        """Whether a page answered this before: then one rendering will do for all who wait."""
        return asked.key in self.shelf.pages

    def _standing(self, key: Key, now: datetime) -> Page | None:
        page = self.shelf.get(key)
        return page if page is not None and page.holds(self.versions, now) else None

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked = asking.of_environ(environ)
        if asked is None or not _is_pressed(asked.key.path):
            return self.application(environ, start_response)
        now = clock.now()
        page = self._standing(asked.key, now) or self._pressed(asked.key, now)
        if page is None:
            return self.application(environ, start_response)
        page.read_by(asked, now)
        status, headers, body = page.answer(asked)
        told = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
        start_response(f"{status} {responses[status]}", told)
        return [body]

    def refusal_of(self, key: Key, now: datetime) -> str:
        """Why the page of `key` was not kept within the last minute; empty when it was, or nobody asked for it."""
        since, why = self.refused.get(key, (None, ""))
        return why if since is not None and now - since < _REFUSED else ""

    def _pressed(self, key: Key, now: datetime) -> Page | None:
        if self.refusal_of(key, now):
            return None
        with self.locks[hash(key) % len(self.locks)]:
            now = clock.now()
            if self.refusal_of(key, now):
                return None
            return self._standing(key, now) or self._still_right(key, now) or self.press(key)

    def _still_right(self, key: Key, now: datetime) -> Page | None:
        """The page that stood until something changed, when that leaves it as it is: asking costs a hundredth."""
        page = self.shelf.pages.get(key)
        return page if page is not None and page.is_still_right(self.versions, now) else None

    def press(self, key: Key) -> Page | None:
        """Render the page of `key` for nobody in particular, and keep it; None when it must not be kept."""
        with self.places:
            # Not before there is a place: what changes while it waits for one is in the page.
            born, now = self.versions.now, clock.now()
            old, begun = self.shelf.pages.get(key), time.monotonic()
            record = Record(parts=Parts(born, old.parts if old else {}, self.versions))
            rendered = self._render(key, record)
        if why := refusal(rendered.status, rendered.headers, rendered.body, record, now):
            self._remember(key, now, why)
            return None
        page = pages.made(rendered.headers, rendered.body, record, born, now + LONGEST)
        self.shelf.put(key, page)
        if old is not None:
            self.refreshes.note(key, old, begun)
        return page

    def _remember(self, key: Key, now: datetime, why: str) -> None:
        self.shelf.drop(key)
        self.refused[key] = (now, why)
        self.refused.move_to_end(key)
        while len(self.refused) > _REMEMBERED:
            self.refused.popitem(last=False)

    def _render(self, key: Key, record: Record) -> Rendered:
        told: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            passed = ((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers)
            told[:] = [int(status.split(" ", 1)[0]), list(passed)]

        response: Any = self.application(_asked_by_nobody(key, record), start)
        try:
            body = b"".join(response)
        finally:
            if hasattr(response, "close"):
                response.close()
        return Rendered(told[0], told[1], body)


def _asked_by_nobody(key: Key, record: Record) -> Environ:
    """A request that has nothing of the reader's in it but the address: what is not there cannot be kept."""
    name, _, port = key.host.partition(":")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": key.path,
        "QUERY_STRING": key.question,
        "SERVER_NAME": name,
        "SERVER_PORT": port or ("443" if key.scheme == "https" else "80"),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": key.host,
        "HTTP_X_FORWARDED_PROTO": key.scheme,
        "CONTENT_LENGTH": "0",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": key.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        RECORD: record,
    }


@lru_cache(maxsize=4096)
def _is_pressed(path: str) -> bool:
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            return resolve(path).url_name in settings.PRESS_ROUTES
        except Resolver404:
            return False
