"""Corrections of all articles of a language, newest first."""

from dataclasses import dataclass
from datetime import datetime

from tayari.articles.models import Correction


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One correction: when, of which page, and what was wrong."""

    at: datetime
    text: str
    title: str
    url: str


def corrections(language: str, *, most: int = 200) -> tuple[CorrectionLine, ...]:
    """One query."""
    rows = Correction.objects.filter(page__live=True, page__locale__language_code=language).select_related(
        "page__locale"
    )
    return tuple(CorrectionLine(row.at, row.text, row.page.title, f"{row.page.url}#corrections") for row in rows[:most])
