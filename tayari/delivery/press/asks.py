"""What a page asked of the database and what it was told: while it would be told the same, it is the same page."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any

from django.db import DatabaseError, connection

# Where a value is written as a place in memory, two may be written alike that are not.
_A_PLACE = " at 0x"


@dataclass(frozen=True, slots=True)
class Ask:
    """A statement with the tables that it names; `told` stands for the rows that were its answer."""

    sql: str
    params: Any
    tables: frozenset[str]
    told: bytes


class _Rows:
    """A cursor whose rows were fetched already."""

    def __init__(self, cursor: Any, rows: list[Any]) -> None:
        self.cursor, self.rows = cursor, iter(rows)

    def __iter__(self) -> Iterator[Any]:
        return self.rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cursor, name)

    def fetchone(self) -> Any:
        return next(self.rows, None)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        return list(islice(self.rows, size or self.cursor.arraysize))

    def fetchall(self) -> list[Any]:
        return list(self.rows)


def let_go(wrapper: Any) -> None:
    """Before a cursor executes again: what was fetched for the statement before is not the answer to the next."""
    while isinstance(wrapper.cursor, _Rows):
        wrapper.cursor = wrapper.cursor.cursor


def heard(sql: str, params: Any, tables: frozenset[str], wrapper: Any) -> Ask | None:
    """The statement that Django's `wrapper` of a cursor has just executed; its rows stay there to be fetched.

    None for one that has no rows.
    """
    cursor = wrapper.cursor
    if cursor.description is None:
        return None
    rows = cursor.fetchall()
    wrapper.cursor = _Rows(cursor, rows)
    # Pages of a kind ask in the same words, which are long.
    return Ask(sys.intern(sql), params, tables, _standing_for(sql, rows))


def are_answered_alike(asks: Iterable[Ask]) -> bool:
    """Whether each has the same answer as before. Asks the database."""
    try:
        with connection.cursor() as cursor:
            for ask in asks:
                cursor.execute(ask.sql, ask.params)
                if _standing_for(ask.sql, cursor.fetchall()) != ask.told:
                    return False
    except DatabaseError:
        return False
    return True


def ask_for_what_stands_in_memory() -> None:
    """Addresses are made from sites, languages and root pages, which Wagtail keeps between requests."""
    with connection.cursor() as cursor:
        for sql in (_SITES, _LANGUAGES, _ROOTS):
            cursor.execute(sql)


_SITES = "SELECT id, hostname, port, root_page_id, is_default_site FROM wagtailcore_site ORDER BY id"
_LANGUAGES = "SELECT id, language_code FROM wagtailcore_locale ORDER BY id"
_ROOTS = (
    "SELECT twin.id, twin.url_path, twin.locale_id FROM wagtailcore_page twin WHERE twin.translation_key IN "
    "(SELECT root.translation_key FROM wagtailcore_site site JOIN wagtailcore_page root ON root.id = site.root_page_id)"
    " ORDER BY twin.id"
)


def _standing_for(sql: str, rows: Iterable[Any]) -> bytes:
    told = [repr(tuple(row)) for row in rows]
    if " ORDER BY " not in sql:
        # In no order: PostgreSQL tells the rows in another whenever one of them was written.
        told.sort()
    text = "\n".join(told)
    if _A_PLACE in text:
        return os.urandom(16)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def unasked(tables: frozenset[str], asks: Iterable[Ask]) -> frozenset[str]:
    """Those of `tables` that none of `asks` names: whoever depends on them cannot know by asking again."""
    return tables.difference(*(ask.tables for ask in asks))
