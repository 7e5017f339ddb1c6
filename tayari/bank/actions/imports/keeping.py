"""Keeps a batch as drafts: all of what was chosen or nothing, in slices between which others write.

The first transaction settles what is to be made and says that keeping has begun; each slice then makes some drafts and
marks them by their rows. What fails takes the slices before it back. What was cut short, with the process, stays
marked: keeping again goes on where it stopped, and undoing takes it back.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.fields.files import FieldFile

from tayari.audit.actions import entries
from tayari.bank.actions import drafts
from tayari.bank.actions.imports import picturing
from tayari.bank.actions.imports.standing import NotNow, held, made_before, same
from tayari.bank.actions.imports.undoing import take_back
from tayari.bank.models import ImportBatch, ImportedQuestion, Question
from tayari.base import references
from tayari.rules.interchange.identity import refs

Fate = ImportedQuestion.Fate
State = ImportBatch.State
SLICE = 20
_TRIES = 3


def keep(*, batch: ImportBatch, chosen: Iterable[int] | None = None, by: Any, now: datetime) -> ImportBatch:
    """Make drafts of the questions at the positions `chosen`, else of all that are new.

    What the bank has is not made again. A batch that is kept already is given back as it is. Raises NotNow, and
    whatever made it fail: nothing of it is in the bank then.
    """
    if begin(batch, None if chosen is None else frozenset(chosen), by=by, now=now):
        while go_on(batch, slices=1, by=by, now=now):
            pass
    return ImportBatch.objects.get(pk=batch.pk)


def go_on(batch: ImportBatch, *, slices: int, by: Any, now: datetime) -> bool:
    """Make the drafts of some slices of a batch whose keeping has begun. False when there are no more.

    Raises whatever made it fail: nothing of the batch is in the bank then.
    """
    try:
        if all(_some(batch, by=by, now=now) for _ in range(slices)):
            return True
    except Exception as failure:
        take_back(batch, reason=f"{type(failure).__name__}: {failure}"[:500], by=by, now=now)
        raise
    _end(batch, by=by, now=now)
    return False


@transaction.atomic
def begin(batch: ImportBatch, chosen: frozenset[int] | None, *, by: Any, now: datetime) -> bool:
    """Settle what is made. False when it was before."""
    found = held(batch)
    if found.state == State.UNDONE:
        raise NotNow(f"{found.file_name} was undone; bring the file again")
    if found.state != State.REVIEW:
        return found.state == State.KEEPING
    rows = found.questions.all()
    if chosen is not None:
        strange = chosen - set(rows.exclude(fate=Fate.UNREADABLE).values_list("position", flat=True))
        if strange:
            raise NotNow(f"question {min(strange)} of {found.file_name} cannot be brought in; leave it out")
        named = [row.pk for row in rows.only("pk", "position") if row.position in chosen]
        rows.filter(fate=Fate.NEW).update(fate=Fate.LEFT_OUT)
        for some in batched(named, 500):
            rows.filter(pk__in=some, fate=Fate.LEFT_OUT).update(fate=Fate.NEW)
    if not rows.filter(fate=Fate.NEW).exists() and not rows.filter(fate=Fate.DUPLICATE).exists():
        raise NotNow(f"nothing of {found.file_name} is chosen; take in at least one question")
    found.state = State.KEEPING
    found.save(update_fields=["state"])
    entries.record("imports.keeping", found, by=by, now=now)
    return True


def _some(batch: ImportBatch, *, by: Any, now: datetime) -> bool:
    """Make the next drafts; once more where another import made the same content in the same moment."""
    for _ in range(_TRIES - 1):
        try:
            return _whole(batch, by=by, now=now)
        except IntegrityError:
            continue
    return _whole(batch, by=by, now=now)


def _whole(batch: ImportBatch, *, by: Any, now: datetime) -> bool:
    """A slice; where it fails, the files that it stored are gone with their rows."""
    stored: list[FieldFile] = []
    try:
        return _slice(batch, stored, by=by, now=now)
    except Exception:
        for file in stored:
            file.storage.delete(file.name)
        raise


@transaction.atomic
@references.together()
def _slice(batch: ImportBatch, stored: list[FieldFile], *, by: Any, now: datetime) -> bool:
    found = held(batch)
    if found.state != State.KEEPING:
        return False
    waiting = found.questions.filter(fate=Fate.NEW, question__isnull=True)
    rows = list(waiting.order_by("position")[:SLICE])
    before = made_before({row.identity for row in rows})
    for row in rows:
        there = before.get(row.identity) or _make(row, found.file_name, by=by, now=now)
        if there is None:
            assert row.question is not None
            stored += picturing.keep(batch, row.question.content, by=by)
            before[row.identity] = row.question
        else:
            row.fate, row.double_of, row.alike = Fate.DUPLICATE, there, 100
            row.save(update_fields=["fate", "double_of", "alike"])
    return len(rows) == SLICE


def _make(row: ImportedQuestion, file_name: str, *, by: Any, now: datetime) -> Question | None:
    """Make the draft and mark it; or give the bank's question that is the same by now."""
    assert row.content is not None
    wanted = (str(row.content["ref"]), *refs(file_name, row.number, row.identity))
    taken = {one.ref: one for one in Question.objects.filter(ref__in=wanted)}
    for ref in wanted:
        if same(taken.get(ref), row.identity):
            return taken[ref]
    content = {**row.content, "ref": next(ref for ref in wanted if ref not in taken)}
    row.question = drafts.keep(content=content, origin="import", by=by, now=now)
    row.content = row.question.content
    row.save(update_fields=["question", "content"])
    return None


@transaction.atomic
def _end(batch: ImportBatch, *, by: Any, now: datetime) -> None:
    found = held(batch)
    if found.state == State.KEEPING:
        found.state, found.settled_at, found.settled_by = State.KEPT, now, by
        found.save(update_fields=["state", "settled_at", "settled_by"])
        made = found.questions.filter(question__isnull=False).count()
        entries.record("imports.kept", found, by=by, now=now, made=made, found=found.found)
