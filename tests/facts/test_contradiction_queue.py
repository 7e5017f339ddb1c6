"""Editors see both facts with their sources, and settle a contradiction with one click or a reason."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tayari.accounts.models import Person
from tayari.facts.actions import contradictions
from tayari.facts.models import Contradiction, Fact
from tests.facts.bases import put

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


@pytest.fixture
def found(registry: None) -> Contradiction:
    put("un.seat-1", "un", "seat", "delhi", valid_from="2002")
    put("un.seat-2", "un", "seat", "paris", valid_from="2011-05-01", sources=["s.one"])
    contradictions.look_at_all(now=NOW)
    return Contradiction.objects.get()


def test_the_queue_shows_both_facts_both_sources_and_what_is_proposed(editor: Client, found: Contradiction) -> None:
    page = editor.get(reverse("contradictions")).text

    for words in (
        "United Nations: seat New Delhi.",
        "United Nations: seat Paris.",
        "MEA",
        "Text of One",
        "It was held.",
        found.proposal,
        "Close un.seat-1 on 2011-04-30",
        "Retire un.seat-2",
    ):
        assert words in page


def test_one_click_resolves_it(editor: Client, found: Contradiction) -> None:
    editor.post(reverse("contradiction_settle", args=[found.key]), {"way": "0"})

    found.refresh_from_db()
    assert (found.status, found.settled_by.username) == ("resolved", "editor")
    assert Fact.objects.get(ref="un.seat-1").valid_to == "2011-04-30"


def test_it_is_dismissed_with_a_reason_only(editor: Client, found: Contradiction) -> None:
    address = reverse("contradiction_settle", args=[found.key])
    assert "Say why it is none" in editor.post(address, {"reason": ""}, follow=True).text

    editor.post(address, {"reason": "Both are seats by statute."})

    assert "Both are seats by statute." in editor.get(reverse("contradictions") + "?status=dismissed").text


def test_a_way_out_that_cannot_be_taken_is_said_and_changes_nothing(editor: Client, found: Contradiction) -> None:
    address = reverse("contradiction_settle", args=[found.key])

    assert "no such way out" in editor.post(address, {"way": "17"}, follow=True).text
    assert Contradiction.objects.get().status == "open"


def test_only_editors_of_facts_may_look(client: Client, registry: None) -> None:
    assert client.get(reverse("contradictions")).status_code == 302

    client.force_login(Person.objects.create_user("reader", "r@example.org", "not-a-real-one-9"))
    assert client.get(reverse("contradictions")).status_code in {302, 403}
