"""The editor's screen: a kind's form, refusals with nothing lost, states moved by the review, versions and keys."""

from typing import Any

import pytest
from django.db.models import signals
from django.test import Client
from django.urls import reverse

from tayari.accounts.models import Person
from tayari.bank.actions import questions
from tayari.bank.models import Question, SavedSearch
from tayari.rules.forms.shapes import shape
from tayari.rules.forms.showing import flat, show
from tayari.rules.kinds import KINDS
from tests.bank.reviews import review
from tests.factories.questions import NOW, facts, how_many, place_claim, published, single

pytestmark = pytest.mark.django_db
# Wagtail 8.0 writes its letters in the manner that Django 6.1 is leaving.
letters = pytest.mark.filterwarnings("ignore:get_connection")


def sent(content: dict[str, Any], **more: str) -> dict[str, Any]:
    """What the form sends for `content`."""
    return {"q-kind": content["kind"], **flat(show(content, shape(content["kind"]))), **more}


def edit(question: Question) -> str:
    return reverse("wagtailsnippets_bank_question:edit", args=[question.pk])


def create(editor: Client, content: dict[str, Any], **more: str) -> Any:
    return editor.post(reverse("wagtailsnippets_bank_question:add"), sent(content, **more), follow=True)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_form(editor: Client, kind: str) -> None:
    page = editor.get(reverse("wagtailsnippets_bank_question:add"), {"kind": kind})

    assert page.status_code == 200
    assert f'name="q-kind" value="{kind}"' in page.text
    assert 'name="q-stem-hi" lang="hi"' in page.text


def test_without_a_kind_the_kinds_are_offered(editor: Client) -> None:
    page = editor.get(reverse("wagtailsnippets_bank_question:add"))

    assert "?kind=how-many" in page.text and "?kind=descriptive" in page.text


def test_a_draft_is_kept_and_says_what_follows(editor: Client) -> None:
    facts()

    page = create(editor, how_many())

    question = Question.objects.get(ref="q.places")
    assert (question.state, question.versions.count()) == ("draft", 0)
    assert question.get_latest_revision_as_object().content == how_many()
    assert [row.topic_id for row in question.assigned_topics.all()] == how_many()["topics"]
    assert question.assigned_topics.get().origin == "editor"
    assert "Key: B" in page.text
    assert "Two of the three statements are correct." in page.text


def test_a_refusal_stands_beside_its_statement_and_nothing_is_lost(editor: Client) -> None:
    facts()
    content = how_many()
    content["statements"] = [
        place_claim(f"s{number}", number, place)
        for number, place in ((1, "washington-dc"), (2, "new-delhi"), (3, "washington-dc"))
    ]
    content["statements"].append({**place_claim("s4", 1, "washington-dc"), "text": {"en": "Again, otherwise."}})

    page = create(editor, content)

    assert "all four statements are false: a how-many of four has no option for none" in page.text
    assert 'href="#q-statements"' in page.text
    assert "Again, otherwise." in page.text
    assert Question.objects.get().versions.count() == 0


def test_a_slip_in_the_ref_keeps_what_was_typed(editor: Client) -> None:
    page = create(editor, {**how_many(), "ref": "Not A Ref"})

    assert "is not lower-case letters" in page.text
    assert "Edition 2 was held in new-delhi." in page.text
    assert not Question.objects.exists()


def test_a_ref_that_is_taken_is_refused(editor: Client) -> None:
    published()

    page = create(editor, how_many())

    assert "There is a question q.places already" in page.text


def test_a_ref_that_somebody_takes_at_the_same_moment_is_refused_and_nothing_is_lost(editor: Client) -> None:
    def overtake(**told: Any) -> None:
        Question.objects.bulk_create([Question(ref="q.places", kind="how_many", content={})])

    signals.pre_save.connect(overtake, sender=Question)
    try:
        page = create(editor, how_many())
    finally:
        signals.pre_save.disconnect(overtake, sender=Question)

    assert "There is a question q.places by now" in page.text
    assert "Edition 2 was held in new-delhi." in page.text


def test_a_new_question_is_not_saved_by_itself(editor: Client) -> None:
    page = editor.get(reverse("wagtailsnippets_bank_question:add"), {"kind": "single"})

    assert page.context["autosave_enabled"] is False


