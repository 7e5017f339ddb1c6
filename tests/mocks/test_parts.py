"""Editors set sections, choose questions and give them marks of their own."""

import html
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tayari.mocks.actions import arranging, printings
from tayari.mocks.actions.arranging import Place, Section
from tayari.mocks.models import Paper
from tests.factories import papers
from tests.factories.questions import NOW, both, published, single

pytestmark = pytest.mark.django_db


def _rows(paper: Paper, sections: list[dict[str, Any]], places: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"known": arranging.seen(paper), "save": "", **more}
    for prefix, rows, initial in (
        ("sections", sections, paper.sections.count()),
        ("places", places, paper.places.count()),
    ):
        data |= {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
        for at, row in enumerate(rows):
            data |= {f"{prefix}-{at}-{name}": value for name, value in row.items()}
    return data


def _places(paper: Paper, *changes: dict[str, Any]) -> list[dict[str, Any]]:
    rows = paper.places.order_by("number")
    told = [{"question": row.question_id, "order": row.number, "counted": "on"} for row in rows]
    return [{**one, **(changes[at] if at < len(changes) else {})} for at, one in enumerate(told)]


def test_sections_and_questions_are_set_and_printed(editor: Client) -> None:
    paper = papers.paper(3, navigation="sections", paper_ms=None)
    sections = [
        {"name_en": "First", "name_hi": "पहला", "time": "10 min", "choose": "1"},
        {"name_en": "Second", "time": "20 min", "right": "4", "wrong": "-1", "languages": ["en"], "qualifying": "1/4"},
    ]
    places = _places(
        paper,
        {"section": "2"},
        {"section": "1", "right": "1", "wrong": "-1/3"},
        {"section": "1", "order": "1.5", "counted": ""},
    )

    answer = editor.post(reverse("paper_parts", args=[paper.pk]), _rows(paper, sections, places))

    assert answer.status_code == 302, html.unescape(answer.content.decode())
    first, second = paper.sections.all()
    assert (first.name, first.ms, first.choose) == ({"en": "First", "hi": "पहला"}, 600_000, 1)
    assert (second.ms, second.marking, second.languages) == (
        1_200_000,
        {"right": "4", "wrong": "-1", "blank": "0"},
        ["en"],
    )
    assert second.qualifying == "1/4"
    said = list(paper.places.order_by("number").values_list("question__ref", "section__number", "counted"))
    assert said == [("q.india-us.3", 1, False), ("q.india-us.2", 1, True), ("q.india-us.1", 2, True)]
    assert paper.places.get(number=2).marking == {"right": "1", "wrong": "-1/3", "blank": "0"}
    printed = printings.freeze(paper, by=None, now=NOW)
    assert [row.right * 1.0 / printed.denominator for row in printed.questions.all()] == [2, 1, 4]


@pytest.mark.parametrize(
    ("sections", "places", "said"),
    [
        ([{"name_en": "A", "time": "soon"}], [{"section": "1"}] * 2, "“soon” is no length of time"),
        ([{"name_en": "A", "right": "2", "wrong": "-0.66"}], [{"section": "1"}] * 2, "is rounded; write it exactly"),
        ([{"name_en": "A", "choose": "3"}], [{"section": "1"}] * 2, "3 are to be answered and the section has 2"),
        ([{"name_en": "A"}], [{"section": "1"}, {}], "It stands in no section; say in which."),
        ([{"name_en": "A"}], [{"section": "1"}, {"section": "2"}], "There is no section 2; there are 1."),
        ([], [{}, {"section": "1"}], "There is no section 1; there are none."),
        ([], [{}, {"right": "x"}], "'x' is not a number of marks"),
    ],
)
def test_what_is_wrong_is_said_on_the_field_and_nothing_is_written(
    editor: Client, sections: list[dict[str, Any]], places: list[dict[str, Any]], said: str
) -> None:
    paper = papers.paper(2)
    before = arranging.seen(paper)

    answer = editor.post(
        reverse("paper_parts", args=[paper.pk]), _rows(paper, sections, _places(paper, *places), typed="kept")
    )

    page = html.unescape(answer.content.decode())
    assert said in page
    assert all(str(value) in page for row in sections for value in row.values())
    assert arranging.seen(paper) == before


def test_a_question_is_taken_out_and_an_empty_last_row_is_no_section(editor: Client) -> None:
    paper = papers.paper(3)
    rows = _places(paper, {"DELETE": "on"})

    editor.post(reverse("paper_parts", args=[paper.pk]), _rows(paper, [{"name_en": ""}], rows))

    assert list(paper.places.values_list("question__ref", flat=True)) == ["q.india-us.2", "q.india-us.3"]
    assert not paper.sections.exists()


def test_two_editors_at_once_do_not_undo_each_other_unseen(editor: Client) -> None:
    paper = papers.paper(2)
    mine = _rows(paper, [{"name_en": "Mine"}], _places(paper, {"section": "1"}, {"section": "1"}))
    arranging.arrange(
        paper=paper,
        sections=[Section(both("Theirs"))],
        places=[Place(row.question_id, 1) for row in paper.places.all()],
        known=arranging.seen(paper),
        by=None,
        now=NOW,
    )

    answer = editor.post(reverse("paper_parts", args=[paper.pk]), mine)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else changed the sections or questions meanwhile." in page and "Mine" in page
    assert paper.sections.get().name == both("Theirs")


def test_questions_are_found_and_added_to_a_section_behind_its_last(editor: Client) -> None:
    paper = papers.paper(2)
    arranging.arrange(
        paper=paper,
        sections=[Section(both("A")), Section(both("B"))],
        places=[Place(row.question_id, number) for number, row in enumerate(paper.places.all(), 1)],
        known=arranging.seen(paper),
        by=None,
        now=NOW,
    )
    lantern = published({**single("q.lantern"), "stem": {"en": "Which lantern?", "hi": "कौन-सी लालटेन?"}}).question
    published(single("q.harbour"))
    address = reverse("paper_choose", args=[paper.pk])

    found = editor.get(address, {"q": "lantern"}).content.decode()
    hindi = editor.get(address, {"q": "लालटेन"}).content.decode()
    none = editor.get(address, {"q": "q.india-us"}).content.decode()
    done = editor.post(f"{address}?q=lantern", {"question": [lantern.pk, "x", "9999"], "section": "1"})

    assert "q.lantern" in found and "q.harbour" not in found
    assert "q.lantern" in hindi
    assert "No ready question that is not in the paper yet has this." in none
    assert done["Location"].endswith("?q=lantern")
    said = list(paper.places.order_by("number").values_list("question__ref", "section__number"))
    assert said == [("q.india-us.1", 1), ("q.lantern", 1), ("q.india-us.2", 2)]


def test_the_pages_ask_the_database_as_often_for_twenty_questions_as_for_two(editor: Client) -> None:
    def queries(count: int, slug: str) -> int:
        paper = papers.paper(count, slug=slug)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            editor.get(reverse("paper_parts", args=[paper.pk]))
        return len(captured)

    queries(2, "warm")
    assert queries(2, "two") == queries(20, "twenty")


@pytest.mark.parametrize("name", ["paper_parts", "paper_choose", "paper_freeze"])
def test_the_pages_are_for_editors(client: Client, name: str) -> None:
    paper = papers.paper(1)
    ask: Callable[[], int] = lambda: client.get(reverse(name, args=[paper.pk])).status_code  # noqa: E731

    assert ask() == 302
    client.force_login(papers.person(username="reader"), "django.contrib.auth.backends.ModelBackend")
    assert ask() in {302, 403}
