"""A rush: more requests than threads. Each waits its turn; what nobody waits for any more is not made."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tayari.delivery.front import Front


class Rush:
    """A front with one thread, which is busy until `free` is set."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.served: list[str] = []
        self.front = Front(self._application, threads=1)

    def _application(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        if environ["PATH_INFO"] == "/long/":
            self.free.wait(10)
        self.served.append(environ["PATH_INFO"])
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"fine"]

    async def ask(self, path: str, method: str, gone: asyncio.Event, body: bytes = b"", who: bytes = b"") -> list[Any]:
        """What was sent to one who goes away when `gone` is set."""
        sent: list[Any] = []
        asked = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> dict[str, Any]:
            for message in asked:
                return message
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        headers = [(b"cookie", who)] if who else []
        scope = {"type": "http", "method": method, "path": path, "headers": headers, "query_string": b""}
        await self.front(scope, receive, send)
        return sent


@pytest.mark.parametrize(("method", "is_served"), [("GET", False), ("HEAD", False), ("POST", True)])
def test_who_has_gone_while_waiting_is_read_nothing_but_has_done_what_was_sent(method: str, is_served: bool) -> None:
    rush = Rush()

    async def scene() -> None:
        gone, stays = asyncio.Event(), asyncio.Event()
        long = asyncio.create_task(rush.ask("/long/", "GET", stays))
        await asyncio.sleep(0)
        goes = asyncio.create_task(rush.ask("/goes/", method, gone))
        waits = asyncio.create_task(rush.ask("/waits/", "GET", stays))
        await asyncio.sleep(0.02)
        gone.set()
        await asyncio.sleep(0.02)
        rush.free.set()
        await long
        assert bool(await goes) is is_served
        assert (await waits)[0]["status"] == 200

    asyncio.run(scene())
    rush.front.close()

    assert rush.served == (["/long/", "/goes/", "/waits/"] if is_served else ["/long/", "/waits/"])


def test_a_form_that_is_sent_again_is_done_once_and_one_of_other_words_as_well() -> None:
    rush = Rush()

    async def scene() -> None:
        gone, stays = asyncio.Event(), asyncio.Event()
        tasks = [asyncio.create_task(rush.ask("/long/", "GET", stays))]
        for path, told, who in (("/start/", b"", b"a"), ("/answer/", b"1", b"a"), ("/start/", b"", b"b")):
            await asyncio.sleep(0)
            tasks.append(asyncio.create_task(rush.ask(path, "POST", gone, told, who)))
        await asyncio.sleep(0.02)
        gone.set()
        await asyncio.sleep(0.02)
        for path, told, who in (("/start/", b"", b"a"), ("/answer/", b"2", b"a")):
            tasks.append(asyncio.create_task(rush.ask(path, "POST", stays, told, who)))
        await asyncio.sleep(0.02)
        rush.free.set()
        sent = await asyncio.gather(*tasks)
        assert [bool(one) for one in sent] == [True, False, True, True, True, True]

    asyncio.run(scene())
    rush.front.close()

    assert rush.served == ["/long/", "/start/", "/answer/", "/start/", "/answer/"]


def test_whoever_stays_is_served_in_the_order_of_coming_and_leaves_the_thread_free() -> None:
    rush = Rush()
    rush.free.set()

    async def scene() -> None:
        stays = asyncio.Event()
        for _ in range(2):
            await asyncio.gather(*(rush.ask(f"/{number}/", "GET", stays) for number in range(20)))

    asyncio.run(scene())
    rush.front.close()

    assert rush.served == [f"/{number}/" for number in range(20)] * 2
