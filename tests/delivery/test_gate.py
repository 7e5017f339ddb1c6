"""How much the front lets in to Django: at once, and from one address."""

import asyncio
import threading
from typing import Any

import pytest

from tayari.delivery.front import Front
from tayari.delivery.gate import Gate, Limits


def request(path: str = "/", *, client: str = "10.0.0.1", forwarded: str = "") -> dict[str, Any]:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return {"type": "http", "method": "GET", "path": path, "client": (client, 4711), "headers": headers}


def waits(gate: Gate, *scopes: dict[str, Any], at: float = 0) -> list[int]:
    """The seconds that each is told to wait; 0 for who is let in."""
    return [refused.again if (refused := gate.refusal(scope, at)) else 0 for scope in scopes]


def test_an_address_has_so_many_at_once_and_so_many_a_second() -> None:
    gate = Gate(Limits(steady=2, burst=3))

    assert waits(gate, *[request()] * 4, request(client="10.0.0.2")) == [0, 0, 0, 1, 0]
    assert waits(gate, *[request()] * 2, at=0.5) == [0, 1]
    refused = gate.refusal(request(), 0.5)
    assert refused is not None and refused.status == 429


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (request(client="2001:db8:1:2::1"), request(client="2001:db8:1:2:ffff::9"), True),
        (request(client="2001:db8:1:2::1"), request(client="2001:db8:1:3::1"), False),
        (request(client="::ffff:10.0.0.1"), request(client="10.0.0.1"), True),
        # Without a proxy anybody may write the header; with one, whatever stands before its own entry.
        (request(forwarded="1.1.1.1"), request(forwarded="2.2.2.2"), True),
    ],
)
def test_who_asks_is_an_address_or_a_network_of_six(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    gate = Gate(Limits(steady=1, burst=1))

    assert waits(gate, one, other) == [0, 1 if same else 0]


def test_behind_a_proxy_its_own_entry_says_who_asks() -> None:
    gate = Gate(Limits(steady=1, burst=1, forwarded=True))
    asked = [
        request(client="127.0.0.1", forwarded=told) for told in ("9.9.9.9, 1.1.1.1", "1.1.1.1", "1.1.1.1, 2.2.2.2")
    ]

    assert waits(gate, *asked) == [0, 1, 0]


@pytest.mark.parametrize("client", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_and_stored_files_are_not_counted(client: str) -> None:
    gate = Gate(Limits(steady=1, burst=1, free=("/static/",)))

    assert waits(gate, *[request(client=client)] * 3, *[request("/static/a.css")] * 3) == [0] * 6


def test_nothing_is_limited_where_there_is_nought() -> None:
    gate = Gate(Limits(waiting=0, steady=0))
    gate.inside = 100_000

    assert waits(gate, *[request()] * 100) == [0] * 100


def test_beyond_so_many_inside_one_is_told_when_to_come_again_and_then_let_in() -> None:
    free, begun = threading.Event(), threading.Event()

    def application(environ: Any, start_response: Any) -> list[bytes]:
        begun.set()
        free.wait(10)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"fine"]

    front = Front(application, threads=1, limits=Limits(waiting=2))

    async def ask() -> Any:
        sent: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await front({**request(), "method": "POST"}, receive, send)
        return sent[0]["status"], dict(sent[0]["headers"]).get(b"retry-after", b"")

    async def scene() -> list[Any]:
        inside = [asyncio.create_task(ask()) for _ in range(2)]
        await asyncio.get_running_loop().run_in_executor(None, begun.wait, 10)
        refused = await ask()
        free.set()
        return [refused, *await asyncio.gather(*inside), await ask()]

    (status, again), *others = asyncio.run(scene())
    front.close()

    assert status == 503
    assert 2 <= int(again) <= 8
    assert others == [(200, b"")] * 3
    assert front.gate.inside == 0
