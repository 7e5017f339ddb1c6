"""A batch under its lock, and what of the bank already is a question of it."""

from collections.abc import Mapping
from typing import Any

from tayari.bank.models import ImportBatch, ImportedQuestion, Question
from tayari.base.locks import locked
from tayari.rules.interchange.identity import identity


class NotNow(ValueError):
    """What was asked for does not go with where the batch stands; the message says what does."""


def held(batch: ImportBatch) -> ImportBatch:
    return locked(ImportBatch.objects.all()).get(pk=batch.pk)


def in_review(batch: ImportBatch) -> ImportBatch:
    """The batch under its lock. Raises NotNow when it is not reviewed any more."""
    found = held(batch)
    if found.state != ImportBatch.State.REVIEW:
        raise NotNow(f"{found.file_name} is {found.get_state_display()} and not reviewed any more")
    return found


def made_before(marks: set[str]) -> dict[str, Question]:
    """What imports made of contents of these identities, as long as it is there."""
    rows = ImportedQuestion.objects.filter(identity__in=marks, question__isnull=False).select_related("question")
    return {row.identity: row.question for row in rows if row.question}


def same(question: Question | None, mark: str) -> bool:
    return question is not None and identity(question.content) == mark


def sent(content: Mapping[str, Any], name: str) -> str:
    value = content.get(name)
    return value.strip() if isinstance(value, str) else ""
