"""What of the requests for Django is let in: so many at once, and so many from one address; others are told when to
come again. What is answered without Django costs next to nothing and passes by."""

import random
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any, NamedTuple

from tayari.base.rates import asker
from tayari.delivery.rates import Rates

_NETWORK = 64  # bits of an IPv6 address that one subscriber has for himself


@dataclass(frozen=True, slots=True)
class Limits:
    """Nothing is limited where there is 0. `forwarded`: one proxy in front says who asks. `free` are beginnings of
    addresses that are not counted by who asks."""

    connections: int = 20_000
    waiting: int = 8_192
    steady: int = 200
    burst: int = 5_000
    forwarded: bool = False
    free: tuple[str, ...] = ()


class Refusal(NamedTuple):
    """Status, words, and the seconds after which to come again."""

    status: int
    words: str
    again: int


class Gate:
    """Of one process; for the event loop alone."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.inside = limits, 0
        self.rates = Rates(steady=limits.steady, burst=limits.burst) if limits.steady else None

    def refusal(self, scope: MutableMapping[str, Any], at: float) -> Refusal | None:
        """Why a request is not let in at that second of a clock that only goes on; None when it is."""
        if self.limits.waiting and self.inside >= self.limits.waiting:
            # Not all of them at one moment.
            return Refusal(503, "Very many are here just now. Please try again in a moment.", random.randint(2, 8))  # noqa: S311
        if self.rates is None or scope["path"].startswith(self.limits.free):
            return None
        who = _who(scope, self.limits.forwarded)
        wait = self.rates.wait(who, at=at) if who else 0
        return (
            Refusal(429, "Too much was asked for from your network at once. Please wait a little.", wait)
            if wait
            else None
        )

    @contextmanager
    def passed(self) -> Iterator[None]:
        """While a request that was let in is worked on, or waits for its turn."""
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1


def _who(scope: MutableMapping[str, Any], forwarded: bool) -> str:
    """By what a request is counted: an IPv4 address or an IPv6 network; empty for this machine itself."""
    said = [value for name, value in scope["headers"] if name == b"x-forwarded-for"] if forwarded else []
    told = asker((scope.get("client") or ("", 0))[0], said[-1].decode("latin-1") if said else "")
    try:
        address = ip_address(told)
    except ValueError:
        return str(told)
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is None:
            return "" if address.is_loopback else str(IPv6Network((address, _NETWORK), strict=False))
        address = address.ipv4_mapped
    return "" if address.is_loopback else str(address)
