"""Work that meets another's lock is done again; what fails for another reason is not."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import OperationalError

from tayari.base.locks import patiently


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """Two connections to one file, of which neither waits for the other."""
    file = tmp_path / "both.sqlite3"
    with (
        closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as one,
        closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as other,
    ):
        yield one, other


def test_a_lock_is_waited_for(pair: tuple[sqlite3.Connection, sqlite3.Connection]) -> None:
    writer, other = pair
    other.execute("BEGIN IMMEDIATE")
    tries = []

    def write() -> str:
        tries.append("")
        if len(tries) == 3:
            other.execute("COMMIT")
        try:
            writer.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise OperationalError(str(error)) from error
        return "written"

    assert (patiently(write, pause=0), len(tries)) == ("written", 3)


def test_one_that_never_ends_is_told(pair: tuple[sqlite3.Connection, sqlite3.Connection]) -> None:
    writer, other = pair
    other.execute("BEGIN IMMEDIATE")
    tries = []

    def write(sql: str) -> None:
        tries.append(sql)
        try:
            writer.execute(sql)
        except sqlite3.OperationalError as error:
            raise OperationalError(str(error)) from error

    with pytest.raises(OperationalError, match="locked"):
        patiently(lambda: write("BEGIN IMMEDIATE"), tries=2, pause=0)
    with pytest.raises(OperationalError, match="no such table"):
        patiently(lambda: write("DELETE FROM absent"), pause=0)
    assert len(tries) == 2 + 1
