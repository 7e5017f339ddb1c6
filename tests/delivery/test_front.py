"""The bridge from ASGI into WSGI: headers, bodies, files, streams, and what goes wrong."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tayari.delivery import front
from tayari.delivery.front import Front

Headers = list[tuple[bytes, bytes]]


class Conversation:
    """One request through a front, and everything that was sent back."""

    def __init__(
        self, application: Any, *, method: str = "GET", path: bytes = b"/", headers: Headers | None = None
    ) -> None:
        self.application = application
        self.scope = {
            "type": "http",
            "method": method,
            "path": path.decode(),
            "raw_path": path,
            "query_string": b"q=2%2B2",
            "http_version": "1.1",
            "scheme": "http",
            "server": ("127.0.0.1", 8000),
            "client": ("10.0.0.1", 4711),
            "headers": headers or [],
        }
        self.sent: list[Any] = []

    def run(self, *blocks: bytes, gone: bool = False) -> "Conversation":
        messages: list[dict[str, Any]] = [
            {"type": "http.request", "body": block, "more_body": gone or number < len(blocks) - 1}
            for number, block in enumerate(blocks or (b"",))
        ]
        if gone:
            messages.append({"type": "http.disconnect"})

        async def receive() -> dict[str, Any]:
            return messages.pop(0)

        async def send(message: Any) -> None:
            self.sent.append(message)

        served = Front(self.application, threads=2)
        asyncio.run(served(self.scope, receive, send))
        served.close()
        return self

    @property
    def status(self) -> int:
        return int(self.sent[0]["status"])

    @property
    def headers(self) -> Headers:
        return list(self.sent[0]["headers"])

    @property
    def body(self) -> bytes:
        return b"".join(message["body"] for message in self.sent[1:])


def seen(environs: list[dict[str, Any]]) -> Callable[..., Any]:
    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        environs.append(environ | {"read": environ["wsgi.input"].read()})
        start_response("200 OK", [("Content-Type", "text/plain"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])
        return [b"fine"]

    return application


def test_a_request_becomes_a_wsgi_environment() -> None:
    environs: list[dict[str, Any]] = []
    headers = [
        (b"host", b"prep.example"),
        (b"accept", b"text/html"),
        (b"accept", b"*/*"),
        (b"cookie", b"a=1"),
        (b"cookie", b"b=2"),
        (b"content-type", b"text/plain"),
        (b"x_forwarded_for", b"6.6.6.6"),
    ]

    Conversation(seen(environs), method="POST", path="/hi/लेख/".encode(), headers=headers).run(b"one ", b"two")

    environ = environs[0]
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/hi/लेख/"
    assert environ["QUERY_STRING"] == "q=2%2B2"
    assert environ["HTTP_ACCEPT"] == "text/html,*/*"
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["CONTENT_TYPE"] == "text/plain"
    assert environ["CONTENT_LENGTH"] == "7"
    assert environ["REMOTE_ADDR"] == "10.0.0.1"
    assert environ["read"] == b"one two"
    assert "HTTP_X_FORWARDED_FOR" not in environ


def test_a_percent_that_is_no_utf_8_reaches_django_as_it_came() -> None:
    environs: list[dict[str, Any]] = []

    Conversation(seen(environs), path=b"/%ff/%E0%A4%A4").run()

    assert environs[0]["PATH_INFO"].encode("latin-1") == b"/\xff/\xe0\xa4\xa4"


def test_a_response_keeps_its_headers_also_two_of_one_name() -> None:
    answer = Conversation(seen([])).run()

    assert answer.status == 200
    assert answer.headers == [(b"content-type", b"text/plain"), (b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")]
    assert answer.body == b"fine"


def test_head_sends_no_body() -> None:
    assert Conversation(seen([]), method="HEAD").run().body == b""


def test_a_large_upload_arrives_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "IN_MEMORY", 1000)
    environs: list[dict[str, Any]] = []

    Conversation(seen(environs), method="POST").run(*[bytes([number]) * 700 for number in range(20)])

    assert environs[0]["read"] == b"".join(bytes([number]) * 700 for number in range(20))


@pytest.mark.parametrize("headers", [[(b"content-length", b"2000")], []])
def test_more_than_is_taken_at_once_is_413(monkeypatch: pytest.MonkeyPatch, headers: Headers) -> None:
    monkeypatch.setattr(front, "MOST_BYTES", 1500)
    environs: list[dict[str, Any]] = []

    answer = Conversation(seen(environs), method="POST", headers=headers).run(b"x" * 1000, b"x" * 1000)

    assert answer.status == 413
    assert environs == []


def test_a_client_that_goes_away_reaches_nothing() -> None:
    environs: list[dict[str, Any]] = []

    answer = Conversation(seen(environs), method="POST").run(b"half", gone=True)

    assert (environs, answer.sent) == ([], [])


class Stream:
    """A streaming response that remembers whether it was closed."""

    streaming = True

    def __init__(self, broken: bool = False) -> None:
        self.closed, self.broken = False, broken

    def __iter__(self) -> Iterator[bytes]:
        yield b"one "
        if self.broken:
            raise RuntimeError("in the middle")
        yield b"two"

    def close(self) -> None:
        self.closed = True


def streaming(stream: Stream) -> Callable[..., Any]:
    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Stream:
        start_response("200 OK", [("Transfer-Encoding", "chunked")])
        return stream

    return application


def test_a_stream_is_sent_block_by_block_and_closed() -> None:
    stream = Stream()

    answer = Conversation(streaming(stream)).run()

    assert [message.get("body") for message in answer.sent[1:]] == [b"one ", b"two", b""]
    assert answer.headers == []
    assert stream.closed


def test_a_stream_that_breaks_is_closed_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    stream = Stream(broken=True)

    answer = Conversation(streaming(stream)).run()

    assert answer.body == b"one "
    assert stream.closed
    assert "in the middle" in caplog.text


def test_what_breaks_outside_django_is_a_500_that_says_so(caplog: pytest.LogCaptureFixture) -> None:
    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        raise RuntimeError("wiring")

    answer = Conversation(application).run()

    assert answer.status == 500
    assert answer.body == b"Something broke on the server; it was written to its log."
    assert "wiring" in caplog.text


def test_a_file_is_sent_in_large_blocks(tmp_path: Any) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * (front.BLOCK + 1))

    with file.open("rb") as opened:
        assert [len(block) for block in front.FileBlocks(opened, 4096)] == [front.BLOCK, 1]


def test_a_websocket_is_closed_politely() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(Front(seen([]))({"type": "websocket"}, None, send))  # type: ignore[arg-type]

    assert sent == [{"type": "websocket.close", "code": 1000}]
