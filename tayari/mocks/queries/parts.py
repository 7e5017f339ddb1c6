"""What an editor sees of a paper's sections and questions, and of the bank's questions to choose from."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from tayari.bank.models import Question
from tayari.mocks.models import Paper, Printing
from tayari.plain.texts import in_language

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """A question of the bank: how it is told from others in a list."""

    pk: int
    ref: str
    kind: str
    stem: str
    languages: str
    state: str


def choice(question: Question) -> Choice:
    stem = in_language((question.content or {}).get("stem"), "en")
    return Choice(
        question.pk,
        question.ref,
        question.kind,
        stem[:160],
        ", ".join(question.languages),
        question.get_state_display(),
    )


def choices(paper: Paper, words: str, *, topic: str = "", kind: str = "") -> tuple[list[Choice], int]:
    """Ready questions that are not in the paper and have these words, the first fifty, and how many there are."""
    rows = Question.objects.filter(state=Question.State.READY).exclude(places__paper=paper)
    for word in words.split():
        rows = rows.filter(
            Q(ref__icontains=word) | Q(content__stem__en__icontains=word) | Q(content__stem__hi__icontains=word)
        )
    if topic:
        rows = rows.filter(Q(topics=topic) | Q(topics__id__startswith=f"{topic}."))
    if kind:
        rows = rows.filter(kind=kind)
    rows = rows.distinct().order_by("ref")
    return [choice(row) for row in rows[:SHOWN]], rows.count()


def section_rows(paper: Paper) -> list[dict[str, Any]]:
    """The sections as their form's first values."""
    return [
        {
            "name_en": row.name.get("en", ""),
            "name_hi": row.name.get("hi", ""),
            "time": row.ms,
            "question_time": row.question_ms,
            **row.marking,
            "graded": row.marking.get("options"),
            "choose": row.choose,
            "languages": row.languages,
            "qualifying": row.qualifying,
        }
        for row in paper.sections.order_by("number")
    ]


def place_rows(paper: Paper) -> list[dict[str, Any]]:
    """The questions as their form's first values."""
    return [
        {
            "question": row.question_id,
            "order": number,
            "section": row.section.number if row.section else None,
            **row.marking,
            "graded": row.marking.get("options"),
            "time": row.ms,
            "counted": row.counted,
        }
        for number, row in enumerate(paper.places.select_related("section").order_by("number"), 1)
    ]


def named(numbers: list[int]) -> dict[int, Choice]:
    """The questions by primary key. One query."""
    return {row.pk: choice(row) for row in Question.objects.filter(pk__in=numbers)}


def printings(paper: Paper) -> QuerySet[Printing]:
    """Every printing without its body, the newest first."""
    return paper.printings.defer("body", "plan").order_by("-number")
