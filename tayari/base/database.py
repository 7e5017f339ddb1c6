"""How the database stands: older or newer than the code, sound, writable; and a copy of it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from tayari.base.models import JobRun


@dataclass(frozen=True, slots=True)
class Version:
    """The database against the code: migrations it still lacks, and migrations that the code does not know."""

    empty: bool
    pending: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def current(self) -> bool:
        return not self.empty and not self.pending and not self.unknown


def version() -> Version:
    """Compare the database's migrations with those of the code. Raises DatabaseError when it cannot be read."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    applied = set(MigrationRecorder(connection).applied_migrations())
    pending = [f"{move.app_label}.{move.name}" for move, _ in executor.migration_plan(loader.graph.leaf_nodes())]
    known = set(loader.disk_migrations)
    replaced = {old for migration in loader.disk_migrations.values() for old in migration.replaces}
    ours = {app for app, _ in known}
    unknown = sorted(f"{app}.{name}" for app, name in applied - known - replaced if app in ours)
    return Version(empty=not applied, pending=tuple(pending), unknown=tuple(unknown))


def back_up(file: Path, folder: Path, *, now: datetime) -> Path:
    """Copy the SQLite `file` into `folder` under a dated name, consistently, also while it is in use."""
    folder.mkdir(exist_ok=True)
    return copy(file, folder / f"{file.stem}-{now:%Y-%m-%d-%H%M%S}{file.suffix}")


def copy(file: Path, target: Path) -> Path:
    """Copy the SQLite `file` as it is at one moment; nobody waits for it. Returns the `target`."""
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as made:
        source.backup(made)
    return target


def damage() -> str:
    """What SQLite's own check says is damaged, or "" (also on PostgreSQL, which looks after itself)."""
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(3)")
        lines = [str(row[0]) for row in cursor.fetchall()]
    return "" if lines == ["ok"] else "; ".join(lines)


class _Undo(Exception):
    """Takes the trial write back."""


def not_writable(*, now: datetime) -> str:
    """Why a row cannot be written, or "". The trial row is rolled back."""
    try:
        with transaction.atomic():
            JobRun.objects.update_or_create(name="trial-write", defaults={"started_at": now})
            raise _Undo
    except _Undo:
        return ""
    except DatabaseError as error:
        return str(error).strip() or type(error).__name__
