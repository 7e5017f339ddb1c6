"""A rescore of 100,000 sittings of 100 questions, beside a bare UPDATE of as many rows of the same database."""

import random
import sqlite3
import time
from datetime import timedelta
from statistics import median
from typing import Any

from bench import empty

SITTINGS, QUESTIONS, TURNS = 100_000, 100, 3
POLICIES = ("corrected", "drop", "all")


def measure() -> dict[str, Any]:
    """Seconds of dry run and application, a turn a policy, and their ratio to the bare UPDATE measured before each."""
    with empty.site():
        printing = _printing()
        fill_sittings(printing)
        return _figures(printing)


def _printing() -> Any:
    from tests.factories import papers

    return papers.printing(QUESTIONS)


def fill_sittings(printing: Any) -> None:
    """Closed sittings, a person each: 85 of 100 answered, three in five of those right."""
    from django.db import connection

    from tayari.accounts.models import Person
    from tayari.mocks.models import Sitting
    from tests.factories.questions import NOW

    chance = random.Random(5)  # noqa: S311 — a repeatable draw, not a secret
    pool = [_responses(chance) for _ in range(2_000)]
    for begun in range(0, SITTINGS, 5_000):
        people = Person.objects.bulk_create(Person(kind="guest", joined_at=NOW) for _ in range(5_000))
        Sitting.objects.bulk_create(
            Sitting(
                printing=printing,
                person=person,
                language="en",
                opened_at=NOW + timedelta(seconds=begun),
                last_contact_at=NOW,
                responses=responses,
                closed_at=NOW + timedelta(hours=2),
                closed_by="candidate",
                score=score,
            )
            for person, (responses, score) in zip(people, chance.choices(pool, k=len(people)), strict=True)
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _responses(chance: random.Random) -> tuple[dict[str, Any], int]:
    rows, score = {}, 0
    for number in range(1, QUESTIONS + 1):
        key = "abcd"[(number - 1) % 4]
        if chance.random() < 0.85:
            option = key if chance.random() < 0.6 else chance.choice([one for one in "abcd" if one != key])
            score += 6 if option == key else -2
            rows[str(number)] = [[option], number * 60_000, False, None, True, chance.randrange(90_000), None]
        else:
            rows[str(number)] = [[], None, False, None, True, chance.randrange(90_000), None]
    return {"place": [0, 0], "screen": [None, 7_200_000], "events": 190, "questions": rows}, score


def _figures(printing: Any) -> dict[str, Any]:
    from tayari.mocks.actions import cohorts, objections, rescoring
    from tests.factories.questions import NOW

    rows = []
    reason = {"en": "measured"}
    for turn, policy in enumerate(POLICIES):
        now = NOW + timedelta(days=turn + 1)
        bare = _bare_update(printing)
        key = ["b"] if policy == "corrected" else []
        question = printing.questions.get(number=17 + turn * 4)
        objections.decide(question, policy=policy, key=key, reason=reason, by=None, now=now)
        run = rescoring.draft(printing, by=None, now=now)
        with _longest_writes() as writes:
            begun = time.perf_counter()
            run = rescoring.fill(run, now=now)
            dry = time.perf_counter() - begun
            begun = time.perf_counter()
            rescoring.apply(run, reason=reason, by=None, now=now)
            applied = time.perf_counter() - begun
        rows.append((bare, dry, applied, max(writes)))
    begun = time.perf_counter()
    cohorts.measure(printing, now=NOW + timedelta(days=9))
    counted = time.perf_counter() - begun
    bare, dry, applied = (median(row[at] for row in rows) for at in range(3))
    return {
        "sittings": SITTINGS,
        "questions": QUESTIONS,
        "bare UPDATE of as many sittings, seconds": round(bare, 2),
        "dry run, seconds": round(dry, 2),
        "application, seconds": round(applied, 2),
        "ratio": round(median((row[1] + row[2]) / row[0] for row in rows), 1),
        "longest write transaction, milliseconds": round(max(row[3] for row in rows) * 1000),
        "distribution and shares, seconds": round(counted, 2),
        "scores that scoring from scratch gives too": _checked(printing),
    }


def _bare_update(printing: Any) -> float:
    """Seconds for one UPDATE of every sitting's score, through a connection of its own, and back."""
    from django.db import connection

    with sqlite3.connect(connection.settings_dict["NAME"], timeout=60) as database:
        database.execute("PRAGMA synchronous=FULL")
        begun = time.perf_counter()
        database.execute("UPDATE mocks_sitting SET score = score + 1 WHERE printing_id = ?", [printing.pk])
        database.commit()
        took = time.perf_counter() - begun
        database.execute("UPDATE mocks_sitting SET score = score - 1 WHERE printing_id = ?", [printing.pk])
        database.commit()
    database.close()
    return took


class _longest_writes:
    """Collects how long each outermost transaction of the default connection lasts."""

    def __enter__(self) -> list[float]:
        from django.db import connection

        self.found: list[float] = [0.0]
        self.set_autocommit = connection.set_autocommit
        begun = [0.0]

        def watched(autocommit: bool, **told: Any) -> None:
            if not autocommit:
                self.set_autocommit(autocommit, **told)
                begun[0] = time.perf_counter()
            else:
                self.set_autocommit(autocommit, **told)
                self.found.append(time.perf_counter() - begun[0])

        connection.set_autocommit = watched  # type: ignore[method-assign]
        return self.found

    def __exit__(self, *_: object) -> None:
        from django.db import connection

        connection.set_autocommit = self.set_autocommit  # type: ignore[method-assign]


def _checked(printing: Any) -> str:
    """A draw of sittings scored from scratch against what the rescores wrote."""
    from fractions import Fraction

    from tayari.mocks import marking
    from tayari.mocks.models import RescoredSitting

    run, how = marking.current(printing), marking.scheme(printing)
    rows = RescoredSitting.objects.filter(run=run).select_related("sitting__printing").order_by("sitting")[:2_000]
    same = [Fraction(row.n, run.over) == marking.score_of(row.sitting, how).earned for row in rows]  # type: ignore[union-attr]
    return f"{sum(same)} of {len(same)}"
