"""Writes one audit entry inside the caller's transaction."""

from datetime import datetime
from typing import Any

from django.db import models

from tayari.audit.models import Entry


def record(action: str, target: models.Model | str, *, by: Any, now: datetime, reason: str = "", **data: Any) -> Entry:
    """Record that `by` (a person, or None for a job) did `action` to `target` at `now`."""
    if isinstance(target, models.Model):
        target = f"{target._meta.label_lower}:{getattr(target, 'ref', None) or target.pk}"
    return Entry.objects.create(at=now, by=by, action=action, target=target[:200], reason=reason, data=data)
