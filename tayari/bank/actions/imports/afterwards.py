"""Keeps a large batch after the answer, so that the page can tell how far it is."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.tasks import task

from tayari.bank.actions.imports import keeping
from tayari.bank.models import ImportBatch, ImportedQuestion
from tayari.base import clock
from tayari.base.later import enqueue, in_hand

AT_ONCE = 200
"""So many drafts are made before the answer, and in one task: other tasks come in between."""


def start(*, batch: ImportBatch, by: Any, now: datetime) -> ImportBatch:
    """Keep a batch: a small one at once, a large one by tasks of which each goes on where the last one ended.

    Raises NotNow, and for a small one whatever made it fail: nothing of it is in the bank then.
    """
    waiting = batch.questions.filter(fate=ImportedQuestion.Fate.NEW, question__isnull=True)
    if waiting.count() <= AT_ONCE:
        return keeping.keep(batch=batch, by=by, now=now)
    with transaction.atomic():
        if keeping.begin(batch, None, by=by, now=now) and not is_at_work(batch):
            enqueue(keep_on, batch.pk, str(by.pk) if by else None)
    return ImportBatch.objects.get(pk=batch.pk)


def is_at_work(batch: ImportBatch) -> bool:
    """Whether a task will go on with the batch."""
    return in_hand(keep_on, batch.pk)


@task()
def keep_on(batch: int, by: str | None) -> None:
    """Make the next drafts of a batch, and come again until there are no more. A failure takes all of them back."""
    there = ImportBatch.objects.filter(pk=batch).first()
    if there is None:
        return
    person = get_user_model().objects.filter(pk=by).first() if by else None
    if keeping.go_on(there, slices=AT_ONCE // keeping.SLICE, by=person, now=clock.now()):
        enqueue(keep_on, batch, by)
