"""The admin holds editors to the law of evidence and keeps every saying as a revision."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from tayari.accounts.models import Person
from tayari.facts.actions import bindings, changes, facts
from tayari.facts.models import Entity, Fact, Note, Predicate, Source

pytestmark = pytest.mark.django_db


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
    assert (fact.status, fact.sayings.count()) == ("draft", 0)
    assert "needs a source with the record of a look-up" in answer.text


def test_a_draft_changes_nothing_until_it_is_published(editor: Client, fact: Fact) -> None:
    address = reverse("wagtailsnippets_facts_fact:edit", args=[fact.pk])

    editor.post(address, _sent(fact, object_date="2018-09-07"))
    fact.refresh_from_db()
    assert (fact.object_date, fact.has_unpublished_changes, fact.sayings.count()) == ("2018-09-06", True, 0)
    assert 'value="2018-09-07"' in editor.get(address).text

    editor.post(address, _sent(fact, object_date="2018-09-08") | {"action-publish": "1"})

    fact.refresh_from_db()
    assert (fact.object_date, fact.has_unpublished_changes) == ("2018-09-08", False)
    assert [row.content["object"] for row in fact.sayings.all()] == ["2018-09-08"]


def _source(**more: Any) -> Source:
    given = {"publisher": "MEA", "title": "A text", "official": True, "looked_up": date(2026, 11, 20), **more}
    return Source.objects.create(**{"url": "https://example.org/x", "excerpt": "Signed.", **given})


def test_a_drafts_sources_travel_with_it_and_reach_the_fact_when_it_is_published(editor: Client, fact: Fact) -> None:
    source = _source(ref="s.mea")
    address = reverse("wagtailsnippets_facts_fact:edit", args=[fact.pk])

    editor.post(address, _sent(fact, status="verified", sources=[source.pk]))
    assert list(fact.sources.all()) == []
    assert f'value="{source.pk}" selected' in editor.get(address).text

    Fact.objects.get(pk=fact.pk).get_latest_revision().publish(user=Person.objects.get(username="editor"))

    fact.refresh_from_db()
    assert (list(fact.sources.all()), fact.status, fact.verified_by.username) == ([source], "verified", "editor")
    assert fact.sayings.get().content["sources"] == ["s.mea"]


def test_a_new_fact_that_is_only_saved_stands_as_a_draft(editor: Client, fact: Fact) -> None:
    source = _source(ref="s.mea")
    sent = _sent(fact, ref="comcasa.again", status="verified", sources=[source.pk])

    editor.post(reverse("wagtailsnippets_facts_fact:add"), sent)

    made = Fact.objects.get(ref="comcasa.again")
    assert (made.live, made.status, made.sayings.get().content["status"]) == (False, "draft", "draft")

    made.get_latest_revision().publish()
    made.refresh_from_db()
    assert (made.live, made.status, list(made.sources.all())) == (True, "verified", [source])


def test_what_lost_its_look_up_is_not_verified_by_publishing(editor: Client, fact: Fact) -> None:
    source = _source(ref="s.mea")
    address = reverse("wagtailsnippets_facts_fact:edit", args=[fact.pk])
    editor.post(address, _sent(fact, status="verified", sources=[source.pk]))
    Source.objects.update(url="", looked_up=None, excerpt="")

    Fact.objects.get(pk=fact.pk).get_latest_revision().publish()

    fact.refresh_from_db()
    assert fact.status == "draft"


# Wagtail 8 still asks Django's mail the old way when it tells moderators.
@pytest.mark.filterwarnings("ignore:get_connection:django.utils.deprecation.RemovedInDjango2028Warning")
def test_a_workflow_only_moves_the_status(fact: Fact) -> None:
    chief = Person.objects.create_superuser("chief", "chief@example.org", "not-a-real-one-9")
    fact.sources.set([_source(ref="s.mea")])
    fact.save_revision(user=chief)
    workflow = Workflow.objects.create(name="Check of facts")
    task = GroupApprovalTask.objects.create(name="Second pair of eyes")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    state = workflow.start(fact, chief)

    state.current_task_state.approve(user=chief)

    fact.refresh_from_db()
    assert (fact.status, fact.verified_by, fact.object_date) == ("verified", chief, "2018-09-06")


def test_an_action_waits_until_a_working_draft_is_settled(editor: Client, fact: Fact) -> None:
    editor.post(reverse("wagtailsnippets_facts_fact:edit", args=[fact.pk]), _sent(fact, object_date="2018-09-07"))

    with pytest.raises(facts.FactRefused, match="unpublished draft"):
        changes.retire(fact, reason="x", by=None, now=datetime(2026, 11, 23, tzinfo=UTC))


def test_what_uses_a_fact_and_the_notes_stand_beside_its_form(editor: Client, fact: Fact) -> None:
    bindings.rewrite("a.b", "some-page", "en", [bindings.Use(fact.ref, "summary", "6 September 2018")])
    address = reverse("wagtailsnippets_facts_fact:edit", args=[fact.pk])
    told = {"holder_type": "facts.fact", "holder_ref": fact.ref, "back": address, "text": "Ask the ministry."}

    assert "Ask the ministry." in editor.post(reverse("note_write"), told, follow=True).text
    page = editor.get(address).text
    assert "some-page" in page
    assert "“6 September 2018”" in page


def test_an_empty_note_is_refused_and_nobody_is_sent_elsewhere(editor: Client, fact: Fact) -> None:
    told = {"holder_type": "facts.fact", "holder_ref": fact.ref, "back": "https://evil.example/", "text": " "}

    answer = editor.post(reverse("note_write"), told)

    assert answer["Location"] == reverse("contradictions")
    assert not Note.objects.exists()


def test_an_entity_is_found_by_every_name_folded(fact: Fact) -> None:
    entity = Entity.objects.create(
        ref="un", slug="un", type="organisation", name={"en": "United Nations", "hi": "संयुक्त राष्ट्र"}, acronyms=["U.N."]
    )

    assert entity.findable == "united nations संयुक्त राष्ट्र un un"


@pytest.mark.parametrize("kind", ["fact", "entity"])
def test_what_is_new_is_not_saved_by_itself(editor: Client, kind: str) -> None:
    page = editor.get(reverse(f"wagtailsnippets_facts_{kind}:add"))

    assert page.context["autosave_enabled"] is False
