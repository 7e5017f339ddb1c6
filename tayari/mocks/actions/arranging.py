"""Sets the sections of a paper and the questions in them."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.mocks.models import Paper, PaperQuestion, PaperSection


class Changed(Exception):
    """Somebody else arranged the paper since it was read."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it should be; what is empty is as in the paper."""

    name: dict[str, str]
    ms: int | None = None
    question_ms: int | None = None
    marking: dict[str, str] = field(default_factory=dict)
    choose: int | None = None
    languages: list[str] = field(default_factory=list)
    qualifying: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A question in the paper; `section` counts from 1, None where there are no sections."""

    question: int
    section: int | None = None
    marking: dict[str, str] = field(default_factory=dict)
    ms: int | None = None
    counted: bool = True


def seen(paper: Paper) -> str:
    """What tells one arrangement of the paper from another. Two queries."""
    columns = ("name", "ms", "question_ms", "marking", "choose", "languages", "qualifying")
    sections = list(paper.sections.order_by("number").values_list(*columns))
    places = paper.places.order_by("number").values_list("question_id", "section__number", "marking", "ms", "counted")
    written = json.dumps([sections, list(places)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


@transaction.atomic
def arrange(
    *, paper: Paper, sections: Sequence[Section], places: Sequence[Place], known: str, by: Any, now: datetime
) -> None:
    """The paper's sections and questions as given, in their order. Printings keep what they froze.

    `known` is what `seen` gave when the paper was read. Raises Changed when it is another now.
    """
    paper = locked(Paper.objects.all()).get(pk=paper.pk)
    if seen(paper) != known:
        raise Changed
    paper.places.all().delete()
    paper.sections.all().delete()
    made = PaperSection.objects.bulk_create(
        PaperSection(
            paper=paper,
            number=number,
            name=one.name,
            ms=one.ms,
            question_ms=one.question_ms,
            marking=one.marking,
            choose=one.choose,
            languages=one.languages,
            qualifying=one.qualifying,
        )
        for number, one in enumerate(sections, 1)
    )
    PaperQuestion.objects.bulk_create(
        PaperQuestion(
            paper=paper,
            question_id=one.question,
            number=number,
            section=made[one.section - 1] if one.section and made else None,
            marking=one.marking,
            ms=one.ms,
            counted=one.counted,
        )
        for number, one in enumerate(places, 1)
    )
    entries.record("papers.arrange", paper, by=by, now=now, sections=len(sections), questions=len(places))


@transaction.atomic
def add(*, paper: Paper, questions: Sequence[int], section: int | None, by: Any, now: datetime) -> int:
    """Put questions behind the last of the section; those that stand in the paper stay where they are. How many."""
    paper = locked(Paper.objects.all()).get(pk=paper.pk)
    places = [
        Place(row.question_id, row.section and row.section.number, row.marking, row.ms, row.counted)
        for row in paper.places.select_related("section").order_by("number")
    ]
    held = {place.question for place in places}
    fresh = [Place(pk, section) for pk in dict.fromkeys(questions) if pk not in held]
    last = max((at for at, one in enumerate(places, 1) if one.section == section), default=len(places))
    arrange(
        paper=paper,
        sections=[_section(row) for row in paper.sections.order_by("number")],
        places=[*places[:last], *fresh, *places[last:]],
        known=seen(paper),
        by=by,
        now=now,
    )
    return len(fresh)


def _section(row: PaperSection) -> Section:
    return Section(row.name, row.ms, row.question_ms, row.marking, row.choose, row.languages, row.qualifying)
