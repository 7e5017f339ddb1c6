"""What was done in a copy of a SQLite database, brought into the database that was copied by one short transaction.

Three files: the copy as it was made (`before`), the copy with what was done in it (`after`), and a file of the changes.
All of it is SQL over attached files, at the speed of SQLite and not of the program that made the changes.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Run = Callable[[str], Any]
"""Runs one statement and gives a cursor with its rows."""


class Overtaken(Exception):
    """The database changed where the copy was read or changed; the message names the table."""


@dataclass(slots=True)
class Touched:
    """Tables that statements read, and that they changed."""

    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)


@contextmanager
def touched(connection: sqlite3.Connection) -> Iterator[Touched]:
    """SQLite itself says which tables the statements inside touch, also through triggers."""
    told = Touched()
    changes = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}

    def hear(action: int, name: str | None, *rest: str | None) -> int:
        if action in changes or action == sqlite3.SQLITE_READ:
            (told.written if action in changes else told.read).add(name or "")
        return sqlite3.SQLITE_OK

    connection.set_authorizer(hear)
    try:
        yield told
    finally:
        connection.set_authorizer(None)


def plain_tables(file: Path) -> set[str]:
    """Tables that hold rows of their own: no index of words, which triggers keep, and nothing of SQLite's."""
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    words = tuple(f"{name}_" for name, sql in rows if sql.upper().startswith("CREATE VIRTUAL"))
    return {
        name
        for name, sql in rows
        if not sql.upper().startswith("CREATE VIRTUAL") and not name.startswith((*words, "sqlite_"))
    }


def difference(before: Path, after: Path, into: Path, tables: Collection[str]) -> int:
    """Write what `after` has otherwise than `before` to the file `into`. Returns how many rows differ."""
    count = 0
    with closing(sqlite3.connect(into)) as database:
        database.execute("ATTACH ? AS before", [str(before)])
        database.execute("ATTACH ? AS after", [str(after)])
        for table in sorted(tables):
            key = _key(database.execute, table, "after")
            for name, wanted, one, other in (("new", "*", "after", "before"), ("gone", f'"{key}"', "before", "after")):
                database.execute(
                    f'CREATE TABLE "{name} {table}" AS SELECT {wanted} FROM {one}."{table}" '  # noqa: S608 (our own names)
                    f'EXCEPT SELECT {wanted} FROM {other}."{table}"'
                )
                count += database.execute(f'SELECT COUNT(*) FROM "{name} {table}"').fetchone()[0]  # noqa: S608
        database.commit()
    return count


def _columns(run: Run, table: str, schema: str) -> list[tuple[str, bool]]:
    """Names, and whether it is the key."""
    rows = run(f'PRAGMA {schema}.table_info("{table}")').fetchall()
    return [(row[1], bool(row[5])) for row in rows]


def _key(run: Run, table: str, schema: str) -> str:
    (key,) = (name for name, is_key in _columns(run, table, schema) if is_key)
    return key


def unchanged(run: Run, tables: Collection[str]) -> None:
    """Raises Overtaken where a table is not as it is in `before`, which is attached."""
    for table in sorted(tables):
        for one, other in (("main", "before"), ("before", "main")):
            asked = f'SELECT EXISTS(SELECT * FROM {one}."{table}" EXCEPT SELECT * FROM {other}."{table}")'  # noqa: S608
            if run(asked).fetchone()[0]:
                raise Overtaken(table)


def bring(run: Run, tables: Collection[str], appended: Collection[str] = ()) -> None:
    """Do in `main` what the attached file `changes` says. Rows of `appended` tables are new and get numbers of their
    own. The caller has a transaction, and foreign keys are looked at when it ends.
    """
    for table in sorted(tables):
        columns = _columns(run, table, "main")
        key = _key(run, table, "main")
        names = ", ".join(f'"{name}"' for name, is_key in columns if not (is_key and table in appended))
        # `WHERE true`, or SQLite takes what follows for a part of a join.
        put = f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM changes."new {table}" WHERE true'  # noqa: S608
        if table in appended:
            run(f'{put} ORDER BY "{key}"')
            continue
        told = ", ".join(f'"{name}" = excluded."{name}"' for name, is_key in columns if not is_key)
        run(f'DELETE FROM main."{table}" WHERE "{key}" IN (SELECT "{key}" FROM changes."gone {table}")')  # noqa: S608
        run(f'{put} ON CONFLICT ("{key}") DO {f"UPDATE SET {told}" if told else "NOTHING"}')
