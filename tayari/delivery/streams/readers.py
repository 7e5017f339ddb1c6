"""One open stream: where it has come to, and what it may still be sent."""

import asyncio
from collections.abc import Awaitable, Callable, Generator, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]

ALLOWANCE = 256 * 1024
"""Bytes that one stream is sent before its reader has to come back. The server takes whatever it is given, also for who
reads nothing, and does not tell: so this is what bounds the memory that a connection can hold."""


def body(told: bytes) -> Message:
    return {"type": "http.response.body", "body": told, "more_body": True}


class Reader:
    """Follows a channel; knows the number of the last event that he was sent, and no event itself."""

    __slots__ = ("_send", "_waiting", "left", "seq", "task", "turn")

    def __init__(self, send: Send, seq: int, task: "asyncio.Task[Any] | None", turn: int = 0) -> None:
        self._send, self.seq, self.task, self.turn = send, seq, task, turn
        self.left = ALLOWANCE
        self._waiting: asyncio.Task[None] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether what was last sent is still on its way."""
        return self._waiting is not None

    def tell(self, message: Message, then: Callable[["Reader"], None]) -> None:
        """Send; when it cannot be taken at once, call `then` as soon as it was. Ends him whose allowance is used up."""
        self.left -= len(message["body"])
        if self.left < 0:
            self.end()
            return
        step = self._send(message).__await__()
        try:
            held = next(step)
        except StopIteration:
            return
        except Exception:
            self.end()
            return
        self._waiting = asyncio.ensure_future(_seen_through(_Rest(held, step)))
        self._waiting.add_done_callback(lambda done: self._went(done, then))

    def _went(self, done: "asyncio.Task[None]", then: Callable[["Reader"], None]) -> None:
        self._waiting = None
        if done.cancelled() or done.exception():
            self.end()
        else:
            then(self)

    def end(self) -> None:
        """Have the stream end; he comes back by his cursor."""
        if self._waiting is not None:
            self._waiting.cancel()
        if self.task is not None:
            self.task.cancel()


class _Rest:
    """What is left of an awaitable that was begun by hand."""

    def __init__(self, held: Any, step: Generator[Any, None, None]) -> None:
        self.held, self.step = held, step

    def __await__(self) -> Generator[Any, None, None]:
        yield self.held
        yield from self.step


async def _seen_through(rest: _Rest) -> None:
    await rest
