"""Says in the audit that questions left as a file."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries


@transaction.atomic
def leave(*, format: str, which: str, count: int, by: Any, now: datetime) -> None:
    """Record that `count` questions were written in a format, and how they were chosen."""
    entries.record("questions.exported", f"bank.question:{which}", by=by, now=now, format=format, count=count)
