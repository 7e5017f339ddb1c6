"""Reads and writes a hundred thousand sittings without making an object of each: rows as the database has them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, F, Func, QuerySet

from tayari.mocks.models import Rescore, RescoredSitting, Sitting

Row = tuple[Any, int, int]
"""A sitting's key as the database has it, its score, its score before."""


class Said(Func):
    """The options (or the typed answer) for one question as JSON text; NULL when it was never touched.

    The path names an object's key that looks like a number, which Django's own JSON lookups would take for a place in a
    list on SQLite.
    """

    output_field = CharField()

    def __init__(self, number: int) -> None:
        self.number = int(number)
        super().__init__(F("responses"))

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(
            compiler, connection, template=f"JSON_EXTRACT(%(expressions)s, '$.questions.\"{self.number}\"[0]')"
        )

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, template=f"(%(expressions)s #> '{{questions,{self.number},0}}')::text")


def raw(rows: QuerySet[Any, Any]) -> Iterator[tuple[Any, ...]]:
    """What the query selects, unconverted: an identifier is text on SQLite."""
    try:
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        while found := cursor.fetchmany(1_000):
            yield from found


def chosen(responses: str | Mapping[str, Any]) -> dict[int, tuple[str, ...]]:
    """What a sitting answered, from its stored responses."""
    told = json.loads(responses) if isinstance(responses, str) else responses
    return {int(number): tuple(one[0]) for number, one in (told.get("questions") or {}).items()}


def whole(idents: Iterable[Any]) -> Iterator[tuple[Any, dict[int, tuple[str, ...]]]]:
    """Each of these sittings with everything that it answered."""
    rows = Sitting.objects.filter(pk__in=list(idents)).values_list("pk", "responses")
    return ((ident, chosen(responses)) for ident, responses in raw(rows))


def write(run: Rescore, rows: Sequence[Row]) -> int:
    """Add a run's rows; a sitting that has one keeps it. Gives how many were told."""
    names = ", ".join(connection.ops.quote_name(name) for name in ("run_id", "sitting_id", "n", "was"))
    table = connection.ops.quote_name(RescoredSitting._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({names}) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",  # noqa: S608 (our names)
            [(run.pk, *row) for row in rows],
        )
    return len(rows)
