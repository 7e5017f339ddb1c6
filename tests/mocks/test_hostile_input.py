"""What a broken or hostile client sends gets a status and a sentence, never a traceback."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from tayari.mocks.models import Printing, Sitting, SittingEvent
from tests.factories import papers
from tests.mocks.test_room import answered, send

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]
Start = Callable[[Printing], Sitting]


def batch(client: Client, sitting: Sitting, name: str, *messages: dict[str, Any], **more: Any) -> Any:
    """What another tab sends."""
    body = json.dumps({"client": name, "messages": list(messages), **more})
    return client.post(f"/sittings/{sitting.pk}/messages", body, content_type="application/json")


def refusal(answer: Any) -> str:
    assert answer.status_code == 400
    assert set(answer.json()) == {"error"}
    return str(answer.json()["error"])


def test_a_form_is_no_batch_of_messages(client: Client, started: Start) -> None:
    """The guard against foreign forms reads a form before the view does."""
    sitting = started(papers.printing())
    strict = Client(enforce_csrf_checks=True)
    strict.cookies.update(client.cookies)
    strict.get(f"/sittings/{sitting.pk}/")
    token = strict.cookies["csrftoken"].value

    answer = strict.post(f"/sittings/{sitting.pk}/messages", {"client": "x" * 10}, headers={"X-CSRFToken": token})

    assert "application/json" in refusal(answer)


@pytest.mark.parametrize("name", ["tab-\ud800-0123456", "tab-\x00-0123456", "tab 0123456789", "é" * 10])
def test_a_client_is_named_in_letters_digits_and_hyphens(client: Client, started: Start, name: str) -> None:
    sitting = started(papers.printing())

    answer = batch(client, sitting, name, answered(1, 1, "a"))

    assert refusal(answer) == "client is 8 to 40 random letters, digits, - or _"


@pytest.mark.parametrize("after", ["NaN", "Infinity", "-Infinity", "1e400", "-5"])
def test_a_time_that_is_no_time_counts_as_none(client: Client, started: Start, at: Clock, after: str) -> None:
    sitting = started(papers.printing())
    send(client, sitting)
    at(60)
    message = json.dumps(answered(1, 1, "a")).replace('"after_ms": 0', f'"after_ms": {after}')

    answer = client.post(
        f"/sittings/{sitting.pk}/messages",
        f'{{"client": "tab-0123456789", "messages": [{message}]}}',
        content_type="application/json",
    )

    assert answer.json()["acks"][0]["status"] == "saved"
    assert sitting.opened_at <= SittingEvent.objects.get().at <= at(60)


def test_a_tab_left_behind_is_answered_after_the_papers_end(client: Client, started: Start, at: Clock) -> None:
    sitting = started(papers.printing(slug="forward", navigation="forward"))
    send(client, sitting, {"seq": 1, "kind": "visited", "question": 2})
    at(1_805)

    answer = batch(client, sitting, "tab-9876543210", have=1)

    assert answer.status_code == 200
    assert answer.json()["remaining_ms"] == 0
    assert "question" not in answer.json()
