"""Reads and writes a hundred thousand sittings without making an object of each: rows as the database has them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, CharField, F, Func, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from tayari.mocks.models import Rescore, RescoredSitting, Sitting
from tayari.rules import rescoring as law
from tayari.rules.rescoring import Scheme

Row = tuple[Any, int, int]
"""A sitting's key as the database has it, its score, its score before."""


class Said(Func):
    """The options (or typed answers) for these questions as the text of a JSON list; null for one never touched.

    The path names an object's key that looks like a number, which Django's own JSON lookups would take for a place in a
    list on SQLite.
    """

    MOST = 90
    """So many at most: a database's function takes a hundred arguments."""

    output_field = CharField()

    def __init__(self, numbers: Sequence[int]) -> None:
        self.numbers = [int(number) for number in numbers]
        super().__init__(F("responses"))

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self._listed(compiler, "JSON_ARRAY({})", "JSON_EXTRACT({}, '$.questions.\"{}\"[0]')")

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self._listed(compiler, "JSONB_BUILD_ARRAY({})::text", "{} #> '{{questions,{},0}}'")

    def _listed(self, compiler: Any, whole: str, one: str) -> Any:
        held, params = compiler.compile(self.source_expressions[0])
        found = ", ".join(one.format(held, number) for number in self.numbers)
        return whole.format(found), params * len(self.numbers)


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


def among(idents: Sequence[Any]) -> QuerySet[Sitting]:
    """The sittings with these keys, which are as the database has them: one value in the query and not a thousand."""
    told: Any = list(idents)
    if connection.vendor == "sqlite":
        return Sitting.objects.filter(pk__in=RawSQL("SELECT value FROM json_each(%s)", [json.dumps(told)]))
    return Sitting.objects.filter(pk__in=RawSQL("SELECT unnest(%s::uuid[])", [told]))


def chosen(responses: str | Mapping[str, Any]) -> dict[int, tuple[str, ...]]:
    """What a sitting answered, from its stored responses."""
    told = json.loads(responses) if isinstance(responses, str) else responses
    return {int(number): tuple(one[0]) for number, one in (told.get("questions") or {}).items()}


def whole(idents: Sequence[Any]) -> Iterator[tuple[Any, dict[int, tuple[str, ...]]]]:
    """Each of these sittings with everything that it answered."""
    rows = among(idents).values_list("pk", "responses")
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


_REMEMBERED = 20_000


class Recomputed:
    """Rows of a run, from the former score and the responses to what changed. Remembers what a response changes, by its
    stored text."""

    def __init__(self, old: Scheme, new: Scheme, run: Rescore) -> None:
        self.old, self.new, self.run = old, new, run
        self.move = law.mover(old, new)
        self.gain = lru_cache(_REMEMBERED)(self._gain)

    def rows(self, idents: Sequence[Any]) -> Iterator[Row]:
        """(sitting, score, score before) of each of these sittings."""
        told, slow = len(self.move.numbers) <= Said.MOST, []
        for ident, former, said in raw(self._former(idents)) if told else ():
            if former is None:
                slow.append(ident)
            else:
                yield ident, self.move.score(former, self.gain(said)), former
        for ident, responses in whole(slow if told else idents):
            yield ident, self.new.earned(responses), self.old.earned(responses)

    def _former(self, idents: Sequence[Any]) -> QuerySet[Any, Any]:
        """(sitting, its score as it holds if that is known, its responses to these questions as text)."""
        base = self.run.based_on_id
        held = RescoredSitting.objects.filter(run=base, sitting=OuterRef("pk")).values("n")[:1]
        same = Case(When(Q(scored_under=base) if base else Q(scored_under=None), then=F("score")))
        was = Coalesce(Subquery(held), same) if base else same
        return among(idents).annotate(was=was, said=Said(self.move.numbers)).values_list("pk", "was", "said")

    def _gain(self, said: str) -> int:
        told = zip(self.move.numbers, json.loads(said), strict=True)
        return self.move.gain({number: options or () for number, options in told})
