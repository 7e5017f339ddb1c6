"""The questions of the bank as other systems may have them: what was published last, else the draft."""

from typing import Any

from tayari.bank.models import Question


def contents() -> list[dict[str, Any]]:
    """Every question that is not retired, by ref."""
    kept = Question.objects.exclude(state=Question.State.RETIRED).order_by("ref")
    return [dict(content) for content in kept.values_list("content", flat=True) if content]
