"""Loading the demo pack into an empty site, beside a bare insert of as many rows into a database of the same kind."""

import sqlite3
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench import empty

TIMES = 3


def measure() -> dict[str, Any]:
    """Seconds of one load, the rows that it left, and the ratio to the bare insert."""
    with empty.site() as folder:
        from tayari.base import clock
        from tayari.demo import setup
        from tayari.syllabus.actions import topics

        topics.load(now=clock.now())
        before = _rows()
        begun = time.perf_counter()
        setup.load(folder, now=clock.now(), said=lambda line: None)
        seconds = time.perf_counter() - begun
        rows = _rows() - before
        bare = median(_bare_insert(folder / f"bare-{turn}.sqlite3", rows) for turn in range(TIMES))
    return {
        "demo pack load, seconds": round(seconds, 2),
        "rows": rows,
        "bare insert of as many rows, seconds": round(bare, 4),
        "ratio": round(seconds / bare),
    }


def _rows() -> int:
    """All rows of the site's database, whoever wrote them."""
    from django.db import connection

    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        count = 0
        for table in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 (our own names)
            count += int(cursor.fetchone()[0])
    return count


def _bare_insert(file: Path, rows: int) -> float:
    """Seconds for `rows` rows of about 300 bytes, one statement each, in one transaction."""
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
        begun = time.perf_counter()
        for number in range(rows):
            database.execute("INSERT INTO bare VALUES (?, ?)", (number, "x" * 300))
        database.commit()
        took = time.perf_counter() - begun
    database.close()
    return took
