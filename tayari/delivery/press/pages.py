"""A pressed page: its bytes in each form, what it depends on, and how it answers a request."""

import hashlib
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings

from tayari.delivery.press import forms
from tayari.delivery.press.asking import Asked
from tayari.delivery.press.asks import Ask, are_answered_alike, unasked
from tayari.delivery.press.parts import Part
from tayari.delivery.press.recording import Count, Reader, Record
from tayari.delivery.press.versions import Versions

Headers = list[tuple[bytes, bytes]]

# For everybody: a browser asks each time whether its copy is the newest, a cache between may hold it for a second.
_PUBLIC = b"public, max-age=0, s-maxage=1, must-revalidate"
_OURS = {
    b"cache-control",
    b"cache-tag",
    b"content-length",
    b"date",
    b"etag",
    b"expires",
    b"last-modified",
    b"surrogate-key",
    b"vary",
}
_ABOUT, _AN_ASK = 3000, 500  # bytes of memory beside the bodies
_TAG = re.compile(rb'(?:W/)?("[^"]*")')


@dataclass(frozen=True, slots=True)
class Form:
    """One encoding, with its headers."""

    body: bytes
    tag: bytes
    headers: Headers
    unchanged: Headers


@dataclass(slots=True)
class Page:
    """`born` is the number of `Versions` before it was rendered, or found to be the same by asking again; `looked` the
    last at which it still held. `asks` are None when it cannot be asked about."""

    forms: Mapping[str, Form]
    tables: frozenset[str]
    until: datetime | None
    counts: tuple[Count, ...]
    born: int
    looked: int
    asks: tuple[Ask, ...] | None = None
    parts: Mapping[Hashable, Part] = field(default_factory=dict)

    @property
    def size(self) -> int:
        parts = sum(len(part.value) for part in self.parts.values())
        return sum(len(form.body) for form in self.forms.values()) + parts + _ABOUT + _AN_ASK * len(self.asks or ())

    def holds(self, versions: Versions, now: datetime) -> bool:
        """Whether it is what rendering would give at `now`."""
        if self.until is not None and now >= self.until:
            return False
        at = versions.now
        if self.looked == at:
            return True
        if not versions.stand(self.tables, self.born):
            return False
        self.looked = at
        return True

    def is_still_right(self, versions: Versions, now: datetime) -> bool:
        """Whether it is what rendering would give, although tables changed: of these it would be told the same.

        Asks the database; when it is, the page holds again.
        """
        if self.asks is None or (self.until is not None and now >= self.until):
            return False
        at = versions.now
        changed = versions.since(self.tables, self.born)
        if changed & unasked(self.tables, self.asks):
            return False
        if not are_answered_alike(ask for ask in self.asks if not changed.isdisjoint(ask.tables)):
            return False
        self.born = at
        return True

    def answer(self, asked: Asked) -> tuple[int, Headers, bytes]:
        """Status, headers and body."""
        form = self.forms[asked.form]
        if asked.held and _holds(asked.held, form.tag):
            return 304, form.unchanged, b""
        return 200, form.headers, b"" if asked.head else form.body

    def read_by(self, asked: Asked, now: datetime) -> None:
        """Count it, unless only its headers were asked for."""
        if self.counts and not asked.head:
            reader = Reader(asked.agent.decode("latin-1"), asked.ahead, asked.editor, now)
            for count in self.counts:
                count(reader)


def _holds(held: bytes, tag: bytes) -> bool:
    return held.strip() == b"*" or tag in _TAG.findall(held)


def made(headers: Iterable[tuple[bytes, bytes]], body: bytes, record: Record, born: int, latest: datetime) -> Page:
    """A page of what was rendered; it stands until `latest` at most."""
    kept = [(name, value) for name, value in headers if name not in _OURS]
    tables = settings.PRESS_ALWAYS | record.tables
    digest = hashlib.blake2b(repr(sorted(kept)).encode() + body, digest_size=12).hexdigest()
    rooms = sorted({table.partition("_")[0] for table in tables})
    common: Headers = [
        (b"cache-control", _PUBLIC),
        (b"vary", b"Accept-Encoding"),
        # The same twice: caches between look for the one or the other.
        (b"surrogate-key", " ".join(rooms).encode()),
        (b"cache-tag", ",".join(rooms).encode()),
    ]
    return Page(
        forms={name: _form(name, body, digest, kept, common) for name in forms.NAMES},
        tables=tables,
        asks=None if record.writes else tuple(record.asks),
        until=min(record.until, latest) if record.until else latest,
        counts=tuple(record.counts),
        parts=record.parts.kept,
        born=born,
        looked=-1,
    )


def _form(name: str, body: bytes, digest: str, kept: Headers, common: Headers) -> Form:
    """A strong tag is of these very bytes: each form has its own."""
    plain = name == forms.PLAIN
    sent = forms.compressed(name, body)
    tag = (f'"{digest}"' if plain else f'"{digest}-{name}"').encode()
    told = [*common, (b"etag", tag)]
    encoded = [] if plain else [(b"content-encoding", name.encode())]
    return Form(sent, tag, [*kept, *encoded, *told, (b"content-length", str(len(sent)).encode())], told)
