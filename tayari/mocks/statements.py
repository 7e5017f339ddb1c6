"""The statements with which the messages of many sittings are read and written: one each, whatever their number.

They say what the ORM would say; but that makes of each row an object and asks each field about each value, which took
a save longer than everything else together.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from itertools import batched
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, models, transaction

from tayari.base.models import Downtime
from tayari.mocks.models import Extension, Sitting, SittingEvent
from tayari.rules.sittings import State

_AT_ONCE = 200
"""Rows in one statement: SQLite takes 32,766 values."""


class Held(NamedTuple):
    """What of a sitting's row may change without an event. The row is locked until the transaction ends."""

    ident: UUID
    person: UUID
    last_seq: int
    contacts: dict[str, Any]


def hold(asked: Sequence[tuple[UUID, UUID]]) -> list[Held | None]:
    """Lock the rows of these sittings, each once, where they are of these persons: None where there is no such row.

    In one order, so that two transactions on PostgreSQL do not wait for each other.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a row is held until a transaction ends: there is none")
    as_kept = _as_kept()
    with connection.cursor() as cursor:
        cursor.execute(_holding(len(asked)), [as_kept(ident) for ident, _ in asked])
        rows = {told[0]: told for told in cursor.fetchall()}
    held: list[Held | None] = []
    for ident, person in asked:
        row = rows.get(as_kept(ident))
        mine = row is not None and row[1] == as_kept(person)
        held.append(Held(ident, person, row[2], json.loads(row[3])) if mine else None)
    return held


def store(rows: Iterable[tuple[Sitting, State]]) -> None:
    """Write what messages change in the rows of open sittings, with the states that follow."""
    moment, as_kept = _moment(), _as_kept()
    told = [
        (as_kept(row.pk), row.last_seq, json.dumps(row.contacts), moment(row.last_contact_at), state.as_text())
        for row, state in rows
    ]
    _write(told, partial(_changing, "last_seq", "contacts", "last_contact_at", "responses"))


def store_ends(rows: Iterable[Sitting]) -> None:
    """Write when these sittings end, which few messages change."""
    moment, as_kept = _moment(), _as_kept()
    told = [(as_kept(row.pk), moment(row.deadline_at), moment(row.due_at)) for row in rows]
    _write(told, partial(_changing, "deadline_at", "due_at"))


class Record(NamedTuple):
    """An event as its row has it; the names are the columns'. `data` is JSON already."""

    sitting_id: UUID
    seq: int
    client: str
    client_seq: int
    kind: str
    question: int
    data: str
    at: datetime


def append(events: Iterable[Record]) -> None:
    """Write the events of all of them."""
    moment, as_kept = _moment(), _as_kept()
    told = [(as_kept(one[0]), *one[1:-1], moment(one[-1])) for one in events]
    _write(told, _appending)


def _write(rows: Sequence[tuple[Any, ...]], statement: Callable[[int], str]) -> None:
    """One statement for many rows, and not one for each: at every step of SQLite's, Python lets another thread go on,
    and then waits for it.
    """
    with connection.cursor() as cursor:
        for part in batched(rows, _AT_ONCE):
            cursor.execute(statement(len(part)), [value for row in part for value in row])


def is_any_clock_moved(since: datetime) -> bool:
    """Whether anything that moves the clocks of many sittings happened since then: mostly not."""
    with connection.cursor() as cursor:
        cursor.execute(_moving(), [connection.ops.adapt_datetimefield_value(since)] * 2)
        return bool(cursor.fetchone()[0])


def _as_kept() -> Callable[[UUID], Any]:
    """How the database holds an id."""
    return (lambda ident: ident) if connection.features.has_native_uuid_field else attrgetter("hex")


def _moment() -> Callable[[datetime | None], Any]:
    """How the database holds a moment. On SQLite as Django writes it, without asking of each what holds for all."""
    return _in_utc if connection.vendor == "sqlite" else connection.ops.adapt_datetimefield_value


def _in_utc(moment: datetime | None) -> str | None:
    return None if moment is None else str(moment.astimezone(UTC).replace(tzinfo=None))


def _names(model: type[models.Model], *fields: str) -> list[str]:
    quote = connection.ops.quote_name
    return [quote(model._meta.db_table), *(quote(model._meta.get_field(name).column) for name in fields)]


@cache
def _holding(count: int) -> str:
    table, ident, *told = _names(Sitting, "id", "person", "last_seq", "contacts")
    columns, places = ", ".join([ident, *told]), ", ".join(["%s"] * count)
    # As `base.locks.locked` has it: SQLite's transactions hold the only write lock already.
    lock = " FOR NO KEY UPDATE" if connection.features.has_select_for_update else ""
    return f"SELECT {columns} FROM {table} WHERE {ident} IN ({places}) ORDER BY {ident}{lock}"  # noqa: S608 (our names)


@cache
def _changing(*told: Any) -> str:
    """Of the fields named, and then for so many rows."""
    *fields, count = told
    table, ident, *names = _names(Sitting, "id", *fields)
    changed = ", ".join(f"{name} = given.column{at}" for at, name in enumerate(names, 2))
    given = _places(Sitting, ("id", *fields), count)
    return f"UPDATE {table} SET {changed} FROM (VALUES {given}) AS given WHERE {table}.{ident} = given.column1"  # noqa: S608 (our names)


@cache
def _appending(count: int) -> str:
    fields = tuple(name.removesuffix("_id") for name in Record._fields)
    table, *columns = _names(SittingEvent, *fields)
    given = _places(SittingEvent, fields, count)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {given}"  # noqa: S608 (our names)


def _places(model: type[models.Model], fields: Sequence[str], count: int) -> str:
    """For the values of so many rows. PostgreSQL would take each for text."""
    kinds = [
        model._meta.get_field(name).rel_db_type(connection)
        if name == "sitting"
        else model._meta.get_field(name).db_type(connection)
        for name in fields
    ]
    one = ", ".join("%s" if connection.vendor == "sqlite" else f"CAST(%s AS {kind})" for kind in kinds)
    return ", ".join([f"({one})"] * count)


@cache
def _moving() -> str:
    (pauses, ended), (longer, made) = _names(Downtime, "end_at"), _names(Extension, "at")
    return (
        f"SELECT EXISTS (SELECT 1 FROM {pauses} WHERE {ended} > %s) "  # noqa: S608 (our names)
        f"OR EXISTS (SELECT 1 FROM {longer} WHERE {made} >= %s)"
    )
