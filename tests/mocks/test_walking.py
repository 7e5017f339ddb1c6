"""The time machine: editors alone look at a paper from another moment, and looking writes nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tayari.mocks.models import Paper, Printing, Sitting
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def printing(at: Callable[[float], datetime]) -> Printing:
    """Out from tomorrow on, open from the day after tomorrow for a day; keys when the window has closed."""
    return papers.printing(
        4,
        published_at=NOW + DAY,
        opens_at=NOW + 2 * DAY,
        closes_at=NOW + 3 * DAY,
        shows_answers=Paper.Release.CLOSED,
        shuffle="both",
    )


def _get(client: Client, name: str, printing: Printing, at: datetime, **more: object) -> BeautifulSoup:
    asked = {"at": f"{at + timedelta(hours=5, minutes=30):%Y-%m-%dT%H:%M}", **more}
    answer = client.get(reverse(name, args=[printing.paper_id]), asked)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    return BeautifulSoup(answer.content, "html.parser")


def _there(page: BeautifulSoup) -> dict[str, str]:
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in page.select("tbody tr")]
    return {row[0].split()[1].strip(","): row[1] for row in rows}


def test_what_readers_have_follows_the_moment(editor: Client, printing: Printing) -> None:
    seen = [_there(_get(editor, "paper_walk", printing, NOW + part * DAY)) for part in (0, 1, 2, 3)]

    assert [one["cover"] for one in seen] == ["no", "yes", "yes", "yes"]
    assert [one["start"] for one in seen] == ["no", "no", "yes", "no"]
    assert [one["reasons"] for one in seen] == ["no", "no", "no", "yes"]
    assert [one["score"] for one in seen] == ["yes", "yes", "yes", "yes"]


def test_the_cover_says_what_it_will_say(editor: Client, printing: Printing) -> None:
    before = _get(editor, "paper_walk_cover", printing, NOW + DAY)
    inside = _get(editor, "paper_walk_cover", printing, NOW + 2 * DAY, language="hi")
    today = _get(editor, "paper_walk_cover", printing, NOW)

    assert "You look at this as it is on 24 November 2026, 11:30." in before.get_text()
    assert "You can start on" in before.get_text()
    assert inside.select_one("[inert] .booklet-start form") is not None
    assert "हिन्दी" in inside.h1.get_text()
    assert "Readers do not have this page then." in today.get_text()


def test_the_room_is_the_one_of_that_moment_and_nothing_is_written(editor: Client, printing: Printing) -> None:
    with CaptureQueriesContext(connection) as told:
        page = _get(editor, "paper_walk_room", printing, NOW + 2 * DAY, after=10, q=3)

    assert [one["sql"] for one in told if one["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}] == []
    assert Sitting.objects.count() == 0
    assert len(page.select("[inert] form.q")) == 4
    assert page.select_one("form.q:not([hidden])")["data-number"] == "3"
    assert "20" in page.select_one(".clock-words").get_text()
    assert page.select_one("script[src*=exam-room]") is None


def test_a_sprint_shows_the_question_of_its_second(editor: Client, at: Callable[[float], datetime]) -> None:
    printing = papers.sprint(4, seconds=60, published_at=NOW)

    page = _get(editor, "paper_walk_room", printing, NOW, after=2.5)

    assert [form["data-number"] for form in page.select("form.q")] == ["3"]


@pytest.mark.parametrize("name", ["paper_walk", "paper_walk_cover", "paper_walk_room"])
def test_readers_and_helpers_without_the_right_have_none_of_it(client: Client, printing: Printing, name: str) -> None:
    address = reverse(name, args=[printing.paper_id])
    assert client.get(address).status_code == 302

    client.force_login(papers.person(username="reader"), "django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code in {302, 403}
    assert client.get("/mocks/india-us/", {"at": "2026-11-25T12:00"}).status_code == 404


def test_nonsense_is_now(editor: Client, printing: Printing) -> None:
    answer = editor.get(reverse("paper_walk", args=[printing.paper_id]), {"at": "soon", "after": "-1", "q": "x"})

    assert answer.status_code == 200
    assert editor.post(reverse("paper_walk_room", args=[printing.paper_id])).status_code == 405
