"""A blank SQLite database as statements, which a new site runs instead of every migration.

Running all migrations takes half a minute, nearly all of it Django's picture of the models at each step. What they end
in is written in blank.sql by `bin/blank`, under a sum over what it was made of, which a test holds against the code.
What it lacks, because a package is newer or a migration was just written, is migrated after it, as on any older site.
"""

import hashlib
import inspect
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

FILE = Path(__file__).with_name("blank.sql")
# Told anew by each site: when a migration ran there, and what keeps a page and its translations together.
_OWN = {
    ("django_migrations", "applied"): "''",
    ("wagtailcore_page", "translation_key"): "lower(hex(randomblob(16)))",
}
_RECORD = re.compile(r'^INSERT INTO "django_migrations" VALUES\(\d+,\'([^\']+)\',\'([^\']+)\'', re.MULTILINE)


def fits() -> bool:
    """Whether this is SQLite without any table, and the code knows every migration that the file was made of."""
    if connection.vendor != "sqlite" or connection.introspection.table_names():
        return False
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    known.update(old for migration in loader.disk_migrations.values() for old in migration.replaces)
    return known.issuperset(_RECORD.findall(FILE.read_text(encoding="utf-8")))


def lay(*, now: datetime) -> None:
    """Make the tables and first rows of the site's empty SQLite database, all or nothing."""
    connection.ensure_connection()
    write(connection.connection, applied=str(connection.ops.adapt_datetimefield_value(now)))


def write(database: sqlite3.Connection, *, applied: str) -> None:
    """The same for any empty one. `applied` is when its migrations are to have run, as Django writes it."""
    try:
        database.executescript(f"BEGIN;\n{FILE.read_text(encoding='utf-8')}")
        database.execute("UPDATE django_migrations SET applied = ?", [applied])
        database.commit()
    except sqlite3.Error:
        database.rollback()
        raise


def made_of() -> str:
    """A sum over what decides how a migrated database is: each migration as written, each model's permissions."""
    seen = hashlib.sha256()
    for (app, name), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        seen.update(f"{app}.{name}\0".encode() + Path(inspect.getfile(type(migration))).read_bytes())
    for model in sorted(apps.get_models(), key=lambda one: one._meta.label):
        told = model._meta
        seen.update(f"{told.label} {told.default_permissions} {told.permissions} {told.verbose_name_raw}\0".encode())
    return seen.hexdigest()


def written(file: Path) -> str:
    """What blank.sql has to hold, by the migrated database in `file`."""
    return f"-- Made of {made_of()} by bin/blank.\n{statements(file)}"


def statements(file: Path) -> str:
    """The statements that make a database like the migrated one in `file`, without what each site tells anew."""
    with closing(sqlite3.connect(file)) as database:
        return "".join(f"{line};\n" for line in _statements(database))


def _statements(database: sqlite3.Connection) -> Iterator[str]:
    made = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    # SQLite makes the tables behind a virtual one itself, and its own, such as the one that counts rows.
    virtual = tuple(f"{name}_" for _, name, sql in made if sql.upper().startswith("CREATE VIRTUAL TABLE"))
    tables = [(name, sql) for kind, name, sql in made if kind == "table" and not name.startswith(("sqlite_", *virtual))]
    yield from (sql for _, sql in tables)
    for name, _ in tables:
        yield from _rows(database, name)
    yield from (sql for kind, _, sql in made if kind in {"index", "trigger", "view"})


def _rows(database: sqlite3.Connection, table: str) -> Iterator[str]:
    columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
    quoted = ", ".join(f'quote("{name}")' for name in columns)
    for row in database.execute(f'SELECT {quoted} FROM "{table}" ORDER BY rowid'):  # noqa: S608 — its own tables
        told = (_OWN.get((table, name), value) for name, value in zip(columns, row, strict=True))
        yield f'INSERT INTO "{table}" VALUES({",".join(told)})'
