"""Sees every change that this process commits to the database, however it is written, and tells the other processes."""

import logging
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections

from tayari.base import clock
from tayari.delivery.press import statements
from tayari.delivery.press.versions import versions

log = logging.getLogger(__name__)

ME = uuid.uuid4().hex
_DIRTY, _ASIDE, _NUMBER = "_tayari_changed", "_tayari_aside", "_tayari_number"


def become_another() -> None:
    """After a fork: what this process changes is news to the one it comes from."""
    global ME
    ME = uuid.uuid4().hex


class _Telling:
    """Whether changes are written down for other processes: once a command works on a site."""

    def __init__(self) -> None:
        self.on = self.is_ready = False


telling = _Telling()


def begin(connection: Any, **_told: Any) -> None:
    """Watch a connection; called for each that is opened, also for the nameless one that makes and drops databases."""
    if hasattr(connection, _DIRTY) or connection.alias not in connections:
        return
    setattr(connection, _DIRTY, set())
    connection.execute_wrappers.append(_watch)
    connection.commit = partial(_commit, connection, connection.commit)


@contextmanager
def aside(connection: Any) -> Iterator[None]:
    """What is done inside goes into another file than the site's: nobody's pages change by it."""
    setattr(connection, _ASIDE, True)
    try:
        yield
    finally:
        setattr(connection, _ASIDE, False)


def wrote(connection: Any, tables: Iterable[str]) -> None:
    """For what changes rows past Django, inside a transaction of `connection`: it counts when that is committed."""
    getattr(connection, _DIRTY).update(set(tables) - settings.PRESS_NEVER)


def _watch(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    changed = statements.changed(str(sql))
    connection = context["connection"]
    if not changed or getattr(connection, _ASIDE, False):
        return execute(sql, params, many, context)
    try:
        return execute(sql, params, many, context)
    finally:
        # Also when it failed: of many rows some may be written. A rollback leaves one change too many, never too few.
        getattr(connection, _DIRTY).update(changed)
        if connection.get_autocommit():
            committed(connection)
            _tell(connection, changed)


def _take(connection: Any) -> frozenset[str]:
    dirty: set[str] = getattr(connection, _DIRTY, set())
    taken = frozenset(dirty)
    dirty.clear()
    return taken


def _commit(connection: Any, commit: Callable[[], None]) -> None:
    commit()
    if changed := _take(connection):
        setattr(connection, _NUMBER, versions.changed(changed))
        if telling.on:
            # Before all other hooks, since one that fails would keep those behind it from running.
            connection.run_on_commit.insert(0, (set(), partial(_tell, connection, changed), True))


def committed(connection: Any) -> None:
    """What was written is there for everybody. Tests call it, whose transaction never ends."""
    if changed := _take(connection):
        setattr(connection, _NUMBER, versions.changed(changed))


def name_last(connection: Any, words: str) -> None:
    """Say what the last change was that `connection` committed."""
    if number := getattr(connection, _NUMBER, 0):
        versions.named(number, words)


def _tell(connection: Any, changed: Iterable[str]) -> None:
    if not telling.on:
        return
    from tayari.delivery.models import Change

    # While a new site is migrated there is no such table yet, and nobody who serves.
    telling.is_ready = telling.is_ready or Change._meta.db_table in connection.introspection.table_names()
    if not telling.is_ready:
        return
    try:
        Change.objects.using(connection.alias).create(tables=" ".join(sorted(changed)), process=ME, at=clock.now())
    except DatabaseError:
        log.warning("other processes could not be told of a change", exc_info=True)
