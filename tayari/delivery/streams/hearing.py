"""Who changed what: told after the commit here, and elsewhere by Redis or else by PostgreSQL's notifications."""

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from tayari.base import shared
from tayari.delivery.press import watching

log = logging.getLogger(__name__)

EVERYTHING = ""
_NAME = "tayari_streams"
_PAUSE = 1.0  # seconds until it is tried again

Listener = Callable[[str], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> Callable[[], None]:
    """Have `listener` called, in any thread, with each subject that has news, or EVERYTHING; gives how to stop it."""
    _listeners.append(listener)
    return partial(_listeners.remove, listener)


def tell(subject: str) -> None:
    for listener in tuple(_listeners):
        listener(subject)


def announce(subject: str) -> None:
    """Call it in the transaction that writes an event: whoever follows `subject`, anywhere, hears of it on commit."""
    held = transaction.get_connection()
    transaction.on_commit(partial(tell, subject))
    if held.vendor != "postgresql":
        return
    if settings.REDIS_URL:
        transaction.on_commit(partial(_publish, subject))
    else:
        with held.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [_NAME, f"{watching.ME} {subject}"])


def _publish(subject: str) -> None:
    """What is lost here, because Redis is, others find when they look for themselves."""
    from redis.exceptions import RedisError

    try:
        shared.client().publish(_NAME, f"{watching.ME} {subject}")
    except RedisError as error:
        shared.link.lost(error)


class Notifications(threading.Thread):
    """Hears what other processes announce. A connection that breaks is made again, and everything counts as news."""

    def __init__(self) -> None:
        super().__init__(name="streams-hear", daemon=True)
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._hear()
            except Exception:
                log.exception("the streams could not hear of other processes")
                self._stopping.wait(_PAUSE)

    def _hear(self) -> None:
        import psycopg

        parameters: dict[str, Any] = connection.get_connection_params()
        given = {name: value for name, value in parameters.items() if name not in ("cursor_factory", "context")}
        with psycopg.connect(**given, autocommit=True) as held:
            held.execute(f"LISTEN {_NAME}")
            tell(EVERYTHING)
            while not self._stopping.is_set():
                for told in held.notifies(timeout=1):
                    self._take(told.payload)
                    if self._stopping.is_set():
                        break

    def _take(self, told: str) -> None:
        process, _, subject = told.partition(" ")
        if process != watching.ME:
            tell(subject)

    def stop(self) -> None:
        self._stopping.set()


class RedisNotifications(Notifications):
    """The same by Redis. While that is lost nothing is heard, and each stream looks for itself every five seconds."""

    def _hear(self) -> None:
        from redis.exceptions import RedisError

        try:
            with shared.client().pubsub() as held:
                held.subscribe(_NAME)
                while not self._stopping.is_set():
                    message = held.get_message(timeout=1)
                    if message and message["type"] == "subscribe":
                        # Only from here on is nothing missed.
                        shared.link.back()
                        tell(EVERYTHING)
                    elif message and message["type"] == "message":
                        self._take(message["data"].decode())
        except RedisError as error:
            shared.link.lost(error)
            self._stopping.wait(_PAUSE)


def others() -> Notifications | None:
    """A listener to other processes; None on SQLite, where one process serves."""
    if connection.vendor != "postgresql":
        return None
    return RedisNotifications() if settings.REDIS_URL else Notifications()
