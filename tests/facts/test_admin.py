"""The admin holds editors to the law of evidence and keeps every saying as a revision."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tayari.accounts.models import Person
from tayari.facts.models import Entity, Fact, Predicate, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(Person.objects.create_superuser("editor", "editor@example.org", "not-a-real-one-9"))
    return client


@pytest.fixture
def fact() -> Fact:
    subject = Entity.objects.create(ref="comcasa", slug="comcasa", type="agreement", name={"en": "COMCASA"})
    signed = Predicate.objects.create(
        ref="signed_on",
        label={"en": "signed on"},
        object_kind="date",
        phrase={"en": "{subject} was signed on {object}."},
    )
    return Fact.objects.create(ref="comcasa.signed-on", subject=subject, predicate=signed, object_date="2018-09-06")


def _sent(fact: Fact, **changed: Any) -> dict[str, Any]:
    told = {
        "ref": fact.ref,
        "subject": fact.subject_id,
        "predicate": fact.predicate_id,
        "object_entity": "",
        "object_date": fact.object_date,
        "object_amount": "",
        "object_unit": "",
        "object_text": "{}",
        "valid_from": "",
        "valid_to": "",
        "precision": "day",
        "status": "draft",
        "review_by": "",
        "note": "",
    }
    return told | changed


def test_a_fact_without_a_look_up_cannot_be_made_verified(editor: Client, fact: Fact) -> None:
    source = Source.objects.create(ref="s.unseen", publisher="A paper", title="A page")
    address = reverse("wagtailsnippets_facts_fact:edit", args=[fact.pk])

    answer = editor.post(address, _sent(fact, status="verified", sources=[source.pk]))

    fact.refresh_from_db()
    assert (fact.status, fact.revisions.count()) == ("draft", 0)
    assert "needs a source with the record of a look-up" in answer.text


def test_a_fact_saved_in_the_admin_gets_a_revision(editor: Client, fact: Fact) -> None:
    address = reverse("wagtailsnippets_facts_fact:edit", args=[fact.pk])

    editor.post(address, _sent(fact, object_date="2018-09-07"))

    assert [row.content["object"] for row in fact.revisions.all()] == ["2018-09-07"]
