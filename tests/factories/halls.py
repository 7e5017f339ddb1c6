"""Papers as the room has to hold them: in sections, one way only, and with answers that are typed."""

from typing import Any

from tayari.mocks.actions import arranging, printings
from tayari.mocks.actions.arranging import Place, Section
from tayari.mocks.models import Paper, PaperQuestion, Printing
from tests.factories import papers, questions
from tests.factories.questions import NOW, both

TYPED = {"several": "multi-select", "number": "numeric", "text": "short-answer"}


def in_sections(count: int = 4, *, seconds: tuple[int, ...] = (600, 300), **values: Any) -> Printing:
    """Sections of as many questions each, one after the other, each with a time of its own."""
    given = {"slug": "sections", "navigation": Paper.Navigation.SECTIONS, "paper_ms": None, **values}
    paper = papers.paper(count, **given)
    names = (both("Reasoning"), both("Awareness"), both("English"))
    arranging.arrange(
        paper=paper,
        sections=[Section(name, ms=one * 1000) for name, one in zip(names, seconds, strict=False)],
        places=[
            Place(row.question_id, 1 + at * len(seconds) // count)
            for at, row in enumerate(paper.places.order_by("number"))
        ],
        known=arranging.seen(paper),
        by=None,
        now=NOW,
    )
    return printings.freeze(paper, by=None, now=NOW)


def typed(**values: Any) -> Printing:
    """Four questions: by one option, by several, by a number, in words."""
    paper = papers.paper(1, **{"slug": "typed", **values})
    for number, (form, kind) in enumerate(TYPED.items(), start=2):
        version = questions.published(questions.of_kind(kind, f"q.typed.{form}"))
        PaperQuestion.objects.create(paper=paper, question=version.question, number=number)
    return printings.freeze(paper, by=None, now=NOW)
