"""The async front: an ASGI callable that runs Django's WSGI handler in a small pool of threads.

Django's own ASGI handler is about a tenth as fast for the same page (two threads are made for each request), so pages
go through WSGI; what must stay open for long belongs in this front, before Django is entered, and so do pressed pages.
"""

import asyncio
import hashlib
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Hashable, Iterable, Iterator, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any
from urllib.parse import unquote_to_bytes

from tayari.base import clock
from tayari.delivery.gate import Gate, Limits
from tayari.delivery.press import asking
from tayari.delivery.press.asking import Asked, Key
from tayari.delivery.press.machine import Press
from tayari.delivery.turns import Turns

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Answer = Callable[[Receive, Send], Awaitable[Receive | None]]
"""Gives nothing when it has answered; else what reads the request, for the press and Django to answer it."""
Opener = Callable[[Scope], Answer | None]
Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

log = logging.getLogger(__name__)

IN_MEMORY = 512 * 1024  # bytes of an upload kept in memory; more goes to a temporary file
MOST_BYTES = 256 * 1024 * 1024  # the longest body that is taken
BLOCK = 64 * 1024  # bytes a time of a file that is sent

# Hop-by-hop headers are the server's own business (RFC 9110, 7.6.1).
_NOT_PASSED = {b"connection", b"keep-alive", b"proxy-connection", b"te", b"trailer", b"transfer-encoding", b"upgrade"}
_READING = {"GET", "HEAD"}


class Gone(Exception):
    """The client went away before its request was complete."""


class TooLong(Exception):
    """The body is longer than MOST_BYTES."""


class FileBlocks:
    """`wsgi.file_wrapper`: a file in large blocks, closed with its response."""

    def __init__(self, file: IO[bytes], block_size: int = BLOCK) -> None:
        self.file = file
        self.close: Callable[[], None] = getattr(file, "close", lambda: None)

    def __iter__(self) -> Iterator[bytes]:
        return iter(lambda: self.file.read(BLOCK), b"")


class Front:
    """Bridges ASGI to `application`. `threads` requests run at once; each thread keeps its database connection.

    Each of `openers` is shown a request first: what it gives answers instead of the press and Django. `limits` are
    those of requests for Django.
    """

    def __init__(
        self,
        application: Application,
        threads: int = 8,
        openers: Sequence[Opener] = (),
        limits: Limits = Limits(),  # noqa: B008 (it never changes)
    ) -> None:
        self.application, self.openers = application, openers
        self.gate = Gate(limits)
        self.press = application if isinstance(application, Press) else None
        self.flights: dict[Key, asyncio.Event] = {}
        self.turns = Turns(threads)
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="django")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1000})
            return
        for opener in self.openers:
            if (answer := opener(scope)) is not None:
                left = await answer(receive, send)
                if left is None:
                    return
                receive = left
                break
        asked = asking.of_scope(scope) if self.press else None
        if asked is None or self.press is None:
            await self._through_django(scope, receive, send)
        elif not await self._pressed(self.press, asked, send):
            await self._fly(self.press, asked, lambda: self._through_django(scope, receive, send))

    async def _pressed(self, press: Press, asked: Asked, send: Send) -> bool:
        """Answer from the shelf; False when no page there answers this. Waits for a rendering that is under way."""
        now = clock.now()
        page = press.found(asked, now)
        if page is None and (flight := self.flights.get(asked.key)):
            await flight.wait()
            now = clock.now()
            page = press.found(asked, now)
        if page is None:
            return False
        page.read_by(asked, now)
        status, headers, body = page.answer(asked)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body, "more_body": False})
        return True

    async def _fly(self, press: Press, asked: Asked, through: Callable[[], Awaitable[None]]) -> None:
        if asked.key in self.flights or not press.is_made_anew(asked):
            await through()
            return
        flight = self.flights[asked.key] = asyncio.Event()
        try:
            await through()
        finally:
            del self.flights[asked.key]
            flight.set()

    async def _through_django(self, scope: Scope, receive: Receive, send: Send) -> None:
        if refused := self.gate.refusal(scope, asyncio.get_running_loop().time()):
            await _say(send, refused.status, refused.words, again=refused.again)
            return
        with self.gate.passed():
            await self._worked(scope, receive, send)

    async def _worked(self, scope: Scope, receive: Receive, send: Send) -> None:
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                await self._read(scope, receive, body)
            except Gone:
                return
            except TooLong:
                await _say(send, 413, "This is more than the server takes at once.")
                return
            if await self._turn(scope, receive, _wish(scope, body)):
                try:
                    await _Exchange(self, scope, body, send).run()
                finally:
                    self.turns.release()

    async def _turn(self, scope: Scope, receive: Receive, wish: Hashable | None) -> bool:
        """Wait for a thread. False: who wanted to read something has gone meanwhile, so that it is work for nobody.

        Under a rush people reload, and each page that nobody waits for any more would keep the others waiting longer.
        What was sent to be done is done, also for those who did not wait for the answer: once, where the same browser
        sent it again.
        """
        turn = self.turns.ask(wish)
        if turn.done():
            return True
        gone = asyncio.ensure_future(receive())
        try:
            awaited: set[asyncio.Future[Any]] = {turn, gone}
            await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
            if not turn.done() and scope["method"] not in _READING:
                self.turns.desert(turn, wish)
                await asyncio.wait({turn})
        except asyncio.CancelledError:
            self.turns.leave(turn)
            raise
        finally:
            gone.cancel()
        if not turn.done():
            self.turns.leave(turn)
        return not turn.cancelled()

    async def _read(self, scope: Scope, receive: Receive, body: Any) -> None:
        declared = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if declared.isdigit() and int(declared) > MOST_BYTES:
            raise TooLong
        length, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            block = message.get("body", b"")
            length += len(block)
            if length > MOST_BYTES:
                raise TooLong
            if length > IN_MEMORY:
                await asyncio.get_running_loop().run_in_executor(self.pool, body.write, block)
            else:
                body.write(block)
            more = message.get("more_body", False)
        scope["tayari.length"] = length
        body.seek(0)

    def close(self) -> None:
        """Take no more requests; those that run end with the process."""
        self.pool.shutdown(wait=False, cancel_futures=True)


