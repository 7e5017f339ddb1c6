"""Group commits in one process without a network: `python -m bench.saves.engine SECONDS`, on the site's own file.

Two figures in turn: rows of a bare SQLite upsert, and messages through the rules, each 128 to a transaction, FULL.
"""

import os
import random
import sqlite3
import sys
import time
from pathlib import Path

TOGETHER = 128


def bare(seconds: float) -> float:
    """Rows a second: one upsert an answer."""
    database = sqlite3.connect(Path(os.environ["TAYARI_DATA"]) / "site.sqlite3", isolation_level=None, timeout=20)
    database.execute("PRAGMA synchronous=FULL")
    chance = random.Random(3)  # noqa: S311 (a repeatable draw, not a secret)
    done, begun = 0, time.perf_counter()
    while time.perf_counter() - begun < seconds:
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO bench_answer VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET options = excluded.options",
            [(str(chance.randrange(2_000)), chance.randrange(100), '["a"]') for _ in range(TOGETHER)],
        )
        database.execute("COMMIT")
        done += TOGETHER
    took = time.perf_counter() - begun
    database.close()
    return done / took


def ruled(seconds: float) -> float:
    """Messages a second through `sittings.apply_all`, of sittings that this process has read, each in its turn."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tayari.config.settings"
    import django

    django.setup()
    from tayari.base import clock
    from tayari.delivery.batches import together
    from tayari.mocks.actions.sittings import Sent, apply_all
    from tayari.mocks.models import Sitting
    from tayari.rules.messages import Message

    rows = list(Sitting.objects.filter(closed_at=None).values_list("pk", "person_id")[:2_000])
    random.Random(5).shuffle(rows)  # noqa: S311 (a repeatable draw, not a secret)
    seq = int(clock.now().timestamp()) % 10_000_000 * 100

    def group(at: int) -> None:
        now = clock.now()
        drawn = [rows[(at + place) % len(rows)] for place in range(TOGETHER)]
        sent = [Sent(pk, "engine-client", [Message(seq, "answered", 7, ("b",))], by, now) for pk, by in drawn]
        together.outcomes([(apply_all, one) for one in sent])

    for at in range(0, len(rows), TOGETHER):
        group(at)
        seq += 1
    done, begun = 0, time.perf_counter()
    while time.perf_counter() - begun < seconds:
        seq += 1
        group(done)
        done += TOGETHER
    return done / (time.perf_counter() - begun)


if __name__ == "__main__":
    length = float(sys.argv[1])
    sys.stdout.write(f"{bare(length)} {ruled(length)}\n")
