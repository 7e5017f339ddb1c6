"""A source in memory, and readers who follow it as an EventSource does."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from tayari.delivery.streams import sources
from tayari.delivery.streams.events import Cursor, Event, News
from tayari.delivery.streams.hub import Hub
from tayari.delivery.streams.sources import Channel

CHANNEL = Channel("subject", "en")
ADDRESS = "/test/it/events"


class Memory:
    """Events as a list; `epoch` and `first` can be changed as a database would."""

    def __init__(self) -> None:
        self.epoch, self.first, self.is_open, self.is_public = "a1", 1, True, True
        self.words: list[str] = []
        self.asked = 0

    def names(self, base: str) -> bool:
        return base == "/test/it"

    def find(self, base: str) -> Channel | None:
        return CHANNEL if self.is_public else None

    def news(self, channel: Channel, after: int, most: int) -> News | None:
        if not self.is_public:
            return None
        self.asked += 1
        told = tuple(
            Event(seq, json.dumps({"seq": seq, "words": self.words[seq - 1]}))
            for seq in range(max(after, self.first - 1) + 1, min(after + most, len(self.words)) + 1)
        )
        return News(Cursor(self.epoch, len(self.words)), self.is_open, self.first, told)

    def fresh(self, channel: Channel) -> tuple[Cursor, str] | None:
        return Cursor(self.epoch, len(self.words)), json.dumps({"all": list(self.words)})


class Follower:
    """One browser: keeps its cursor over connections, and everything it was told."""

    def __init__(self, hub: Hub, *, taking: Callable[[], Any] | None = None) -> None:
        self.hub, self.taking = hub, taking
        self.last = ""
        self.seqs: list[int] = []
        self.words: list[str] = []
        self.resets = 0
        self.status = 0
        self.bytes = b""
        self.headers: dict[bytes, bytes] = {}
        self.task: asyncio.Task[None] | None = None

    def connect(self, question: str = "", path: str = ADDRESS) -> None:
        headers = [(b"last-event-id", self.last.encode())] if self.last else []
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "query_string": question.encode(),
            "headers": headers,
        }
        answer = self.hub.opener(scope)
        assert answer is not None
        self.gone = asyncio.Event()
        self.task = asyncio.ensure_future(answer(self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if self.taking and message["type"] == "http.response.body" and message["body"]:
            await self.taking()
        if self.gone.is_set():
            return
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], dict(message["headers"])
        else:
            self._take(message["body"])

    def _take(self, told: bytes) -> None:
        self.bytes += told
        for block in told.decode().split("\n\n"):
            fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
            if "data" not in fields:
                continue
            self.last, data = fields["id"], json.loads(fields["data"])
            if fields["event"] == "reset":
                self.resets += 1
                self.words, self.seqs = data["all"], list(range(1, len(data["all"]) + 1))
            else:
                self.seqs.append(data["seq"])
                self.words.append(data["words"])

    async def disconnect(self) -> None:
        self.gone.set()
        if self.task:
            await self.task
        self.task = None

    @property
    def is_open(self) -> bool:
        return self.task is not None and not self.task.done()


async def until(reached: Callable[[], bool]) -> None:
    """Let others run until it is so; what never happens fails after two seconds."""
    async with asyncio.timeout(2):
        while not reached():
            await asyncio.sleep(0.0005)


def following(source: Memory, play: Callable[[Hub], Any], most: int = 100) -> None:
    """Run `play` with a hub that has only `source`."""

    async def run() -> None:
        hub = Hub(most)
        hub.start()
        try:
            await play(hub)
        finally:
            hub.close()
            await asyncio.sleep(0)

    held = sources._sources[:]
    sources._sources[:] = [source]
    try:
        asyncio.run(run())
    finally:
        sources._sources[:] = held
