"""Which tables an SQL statement names, and which it changes."""

import re
from functools import lru_cache

from django.conf import settings
from django.db import connection

_WORD = re.compile(r"\w+")
# What begins so changes no row. Everything else may, also what nobody thought of.
_READS = re.compile(
    r"\s*\(?\s*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|PRAGMA|SET|SHOW|EXPLAIN|VALUES|FETCH)\b", re.I
)
_TARGET = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM(?:\s+ONLY)?)"
    r'\s+"?(?P<table>\w+)"?(?![\w".])',
    re.IGNORECASE,
)
_COLUMN = re.compile(r'"(\w+)" = ')


class _Tables:
    """The names of the database's tables, looked up once: they change only with a migration, before serving."""

    def __init__(self) -> None:
        self.names: frozenset[str] = frozenset()

    def __call__(self) -> frozenset[str]:
        if not self.names:
            with connection.cursor() as cursor:
                self.names = frozenset(connection.introspection.table_names(cursor))
        return self.names


tables = _Tables()


def named(sql: str) -> frozenset[str]:
    """Every table that a statement names, and perhaps one too many where a column has a table's name."""
    return _named(sql, tables())


@lru_cache(maxsize=2048)
def _named(sql: str, known: frozenset[str]) -> frozenset[str]:
    return _words(sql) & known


def _words(sql: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sql))


def reads(sql: str) -> bool:
    """Whether a statement certainly changes no row."""
    return _READS.match(sql) is not None


def changed(sql: str) -> frozenset[str]:
    """The tables whose rows a statement changes; when it cannot be told, every word of it.

    Without those that never show on a public page, and without an UPDATE of nothing but columns that never do.
    """
    return frozenset() if reads(sql) else _changed(sql)


@lru_cache(maxsize=2048)
def _changed(sql: str) -> frozenset[str]:
    target = _TARGET.match(sql)
    found = frozenset({target["table"]}) if target else _words(sql)
    if target and _is_quiet_update(sql):
        return frozenset()
    return found - settings.PRESS_NEVER


def _is_quiet_update(sql: str) -> bool:
    """`UPDATE … SET "draft_title" = …`: what a draft's saving leaves on the published page's row."""
    head, given, rest = sql.partition(" SET ")
    columns, _where, condition = rest.partition(" WHERE ")
    if (
        not (given and head.lstrip().upper().startswith("UPDATE"))
        or "SELECT" in columns.upper()
        or " WHERE " in condition
    ):
        return False
    names = set(_COLUMN.findall(columns))
    return (
        bool(names) and names <= settings.PRESS_UNSEEN_COLUMNS and columns.count(" = ") == len(_COLUMN.findall(columns))
    )
