"""What a page that is being pressed depends on: tables, the clock, and who reads it."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from tayari.base import clock
from tayari.delivery.press import statements
from tayari.delivery.press.asks import Ask, heard, let_go
from tayari.delivery.press.parts import Parts, read

Count = Callable[["Reader"], None]


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of somebody who was given a pressed page: no cookie, no address. `ahead`: fetched, not yet read."""

    agent: str
    ahead: bool
    editor: bool
    now: datetime


@dataclass(slots=True)
class Record:
    """Kept with the page. `until` is the next instant at which it differs."""

    tables: set[str] = field(default_factory=set)
    asks: list[Ask] = field(default_factory=list)
    writes: bool = False
    until: datetime | None = None
    reads_clock: bool = False
    says_until: bool = False
    refusals: list[str] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    muted: int = 0
    entered: bool = False
    inner: "Record | None" = None
    parts: Parts = field(default_factory=Parts)

    def read_clock(self) -> None:
        self.reads_clock = True

    def see(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        """An execute wrapper: notes what a statement names, and what it was told."""
        if self.inner is not None:
            return self.inner.see(execute, sql, params, many, context)
        wrapper = context.get("cursor")
        if wrapper is not None:
            let_go(wrapper)
        if self.muted:
            return execute(sql, params, many, context)
        text = str(sql)
        named = statements.named(text)
        self.tables |= named
        result = execute(sql, params, many, context)
        if many or not statements.reads(text):
            self.writes = True
        elif wrapper is not None and (ask := heard(text, params, named, wrapper)):
            self.asks.append(ask)
        return result

    def part[Value](self, name: Hashable, make: Callable[[], Value]) -> Value:
        """What `make` gives, or gave when the page was rendered before."""
        self.muted += 1  # what is asked again is what was asked
        try:
            held = self.parts.standing(name)
        finally:
            self.muted -= 1
        if held is not None:
            self.tables |= held.tables
            self.asks += held.asks
            value: Value = read(held)
            return value
        inner = self.inner = Record(parts=self.parts)
        token, watched = _record.set(inner), clock.watcher.set(inner.read_clock)
        try:
            value = make()
        finally:
            clock.watcher.reset(watched)
            _record.reset(token)
            self.inner = None
            self._take(inner)
        if inner.rests_on_answers_alone:
            self.parts.keep(name, value, frozenset(inner.tables), inner.asks)
        return value

    @property
    def rests_on_answers_alone(self) -> bool:
        """Whether nothing but what the database told decides it: not the clock, nor who reads."""
        return not (self.writes or self.reads_clock or self.says_until or self.refusals or self.counts)

    def _take(self, inner: "Record") -> None:
        self.tables |= inner.tables
        self.asks += inner.asks
        self.writes |= inner.writes
        self.until = min((moment for moment in (self.until, inner.until) if moment), default=None)
        self.reads_clock |= inner.reads_clock
        self.says_until |= inner.says_until
        self.refusals += inner.refusals
        self.counts += inner.counts


_record: ContextVar[Record | None] = ContextVar("record", default=None)


def pressing() -> bool:
    """Whether what is rendered now may be kept and shown to others."""
    return _record.get() is not None


def until(moment: datetime | None) -> None:
    """What is rendered holds until `moment`, or for ever as far as the clock decides. Say it wherever `now` decides."""
    record = _record.get()
    if record is None:
        return
    record.says_until = True
    if moment is not None and (record.until is None or moment < record.until):
        record.until = moment


def tomorrow(now: datetime) -> datetime:
    """The site's next midnight: for what shows the day."""
    day = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time.min))


def refuse(reason: str) -> None:
    """What is rendered must not be kept."""
    if (record := _record.get()) is not None:
        record.refusals.append(reason)


def each_read(count: Count) -> None:
    """Have `count` called for everybody who is given this page, in the event loop: it must neither wait nor ask the
    database."""
    if (record := _record.get()) is not None:
        record.counts.append(count)


def part[Value](name: Hashable, make: Callable[[], Value]) -> Value:
    """What `make` gives; kept beside the page, so that rendering that again makes only those anew that changed.

    `name` says all that decides it beside what it asks of the database. It can be pickled.
    """
    record = _record.get()
    return make() if record is None or record.muted else record.part(name, make)


@contextmanager
def settled() -> Iterator[None]:
    """What is read inside changes no more before the instant that the page names, so its table is no dependency."""
    record = _record.get()
    if record is None:
        yield
        return
    record.muted += 1
    try:
        yield
    finally:
        record.muted -= 1


@contextmanager
def into(record: Record, request: HttpRequest) -> Iterator[None]:
    """Note everything that is done inside for `request`."""
    if isinstance(request, WSGIRequest):
        request.__class__ = _Pressed
    record.entered = True
    statements.tables()  # before the wrapper, which asks for them
    token, watched = _record.set(record), clock.watcher.set(record.read_clock)
    see, wrappers = record.see, connection.execute_wrappers
    wrappers.append(see)
    try:
        yield
    finally:
        # Not the last: a connection that was opened inside has brought one that watches, and must keep it.
        wrappers.remove(see)
        clock.watcher.reset(watched)
        _record.reset(token)


class _Pressed(WSGIRequest):
    """A request that notes what of it a page looks at."""

    @property
    def now(self) -> datetime:
        if (record := _record.get()) is not None:
            record.read_clock()
        moment: datetime = self.__dict__["now"]
        return moment

    @property
    def COOKIES(self) -> dict[str, str]:  # type: ignore[override]
        refuse("it looks at cookies")
        cookies: dict[str, str] = self.__dict__.get("COOKIES", {})
        return cookies
