"""Row locks that mean the same on SQLite and PostgreSQL."""

from django.db import models, transaction


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
