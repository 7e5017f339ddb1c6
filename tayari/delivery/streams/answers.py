"""What is asked for at a stream's address, and the plain answers."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote

from tayari.delivery.streams import sources
from tayari.delivery.streams.events import Cursor
from tayari.delivery.streams.readers import Send
from tayari.delivery.streams.sources import Source

Headers = list[tuple[bytes, bytes]]

# Nothing between may keep it, change it or wait for the rest of it.
STREAM: Headers = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-cache, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request at `base` + "/events" + `rest`. `cursor` is None when it names none that can be read."""

    source: Source
    base: str
    rest: str
    cursor: Cursor | None
    epoch: str
    head: bool


def of_scope(scope: Any) -> Asked | None:
    """The request of an ASGI scope; None when it is not for a stream."""
    path = scope["path"]
    if "/events" not in path or scope["method"] not in ("GET", "HEAD"):
        return None
    raw = scope.get("raw_path")
    found = sources.split(unquote(raw.split(b"?", 1)[0].decode("latin-1")) if raw else path)
    if found is None:
        return None
    last = next((value for name, value in scope["headers"] if name == b"last-event-id"), b"")
    return asked(found, scope.get("query_string", b"").decode("latin-1"), last.decode("latin-1"), scope["method"])


def asked(found: tuple[Source, str, str], question: str, last: str, method: str) -> Asked:
    """`last` is the header that a browser sends when it comes back: it is newer than what the address says."""
    told = parse_qs(question)
    cursor = Cursor.parse(last) or Cursor.parse(told.get("after", [""])[0])
    return Asked(*found, cursor=cursor, epoch=told.get("epoch", [""])[0], head=method == "HEAD")


async def say(send: Send, status: int, words: bytes = b"", *more: tuple[bytes, bytes], kind: bytes = b"") -> None:
    """One whole answer."""
    headers = [(b"content-length", str(len(words)).encode()), *more] if status != 204 else list(more)
    if words:
        headers.append((b"content-type", kind or b"text/plain; charset=utf-8"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words, "more_body": False})
