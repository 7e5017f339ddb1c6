"""Takes the drafts of a batch back. What somebody has worked with since is listed and stays."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import ProtectedError
from wagtail.models import Revision

from tayari.audit.actions import entries
from tayari.bank.actions.imports import picturing
from tayari.bank.actions.imports.standing import held
from tayari.bank.models import ImportBatch, ImportedQuestion, Question
from tayari.base.locks import locked

State = ImportBatch.State
_SLICE = 20


@dataclass(frozen=True, slots=True)
class Undone:
    """The refs that are gone, and those that stay with the reason."""

    removed: tuple[str, ...]
    stayed: tuple[tuple[str, str], ...]


def undo(*, batch: ImportBatch, by: Any, now: datetime) -> Undone:
    """Remove the drafts that were made of the batch; one that was only to be reviewed is put away.

    A draft stays when it was edited, submitted, published or put into a paper since. Doing it again tries once more.
    """
    with transaction.atomic():
        found = held(batch)
        if found.state != State.UNDONE:
            found.state, found.settled_at, found.settled_by = State.UNDONE, now, by
            found.save(update_fields=["state", "settled_at", "settled_by"])
    done = _remove(batch)
    entries.record(
        "imports.undone", batch, by=by, now=now, removed=list(done.removed), stayed=[ref for ref, _ in done.stayed]
    )
    return done


def take_back(batch: ImportBatch, *, reason: str, by: Any, now: datetime) -> None:
    """Remove what a keeping that failed has made so far, and let the batch be reviewed again."""
    done = _remove(batch)
    with transaction.atomic():
        found = held(batch)
        if found.state == State.KEEPING:
            found.state = State.REVIEW
            found.save(update_fields=["state"])
        entries.record("imports.failed", found, by=by, now=now, reason=reason, removed=len(done.removed))
    # Another process that was keeping it beside may have made some more; it stops now.
    _remove(batch)


def _remove(batch: ImportBatch) -> Undone:
    removed: list[str] = []
    stayed: list[tuple[str, str]] = []
    last = 0
    while rows := _some(batch, last, removed, stayed):
        last = rows[-1].position
    picturing.take_back(batch)
    return Undone(tuple(removed), tuple(stayed))


@transaction.atomic
def _some(batch: ImportBatch, after: int, removed: list[str], stayed: list[tuple[str, str]]) -> list[ImportedQuestion]:
    held(batch)
    made = batch.questions.filter(question__isnull=False, position__gt=after).order_by("position")
    rows = list(made.only("position", "question")[:_SLICE])
    questions = locked(Question.objects.all()).in_bulk([row.question_id for row in rows])
    saves = _saves(list(questions))
    for question in questions.values():
        reason = _worked_with(question, saves[question.pk]) or _deleted(question)
        if reason:
            stayed.append((question.ref, reason))
        else:
            removed.append(question.ref)
    return rows


def _saves(pks: list[int]) -> Counter[int]:
    """How often each was saved; keeping it was the first time."""
    kind = ContentType.objects.get_for_model(Question)
    rows = Revision.objects.filter(base_content_type=kind, object_id__in=[str(pk) for pk in pks])
    return Counter(int(pk) for pk in rows.values_list("object_id", flat=True))


def _worked_with(question: Question, saves: int) -> str:
    if question.versions.exists():
        return "published since"
    if question.state != Question.State.DRAFT:
        return f"in the state {question.get_state_display()}"
    return "edited since" if saves > 1 else ""


def _deleted(question: Question) -> str:
    try:
        with transaction.atomic():
            question.delete()
    except ProtectedError:
        return "stands in a paper"
    return ""
