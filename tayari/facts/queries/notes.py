"""The thread of notes about something."""

from tayari.facts.models import Note


def thread(holder_type: str, holder_ref: str) -> tuple[Note, ...]:
    """Oldest first, with who wrote each. One query."""
    rows = Note.objects.filter(holder_type=holder_type, holder_ref=holder_ref)
    return tuple(rows.select_related("by"))
