"""A changed fact flips a key: it is proposed, an editor decides, and what was written stays."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tayari.accounts.models import Person
from tayari.audit.models import Entry
from tayari.bank import following
from tayari.bank.actions import keys, questions
from tayari.bank.models import KeyProposal, QuestionVersion, Unchangeable, VersionKey
from tayari.facts.actions import changes
from tayari.facts.actions import facts as fact_actions
from tayari.facts.models import Consequence, Fact
from tests.factories.questions import NOW, facts, how_many, published

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


def moved(ref: str = "2plus2-2.held-in", place: str = "new-delhi") -> Fact:
    """The fact as somebody corrected it; by its revision the bank is told."""
    fact = Fact.objects.get(ref=ref)
    return fact_actions.put(
        {**fact_actions.content_of(fact), "object": place}, by=None, now=LATER, reason="a better source"
    )


@pytest.fixture
def version(django_capture_on_commit_callbacks: Any) -> QuestionVersion:
    """A question whose key is b, and a fact under it that was changed: the key would be c."""
    with django_capture_on_commit_callbacks(execute=True):
        for fact in facts().values():
            fact_actions.keep(fact, by=None, now=NOW)
    found = published()
    with django_capture_on_commit_callbacks(execute=True):
        moved()
    return found


def test_a_flip_is_proposed_and_the_key_stays(version: QuestionVersion) -> None:
    proposal = KeyProposal.objects.get()

    assert (proposal.before, proposal.key, proposal.outcome) == (["b"], ["c"], "open")
    assert proposal.facts == ["2plus2-2.held-in"]
    assert [row.key for row in version.keys.all()] == [["b"]]


def test_confirming_adds_a_row(version: QuestionVersion) -> None:
    row = keys.confirm_key(KeyProposal.objects.get(), reason="read the communiqué", by=None, now=LATER)

    assert (row.key, row.reason) == (["c"], "read the communiqué")
    assert [one.key for one in version.keys.all()] == [["c"], ["b"]]
    assert KeyProposal.objects.get().outcome == "confirmed"
    assert Entry.objects.filter(action="questions.key_confirmed").count() == 1


def test_confirming_settles_the_consequence_and_tells_readers_what_was_wrong(version: QuestionVersion) -> None:
    row = Consequence.objects.get(holder_type="bank.question")
    assert row.status == "open"

    keys.confirm_key(KeyProposal.objects.get(), by=None, now=LATER)

    row.refresh_from_db()
    assert (row.status, row.settled_at, row.reason) == (
        "applied", LATER, "key B became C, confirmed in the bank",
    )  # fmt: skip
    assert row.correction["en"] == (
        "An earlier version said: “Edition 2 was held in Washington, D.C.” "
        "It should read: “Edition 2 was held in New Delhi.”"
    )
    assert set(row.correction) == {"en", "hi"}
    assert Entry.objects.get(action="consequences.applied").data["fact"] == "2plus2-2.held-in"


def test_dismissing_settles_the_consequence_without_a_word_to_readers(version: QuestionVersion) -> None:
    keys.dismiss_key(KeyProposal.objects.get(), reason="the fact is wrong", by=None, now=LATER)

    row = Consequence.objects.get(holder_type="bank.question")
    assert (row.status, row.reason, row.correction) == ("unneeded", "the key stays: the fact is wrong", {})


def test_a_consequence_of_another_fact_stays_open(
    version: QuestionVersion, django_capture_on_commit_callbacks: Any
) -> None:
    other = Fact.objects.get(ref="2plus2-3.held-in")
    Consequence.objects.create(
        fact=other, cause="changed", revision_now=2, holder_type="bank.question", holder_ref="q.places", opened_at=NOW
    )

    keys.confirm_key(KeyProposal.objects.get(), by=None, now=LATER)

    assert list(Consequence.objects.filter(status="open").values_list("fact__ref", flat=True)) == [other.ref]


def test_a_refused_decision_leaves_the_consequence_open(version: QuestionVersion) -> None:
    moved(place="washington-dc")
    with pytest.raises(keys.NotOpen):
        keys.confirm_key(KeyProposal.objects.get(), by=None, now=LATER)

    assert Consequence.objects.get(holder_type="bank.question").status == "open"


def test_a_settled_proposal_is_settled(version: QuestionVersion) -> None:
    proposal = KeyProposal.objects.get()
    keys.confirm_key(proposal, by=None, now=LATER)

    with pytest.raises(keys.NotOpen):
        keys.confirm_key(proposal, by=None, now=LATER)
    assert version.keys.count() == 2


def test_dismissing_needs_a_reason(version: QuestionVersion) -> None:
    proposal = KeyProposal.objects.get()
    with pytest.raises(keys.NotOpen, match="Say why"):
        keys.dismiss_key(proposal, reason=" ", by=None, now=LATER)

    keys.dismiss_key(proposal, reason="the fact is wrong", by=None, now=LATER)

    assert version.keys.count() == 1 and KeyProposal.objects.get().outcome == "dismissed"


def test_a_fact_that_goes_back_overtakes_the_proposal(
    version: QuestionVersion, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        moved(place="washington-dc")

    assert KeyProposal.objects.get().outcome == "overtaken"
    assert [row.key for row in version.keys.all()] == [["b"], ["b"]]
    assert version.keys.first().derived_from["2plus2-2.held-in"] == 3


def test_what_can_no_longer_be_judged_is_said(
    version: QuestionVersion, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        changes.dispute(Fact.objects.get(ref="2plus2-1.held-in"), reason="two papers differ", by=None, now=LATER)

    proposal = KeyProposal.objects.get()
    assert proposal.key == [] and "may not feed a key yet; verify it first" in proposal.refusal
    with pytest.raises(keys.NotOpen, match="No key can be confirmed"):
        keys.confirm_key(proposal, by=None, now=LATER)


def test_confirming_what_has_changed_once_more_is_refused(version: QuestionVersion) -> None:
    proposal = KeyProposal.objects.get()
    moved(place="washington-dc")

    with pytest.raises(keys.NotOpen, match="changed once more"):
        keys.confirm_key(proposal, by=None, now=LATER)


def test_publishing_again_overtakes_the_proposal(version: QuestionVersion) -> None:
    questions.cut_version(content=how_many(), by=None, now=LATER)

    assert KeyProposal.objects.get().outcome == "overtaken"
    assert version.keys.first().key == ["c"]


def test_an_edit_of_the_key_derives_as_from_scratch(version: QuestionVersion) -> None:
    """Derive after edit equals derive from scratch: the same truths, key and facts."""
    confirmed = keys.confirm_key(KeyProposal.objects.get(), by=None, now=LATER)
    scratch = questions.cut_version(content=how_many("q.scratch"), by=None, now=LATER).keys.get()

    for name in ("key", "truths", "shown_by", "derived_from", "as_of"):
        assert getattr(confirmed, name) == getattr(scratch, name)


def test_only_what_rests_on_the_fact_is_looked_at(version: QuestionVersion) -> None:
    other = Fact.objects.get(ref="2plus2-1.held-on")

    assert following.touched({other.pk}) == []
    assert [one.ref for one, _ in following.touched({Fact.objects.get(ref="2plus2-3.held-in").pk})] == ["q.places"]


def test_a_load_that_changes_thousands_of_facts_asks_three_queries(
    version: QuestionVersion, django_assert_max_num_queries: Any
) -> None:
    many = set(Fact.objects.values_list("pk", flat=True)) | set(range(100_000, 105_000))

    with django_assert_max_num_queries(3):
        found = following.touched(many)

    assert [question.ref for question, _ in found] == ["q.places"]


def test_versions_and_keys_are_written_once(version: QuestionVersion) -> None:
    for row in (version, version.keys.get()):
        with pytest.raises(Unchangeable):
            row.save()
    assert VersionKey.objects.count() == 1


def test_the_editor_decides_in_the_admin(client: Client, version: QuestionVersion) -> None:
    client.force_login(Person.objects.create_superuser("editor", "editor@example.org", "not-a-real-one-9"))
    listed = client.get(reverse("question_proposals"))
    edited = client.get(reverse("wagtailsnippets_bank_question:edit", args=[version.question_id]))
    rows = client.get(reverse("wagtailsnippets_bank_question:list"))
    address = reverse("question_proposal", args=[KeyProposal.objects.get().pk])

    refused = client.post(address, {"decision": "dismiss"}, follow=True)
    done = client.post(address, {"decision": "confirm"}, follow=True)

    assert "key to be confirmed" in rows.text
    assert "B → C" in listed.text and "B would become C." in edited.text
    assert "Say why the key stays" in refused.text
    assert "The key of q.places is now C; sittings keep theirs." in done.text
    assert str(version.keys.first().by) == "editor"
