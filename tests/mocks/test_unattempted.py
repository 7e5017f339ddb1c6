"""Where a blank costs marks, an option of its own leaves a question out at no cost."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from django.test import Client

from tayari.mocks.actions import printings, sittings, starts
from tayari.mocks.models import Paper, Printing, Sitting
from tayari.mocks.queries import rooms
from tayari.mocks.queries.deviations import deviations
from tayari.rules.messages import Message
from tayari.syllabus.actions import topics
from tayari.syllabus.models import Blueprint
from tests.factories import papers
from tests.factories.questions import NOW
from tests.mocks.test_result import result

pytestmark = pytest.mark.django_db


@pytest.fixture
def printing() -> Printing:
    """Four questions of the pattern in which option E says “not attempted”; the keys are a, b, c, d."""
    topics.load(now=NOW)
    blueprint = Blueprint.objects.get(slug="bpsc-2026")
    return papers.printing(4, blueprint=blueprint, marking=blueprint.pattern["marking"], shuffle="options")


def test_the_option_is_printed_last_in_both_languages_and_stays_there(printing: Printing) -> None:
    for _ in range(5):
        sitting = starts.start(printing=printing, person=papers.person(), language="en", now=NOW)
        for question in rooms.room(sitting, now=NOW).questions:
            assert question.options[-1].id == "e"
            assert question.options[-1].text == {"en": "Not attempted", "hi": "उत्तर नहीं दिया"}
            assert {option.id for option in question.options} == set("abcde")


def test_right_wrong_blank_and_not_attempted_earn_what_the_pattern_says(printing: Printing) -> None:
    person = papers.person()
    sitting = starts.start(printing=printing, person=person, language="en", now=NOW)
    said = [
        Message(seq=at, kind="answered", question=number, options=(option,), after_ms=0)
        for at, (number, option) in enumerate(((1, "a"), (2, "a"), (3, "e")), 1)
    ]

    acks = sittings.apply(sitting.pk, "tab", said, by=person, now=NOW).acks
    sittings.submit(sitting.pk, by=person, now=NOW)

    closed = Sitting.objects.get()
    assert [ack.status for ack in acks] == ["saved"] * 3
    assert Fraction(closed.score, printing.denominator) == 1 - Fraction(1, 3) + 0 - Fraction(1, 3)


def test_the_result_page_knows_an_option_that_no_question_has(
    printing: Printing, client: Client, started: Callable[[Printing], Sitting]
) -> None:
    sitting = started(printing)
    person = sitting.person
    sittings.apply(sitting.pk, "tab", [Message(1, "answered", 1, ("e",))], by=person, now=NOW)
    sittings.submit(sitting.pk, by=person, now=NOW)

    page = client.get(f"/sittings/{sitting.pk}/result/")

    assert page.status_code == 200


def test_the_paper_follows_its_blueprint_but_for_its_length(printing: Printing) -> None:
    paper = Paper.objects.select_related("blueprint").get()

    assert {one.topic for one in deviations(paper)} == {"questions", "time"}


def test_a_paper_without_such_a_blueprint_has_no_such_option() -> None:
    printed = papers.printing(1)

    assert [one["id"] for one in printed.body["1"]["options"]] == list("abcd")
    assert printings.freeze(printed.paper, by=None, now=NOW).pk == printed.pk


def test_more_questions_without_a_mark_than_the_pattern_allows_are_said(client: Client) -> None:
    """RPSC disqualifies whoever marks nothing, not even “not attempted”, for more than a tenth."""
    topics.load(now=NOW)
    blueprint = Blueprint.objects.get(slug="rpsc-ras-prelims")
    printing = papers.printing(10, blueprint=blueprint, marking=blueprint.pattern["marking"])
    for marked, told in ((9, False), (8, True)):
        page = result(
            client, papers.sat(printing, {number: "a" if number < 5 else "e" for number in range(1, marked + 1)})
        )
        assert ("this would disqualify: 2 of 10 questions have nothing marked" in page.get_text()) is told
