"""What this room itself does when a fact has changed: the search for contradictions, once the change is stored."""

import logging
import threading
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction

from tayari.facts.actions import contradictions
from tayari.facts.models import Fact, FactRevision

_log = logging.getLogger(__name__)


class _Waiting(threading.local):
    """The entities whose facts this thread changed and has not looked at again."""

    def __init__(self) -> None:
        self.subjects: set[int] = set()


_waiting = _Waiting()


def search(fact: Fact, before: FactRevision | None, after: FactRevision, by: Any, now: datetime) -> None:
    """Look for contradictions after the commit, once for however many facts it changed.

    A transaction that is rolled back leaves its subjects for the next search, which does no harm.
    """
    _waiting.subjects.add(fact.subject_id)
    transaction.on_commit(lambda: _look(now))


def _look(now: datetime) -> None:
    subjects, _waiting.subjects = _waiting.subjects, set()
    if not subjects:
        return
    try:
        contradictions.look_again(subjects, now=now)
    except DatabaseError:
        # The facts are stored; what a busy database kept from being found now, the nightly search finds.
        _log.exception("the search for contradictions waits for the night")
