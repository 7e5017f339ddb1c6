"""What a reviewer decides about single questions of a batch before it is kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.bank.actions.imports.preparing import described, needs_look
from tayari.bank.actions.imports.standing import NotNow, in_review, made_before
from tayari.bank.actions.questions import as_stored
from tayari.bank.models import ImportBatch, ImportedQuestion
from tayari.bank.queries.doubles import likest
from tayari.base.locks import locked
from tayari.rules import kinds
from tayari.rules.interchange.identity import identity, is_ref

Fate = ImportedQuestion.Fate


@transaction.atomic
def decide(*, batch: ImportBatch, position: int, take: bool, by: Any, now: datetime) -> ImportedQuestion:
    """Leave a question out, or take it in after all. Raises NotNow."""
    found = in_review(batch)
    row = _row(found, position)
    if take and row.fate == Fate.DUPLICATE:
        raise NotNow(f"it is in the bank already, as {row.double_of}")
    after = Fate.NEW if take else Fate.LEFT_OUT
    if row.fate not in {after, Fate.DUPLICATE}:
        row.fate = after
        row.save(update_fields=["fate"])
        entries.record("imports.decided", found, by=by, now=now, position=position, fate=after)
    return row


@transaction.atomic
def change(
    *, batch: ImportBatch, position: int, content: Mapping[str, Any], by: Any, now: datetime
) -> ImportedQuestion:
    """Put a reviewer's words in place of those that were read; it need not be looked at again. Raises NotNow."""
    found = in_review(batch)
    row = _row(found, position)
    assert row.content is not None
    stored = described(as_stored(content), found.file_name, row.number or row.where)
    if not is_ref(stored.get("ref")):
        stored["ref"] = row.content["ref"]
    if str(stored.get("kind")) not in kinds.KINDS:
        raise NotNow(f"there is no kind {stored.get('kind')!r}; choose one that there is")
    mark = identity(stored)
    there, (double,) = made_before({mark}).get(mark), likest([stored])
    row.content, row.identity = stored, mark
    row.fate = Fate.DUPLICATE if there else Fate.NEW
    row.double_of_id, row.alike = (there.pk, 100) if there else (double.pk, double.per_cent) if double else (None, None)
    row.needs_look = needs_look(stored, "sure")
    row.save(update_fields=["content", "identity", "fate", "double_of", "alike", "needs_look"])
    entries.record("imports.changed", found, by=by, now=now, position=position)
    return row


def _row(batch: ImportBatch, position: int) -> ImportedQuestion:
    row = locked(batch.questions.all()).get(position=position)
    if row.fate == Fate.UNREADABLE:
        raise NotNow(f"question {row.number or position} cannot be brought in; write it anew from its source")
    return row
