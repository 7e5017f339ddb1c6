"""All open streams of one process: who may follow, what he missed, and what has come."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from typing import Any

from django.db import close_old_connections

from tayari.delivery.streams import answers, events, files, hearing
from tayari.delivery.streams.answers import Asked
from tayari.delivery.streams.events import Cursor
from tayari.delivery.streams.readers import Reader, Send, body
from tayari.delivery.streams.sources import Channel, Source
from tayari.delivery.streams.stream import MOST_BEHIND, TURNS, Stream

log = logging.getLogger(__name__)

Receive = Callable[[], Awaitable[Any]]
Answering = Callable[[Receive, Send], Awaitable[None]]

_KNOWN_FOR = 2  # seconds that an address is known to name a channel
_LOOK = 5  # seconds after which a stream asks for news that nobody told it of
_KEPT = 60  # seconds that a stream is kept which nobody follows
_MOST_PLACES, _MOST_FILES = 4096, 128


class Hub:
    """At most `most` streams are open at once. Everything but what is asked of a source happens in the event loop."""

    def __init__(self, most: int) -> None:
        self.most, self.opened = most, 0
        self.streams: dict[Channel, Stream] = {}
        self.places: dict[str, tuple[float, Channel | None]] = {}
        self.loading: dict[Channel, asyncio.Task[Stream | None]] = {}
        self.files: dict[tuple[Channel, files.Range, Cursor], bytes] = {}
        self.pool = ThreadPoolExecutor(2, thread_name_prefix="streams")
        self.turns = count()
        self.tasks: set[asyncio.Task[Any]] = set()
        self.is_closing = False

    def start(self) -> None:
        """Listen for news, here and from other processes; begin to tick."""
        loop = asyncio.get_running_loop()

        def heard(subject: str) -> None:
            loop.call_soon_threadsafe(self._told, subject)

        self.deaf = hearing.listen(heard)
        self.others = hearing.others()
        if self.others:
            self.others.start()
        self._do(self._tick())

    def close(self) -> None:
        """End every stream, and tell its reader to come back at a moment of his own. Takes no more of them."""
        if self.is_closing:
            return
        self.is_closing = True
        self.deaf()
        if self.others:
            self.others.stop()
        for stream in self.streams.values():
            stream.end()
        for task in self.tasks:
            task.cancel()
        self.pool.shutdown(wait=False, cancel_futures=True)

    def opener(self, scope: Any) -> Answering | None:
        """Who answers a request; None when it is not for a stream."""
        asked = answers.of_scope(scope)
        if asked is None or (asked.head and not asked.rest):
            return None
        return partial(self._answer, asked)

    async def _answer(self, asked: Asked, receive: Receive, send: Send) -> None:
        if not asked.rest and (self.is_closing or self.opened >= self.most):
            wait = str(random.randint(5, 20)).encode()  # noqa: S311 (so that not all come back at once)
            await answers.say(send, 503, b"Too many follow just now; the page asks by itself.", (b"retry-after", wait))
            return
        # Before anything is waited for: after a restart all of them come at once.
        self.opened += not asked.rest
        try:
            await self._answer_from_stream(asked, receive, send)
        finally:
            self.opened -= not asked.rest

    async def _answer_from_stream(self, asked: Asked, receive: Receive, send: Send) -> None:
        stream = await self._stream(asked)
        if stream is None:
            await answers.say(send, 404, b"Nothing is followed at this address.")
        elif asked.rest:
            await self._file(stream, asked, send)
        elif not stream.is_open and asked.cursor == stream.newest:
            # To an EventSource this says: do not come back.
            await answers.say(send, 204)
        else:
            await self._follow(stream, asked.cursor, receive, send)

    async def _follow(self, stream: Stream, cursor: Cursor | None, receive: Receive, send: Send) -> None:
        reader = Reader(send, stream.backlog.newest, asyncio.current_task(), next(self.turns) % TURNS)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": answers.STREAM})
            told = events.retry(random.randint(2000, 6000)) + await self._missed(stream, cursor, reader)  # noqa: S311
            await send(body(told))
            # What came since is in the backlog; between these two lines nothing can.
            stream.readers.add(reader)
            stream.catch_up(reader)
            if self.is_closing or self.streams.get(stream.channel) is not stream:
                # Taken down while he was told what he had missed: nobody feeds this stream any more.
                reader.end()
            while stream.is_open and (await receive())["type"] != "http.disconnect":
                pass
            # An end that was asked for while nothing was waited for comes here, and not to whoever waits for this task.
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            # Each comes back at a moment of his own.
            await send(body(events.retry(random.randint(500, 5000))))  # noqa: S311
        finally:
            stream.readers.discard(reader)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _missed(self, stream: Stream, cursor: Cursor | None, reader: Reader) -> bytes:
        """What `reader` is sent first; sets how far he is with it. Without a cursor he begins with what comes."""
        if cursor is None:
            return b""
        if stream.can_replay(cursor):
            async with stream.fetching:
                if not stream.backlog.holds(cursor.seq):
                    news = await self._ask(stream.source.news, stream.channel, cursor.seq, MOST_BEHIND)
                    if news:
                        stream.backlog.reach_back(cursor.seq, news)
            if stream.backlog.holds(cursor.seq):
                reader.seq = stream.backlog.newest
                return stream.backlog.after(cursor.seq)
        async with stream.fetching:
            if stream.fresh is None:
                made = await self._ask(stream.source.fresh, stream.channel)
                if made is None:
                    return b""
                stream.fresh = made[0], events.reset(*made)
        cursor, told = stream.fresh
        reader.seq = cursor.seq
        return told

    async def _file(self, stream: Stream, asked: Asked, send: Send) -> None:
        newest = stream.newest
        wanted = files.wanted(asked.rest, asked.epoch)
        if asked.rest == files.NEWEST:
            told, lifetime = files.newest(newest, stream.first, is_open=stream.is_open), files.FOR_A_MOMENT
        elif wanted and wanted.is_in(newest):
            told, lifetime = await self._range(stream, wanted, newest), wanted.lifetime(newest)
        else:
            await answers.say(send, 404, b"There are no such events.")
            return
        await answers.say(send, 200, told, (b"cache-control", lifetime.encode()), kind=b"application/json")

    async def _range(self, stream: Stream, wanted: files.Range, newest: Cursor) -> bytes:
        key = stream.channel, wanted, newest
        if key not in self.files:
            news = await self._ask(stream.source.news, stream.channel, wanted.first - 1, files.MOST)
            while len(self.files) >= _MOST_FILES:
                del self.files[next(iter(self.files))]
            self.files[key] = files.written(wanted, newest, news.events if news else ())
        return self.files[key]

    async def _stream(self, asked: Asked) -> Stream | None:
        """The stream of an address; None when there is none, or readers may not have it."""
        now = asyncio.get_running_loop().time()
        known = self.places.get(asked.base)
        if known is None or known[0] < now:
            if len(self.places) >= _MOST_PLACES:
                self.places.clear()
            known = self.places[asked.base] = now + _KNOWN_FOR, await self._ask(asked.source.find, asked.base)
        channel = known[1]
        if channel is None:
            return None
        stream = self.streams.get(channel)
        if stream is None:
            if channel not in self.loading:
                self.loading[channel] = self._do(self._load(asked.source, channel))
            stream = await asyncio.shield(self.loading[channel])
        if stream is not None:
            stream.unused = 0
        return stream

    async def _load(self, source: Source, channel: Channel) -> Stream | None:
        try:
            news = await self._ask(source.news, channel, 0, 0)
            if news is None:
                return None
            stream = self.streams[channel] = Stream(source, channel, news)
            return stream
        finally:
            self.loading.pop(channel, None)

    def _told(self, subject: str) -> None:
        for channel, stream in self.streams.items():
            if subject in (channel.subject, hearing.EVERYTHING):
                self._look(stream)

    def _look(self, stream: Stream) -> None:
        """Ask for news; while that is under way, one more time afterwards will do for all who ask."""
        stream.again = True
        if not stream.refreshing and not self.is_closing:
            self._do(self._refresh(stream))

    async def _refresh(self, stream: Stream) -> None:
        stream.refreshing = True
        try:
            while stream.again:
                stream.again = False
                news = await self._ask(stream.source.news, stream.channel, stream.backlog.newest, MOST_BEHIND)
                if news is None:
                    self.streams.pop(stream.channel, None)
                    stream.end()
                    return
                await stream.take(news)
                stream.again = stream.again or len(news.events) == MOST_BEHIND
        finally:
            stream.refreshing = False

    async def _tick(self) -> None:
        for second in count(1):
            await asyncio.sleep(1)
            for channel, stream in tuple(self.streams.items()):
                stream.unused = 0 if stream.readers else stream.unused + 1
                if stream.unused > _KEPT:
                    del self.streams[channel]
                    continue
                stream.beat(second % TURNS)
                if second % _LOOK == 0:
                    self._look(stream)

    async def _ask[Answer](self, question: Callable[..., Answer], *about: Any) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self.pool, _asked, question, *about)

    def _do[Result](self, work: Coroutine[Any, Any, Result]) -> "asyncio.Task[Result]":
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("a stream could not be followed", exc_info=error)


def _asked[Answer](question: Callable[..., Answer], *about: Any) -> Answer:
    """In a thread that keeps its database connection as long as it is good."""
    close_old_connections()
    return question(*about)
