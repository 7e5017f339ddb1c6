"""What nodes share besides the database: a Redis, if there is one. Who loses it goes on alone."""

import logging
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


class SharedCache(BaseCache):
    """Django's cache in Redis, and in this process while that cannot be reached."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._shared: BaseCache = RedisCache(server, {**params, "OPTIONS": options()})
        self._own: BaseCache = LocMemCache("alone", params)

    def _either(self, name: str, *given: Any, **named: Any) -> Any:
        from redis.exceptions import RedisError

        try:
            answer = getattr(self._shared, name)(*given, **named)
        except RedisError as error:
            link.lost(error)
            return getattr(self._own, name)(*given, **named)
        link.back()
        return answer

    def add(self, *given: Any, **named: Any) -> Any:
        return self._either("add", *given, **named)

    def get(self, *given: Any, **named: Any) -> Any:
        return self._either("get", *given, **named)

    def set(self, *given: Any, **named: Any) -> Any:
        return self._either("set", *given, **named)

    def touch(self, *given: Any, **named: Any) -> Any:
        return self._either("touch", *given, **named)

    def delete(self, *given: Any, **named: Any) -> Any:
        return self._either("delete", *given, **named)

    def has_key(self, *given: Any, **named: Any) -> Any:
        return self._either("has_key", *given, **named)

    def incr(self, *given: Any, **named: Any) -> Any:
        return self._either("incr", *given, **named)

    def clear(self) -> Any:
        return self._either("clear")