def test_publishing_cuts_a_version_by_the_editor(editor: Client) -> None:
    facts()
    create(editor, how_many())
    question = Question.objects.get()

    editor.post(edit(question), sent(how_many(), **{"action-publish": "1"}))

    question.refresh_from_db()
    version = question.versions.get()
    assert (question.state, question.live, question.has_unpublished_changes) == ("ready", True, False)
    assert (version.content, str(version.by), version.keys.get().key) == (how_many(), "editor", ["b"])


def test_what_is_refused_is_not_published_but_kept(editor: Client) -> None:
    facts()
    create(editor, how_many())
    question = Question.objects.get()
    content = how_many()
    content["statements"][1]["claim"][2] = "nowhere"

    page = editor.post(edit(question), sent(content, **{"action-publish": "1"}), follow=True)

    question.refresh_from_db()
    assert "Saved as a draft, but not published." in page.text
    assert (question.state, question.versions.count()) == ("draft", 0)
    assert question.get_latest_revision_as_object().content["statements"][1]["claim"][2] == "nowhere"


def test_editing_and_saving_without_a_change_cuts_no_version(editor: Client) -> None:
    version = published()

    editor.post(edit(version.question), sent(version.content, **{"action-publish": "1"}))

    assert version.question.versions.count() == 1


@letters
def test_the_review_moves_the_state_step_by_step(editor: Client) -> None:
    facts()
    review()
    create(editor, how_many())
    question = Question.objects.get()
    seen = [question.state]

    for action in ("action-submit", "approve", "approve"):
        told = {"action-workflow-action": "1", "workflow-action-name": action} if action == "approve" else {action: "1"}
        editor.post(edit(question), sent(how_many(), **told))
        question.refresh_from_db()
        seen.append(question.state)

    assert seen == ["draft", "language-check", "fact-check", "ready"]
    assert question.versions.get().keys.get().key == ["b"]


@letters
def test_changes_that_are_asked_for_make_it_a_draft_again(editor: Client) -> None:
    facts()
    review()
    create(editor, how_many())
    question = Question.objects.get()
    editor.post(edit(question), sent(how_many(), **{"action-submit": "1"}))

    told = {"action-workflow-action": "1", "workflow-action-name": "reject"}
    editor.post(edit(question), sent(how_many(), **told))

    question.refresh_from_db()
    assert (question.state, question.versions.count()) == ("draft", 0)


def test_unpublishing_retires(editor: Client) -> None:
    question = published().question

    editor.post(reverse("wagtailsnippets_bank_question:unpublish", args=[question.pk]))

    question.refresh_from_db()
    assert (question.state, question.versions.count()) == ("retired", 1)


def test_a_published_question_cannot_be_deleted(editor: Client) -> None:
    question = published().question

    answer = editor.post(reverse("wagtailsnippets_bank_question:delete", args=[question.pk]))

    assert answer.status_code in {302, 403} and Question.objects.filter(pk=question.pk).exists()


@pytest.mark.parametrize(("mode", "words"), [("en", "How many of the above"), ("hi", "उपर्युक्त कथनों में से कितने")])
def test_the_preview_is_the_rooms_own_page(editor: Client, mode: str, words: str) -> None:
    question = published().question
    address = reverse("wagtailsnippets_bank_question:preview_on_edit", args=[question.pk])
    editor.post(address, sent(how_many()))

    page = editor.get(address, {"mode": mode, "in_preview_panel": "true"})

    assert f'<html lang="{mode}">' in page.text and 'class="q-statements"' in page.text
    assert words in page.text and "met in" not in page.text


def test_what_follows_is_told_while_it_is_written(editor: Client) -> None:
    facts()

    part = editor.post(reverse("question_checks"), sent(how_many()), headers={"X-Part": "checks"})
    page = editor.post(reverse("question_checks"), sent({"kind": "how-many", "ref": "q.x"}))

    assert "Key: B" in part.text and "<html" not in part.text
    assert "<html" in page.text and "Hindi: missing: not begun" in page.text


def test_a_double_is_named_beside_the_form(editor: Client) -> None:
    published()

    part = editor.post(reverse("question_checks"), sent(how_many("q.twin")), headers={"X-Part": "checks"})

    assert "Asks the same" in part.text and "q.places" in part.text
    assert "q.places" in editor.get(reverse("question_preview", args=["q.places"])).text


