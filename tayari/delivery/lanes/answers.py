"""An answer in JSON with the headers that Django's own would have, learned from one that Django gave."""

import json
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import compress_string

from tayari.delivery.front import Send, environ

Headers = list[tuple[bytes, bytes]]

_OF_ONE_ANSWER = {b"content-length", b"content-encoding", b"set-cookie", b"date"}
_MOST_KEPT = 64
_ONE_PACKET = 1_300  # bytes: compressing less saves nobody a packet
_VARIES = 200  # bytes from which Django's GZipMiddleware says that it depends on what the client takes
_PADDING = 100  # as Django's: at most so many random bytes, so that the length tells nothing of a token inside


class Manners:
    """The headers of every answer of a lane, asked of Django once for each host, scheme and address.

    What it answers at such an address has `status`, is JSON, and has been through the whole stack of middleware.
    """

    def __init__(self, status: int) -> None:
        self.status = status
        self._known: dict[tuple[str, str, str], Headers] = {}

    @cached_property
    def _django(self) -> WSGIHandler:
        """With its middleware; of two threads that find none each makes one, which costs time alone."""
        return WSGIHandler()

    def known(self, host: str, scheme: str, path: str) -> Headers | None:
        return self._known.get((host, scheme, path))

    def ask(self, host: str, scheme: str, path: str) -> Headers | None:
        """For a thread. None where Django answers otherwise and so should answer this too: a host that is not ours."""
        sent = {"host": host, "x-forwarded-proto": scheme}
        scope: dict[str, Any] = {"method": "GET", "path": path, "scheme": scheme}
        scope["headers"] = [(name.encode(), value.encode("latin-1")) for name, value in sent.items()]
        told: list[Any] = []

        def start(*given: Any) -> Any:
            told[:] = given[:2]

        response = self._django(environ(scope, BytesIO()), start)
        response.close()
        kept = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in told[1]]
        if int(told[0].partition(" ")[0]) != self.status or (b"content-type", b"application/json") not in kept:
            return None
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        found = [(name, value) for name, value in kept if name not in _OF_ONE_ANSWER]
        return self._known.setdefault((host, scheme, path), found)


async def say(
    send: Send, status: int, content: Mapping[str, Any], headers: Headers, *, gzip: bool = False, again: int = 0
) -> None:
    """Send `content`. `again`: the seconds after which it may be tried once more."""
    body = json.dumps(content, cls=DjangoJSONEncoder).encode()
    told = list(headers)
    if len(body) >= _VARIES:
        told = [(name, _and_encoding(value) if name == b"vary" else value) for name, value in told]
    if gzip and len(body) > _ONE_PACKET:
        body = compress_string(body, max_random_bytes=_PADDING)
        told.append((b"content-encoding", b"gzip"))
    if again:
        told.append((b"retry-after", str(again).encode()))
    told.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": told})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _and_encoding(vary: bytes) -> bytes:
    return vary if b"accept-encoding" in vary.lower() else vary + b", Accept-Encoding"