def _wish(scope: Scope, body: IO[bytes]) -> Hashable | None:
    """Who asks for what: of one browser, the same address again is the same wish, with the same body if there is one.

    A long body keeps no place.
    """
    cookies = tuple(value for name, value in scope["headers"] if name == b"cookie")
    said = b""
    if scope["method"] not in _READING:
        if scope["tayari.length"] > IN_MEMORY or not cookies:
            return None
        said = hashlib.blake2b(body.read(), digest_size=16).digest()
        body.seek(0)
    return scope["method"] in _READING, scope["path"], scope.get("query_string", b""), cookies, said


class _Exchange:
    """One request and its response."""

    def __init__(self, front: Front, scope: Scope, body: Any, send: Send) -> None:
        self.front, self.send = front, send
        self.environ = environ(scope, body)
        self.head = scope["method"] == "HEAD"
        self.status = 500
        self.headers: list[tuple[bytes, bytes]] = []
        self.started = False

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        response: Any = None
        try:
            response, blocks, block = await loop.run_in_executor(self.front.pool, self._begin)
            await self._start()
            # One thread a block, so that a slow reader of a long file keeps none waiting.
            while block is not None and not self.head:
                await self.send({"type": "http.response.body", "body": block, "more_body": True})
                block = await loop.run_in_executor(self.front.pool, next, blocks, None)
            await self.send({"type": "http.response.body", "body": b"", "more_body": False})
        except Exception:
            log.exception("a request broke outside Django: %s", self.environ.get("PATH_INFO"))
            if not self.started:
                await _say(self.send, 500, "Something broke on the server; it was written to its log.")
        finally:
            if hasattr(response, "close"):
                await asyncio.shield(loop.run_in_executor(self.front.pool, response.close))

    def _begin(self) -> tuple[Any, Iterator[bytes], bytes | None]:
        response = self.front.application(self.environ, self._start_response)
        if not getattr(response, "streaming", True):
            return response, iter(()), b"".join(response)
        blocks = iter(response)
        return response, blocks, next(blocks, None)

    def _start_response(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        self.status = int(status.split(" ", 1)[0])
        passed = ((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers)
        self.headers = [(name, value) for name, value in passed if name not in _NOT_PASSED]

    async def _start(self) -> None:
        self.started = True
        await self.send({"type": "http.response.start", "status": self.status, "headers": self.headers})


async def _say(send: Send, status: int, words: str, *, again: int = 0) -> None:
    text = words.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(text)).encode())]
    if again:
        headers.append((b"retry-after", str(again).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text, "more_body": False})


def environ(scope: Scope, body: IO[bytes]) -> Environ:
    """The WSGI environment (PEP 3333) of an ASGI http scope whose body was read."""
    host, port = scope.get("server") or ("localhost", 80)
    raw = scope.get("raw_path") or scope["path"].encode()
    told: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        # PEP 3333: bytes of the path, unquoted, as latin-1.
        "PATH_INFO": unquote_to_bytes(raw.split(b"?", 1)[0]).decode("latin-1"),
        "QUERY_STRING": scope.get("query_string", b"").decode("latin-1"),
        "SERVER_NAME": str(host),
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope.get('http_version', '1.1')}",
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileBlocks,
    }
    for name, value in scope["headers"]:
        # An underscore would let one header pass for another ("x_forwarded_for" for "x-forwarded-for").
        if b"_" in name:
            continue
        text, key = value.decode("latin-1"), name.decode("latin-1").upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        joint = "; " if key == "HTTP_COOKIE" else ","
        told[key] = f"{told[key]}{joint}{text}" if key in told else text
    # The body was read whole, also when it came in chunks and without a declared length.
    told["CONTENT_LENGTH"] = str(scope.get("tayari.length", 0))
    return told