def test_choosers_find_by_words(editor: Client) -> None:
    facts()

    def found(what: str, letters: str) -> list[str]:
        return [
            one["ref"] for one in editor.get(reverse("question_find"), {"what": what, "q": letters}).json()["found"]
        ]

    assert found("entity", "new delhi") == ["new-delhi"]
    assert found("predicate", "held in") == ["held_in"]
    assert found("fact", "2plus2-3 held-on") == ["2plus2-3.held-on"]
    assert found("topic", "us") == ["gs2.ir.bilateral.us"]
    assert found("magic", "us") == []


def test_versions_show_what_changed(editor: Client) -> None:
    version = published()
    content = how_many()
    content["stem"]["en"] = "Think of these:"
    questions.cut_version(content=content, by=None, now=NOW)

    page = editor.get(reverse("question_versions", args=[version.question.ref]))

    assert "<ins>Think of these:</ins>" in page.text and "Version 2" in page.text
    assert "2plus2-1.held-in r1" in page.text


def test_yaml_is_kept_as_a_draft_or_refused_with_nothing_lost(editor: Client) -> None:
    question = published().question
    address = reverse("question_raw", args=[question.ref])
    assert "kind: how-many" in editor.get(address).text

    refused = editor.post(address, {"text": "ref: other\nkind: how-many"})
    broken = editor.post(address, {"text": "kind: [how-many"})
    editor.post(address, {"text": "ref: q.places\nkind: how-many\nnote: by hand"})

    question.refresh_from_db()
    assert "the ref in the text is &#x27;other&#x27;" in refused.text and "ref: other" in refused.text
    assert "this is not YAML" in broken.text
    assert question.get_latest_revision_as_object().content["note"] == "by hand"
    assert (question.content, question.state) == (how_many(), "ready")


def test_bulk_edit_changes_topics_difficulty_and_state(editor: Client) -> None:
    first = published().question
    facts()
    second = questions.cut_version(content=single(), by=None, now=NOW).question
    address = reverse("wagtail_bulk_action", args=["bank", "question", "describe"])

    editor.post(
        f"{address}?id={first.pk}&id={second.pk}",
        {"difficulty": "hard", "add_topics": "", "remove_topics": "gs2.ir.bilateral.us", "state": "fact-check"},
    )

    for question in (first, second):
        question.refresh_from_db()
        assert (question.difficulty, question.state, question.topics.count()) == ("hard", "fact-check", 0)
        assert question.latest.content["difficulty"] == "hard"


def test_what_a_bulk_edit_cannot_do_is_told_for_each(editor: Client) -> None:
    question = published().question
    address = reverse("wagtail_bulk_action", args=["bank", "question", "describe"])

    back = reverse("wagtailsnippets_bank_question:list")
    page = editor.post(f"{address}?id={question.pk}&next={back}", {"add_topics": "no.such"}, follow=True)

    assert "there is no topic &#x27;no.such&#x27; in the syllabus" in page.text
    assert question.versions.count() == 1


def test_the_list_filters_and_keeps_searches(editor: Client) -> None:
    published()
    address = reverse("wagtailsnippets_bank_question:list")

    assert "q.places" in editor.get(address, {"kind": "how-many"}).text
    assert "q.places" not in editor.get(address, {"state": "retired"}).text
    editor.post(reverse("question_searches"), {"name": "Mine", "query": "state=ready&kind=how-many"})

    row = SavedSearch.objects.get()
    assert row.query == "state=ready&kind=how-many"
    assert f"{address}?state=ready&amp;kind=how-many" in editor.get(address).text
    editor.post(reverse("question_search", args=[row.pk]))
    assert not SavedSearch.objects.exists()


def test_the_list_asks_as_often_for_many_as_for_few(editor: Client, django_assert_max_num_queries: Any) -> None:
    facts()
    for number in range(12):
        questions.cut_version(content=how_many(f"q.{number}"), by=None, now=NOW)
    address = reverse("wagtailsnippets_bank_question:list")
    editor.get(address)

    with django_assert_max_num_queries(40):
        editor.get(address)


def test_readers_and_aspirants_are_kept_out(client: Client) -> None:
    client.force_login(Person.objects.create_user("aspirant", "a@example.org", "not-a-real-one-9"))

    for name in ("question_find", "question_proposals", "question_doubles"):
        assert client.get(reverse(name)).status_code in {302, 403}
