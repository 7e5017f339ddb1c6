"""Row locks that mean the same on SQLite and PostgreSQL, and work that waits for others' to end."""

import time
from collections.abc import Callable

from django.db import OperationalError, models, transaction

_BUSY = 5  # SQLITE_BUSY, the lowest byte of its extended codes
_ENDED = {"40001", "40P01", "55P03"}  # PostgreSQL: serialization failure, deadlock, lock not available


def locked[Row: models.Model](rows: models.QuerySet[Row]) -> models.QuerySet[Row]:
    """`rows` locked until the transaction ends; raises when there is no transaction.

    PostgreSQL locks the rows. SQLite ignores FOR UPDATE, but every transaction there begins IMMEDIATE and so holds
    the only write lock already.
    """
    connection = transaction.get_connection(using=rows.db)
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("locked() needs a transaction: wrap the action in atomic()")
    if not connection.features.has_select_for_update:
        return rows
    return rows.select_for_update(of=("self",), no_key=True)


def patiently[Result](work: Callable[[], Result], *, tries: int = 5, pause: float = 0.2) -> Result:
    """Do `work`, a transaction of its own, again when others kept the lock for too long: for what nobody waits for.

    Each try waits as long as the database does, 20 s on SQLite. Inside a transaction it would be no use: what failed
    has spoilt the whole of it.
    """
    for _ in range(tries - 1):
        try:
            return work()
        except OperationalError as error:
            if not _is_contention(error):
                raise
            time.sleep(pause)
    return work()


def _is_contention(error: OperationalError) -> bool:
    cause = error.__cause__
    return getattr(cause, "sqlite_errorcode", 0) & 0xFF == _BUSY or getattr(cause, "sqlstate", None) in _ENDED
