"""Where a paper departs from its blueprint."""

from collections.abc import Iterable
from fractions import Fraction

from tayari.bank.models import QuestionVersion
from tayari.mocks.models import Paper, PaperQuestion, PaperSection
from tayari.rules import blueprints, kinds, marking
from tayari.rules.blueprints import Deviation, SetPaper, SetQuestion, SetSection
from tayari.rules.kinds.question import Question
from tayari.rules.marking import Marking


def deviations(paper: Paper) -> list[Deviation]:
    """Every departure from the paper's blueprint; none without one. Four queries."""
    if paper.blueprint is None:
        return []
    return blueprints.against(blueprints.read(paper.blueprint.pattern), set_paper(paper))


def set_paper(paper: Paper) -> SetPaper:
    """The paper in the terms of the rules. Questions without a published version and unreadable marks are left out."""
    sections = list(paper.sections.all())
    places = list(paper.places.select_related("section", "question").order_by("number"))
    asked = _asked(places)
    questions = tuple(
        one
        for number, place in enumerate(places, 1)
        if place.question_id in asked and (one := _question(paper, place, number, asked[place.question_id]))
    )
    return SetPaper(
        questions,
        tuple(map(_section, sections)) or (SetSection(1),),
        paper.paper_ms,
        paper.question_ms,
        paper.navigation,
        tuple(paper.languages),
        paper.leave_early,
        _share(paper.qualifying),
    )


def _asked(places: Iterable[PaperQuestion]) -> dict[int, Question]:
    """The newest version of each question. One query."""
    rows = QuestionVersion.objects.filter(question__in=[place.question_id for place in places]).order_by("number")
    return {row.question_id: kinds.parse(row.content) for row in rows}


def _question(paper: Paper, place: PaperQuestion, number: int, asked: Question) -> SetQuestion | None:
    try:
        marks = Marking.read(place.marking or (place.section and place.section.marking) or paper.marking)
    except marking.NotMarks:
        return None
    return SetQuestion(
        number,
        place.section.number if place.section else 1,
        asked.ANSWER,
        len(asked.options()),
        marks,
        frozenset(code for code, words in asked.head.stem.items() if words),
        place.counted,
    )


def _section(section: PaperSection) -> SetSection:
    return SetSection(section.number, section.ms, section.choose, tuple(section.languages), _share(section.qualifying))


def _share(text: str) -> Fraction | None:
    try:
        return marking.parse(text) if text else None
    except marking.NotMarks:
        return None
