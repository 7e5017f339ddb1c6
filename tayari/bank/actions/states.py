"""Moves a question through the states of its review, and says so in the audit."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.bank.models import Question
from tayari.base.locks import locked
from tayari.rules.questions import states
from tayari.rules.questions.states import NoSuchMove

__all__ = ["NoSuchMove", "move"]


@transaction.atomic
def move(question: Question, after: str, *, reason: str = "", by: Any, now: datetime) -> Question:
    """Put the question into the state `after`. Raises NoSuchMove; nothing is written then."""
    held = locked(Question.objects.all()).get(pk=question.pk)
    published = held.versions.exists() and not held.has_unpublished_changes
    before, held.state = held.state, states.move(held.state, after, published=published)
    if held.state != before:
        held.save(update_fields=["state"])
        entries.record("questions.moved", held, by=by, now=now, reason=reason, before=before, after=after)
    question.state = held.state
    return held
