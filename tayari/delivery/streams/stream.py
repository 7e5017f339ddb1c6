"""One channel as its readers follow it. All of it happens in the event loop: nothing comes between two lines."""

import asyncio
from collections.abc import Iterable

from tayari.delivery.streams.backlog import Backlog
from tayari.delivery.streams.events import HEARTBEAT, Cursor, Event, News
from tayari.delivery.streams.readers import Reader, body
from tayari.delivery.streams.sources import Channel, Source

MOST_BEHIND = 512
"""Who has missed more than so many events gets everything anew instead of one after the other."""
TURNS = 15  # seconds from one heartbeat to the next
_AT_ONCE = 500  # readers that are served before others have their turn
_BEAT = body(HEARTBEAT)


class Stream:
    """The newest number, the last events and the readers of a channel."""

    def __init__(self, source: Source, channel: Channel, news: News) -> None:
        self.source, self.channel = source, channel
        self.is_open, self.first = news.is_open, news.first
        self.backlog = Backlog(news.newest.epoch, news.newest.seq)
        self.readers: set[Reader] = set()
        self.refreshing = self.again = self.is_gone = False
        self.unused = 0  # seconds
        self.fresh: tuple[Cursor, bytes] | None = None
        self.fetching = asyncio.Lock()

    @property
    def newest(self) -> Cursor:
        return Cursor(self.backlog.epoch, self.backlog.newest)

    def can_replay(self, cursor: Cursor) -> bool:
        """Whether all that came after `cursor` is known, and not too much."""
        if cursor.seq == 0 and self.first == 1:
            return self.backlog.newest <= MOST_BEHIND
        same = cursor.epoch == self.backlog.epoch and self.first - 1 <= cursor.seq <= self.backlog.newest
        return same and self.backlog.newest - cursor.seq <= MOST_BEHIND

    async def take(self, news: News) -> None:
        """Go on to what `news` tells; readers get it."""
        self.is_open, self.first = news.is_open, news.first
        if self.backlog.newest == 0:
            # The first event of all begins the numbering: nobody holds a number of another.
            self.backlog.epoch = news.newest.epoch
        back = news.newest.seq < self.backlog.newest
        events = [event for event in news.events if event.seq > self.backlog.newest]
        is_torn = bool(events) and events[0].seq != self.backlog.newest + 1
        if news.newest.epoch != self.backlog.epoch or back or is_torn:
            # Another numbering, or events that are kept no more: whoever comes back from before gets everything anew.
            self.backlog = Backlog(news.newest.epoch, news.newest.seq)
            self.fresh = None
            self.end()
            return
        await self._publish(events)

    async def _publish(self, events: Iterable[Event]) -> None:
        before = self.backlog.newest
        told = b"".join([self.backlog.add(event) for event in events])
        if not told:
            return
        self.fresh, message, newest = None, body(told), self.backlog.newest
        for place, reader in enumerate(tuple(self.readers)):
            if place % _AT_ONCE == _AT_ONCE - 1:
                await asyncio.sleep(0)
            if reader.seq == before and not reader.is_waiting:
                reader.seq = newest
                reader.tell(message, self.catch_up)
            else:
                self.catch_up(reader)

    def catch_up(self, reader: Reader) -> None:
        """Send what came since; one event or many, the same bytes for all who stand where he does."""
        if reader.is_waiting or reader.seq >= self.backlog.newest or reader not in self.readers:
            return
        if not self.backlog.holds(reader.seq):
            reader.end()
            return
        told, reader.seq = self.backlog.after(reader.seq), self.backlog.newest
        reader.tell(body(told), self.catch_up)

    def beat(self, turn: int) -> None:
        """A heartbeat to those whose turn it is. Who has not yet taken what was sent a turn ago is too slow, and where
        nothing is to come nobody need wait."""
        for reader in [reader for reader in self.readers if reader.turn == turn]:
            if reader.is_waiting or not self.is_open:
                reader.end()
            else:
                reader.tell(_BEAT, self.catch_up)

    def end(self) -> None:
        """End every reader's stream."""
        for reader in tuple(self.readers):
            reader.end()
