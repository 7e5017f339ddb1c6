"""The cover says what a paper is made of: sections, what counts, full marks, and when it can be started."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from tayari.mocks import queries
from tayari.mocks.actions import arranging, printings
from tayari.mocks.actions.arranging import Place, Section
from tayari.mocks.models import Printing
from tests.factories import papers
from tests.factories.questions import NOW, both

pytestmark = pytest.mark.django_db
At = Callable[[float], datetime]
HOUR = timedelta(hours=1)


@pytest.fixture
def printing() -> Printing:
    """Two sections: three questions of 2 marks, then three of 4 of which two answers count and one earns nothing."""
    paper = papers.paper(7, navigation="sections", paper_ms=None, leave_early=True)
    places = [row.question_id for row in paper.places.order_by("number")]
    arranging.arrange(
        paper=paper,
        sections=[
            Section({"en": "Reasoning", "hi": "तर्कशक्ति"}, ms=600_000),
            Section(both("English"), ms=300_000, marking={"right": "4", "wrong": "-1", "blank": "0"}, choose=2),
        ],
        places=[Place(pk, 1 if at < 3 else 2, counted=at != 6) for at, pk in enumerate(places)],
        known=arranging.seen(paper),
        by=None,
        now=NOW,
    )
    return printings.freeze(paper, by=None, now=NOW)


def test_sections_are_told_with_their_time_marks_and_what_counts(printing: Printing) -> None:
    cover = queries.cover(printing.paper, "en")

    assert cover.facts == "7 questions · 2 min 9 s each on average · 15 min"
    first, second = cover.sections
    assert (first.name, first.parts) == ("Reasoning", ("3 questions", "10 min", "2 marks each"))
    assert first.rules == ()
    assert second.parts == ("4 questions", "2 answers count", "5 min", "4 marks each")
    assert second.rules[1] == "A wrong answer costs 1 mark, one quarter of the question’s marks."
    assert cover.full_marks == "14 marks"
    assert cover.uncounted == "1 question earns nothing."
    assert cover.navigation.startswith("One section after another;")
    assert queries.cover(printing.paper, "hi").sections[0].name == "तर्कशक्ति"
    assert queries.cover(printing.paper, "hi").sections[0].parts[0] == "3 प्रश्न"


def test_a_paper_of_one_section_has_no_list_of_them() -> None:
    cover = queries.cover(papers.printing(3).paper, "en")

    assert (cover.sections, cover.uncounted, cover.full_marks) == ((), "", "6 marks")


def test_the_page_says_when_it_can_be_started_and_when_no_more(client: Client, at: At) -> None:
    papers.printing(2, opens_at=NOW + HOUR, closes_at=NOW + 2 * HOUR)
    start = 'action="/mocks/india-us/sittings/"'

    before = client.get("/mocks/india-us/").content.decode()
    at(3600)
    during = client.get("/mocks/india-us/").content.decode()
    at(7200)
    after = client.get("/mocks/india-us/").content.decode()
    hindi = client.get("/hi/mocks/india-us/").content.decode()

    assert "You can start on" in before and start not in before
    assert start in during
    assert "No sitting can be started any more." in after and start not in after
    assert "अब यह प्रश्नपत्र शुरू नहीं किया जा सकता।" in hindi


def test_the_sections_stand_on_the_page(client: Client, at: At, printing: Printing) -> None:
    page = client.get("/mocks/india-us/").content.decode()

    assert "<strong>Reasoning</strong>: 3 questions · 10 min · 2 marks each" in page
