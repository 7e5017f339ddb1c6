"""What was done in a copy of a database comes into the database itself, and only where nothing was done there."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tayari.base import copies, database

_MADE = """
CREATE TABLE page (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT UNIQUE, shown REAL);
CREATE TABLE link (id INTEGER PRIMARY KEY, page INTEGER REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE only (page INTEGER PRIMARY KEY);
CREATE TABLE log (id INTEGER PRIMARY KEY, said TEXT);
CREATE VIRTUAL TABLE words USING fts5 (title, content=page, content_rowid=id);
CREATE TRIGGER told AFTER INSERT ON page BEGIN INSERT INTO words (rowid, title) VALUES (new.id, new.title); END;
INSERT INTO page (title, shown) VALUES ('one', 1), ('two', 2.5), ('three', NULL);
INSERT INTO link VALUES (1, 1), (2, 2);
INSERT INTO log VALUES (1, 'made');
"""
_DONE = """
UPDATE page SET title = 'first' WHERE title = 'one';
DELETE FROM page WHERE title = 'three';
INSERT INTO page (title, shown) VALUES ('four', 0.1);
INSERT INTO link VALUES (3, 4);
INSERT INTO only VALUES (4);
INSERT INTO log VALUES (2, 'loaded');
"""
_TABLES = {"page", "link", "only", "log"}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """`site`, `before` and, with what was done, `after`; `changes` between the two."""
    with sqlite3.connect(tmp_path / "site") as site:
        site.executescript(_MADE)
    site.close()
    for name in ("before", "after"):
        database.copy(tmp_path / "site", tmp_path / name)
    with sqlite3.connect(tmp_path / "after") as after, copies.touched(after) as told:
        after.executescript(_DONE)
    after.close()
    assert copies.plain_tables(tmp_path / "after") == _TABLES
    assert told.written >= _TABLES
    assert copies.difference(tmp_path / "before", tmp_path / "after", tmp_path / "changes", _TABLES) == 6
    return tmp_path


@pytest.fixture
def site(files: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(files / "site")
    opened.execute("PRAGMA foreign_keys = ON")
    for name in ("before", "changes"):
        opened.execute("ATTACH ? AS " + name, [str(files / name)])
    yield opened
    opened.close()


def _rows(database: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return database.execute(f"SELECT * FROM main.{table} ORDER BY 1").fetchall()  # noqa: S608 (our own names)


def test_everything_comes_and_the_index_of_words_with_it(site: sqlite3.Connection) -> None:
    copies.unchanged(site.execute, _TABLES)
    site.execute("INSERT INTO log VALUES (2, 'meanwhile')")
    with site:
        copies.bring(site.execute, _TABLES, {"log"})

    assert _rows(site, "page") == [(1, "first", 1.0), (2, "two", 2.5), (4, "four", 0.1)]
    assert _rows(site, "link") == [(1, 1), (2, 2), (3, 4)]
    assert _rows(site, "only") == [(4,)]
    assert _rows(site, "log") == [(1, "made"), (2, "meanwhile"), (3, "loaded")]
    assert site.execute("SELECT rowid FROM words WHERE words MATCH 'four'").fetchall() == [(4,)]


@pytest.mark.parametrize(
    "done",
    [
        "UPDATE page SET shown = 3 WHERE title = 'two'",
        "INSERT INTO page (title) VALUES ('five')",
        "DELETE FROM link WHERE id = 2",
    ],
)
def test_what_was_done_in_the_meantime_is_noticed(site: sqlite3.Connection, done: str) -> None:
    site.execute(done)

    with pytest.raises(copies.Overtaken):
        copies.unchanged(site.execute, _TABLES)


def test_a_half_is_never_left(site: sqlite3.Connection) -> None:
    """The title is taken by now: everything before it in the same transaction goes back as well."""
    site.execute("INSERT INTO page (id, title) VALUES (9, 'four')")
    site.commit()
    before = {name: _rows(site, name) for name in _TABLES}

    with pytest.raises(sqlite3.IntegrityError), site:
        copies.bring(site.execute, _TABLES, {"log"})

    assert {name: _rows(site, name) for name in _TABLES} == before
