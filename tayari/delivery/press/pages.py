"""A pressed page: its bytes in each form, what it depends on, and how it answers a request."""

import gzip
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from tayari.delivery.press.asking import Asked
from tayari.delivery.press.recording import Count, Reader, Record
from tayari.delivery.press.versions import Versions

Headers = list[tuple[bytes, bytes]]

# For everybody: a browser asks each time whether its copy is the newest, a cache between may hold it for a second.
_PUBLIC = b"public, max-age=0, s-maxage=1, must-revalidate"
_OURS = {b"content-length", b"etag", b"cache-control", b"vary", b"surrogate-key", b"last-modified", b"date", b"expires"}
_LEVEL = 9  # compressed once, sent often
_ABOUT = 1500  # bytes of memory beside the bodies
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
    """`born` is the number of `Versions` before it was rendered, `looked` the last at which it still held."""

    plain: Form
    zipped: Form
    tables: frozenset[str]
    until: datetime | None
    counts: tuple[Count, ...]
    born: int
    looked: int

    @property
    def size(self) -> int:
        return len(self.plain.body) + len(self.zipped.body) + _ABOUT

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

    def answer(self, asked: Asked) -> tuple[int, Headers, bytes]:
        """Status, headers and body."""
        form = self.zipped if asked.gzip else self.plain
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
    common: Headers = [
        (b"cache-control", _PUBLIC),
        (b"vary", b"Accept-Encoding"),
        (b"surrogate-key", " ".join(sorted({table.partition("_")[0] for table in tables})).encode()),
    ]
    return Page(
        plain=_form(body, f'"{digest}"', kept, common),
        zipped=_form(
            gzip.compress(body, _LEVEL, mtime=0), f'"{digest}-gz"', [*kept, (b"content-encoding", b"gzip")], common
        ),
        tables=tables,
        until=min(record.until, latest) if record.until else latest,
        counts=tuple(record.counts),
        born=born,
        looked=-1,
    )


def _form(body: bytes, tag: str, kept: Headers, common: Headers) -> Form:
    told = [*common, (b"etag", tag.encode())]
    return Form(body, tag.encode(), [*kept, *told, (b"content-length", str(len(body)).encode())], told)
