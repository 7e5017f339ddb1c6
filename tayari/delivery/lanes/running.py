"""The lanes of a process that serves: apps register theirs when they load, and each is made when the server starts."""

from collections.abc import Callable
from typing import Protocol

from tayari.delivery.front import Answer, Scope


class Lane(Protocol):
    """Answers some requests by itself, on the event loop."""

    def opener(self, scope: Scope) -> Answer | None:
        """What answers a request, where it is one of the lane's. Shown every request, so it looks at little."""

    async def begin(self) -> None:
        """The event loop runs; nothing is asked before this has returned."""

    def end(self) -> None:
        """The server is told to stop: take no more, and answer what was taken. Returns at once."""

    async def close(self) -> None:
        """The last connection is closed."""


Make = Callable[[], Lane | None]
_makes: dict[str, Make] = {}


def register(name: str, make: Make) -> None:
    """`make` gives None where its lane is switched off."""
    _makes[name] = make


def made() -> list[Lane]:
    """One of each, for a server that starts."""
    return [lane for make in _makes.values() if (lane := make()) is not None]
