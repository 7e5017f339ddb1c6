"""Loads a pack beside a site that serves from SQLite: the work in a copy, what came of it in one short write.

A load takes seconds to minutes, and SQLite has one writer. So the whole load happens in a copy of the database, and
what it changed comes into the site's own at once: readers see all of it or nothing, and candidates who save answers
wait for the write alone. Where an editor changed in between what the load rests on, the load is made anew.
"""

import logging
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection, transaction

from tayari.base import copies, database
from tayari.delivery.press import watching
from tayari.packs import actions
from tayari.packs.actions import Report

log = logging.getLogger(__name__)

_TRIES = 3
_DAY = 24 * 3600
# What people do while they read and sit: a load may look at it, and nothing in it rests on that.
_PASSING = {"accounts_person", "articles_report", "mocks_cohort", "mocks_sitting"}
# Others add rows to these as well, so that numbers given in the copy may be taken.
_APPENDED = {"audit_entry", "wagtailcore_pagelogentry", "wagtailcore_modellogentry"}
# Rows under random names, which are added by whoever has work to do.
_TASKS = {"django_tasks_database_dbtaskresult"}
# Made anew from what is public, in slices, when the load is in.
_REBUILT = {"discovery_searchdocument"}


class _Strange(Exception):
    """A load changed what it is not known to change; it cannot be brought over from a copy."""


def load(folder: Path, *, now: datetime, **how: Any) -> Report:
    """As `actions.load`, which this is where the database is not SQLite."""
    return actions.load(folder, now=now, through=partial(_beside, now=now), **how)


def _beside(store: Callable[[], Report], *, now: datetime) -> Report:
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return store()
    for _ in range(_TRIES):
        try:
            return _once(store, now)
        except copies.Overtaken as table:
            log.info("%s was changed while a pack was loaded; it is loaded anew", table)
        except (_Strange, DatabaseError) as problem:
            log.warning("a pack could not be loaded beside the site (%s); others wait while it is loaded", problem)
            break
    return store()


def _once(store: Callable[[], Report], now: datetime) -> Report:
    site = Path(str(connection.settings_dict["NAME"]))
    _sweep(site.parent, now)
    with tempfile.TemporaryDirectory(prefix="loading-", dir=site.parent) as kept:
        before, after, changes = (Path(kept) / f"{name}.sqlite3" for name in ("before", "after", "changes"))
        before = database.copy(site, before)
        shutil.copyfile(before, after)
        with _connected(after), watching.aside(connection), copies.touched(connection.connection) as told:
            report = store()
        if report.refused or not told.written:
            return report
        try:
            _bring(before, after, changes, told)
        except BaseException:
            report.take_back()
            raise
    return report


def _sweep(folder: Path, now: datetime) -> None:
    """Remove what loads left that were killed."""
    for old in folder.glob("loading-*"):
        if now.timestamp() - old.stat().st_mtime > _DAY:
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _connected(file: Path) -> Iterator[None]:
    """The connection of this thread goes to another file meanwhile, which nobody else has to be able to rely on."""
    site = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    try:
        connection.ensure_connection()
        connection.connection.execute("PRAGMA synchronous=OFF")
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = site


def _bring(before: Path, after: Path, changes: Path, told: copies.Touched) -> None:
    plain = copies.plain_tables(before) - _REBUILT
    written = told.written & plain
    if strange := written & _PASSING:
        raise _Strange(min(strange))
    fixed = ((told.read | told.written) & plain) - _PASSING - _APPENDED - _TASKS
    if not copies.difference(before, after, changes, written):
        return
    connection.ensure_connection()
    run = connection.connection.execute
    run("ATTACH ? AS before", [str(before)])
    run("ATTACH ? AS changes", [str(changes)])
    try:
        # Most of what was overtaken is found here, where nobody waits.
        copies.unchanged(run, fixed)
        with transaction.atomic():
            copies.unchanged(run, fixed)
            copies.bring(run, written, _APPENDED)
            # Past Django, so the press would not see it.
            watching.wrote(connection, written)
    except sqlite3.Error as problem:
        raise _Strange(problem) from problem
    finally:
        run("DETACH changes")
        run("DETACH before")
