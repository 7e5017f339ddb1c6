"""Editors write to each other about a fact, an entity or whatever rests on facts."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.facts.models import Note


class Empty(ValueError):
    """A note says something."""


@transaction.atomic
def write(holder_type: str, holder_ref: str, text: str, *, by: Any, now: datetime) -> Note:
    """Add to the thread of a holder, named as in a binding. Raises Empty."""
    if not text.strip():
        raise Empty("Write something first.")
    note = Note.objects.create(holder_type=holder_type, holder_ref=holder_ref, text=text.strip(), at=now, by=by)
    entries.record("notes.write", f"{holder_type}:{holder_ref}", by=by, now=now, note=note.pk)
    return note
