"""Editors find entities and facts by any name in either language, and record a fact while writing."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tayari.accounts.models import Person
from tayari.articles.blocks import TimelineBlock
from tayari.facts.models import Entity, Fact
from tayari.facts.queries import finding
from tests.facts.bases import put

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client, registry: None) -> Client:
    entity = Entity.objects.get(ref="un")
    entity.acronyms, entity.aliases = ["U.N."], {"hi": ["हिन्दी संघ"]}
    entity.save()
    client.force_login(Person.objects.create_superuser("editor", "editor@example.org", "not-a-real-one-9"))
    return client


@pytest.mark.parametrize("words", ["un", "U.N.", "united", "संयुक्त", "हिंदी", "Nations united"])
def test_an_entity_is_found_by_any_name_however_spelt(editor: Client, words: str) -> None:
    assert "un" in finding.entities(Entity.objects.all(), words).values_list("ref", flat=True)
    page = editor.get("/admin/snippets/choose/facts/entity/results/", {"q": words}).text
    assert "United Nations" in page
    assert "James Mattis" not in page


@pytest.mark.parametrize("words", ["U.N. delhi", "नई दिल्ली", "seat 2+", "un.seat"])
def test_a_fact_is_found_by_its_subject_object_and_predicate(editor: Client, words: str) -> None:
    put("un.seat", "un", "seat", "delhi")
    put("un.aim", "un", "aim", "peace")
    found = finding.facts(Fact.objects.all(), words.replace(" 2+", ""))

    assert [fact.ref for fact in found] == ["un.seat"]


def test_a_chosen_fact_is_told_by_its_ref_and_its_sentence(editor: Client) -> None:
    fact = put("un.seat", "un", "seat", "delhi")
    listed = json.loads(editor.get(reverse("fact_ref_chooser:choose")).text)["html"]
    assert "United Nations: seat New Delhi. (un.seat, verified)" in listed
    assert "Record a fact" in listed

    chosen = json.loads(editor.get(reverse("fact_ref_chooser:chosen", args=[fact.pk])).text)["result"]

    assert (chosen["id"], chosen["title"]) == ("un.seat", "United Nations: seat New Delhi. (un.seat, verified)")
    assert chosen["words"] == {"en": "New Delhi", "hi": "नई दिल्ली"}


def _record(editor: Client, **told: Any) -> dict[str, Any]:
    given = {"subject": "U.N.", "predicate": "seat", "object": "नई दिल्ली", "source": "The Hindu, 2018", **told}
    return dict(json.loads(editor.post(reverse("fact_ref_chooser:create"), given).text))


def test_a_fact_recorded_while_writing_is_a_draft_and_is_chosen(editor: Client) -> None:
    answer = _record(editor, valid_from="2002")

    fact = Fact.objects.get()
    assert answer["result"]["id"] == fact.ref == "un.seat"
    assert (fact.status, fact.valid_from, fact.note) == ("draft", "2002", "Imported. source: The Hindu, 2018")
    assert fact.sayings.get().by == Person.objects.get(username="editor")


@pytest.mark.parametrize(
    ("told", "said"), [({"object": "London"}, "there is no entity"), ({"valid_from": "soon"}, "is not a date")]
)
def test_what_cannot_be_recorded_is_said(editor: Client, told: dict[str, str], said: str) -> None:
    assert said in _record(editor, **told)["htmlFragment"]
    assert not Fact.objects.exists()


def test_what_is_known_is_not_recorded_twice(editor: Client) -> None:
    put("known", "un", "seat", "delhi")

    assert "known says this already" in _record(editor)["htmlFragment"]


def test_the_timeline_of_an_article_holds_refs_as_packs_do(editor: Client) -> None:
    put("un.seat", "un", "seat", "delhi")
    block = TimelineBlock()
    value = block.to_python({"title": "When", "facts": ["un.seat"]})

    assert block.get_prep_value(value)["facts"][0]["value"] == "un.seat"
    state = block.child_blocks["facts"].child_block.get_form_state("un.seat")
    assert (state["id"], state["title"]) == ("un.seat", "United Nations: seat New Delhi. (un.seat, verified)")
