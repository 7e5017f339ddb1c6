"""What one client of a sitting hears of the others: tabs, devices, a message that came too late to win."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from tayari.mocks.models import Printing, Sitting, SittingEvent
from tests.factories import papers

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]
Start = Callable[[Printing], Sitting]
PHONE, DESK = "phone-0123456789", "desk-0123456789"


@pytest.fixture
def sitting(started: Start) -> Sitting:
    return started(papers.printing())


@pytest.fixture
def told(client: Client, sitting: Sitting) -> Callable[..., Any]:
    def send(device: str, *messages: dict[str, Any], seen: int | None = None) -> Any:
        body = {"client": device, "messages": list(messages), "seen": seen}
        answer = client.post(f"/sittings/{sitting.pk}/messages", json.dumps(body), content_type="application/json")
        return answer.json()

    return send


@pytest.fixture
def asked(client: Client, sitting: Sitting) -> Callable[..., Any]:
    def ask(device: str, seen: int) -> Any:
        return client.get(f"/sittings/{sitting.pk}/messages", {"client": device, "seen": str(seen)}).json()

    return ask


def answered(seq: int, question: int, option: str, after: int = 0) -> dict[str, Any]:
    return {"seq": seq, "kind": "answered", "question": question, "options": [option], "after_ms": after}


def test_another_device_hears_what_the_first_answered_and_marked(told: Any, asked: Any, at: Clock) -> None:
    at(60)
    told(PHONE, answered(1, 2, "b"), {"seq": 2, "kind": "flagged", "question": 3})

    heard = asked(DESK, seen=0)

    assert heard["seq"] == 2
    assert heard["changed"] == [
        {"question": 2, "options": ["b"], "confidence": None, "flagged": False, "at": "2026-11-23T06:01:00+00:00"},
        {"question": 3, "options": [], "confidence": None, "flagged": True, "at": "2026-11-23T06:01:00+00:00"},
    ]
    assert asked(DESK, seen=2)["changed"] == []


def test_nobody_hears_of_their_own_answers_or_of_visits(told: Any, asked: Any) -> None:
    own = told(PHONE, answered(1, 2, "b"), {"seq": 2, "kind": "visited", "question": 3}, seen=0)

    assert own["changed"] == []
    assert [one["question"] for one in asked(DESK, seen=1)["changed"]] == []


def test_who_does_not_say_what_it_has_seen_is_told_nothing(told: Any) -> None:
    told(PHONE, answered(1, 2, "b"))

    assert "changed" not in told(DESK, answered(1, 1, "a"))


def test_an_answer_that_came_after_a_later_one_of_another_device_is_told_what_holds(told: Any, at: Clock) -> None:
    told(PHONE)
    at(20)
    seen = told(DESK, answered(1, 1, "c"))["seq"]
    at(30)

    late = told(PHONE, answered(1, 1, "a", after=10_000), seen=seen)

    assert late["acks"][0]["status"] == "saved"
    assert [(one["question"], one["options"]) for one in late["changed"]] == [(1, ["c"])]


def test_asking_writes_nothing(told: Any, asked: Any, sitting: Sitting, at: Clock) -> None:
    told(PHONE, answered(1, 1, "a"))
    before = Sitting.objects.values().get()
    at(45)

    heard = asked(DESK, seen=0)

    assert heard["remaining_ms"] == 1_755_000
    assert Sitting.objects.values().get() == before
    assert SittingEvent.objects.count() == 1


def test_asking_costs_at_most_one_query_more_when_something_happened(
    client: Client, told: Any, asked: Any, django_assert_num_queries: Any
) -> None:
    told(PHONE, answered(1, 1, "a"))
    asked(DESK, seen=1)

    with django_assert_num_queries(3):
        asked(DESK, seen=1)
    with django_assert_num_queries(4):
        asked(DESK, seen=0)


@pytest.mark.parametrize("query", [{}, {"client": "x"}, {"client": DESK, "seen": "-1"}, {"client": DESK, "seen": "१"}])
def test_a_question_that_is_not_the_protocol_is_refused(
    client: Client, sitting: Sitting, query: dict[str, str]
) -> None:
    answer = client.get(f"/sittings/{sitting.pk}/messages", query)

    assert answer.status_code == 400
    assert answer.json()["error"]


def test_a_stranger_hears_nothing(sitting: Sitting) -> None:
    stranger = Client()
    stranger.post("/mocks/india-us/sittings/")

    answer = stranger.get(f"/sittings/{sitting.pk}/messages", {"client": DESK, "seen": "0"})

    assert (answer.status_code, answer.json()) == (404, {"error": "unknown sitting"})
