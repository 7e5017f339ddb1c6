"""Drafts made of facts go into the bank to be reviewed: publishing derives the same key, and no paper takes a draft."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tayari.bank.actions import questions
from tayari.bank.actions.drafting import keep_drafted
from tayari.bank.models import Question
from tayari.bank.packing import QuestionPart
from tayari.bank.queries import drafting
from tayari.mocks.actions import printings
from tayari.mocks.models import PaperQuestion
from tayari.packs import actions as packs
from tayari.rules import drafts
from tayari.rules.drafts import KINDS, Draft, Wanted, draft
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
CONSTITUTION = Path(__file__).parents[1] / "golden" / "packs" / "constitution"


@pytest.fixture
def made() -> list[Draft]:
    """Forty-two drafts of all kinds from a site that holds the second pack."""
    packs.load(CONSTITUTION, by=None, now=NOW)
    return draft(drafting.material(date(2026, 11, 26)), Wanted(KINDS, 42, "bank"))


def test_publishing_a_draft_derives_the_key_that_it_has(made: list[Draft]) -> None:
    kept = keep_drafted(contents=[one.content for one in made], by=None, now=NOW)

    assert kept == [one.content["ref"] for one in made]
    assert {(one.state, one.provenance) for one in Question.objects.all()} == {("draft", "drafted")}
    for one in made:
        version = questions.cut_version(content=Question.objects.get(ref=one.content["ref"]).content, by=None, now=NOW)
        assert version.keys.get().key == list(one.derived.key)
        assert set(version.keys.get().derived_from) == set(one.rests_on), one.content["ref"]


def test_keeping_them_again_leaves_what_was_reviewed_alone(made: list[Draft]) -> None:
    contents = [one.content for one in made[:3]]
    keep_drafted(contents=contents, by=None, now=NOW)
    questions.cut_version(content=contents[0], by=None, now=NOW)

    assert keep_drafted(contents=contents, by=None, now=NOW) == []
    assert Question.objects.get(ref=contents[0]["ref"]).state == Question.State.READY


def test_what_the_bank_holds_is_not_drafted_again(made: list[Draft]) -> None:
    keep_drafted(contents=[one.content for one in made], by=None, now=NOW)
    taken = [drafts.shape(content) for content in drafting.contents()]

    again = draft(drafting.material(date(2026, 11, 26)), Wanted(KINDS, 42, "bank"), taken)

    assert not {drafts.shape(one.content) for one in again} & set(taken)


def test_drafts_stay_out_of_packs_and_printings(made: list[Draft]) -> None:
    (ref,) = keep_drafted(contents=[made[0].content], by=None, now=NOW)
    paper = papers.paper(1)
    PaperQuestion.objects.create(paper=paper, question=Question.objects.get(ref=ref), number=2)

    assert ref not in QuestionPart().current()
    with pytest.raises(printings.PaperRefused, match=f"{ref} has no published version; publish the question first"):
        printings.freeze(paper, by=None, now=NOW)


def test_an_editor_keeps_the_drafts_that_are_ticked(client: Client, made: list[Draft]) -> None:
    editor = papers.person(username="editor", is_staff=True, is_superuser=True)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    address = reverse("question_drafting")
    form = {"kinds": ["single", "match"], "count": "4", "seed": "page", "languages": "both"}

    assert "Kesavananda Bharati v. State of Kerala" in client.get(address).content.decode()
    page = client.post(address, {**form, "look": ""})
    shown = [one["ref"] for one in page.context["drafts"]]

    assert len(shown) == 4
    assert not Question.objects.exists()
    assert "tick the drafts" in client.post(address, {**form, "keep": ""}, follow=True).content.decode()
    client.post(address, {**form, "keep": "", "keep_ref": shown[1:3]})
    assert sorted(Question.objects.values_list("ref", flat=True)) == sorted(shown[1:3])


def test_the_page_says_when_the_facts_give_fewer(client: Client, made: list[Draft]) -> None:
    editor = papers.person(username="editor", is_staff=True, is_superuser=True)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    form = {"kinds": ["match"], "count": "40", "seed": "1", "languages": "en", "subjects": ["upsc"], "look": ""}

    page = client.post(reverse("question_drafting"), form).content.decode()

    assert "fewer than asked for" in page


def test_the_page_is_for_editors(client: Client) -> None:
    assert client.get(reverse("question_drafting")).status_code == 302
