"""The exam room over HTTP: messages, the plain form, ownership, and what no byte may hold."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from tayari.accounts import persons
from tayari.mocks.models import Printing, Sitting
from tests.factories import papers

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]
Start = Callable[[Printing], Sitting]


def send(client: Client, sitting: Sitting, *messages: dict[str, Any], **more: Any) -> Any:
    body = {"client": "tab-0123456789", "messages": list(messages), **more}
    return client.post(f"/sittings/{sitting.pk}/messages", json.dumps(body), content_type="application/json")


def answered(seq: int, question: int, option: str, after: int = 0) -> dict[str, Any]:
    return {"seq": seq, "kind": "answered", "question": question, "options": [option], "after_ms": after}


def test_a_visitor_becomes_a_guest_only_by_starting(client: Client) -> None:
    papers.printing()

    client.get("/mocks/")
    client.get("/mocks/india-us/")
    assert persons.COOKIE not in client.cookies

    client.post("/mocks/india-us/sittings/")
    assert client.cookies[persons.COOKIE]["httponly"]
    assert client.cookies[persons.COOKIE]["samesite"] == "Lax"


def test_starting_needs_a_post(client: Client) -> None:
    papers.printing()

    assert client.get("/mocks/india-us/sittings/").status_code == 405
    assert Sitting.objects.count() == 0


def test_messages_are_answered_as_the_protocol_says(client: Client, started: Start, at: Clock) -> None:
    sitting = started(papers.printing())
    at(90)

    answer = send(client, sitting, answered(1, 2, "b")).json()

    assert answer == {
        "acks": [{"seq": 1, "status": "saved", "at": "2026-11-23T06:01:30+00:00"}],
        "server_now": "2026-11-23T06:01:30+00:00",
        "remaining_ms": 1_710_000,
        "section_remaining_ms": None,
        "question_remaining_ms": None,
        "open": None,
        "section": None,
        "seq": 1,
        "saved": 1,
        "total": 3,
        "closed": False,
    }


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"client": "short", "messages": []}',
        '{"client": "tab-0123456789", "messages": {}}',
        '{"client": "tab-0123456789", "messages": ["x"]}',
        '{"client": "tab-0123456789", "messages": [{"seq": "1", "kind": "answered", "question": 1}]}',
        '{"client": "tab-0123456789", "messages": [{"seq": 1, "kind": "answered", "question": -1}]}',
        '{"client": "tab-0123456789", "messages": [{"seq": 1, "kind": "answered", "question": 1, "options": "a"}]}',
        '{"client": "tab-0123456789", "messages": [{"seq": 1, "kind": "visited", "question": 1, "after_ms": "1"}]}',
        '{"client": "tab-0123456789", "messages": [{"seq": 1, "kind": "answered", "question": 1, "text": 7}]}',
        '{"client": "tab-0123456789", "messages": [], "seen": -1}',
    ],
)
def test_a_body_that_is_not_the_protocol_is_refused(client: Client, started: Start, body: str) -> None:
    sitting = started(papers.printing())

    answer = client.post(f"/sittings/{sitting.pk}/messages", body, content_type="application/json")

    assert answer.status_code == 400
    assert set(answer.json()) == {"error"}


@pytest.mark.parametrize("path", ["", "submission/", "result/"])
def test_only_its_owner_sees_a_sitting(client: Client, started: Start, path: str) -> None:
    sitting = started(papers.printing())
    stranger = Client()
    stranger.post("/mocks/india-us/sittings/")

    assert stranger.get(f"/sittings/{sitting.pk}/{path}").status_code == 404
    assert Client().get(f"/sittings/{sitting.pk}/{path}").status_code == 404
    assert client.get(f"/sittings/{sitting.pk}/{path}").status_code in {200, 302}


def test_a_stranger_cannot_send_messages(started: Start) -> None:
    sitting = started(papers.printing())
    stranger = Client()
    stranger.post("/mocks/india-us/sittings/")

    assert send(stranger, sitting, answered(1, 1, "a")).status_code == 404
    assert send(Client(), sitting, answered(1, 1, "a")).status_code == 404


def test_a_forged_cookie_is_nobody(client: Client, started: Start) -> None:
    sitting = started(papers.printing())
    client.cookies[persons.COOKIE] = str(sitting.person_id)

    assert client.get(f"/sittings/{sitting.pk}/").status_code == 404


def test_the_room_shows_saved_answers_after_a_reload(client: Client, started: Start) -> None:
    sitting = started(papers.printing())
    send(client, sitting, answered(1, 2, "c"), {"seq": 2, "kind": "flagged", "question": 3})

    page = client.get(f"/sittings/{sitting.pk}/?q=2").content.decode()

    assert page.count(" checked autocomplete") == 1
    assert '<input type="radio" name="options" value="c" checked' in page
    assert "1 of 3" in page
    assert 'data-state="answered" aria-hidden="true">2<' in page
    assert 'data-state="flagged" aria-hidden="true">3<' in page


def test_the_plain_form_saves_and_goes_on(client: Client, started: Start) -> None:
    sitting = started(papers.printing())

    answer = client.post(f"/sittings/{sitting.pk}/responses/", {"question": "1", "options": "d", "then": "next"})

    assert answer["Location"] == f"/sittings/{sitting.pk}/?q=2"
    assert Sitting.objects.get().responses["questions"]["1"][0] == ["d"]


@pytest.mark.parametrize(("then", "state"), [("clear", "seen"), ("flag", "answered-flagged"), ("stay", "answered")])
def test_the_plain_form_clears_and_flags(client: Client, started: Start, then: str, state: str) -> None:
    sitting = started(papers.printing())
    client.post(f"/sittings/{sitting.pk}/responses/", {"question": "1", "options": "d", "then": "stay"})

    client.post(f"/sittings/{sitting.pk}/responses/", {"question": "1", "options": "d", "then": then})

    assert f'data-state="{state}" aria-hidden="true">1<' in client.get(f"/sittings/{sitting.pk}/").content.decode()


def test_the_plain_form_changes_an_answer_again_and_again(client: Client, started: Start) -> None:
    sitting = started(papers.printing())

    for option in "abcb":
        client.post(f"/sittings/{sitting.pk}/responses/", {"question": "1", "options": option, "then": "stay"})

    assert Sitting.objects.get().responses["questions"]["1"][0] == ["b"]


def test_the_plain_form_says_when_nothing_was_chosen_or_it_was_late(client: Client, started: Start, at: Clock) -> None:
    sitting = started(papers.sprint())

    nothing = client.post(f"/sittings/{sitting.pk}/responses/", {"question": "1", "then": "stay"})
    at(25)
    late = client.post(f"/sittings/{sitting.pk}/responses/", {"question": "1", "options": "a", "then": "stay"})

    assert nothing["Location"].endswith("said=nothing")
    assert late["Location"].endswith("said=late")
    assert "after the time for its question" in client.get(late["Location"]).content.decode()


def test_the_language_of_a_question_can_be_switched_without_javascript(client: Client, started: Start) -> None:
    sitting = started(papers.printing())

    assert 'data-show="hi" data-own="en"' in client.get(f"/sittings/{sitting.pk}/?show=hi").content.decode()
    assert 'data-show="auto" data-own="en"' in client.get(f"/sittings/{sitting.pk}/?show=xx").content.decode()


def test_a_sprint_sends_one_question_at_a_time(client: Client, started: Start, at: Clock) -> None:
    sitting = started(papers.sprint())
    first = client.get(f"/sittings/{sitting.pk}/").content.decode()
    at(5)

    still = send(client, sitting, answered(1, 1, "a"), have=1)
    after = send(client, sitting, {"seq": 2, "kind": "visited", "question": 2}, have=1)

    assert "q.sprint.1?" in first
    assert "q.sprint.2?" not in first
    assert "question" not in still.json()
    assert after.json()["open"] == 2
    assert "q.sprint.2?" in after.json()["question"]
    assert "q.sprint.3?" not in after.json()["question"]


def test_a_later_question_cannot_be_asked_for(client: Client, started: Start) -> None:
    sitting = started(papers.sprint())

    page = client.get(f"/sittings/{sitting.pk}/?q=3").content.decode()
    answer = send(client, sitting, {"seq": 1, "kind": "visited", "question": 3}, have=3)

    assert "q.sprint.3?" not in page
    assert "q.sprint.3?" not in answer.content.decode()
    assert answer.json()["acks"][0]["status"] == "refused"


def test_when_a_questions_time_ends_the_next_is_there(client: Client, started: Start, at: Clock) -> None:
    sitting = started(papers.sprint())
    at(20)

    answer = send(client, sitting, have=1).json()

    assert (answer["open"], answer["question_remaining_ms"], answer["remaining_ms"]) == (2, 18_000, 37_000)
    assert "q.sprint.2?" in answer["question"]


def test_no_byte_of_a_sitting_holds_a_key_a_reason_or_an_unopened_question(
    client: Client, started: Start, at: Clock
) -> None:
    """Walks a whole sprint and reads everything the server sent: pages, fragments, answers and headers."""
    sitting = started(papers.sprint(4))
    opened = 1
    for second in range(0, 70, 6):
        at(second)
        opened = max(opened, second // 19 + 1)
        sent = [
            client.get(f"/sittings/{sitting.pk}/"),
            client.get(f"/sittings/{sitting.pk}/?q=4&show=both"),
            client.get(f"/hi/sittings/{sitting.pk}/"),
            client.get(f"/sittings/{sitting.pk}/submission/"),
            client.get(f"/sittings/{sitting.pk}/result/"),
            client.get("/mocks/sprint/"),
            client.get("/mocks/sprint/own/"),
            client.get("/mocks/sprint/own/part/"),
            send(client, sitting, answered(second + 1, opened, "a"), have=0),
        ]
        for answer in sent:
            seen = repr(sorted(answer.headers.items())) + answer.content.decode()
            assert "SECRET-WHY" not in seen
            assert "2plus2-1.held-on" not in seen
            for word in ('"key"', "data-key", "data-so", "verdict", "explanation", "derived"):
                assert word not in seen
            for number in range(opened + 1, 5):
                assert f"q.sprint.{number}?" not in seen
                assert f"of q.sprint.{number}" not in seen


def test_no_byte_of_a_free_paper_holds_a_key_or_a_reason(client: Client, started: Start) -> None:
    sitting = started(papers.printing(4))
    send(client, sitting, answered(1, 1, "a"), answered(2, 2, "a"))

    pages = [client.get(f"/sittings/{sitting.pk}/{path}") for path in ("", "?q=2", "submission/", "result/")]

    for answer in [*pages, send(client, sitting, answered(3, 3, "a"))]:
        seen = answer.content.decode()
        assert "SECRET-WHY" not in seen
        assert 'data-state="right"' not in seen
        assert "2plus2-1.held-on" not in seen


def test_the_right_and_the_wrong_answer_are_treated_alike(client: Client, started: Start) -> None:
    sitting = started(papers.printing(2))

    right = send(client, sitting, answered(1, 1, "a")).json()
    wrong = send(client, sitting, answered(2, 2, "a")).json()

    assert {name: type(value) for name, value in right.items()} == {name: type(value) for name, value in wrong.items()}
    assert right["acks"][0]["status"] == wrong["acks"][0]["status"] == "saved"


def test_after_the_end_the_room_offers_to_hand_in_and_then_goes_to_the_result(
    client: Client, started: Start, at: Clock
) -> None:
    sitting = started(papers.printing())
    at(1_850)
    over = client.get(f"/sittings/{sitting.pk}/")
    at(1_950)
    gone = client.get(f"/sittings/{sitting.pk}/")

    assert "Time is over" in over.content.decode()
    assert "q.india-us.1?" not in over.content.decode()
    assert gone["Location"] == f"/sittings/{sitting.pk}/result/"
    assert Sitting.objects.get().closed_by == "clock"


def test_a_sitting_is_never_cached(client: Client, started: Start) -> None:
    sitting = started(papers.printing())

    assert "no-store" in client.get(f"/sittings/{sitting.pk}/")["Cache-Control"]


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"client": ' * 10_000,
        b'{"client": "\\ud800-tab-0123", "messages": []}',
        b'{"client": "\\u0000-tab-0123", "messages": []}',
        b'{"client": ["tab-0123456789"], "messages": []}',
        b'{"client": "tab-0123456789", "messages": {}}',
        b'{"client": "tab-0123456789", "messages": [7]}',
    ],
)
def test_a_body_that_is_no_batch_is_refused_with_a_reason(client: Client, started: Start, body: bytes) -> None:
    sitting = started(papers.printing())

    answer = client.post(f"/sittings/{sitting.pk}/messages", body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.json()["error"]


def test_a_question_number_of_thousands_of_digits_breaks_nothing(client: Client, started: Start) -> None:
    sitting = started(papers.printing())

    assert client.get(f"/sittings/{sitting.pk}/", {"q": "9" * 5_000}).status_code == 200
    assert client.post(f"/sittings/{sitting.pk}/responses/", {"question": "9" * 5_000}).status_code == 404


@pytest.mark.parametrize("length", [131_073, 3_000_000])
def test_a_body_that_is_too_long_is_refused_in_json(client: Client, started: Start, length: int) -> None:
    sitting = started(papers.printing())

    answer = client.post(f"/sittings/{sitting.pk}/messages", b"x" * length, content_type="application/json")

    assert answer.status_code == 413
    assert answer.json() == {"error": "the body is too long; send fewer messages at once"}
