"""The last events of a channel as bytes, shared by all who are a little behind."""

from collections import deque

from tayari.delivery.streams.events import Event, News, frame

MOST_EVENTS, MOST_BYTES = 512, 1024 * 1024
_JOINED = 32


class Backlog:
    """Holds the frames of every event with a number above `before`, up to `newest`."""

    def __init__(self, epoch: str, newest: int) -> None:
        self.epoch, self.newest, self.before = epoch, newest, newest
        self.size = 0
        self._held: deque[tuple[int, bytes]] = deque()
        self._joined: dict[int, bytes] = {}

    def add(self, event: Event) -> bytes:
        """Append an event that is newer than all others; gives its frame."""
        told = frame(self.epoch, event)
        self._held.append((event.seq, told))
        self.newest = event.seq
        self.size += len(told)
        while len(self._held) > MOST_EVENTS or self.size > MOST_BYTES:
            seq, dropped = self._held.popleft()
            self.before, self.size = seq, self.size - len(dropped)
        self._joined.clear()
        return told

    def reach_back(self, seq: int, news: News) -> None:
        """Hold what came after `seq` as well, of which `news` has the first events; nothing where they do not meet, or
        where the first were removed in the meantime."""
        older = [event for event in news.events if event.seq <= self.before]
        if news.newest.epoch != self.epoch or not older or (older[0].seq, older[-1].seq) != (seq + 1, self.before):
            return
        for event in reversed(older):
            told = frame(self.epoch, event)
            self._held.appendleft((event.seq, told))
            self.size += len(told)
        self.before = seq
        self._joined.clear()

    def holds(self, seq: int) -> bool:
        """Whether everything after `seq` is here."""
        return self.before <= seq <= self.newest

    def after(self, seq: int) -> bytes:
        """The frames after `seq`, one bytes object for all who ask for the same. `holds(seq)` must be so."""
        if seq == self.newest:
            return b""
        if seq not in self._joined:
            if len(self._joined) >= _JOINED:
                self._joined.clear()
            self._joined[seq] = b"".join(told for number, told in self._held if number > seq)
        return self._joined[seq]
