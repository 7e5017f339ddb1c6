"""A paper that is not out yet can be neither seen nor sat, whoever guesses its address."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tayari.mocks.actions import starts
from tayari.mocks.models import Paper, Sitting
from tayari.mocks.queries.released import released
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]
TOMORROW = NOW + timedelta(days=1)


def test_a_paper_has_no_cover_before_its_day(client: Client, at: Clock) -> None:
    papers.printing(published_at=TOMORROW)

    assert client.get("/mocks/india-us/").status_code == 404
    assert "India–US 2+2" not in client.get("/mocks/").content.decode()

    at(24 * 3600)
    assert client.get("/mocks/india-us/").status_code == 200
    assert "India–US 2+2" in client.get("/mocks/").content.decode()


def test_a_paper_cannot_be_started_before_its_day(client: Client, at: Clock) -> None:
    papers.printing(published_at=TOMORROW)

    assert client.post("/mocks/india-us/sittings/").status_code == 404
    assert Sitting.objects.count() == 0


def test_the_action_refuses_as_well() -> None:
    printing = papers.printing(published_at=TOMORROW)

    with pytest.raises(starts.NotOpen, match="not open"):
        starts.start(printing=printing, person=papers.person(), language="en", now=NOW)


def test_out_are_open_papers_whose_day_has_come() -> None:
    papers.paper(slug="out")
    papers.paper(slug="always", published_at=None)
    papers.paper(slug="later", published_at=TOMORROW)
    papers.paper(slug="draft", state=Paper.State.DRAFT)
    papers.paper(slug="withdrawn", state=Paper.State.WITHDRAWN)

    assert set(Paper.objects.out(NOW).values_list("slug", flat=True)) == {"out", "always"}


@pytest.mark.parametrize(
    ("values", "shown_after_hours"),
    [
        ({}, [0, 1, 2, 3]),
        ({"opens_at": NOW + timedelta(hours=1)}, [1, 2, 3]),
        ({"opens_at": NOW, "closes_at": NOW + timedelta(hours=2)}, [0, 1, 2, 3]),
        ({"closes_at": NOW + timedelta(hours=2), "shows_answers": "closed"}, [2, 3]),
        ({"shows_answers": "final"}, []),
        ({"navigation": "sections", "leave_early": True}, []),
        ({"navigation": "forward"}, []),
    ],
)
def test_a_question_stays_in_the_room_until_its_paper_lets_it_out(
    values: dict[str, Any], shown_after_hours: list[int]
) -> None:
    papers.paper(1, **values)

    hours = [hour for hour in range(4) if released(["q.india-us.1"], now=NOW + timedelta(hours=hour))]

    assert hours == shown_after_hours
