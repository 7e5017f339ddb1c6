"""What nodes share besides the database: a Redis, if there is one. Who loses it goes on alone."""

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

log = logging.getLogger(__name__)

WAIT = 0.5  # seconds that Redis may take for an answer
_LOST = (
    "Redis cannot be reached (%s): news from other nodes comes within five seconds, and each counts its limits alone"
)


class Link:
    """Says once that Redis is lost, and once that it is back."""

    def __init__(self) -> None:
        self.is_lost = False

    def lost(self, error: Exception) -> None:
        if not self.is_lost:
            self.is_lost = True
            log.error(_LOST, error)

    def back(self) -> None:
        if self.is_lost:
            self.is_lost = False
            log.warning("Redis answers again")


link = Link()


def options() -> dict[str, Any]:
    """Of every connection: no try is repeated, since each of ours knows what to do without."""
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    return {"socket_timeout": WAIT, "socket_connect_timeout": WAIT, "retry": Retry(NoBackoff(), 0)}


@lru_cache
def client() -> Any:
    """The Redis of `redis_url`. Its methods raise `redis.RedisError`."""
    import redis

    return redis.Redis.from_url(settings.REDIS_URL, **options())


def _either(name: str) -> Callable[..., Any]:
    """The method of that name of Redis' cache, and while that cannot be reached of this process's own."""

    def either(self: "SharedCache", *given: Any, **named: Any) -> Any:
        from redis.exceptions import RedisError

        try:
            answer = getattr(self._shared, name)(*given, **named)
        except RedisError as error:
            link.lost(error)
            return getattr(self._own, name)(*given, **named)
        link.back()
        return answer

    return either


class SharedCache(BaseCache):
    """Django's cache in Redis, and in this process while that cannot be reached."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._shared: BaseCache = RedisCache(server, {**params, "OPTIONS": options()})
        self._own: BaseCache = LocMemCache("alone", params)

    add = _either("add")
    get = _either("get")
    set = _either("set")
    touch = _either("touch")
    delete = _either("delete")
    has_key = _either("has_key")
    incr = _either("incr")
    clear = _either("clear")
