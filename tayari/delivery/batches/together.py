"""Items in one transaction, of which one that fails takes no other with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

Work = Callable[[Sequence[Any]], Sequence[Any]]
"""Does several items at once, inside a transaction that is not its own, and gives an outcome for each. It may be called
again for the same items after a rollback, so it keeps nothing in memory that a rollback would have to undo.
"""
Task = tuple[Work, Any]


@dataclass(frozen=True, slots=True)
class Failed:
    """What an item's work raised: nothing of it was written."""

    problem: Exception


class NotCommitted(Exception):
    """Something inside spoilt the transaction and told nobody."""


def outcomes(tasks: Sequence[Task]) -> list[Any]:
    """What became of each task, committed: its outcome, or Failed.

    All at once first, for then the database is asked least. Where that fails, each in a savepoint of its own; where
    the commit fails too, for a constraint that is only judged then, each in a transaction of its own.
    """
    begun = False
    try:
        with transaction.atomic(durable=True):
            begun = True
            return _whole(_all(tasks))
    except Exception as problem:
        # Without a transaction none can be had for one of them either: the database is away or held by another.
        if not begun or len(tasks) == 1:
            return [Failed(problem)] * len(tasks)
    try:
        with transaction.atomic(durable=True):
            return _whole([_one(task) for task in tasks])
    except Exception:
        return [outcome for task in tasks for outcome in outcomes([task])]


def _all(tasks: Sequence[Task]) -> list[Any]:
    """One call for each kind of work, with its items in their order."""
    kinds: dict[Work, list[int]] = {}
    for place, (work, _) in enumerate(tasks):
        kinds.setdefault(work, []).append(place)
    found: dict[int, Any] = {}
    for work, places in kinds.items():
        found.update(zip(places, work([tasks[place][1] for place in places]), strict=True))
    return [found[place] for place in range(len(tasks))]


def _one(task: Task) -> Any:
    try:
        with transaction.atomic():
            return _whole(_all([task]))[0]
    except Exception as problem:
        return Failed(problem)


def _whole(found: list[Any]) -> list[Any]:
    # Django would roll back without a word, and what is lost would be acknowledged.
    if transaction.get_rollback():
        raise NotCommitted("a database error was swallowed inside the transaction")
    return found
