"""Keeps the marks by which a question's doubles find it in step with what it asks."""

from collections.abc import Mapping
from typing import Any

from tayari.bank.models import Mark, Question
from tayari.rules.questions import unfinished


def rewrite(question: Question, content: Mapping[str, Any]) -> None:
    """Replace the question's marks by those of `content`, as far as it is written."""
    wanted = unfinished.marks(content)
    held = {(row.language, row.value): row.pk for row in Mark.objects.filter(question=question)}
    Mark.objects.filter(pk__in=[held[key] for key in held.keys() - wanted]).delete()
    Mark.objects.bulk_create(
        Mark(question=question, language=code, value=value) for code, value in sorted(wanted - held.keys())
    )
