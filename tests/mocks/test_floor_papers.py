"""A paper of each pattern that everything else rests on: set to the letter, printed, started, and its clocks."""

from datetime import timedelta

import pytest

from tayari.mocks import plans, queries
from tayari.mocks.actions import printings, starts
from tayari.mocks.queries import rooms
from tayari.mocks.queries.deviations import deviations
from tayari.rules import timing
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("slug", "questions", "marks", "minutes", "sections"),
    [
        ("upsc-gs1", 100, "200 marks", 120, 0),
        ("upsc-csat", 80, "200 marks", 120, 0),
        ("ssc-cgl-tier1", 100, "200 marks", 60, 4),
        ("ssc-cgl-tier1-2026", 100, "200 marks", 60, 4),
        ("quick-quiz", 5, "5 marks", 5, 0),
    ],
)
def test_a_paper_to_the_letter_is_printed_and_sat(
    slug: str, questions: int, marks: str, minutes: int, sections: int
) -> None:
    paper = papers.following(slug)

    assert deviations(paper) == []
    printing = printings.freeze(paper, by=None, now=NOW)
    cover = queries.cover(paper, "hi")
    sitting = starts.start(printing=printing, person=papers.person(), language="hi", now=NOW)
    plan = plans.plan(sitting)

    assert (cover.questions, queries.cover(paper, "en").full_marks) == (questions, marks)
    assert len(cover.sections) == sections
    assert timing.longest_ms(plan) == minutes * 60_000
    assert len(plan.questions) == questions


def test_the_sections_of_2026_close_one_after_another_and_no_answer_reaches_back() -> None:
    printing = printings.freeze(papers.following("ssc-cgl-tier1-2026"), by=None, now=NOW)
    sitting = starts.start(printing=printing, person=papers.person(), language="en", now=NOW)

    seen = [
        [one.number for one in rooms.room(sitting, now=NOW + timedelta(minutes=15 * at, seconds=1)).questions]
        for at in range(4)
    ]

    assert [(numbers[0], numbers[-1], len(numbers)) for numbers in seen] == [
        (1, 25, 25),
        (26, 50, 25),
        (51, 75, 25),
        (76, 100, 25),
    ]
