"""A carrier whose event loop and writer are threads of the test's process, so that they see what it sees."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from tayari.delivery.batches import writer
from tayari.delivery.batches.carrier import Carrier


class Loop:
    """An event loop that runs until `stop`."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name="loop", daemon=True)
        self._thread.start()

    def run(self, doing: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(doing, self.loop).result(30)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(30)
        self.loop.close()


def writers() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "writer"]


@contextmanager
def running(make: Callable[..., Carrier] = Carrier, **how: Any) -> Iterator[tuple[Loop, Carrier]]:
    """Begun, and drained at the end."""
    loop, before = Loop(), set(writers())
    carrier = make(writer.as_thread(), **how)
    loop.run(carrier.begin())
    try:
        yield loop, carrier
        assert loop.run(carrier.drain(10))
    finally:
        loop.stop()
        # Their connections would keep the test's database from being thrown away.
        for one in set(writers()) - before:
            one.join(30)
