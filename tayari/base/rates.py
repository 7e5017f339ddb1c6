"""How often one address may ask for costly work: counted in the cache, by a digest, and forgotten with its window."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `most` times in `every`, for each key."""

    name: str
    most: int
    every: timedelta

    def wait(self, key: str, *, now: datetime) -> int:
        """Count one more time. Gives 0 while it is allowed, else the seconds until it is again."""
        length = int(self.every.total_seconds())
        window, gone = divmod(int(now.timestamp()), length)
        told = hashlib.sha256(f"{settings.SECRET_KEY} {window} {key}".encode()).hexdigest()[:32]
        place = f"rate:{self.name}:{told}"
        if cache.add(place, 1, timeout=length):
            return 0
        try:
            count = cache.incr(place)
        except ValueError:  # it ran out between the two
            return 0
        return length - gone if count > self.most else 0


def address_of(request: HttpRequest) -> str:
    """Who asks: the connection's other end, or what the one proxy in front says of it."""
    behind = getattr(settings, "BEHIND_PROXY", False)
    return asker(str(request.META.get("REMOTE_ADDR", "")), request.headers.get("x-forwarded-for", "") if behind else "")


def asker(other_end: str, forwarded: str) -> str:
    """The last entry of an `X-Forwarded-For` is the proxy's own; what stands before it anybody may write."""
    return forwarded.rpartition(",")[2].strip() if forwarded else other_end
