"""Cover, list, submission and result: words, order and query counts."""

from collections.abc import Callable
from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tayari.facts.models import Consequence, Fact
from tayari.mocks import queries
from tayari.mocks.models import Paper, Printing, Sitting
from tests.factories import papers
from tests.factories.questions import NOW, how_many, published
from tests.mocks.test_room import answered, send

pytestmark = pytest.mark.django_db
Start = Callable[[Printing], Sitting]
Clock = Callable[[float], datetime]


def soup(answer: object) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")  # type: ignore[attr-defined]


def test_the_facts_line_has_units() -> None:
    printing = papers.sprint(20, seconds=19)

    assert queries.cover(printing.paper, "en").facts == "20 questions · 19 s each · 6 min 20 s"


def test_a_paper_clock_says_how_long_a_question_may_take() -> None:
    printing = papers.printing(5, paper_ms=360_000)

    assert queries.cover(printing.paper, "en").facts == "5 questions · 1 min 12 s each on average · 6 min"


def test_marking_is_in_words() -> None:
    cover = queries.cover(papers.printing().paper, "en")

    assert cover.marking == (
        "A right answer earns 2 marks.",
        "A wrong answer costs 2/3 of a mark, one third of the question’s marks.",
        "A blank costs nothing.",
    )
    assert (cover.full_marks, cover.start, cover.attempts) == (
        "6 marks",
        "Start: India–US 2+2",
        "As many attempts as you like",
    )


def test_link_texts_of_the_list_are_distinct(client: Client) -> None:
    papers.printing()
    papers.sprint(short={"en": "2+2 sprint"})

    links = [link.get_text(strip=True) for link in soup(client.get("/mocks/")).select(".card-action a")]

    assert sorted(links) == ["Start: 2+2 sprint", "Start: India–US 2+2"]


