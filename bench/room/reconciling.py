"""After the run: every acknowledged answer looked up in the database, one by one."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.room.candidates import Candidate

_EVENTS = "SELECT client_seq, kind, question, data FROM mocks_sittingevent WHERE sitting_id = ? AND client = ?"
SAVED = {"saved", "replayed"}


def reconcile(file: Path, candidates: Sequence[Candidate]) -> dict[str, Any]:
    """How many acknowledged answers are there as they were sent; the rest is lost, and may never be more than none."""
    found = {"acknowledged answers": 0, "lost": 0, "not as sent": 0, "sitting shows another answer": 0, "twice": 0}
    unanswered = 0
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        for one in candidates:
            unanswered += sum(1 for sent in one.answers if sent.status not in SAVED)
            if one.sitting:
                _one(database, one, found)
        found["sittings"] = sum(1 for one in candidates if one.sitting)
        found["closed more than once"] = _count(
            database,
            "(SELECT 1 FROM mocks_sittingevent WHERE kind = 'closed' GROUP BY sitting_id HAVING COUNT(*) > 1)",
        )
        found["spells of downtime recorded"] = _count(database, "base_downtime")
        closed = {row[0] for row in database.execute("SELECT id FROM mocks_sitting WHERE closed_at IS NOT NULL")}
        handed_in = [UUID(one.sitting).hex for one in candidates if one.handed_in]
        found["handed in but not closed"] = sum(1 for ident in handed_in if ident not in closed)
    database.close()
    return {**found, "never acknowledged": unanswered}


def _count(database: sqlite3.Connection, what: str) -> int:
    return int(database.execute(f"SELECT COUNT(*) FROM {what}").fetchone()[0])  # noqa: S608 (our own words)


def _one(database: sqlite3.Connection, one: Candidate, found: dict[str, int]) -> None:
    ident = UUID(one.sitting).hex
    rows = database.execute(_EVENTS, (ident, one.client)).fetchall()
    events = {seq: (kind, question, json.loads(data)) for seq, kind, question, data in rows}
    found["twice"] += len(rows) - len(events)
    last: dict[int, str] = {}
    for sent in one.answers:
        if sent.status not in SAVED:
            continue
        found["acknowledged answers"] += 1
        last[sent.question] = sent.option
        if sent.seq not in events:
            found["lost"] += 1
        elif events[sent.seq] != ("answered", sent.question, {"options": [sent.option]}):
            found["not as sent"] += 1
    stored = database.execute("SELECT responses FROM mocks_sitting WHERE id = ?", (ident,)).fetchone()
    shown = json.loads(stored[0])["questions"] if stored else {}
    found["sitting shows another answer"] += sum(
        1 for question, option in last.items() if shown.get(str(question), [[]])[0] != [option]
    )
