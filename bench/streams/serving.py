"""The two sides of `bench/run streams`, each a process of its own: `python -m bench.streams.serving SIDE PORT`.

`hub` is the front on Granian with the streams as `tayari serve` runs them, over a source in memory; `bare` is uvloop
(or asyncio) that writes the same bytes to every connection and knows nothing else. A line on their input publishes a
post; its frame holds the moment, so that readers know how old it is.
"""

import asyncio
import contextlib
import json
import os
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

WORDS = "x" * 900  # with its frame about 1 KB


def told(seq: int) -> str:
    return json.dumps({"seq": seq, "at": time.monotonic_ns(), "words": WORDS})


def _lines(publish: Callable[[], None]) -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for _ in sys.stdin:
        publish()


def more_files() -> None:
    """As many open files as this process may have."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def hub(port: int) -> None:
    with tempfile.TemporaryDirectory(prefix="tayari-bench-") as folder:
        (Path(folder) / "tayari.toml").write_text('secret = "for-a-measurement-only"\n', encoding="utf-8")
        os.environ |= {"TAYARI_DATA": folder, "DJANGO_SETTINGS_MODULE": "tayari.config.settings"}
        import django

        django.setup()
        from tayari.base import clock
        from tayari.delivery import server
        from tayari.delivery.streams import hearing, sources
        from tayari.delivery.streams.events import Cursor, Event, News
        from tayari.delivery.streams.sources import Channel

        class Memory:
            """Posts as a list."""

            def __init__(self) -> None:
                self.told: list[str] = []

            def names(self, base: str) -> bool:
                return base == "/bench"

            def find(self, base: str) -> Channel | None:
                return Channel("bench", "en")

            def news(self, channel: Channel, after: int, most: int) -> News | None:
                held = self.told[after : after + most]
                events = tuple(Event(after + place, data) for place, data in enumerate(held, start=1))
                return News(Cursor("b", len(self.told)), True, 1, events)

            def fresh(self, channel: Channel) -> tuple[Cursor, str] | None:
                return Cursor("b", len(self.told)), "{}"

        source = Memory()
        sources._sources[:] = [source]

        def publish() -> None:
            source.told.append(told(len(source.told) + 1))
            hearing.tell("bench")

        server.schedules.jobs = list
        background = server.Background("bench", clock.now)
        background.worker.run = lambda: None
        threading.Thread(target=_lines, args=[publish], daemon=True).start()
        server.serve(
            lambda environ, start: [b""],
            host="127.0.0.1",
            port=port,
            plain=False,
            background=background,
            ready=lambda: None,
        )


class _Bare(asyncio.Protocol):
    """Answers whatever is asked with the head of a stream."""

    held: set[Any] = set()  # noqa: RUF012 (one for the whole process)

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.transport.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\nretry: 3000\n\n")
        self.held.add(self.transport)

    def connection_lost(self, error: Exception | None) -> None:
        self.held.discard(self.transport)


def bare(port: int) -> None:
    more_files()
    seqs = iter(range(1, 1_000_000))

    async def run() -> None:
        loop = asyncio.get_running_loop()
        listening = await loop.create_server(_Bare, "127.0.0.1", port, backlog=4096)

        def write() -> None:
            seq = next(seqs)
            frame = f"id: b.{seq}\nevent: post\ndata: {told(seq)}\n\n".encode()
            for transport in _Bare.held:
                transport.write(frame)

        threading.Thread(target=_lines, args=[lambda: loop.call_soon_threadsafe(write)], daemon=True).start()
        await listening.serve_forever()

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(), loop_factory=_loop())


def _loop() -> Any:
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


if __name__ == "__main__":
    {"hub": hub, "bare": bare}[sys.argv[1]](int(sys.argv[2]))