def test_the_list_needs_the_same_queries_for_one_paper_and_for_three(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for slug in ("one", "two", "three"):
        papers.printing(slug=slug)

    with django_assert_max_num_queries(3):
        client.get("/mocks/")


def test_the_list_says_what_to_do_when_it_is_empty(client: Client) -> None:
    assert "No mock is open yet" in soup(client.get("/mocks/")).get_text()


def test_a_draft_has_no_cover(client: Client) -> None:
    papers.printing(state=Paper.State.DRAFT)

    assert client.get("/mocks/india-us/").status_code == 404


def test_a_withdrawn_paper_says_it_cannot_be_started(client: Client) -> None:
    papers.printing(state=Paper.State.WITHDRAWN)

    page = soup(client.get("/mocks/india-us/"))

    assert "This paper cannot be started now." in page.get_text()
    assert page.select_one(".booklet-start button") is None
    assert client.post("/mocks/india-us/sittings/").status_code == 404


def test_used_up_attempts_are_said_and_nothing_starts(client: Client, started: Start) -> None:
    sitting = started(papers.printing(attempts=1))
    client.post(f"/sittings/{sitting.pk}/submission/")

    answer = client.post("/mocks/india-us/sittings/")

    assert answer.status_code == 409
    assert "You have used all attempts at this paper." in soup(answer).get_text()
    assert Sitting.objects.count() == 1


def test_the_cover_leads_back_into_a_running_sitting(client: Client, started: Start) -> None:
    sitting = started(papers.printing())

    link = soup(client.get("/mocks/india-us/own/")).select_one(".booklet-start a")

    assert link is not None
    assert (link.get_text(), link["href"]) == ("Continue: India–US 2+2", f"/sittings/{sitting.pk}/")


def test_the_page_before_handing_in_counts(client: Client, started: Start) -> None:
    sitting = started(papers.printing())
    send(client, sitting, answered(1, 1, "a"), {"seq": 2, "kind": "flagged", "question": 2})

    said = [one.get_text() for one in soup(client.get(f"/sittings/{sitting.pk}/submission/")).select("dd")]

    assert said == ["1 of 3", "2", "1", "30 min"]


def finished(client: Client, started: Start, at: Clock) -> Sitting:
    sitting = started(papers.printing(4))
    at(100)
    send(client, sitting, answered(1, 1, "a"), {"seq": 2, "kind": "visited", "question": 2})
    at(130)
    send(client, sitting, answered(3, 2, "a"))
    client.post(f"/sittings/{sitting.pk}/submission/")
    return sitting


def test_the_result_says_score_then_what_to_fix_then_every_option(client: Client, started: Start, at: Clock) -> None:
    sitting = finished(client, started, at)

    page = soup(client.get(f"/sittings/{sitting.pk}/result/"))

    assert page.select_one(".score").get_text(" ", strip=True) == "1.33 of 8 marks"  # type: ignore[union-attr]
    assert "Exactly 1 1/3; rounded here only." in page.get_text()
    assert [heading.get_text() for heading in page.select("h2")] == [
        "What to fix first",
        "Where the time went",
        "Among others",
        "Every question",
        "By topic",
    ]
    fix = page.select_one(".fixes li")
    assert fix is not None
    assert "1 wrong, 2 blank of 4" in fix.get_text()
    assert [link.get_text() for link in fix.select("a")] == ["Question 2", "Question 3", "Question 4"]
    assert len(page.select(".reason")) == 16
    assert len(page.select(".reason .cite")) == 16


def test_a_wrong_answer_is_shown_with_the_right_one_its_reasons_and_its_sources(
    client: Client, started: Start, at: Clock
) -> None:
    sitting = finished(client, started, at)

    question = soup(client.get(f"/sittings/{sitting.pk}/result/")).select_one("#q-2")

    assert question is not None
    assert question.select_one(".q-outcome").get_text(" ", strip=True) == "Wrong · −2/3 · 30 s"  # type: ignore[union-attr]
    assert [one["data-state"] for one in question.select(".reason")] == ["wrong", "right", "left", "left"]
    assert [one.get_text() for one in question.select(".tag")] == ["Your answer", "Right answer"]
    assert "SECRET-WHY b of q.india-us.2." in question.get_text()
    assert "Ministry of External Affairs" in question.select_one(".q-sources").get_text()  # type: ignore[union-attr]


def test_statements_of_a_closed_paper_carry_their_truth(client: Client, started: Start) -> None:
    paper = papers.paper(0)
    version = published(how_many())
    paper.places.create(question=version.question, number=1)
    sitting = started(papers.printings.freeze(paper, by=None, now=papers.NOW))
    client.post(f"/sittings/{sitting.pk}/submission/")

    page = soup(client.get(f"/sittings/{sitting.pk}/result/"))

    assert [one.get_text(strip=True) for one in page.select(".verdict")] == ["correct", "not correct", "correct"]
    assert [one.get_text() for one in page.select(".reason[data-state=right] .cite")] == [
        "source 1",
        "source 2",
        "source 3",
    ]


def test_the_result_needs_the_same_queries_whatever_its_length(
    client: Client, started: Start, at: Clock, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for count, slug in ((1, "short"), (6, "long")):
        sitting = started(papers.printing(count, slug=slug))
        client.post(f"/sittings/{sitting.pk}/submission/")

        with django_assert_max_num_queries(17):
            client.get(f"/sittings/{sitting.pk}/result/")


def test_the_room_needs_three_queries(
    client: Client, started: Start, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sitting = started(papers.printing(6))

    # The first of a printing reads what is printed as well, once for everybody.
    with django_assert_num_queries(4):
        client.get(f"/sittings/{sitting.pk}/")
    with django_assert_num_queries(3):
        client.get(f"/sittings/{sitting.pk}/")


def test_practising_what_was_missed_starts_an_untimed_sitting(client: Client, started: Start, at: Clock) -> None:
    sitting = finished(client, started, at)
    button = soup(client.get(f"/sittings/{sitting.pk}/result/")).select_one(".result-practise button")

    answer = client.post(f"/sittings/{sitting.pk}/practices/")
    room = soup(client.get(answer["Location"]))

    assert button is not None
    assert button.get_text() == "Practise the 3 questions I missed"
    assert room.select_one("exam-clock") is None
    assert room.select_one(".q:not([hidden]) .q-title").get_text() == "Question 1 of 3"  # type: ignore[union-attr]


def test_the_result_waits_for_the_end(client: Client, started: Start) -> None:
    sitting = started(papers.printing())

    assert client.get(f"/sittings/{sitting.pk}/result/")["Location"] == f"/sittings/{sitting.pk}/"
    assert client.post(f"/sittings/{sitting.pk}/practices/")["Location"] == f"/sittings/{sitting.pk}/result/"


def test_a_correction_stands_with_its_question_in_the_result(client: Client, started: Start) -> None:
    sitting = started(papers.printing())
    client.post(f"/sittings/{sitting.pk}/submission/")
    Consequence.objects.create(
        fact=Fact.objects.get(ref="2plus2-1.held-on"),
        cause="changed",
        revision_now=2,
        holder_type="bank.question",
        holder_ref="q.india-us.2",
        status="applied",
        correction={"en": "The day was wrong."},
        opened_at=NOW,
        settled_at=NOW,
    )

    said = [one.get_text() for one in soup(client.get(f"/sittings/{sitting.pk}/result/")).select(".notice")]

    assert ["The day was wrong." in words for words in said].count(True) == 1
