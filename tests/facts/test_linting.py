"""The nightly run over everything published, its report, dismissals, and the linter beside a draft."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tayari.audit.models import Entry
from tayari.bank.models import QuestionVersion
from tayari.facts.actions import dismissals, lint_runs
from tayari.facts.models import Dismissal, LintFinding, LintRun
from tests.factories import pages, papers

pytestmark = pytest.mark.django_db

LOADED = "The first edition was a game-changer for both."


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(papers.person(username="ed", is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def article() -> Any:
    return pages.article(body=[pages.part("background", "From a call", pages.text(LOADED))], ref="a.one")


def what(finding: str = "abc") -> dismissals.Dismissed:
    return dismissals.Dismissed(finding, "articles.articlepage", "a.one:en", "page.loaded-words", "game-changer")


def test_everything_published_is_linted_once_a_night(article: Any, now: Any) -> None:
    run = lint_runs.nightly(now=now)

    assert run
    assert run.finished_at == now
    assert run.documents >= 1
    [found] = LintFinding.objects.filter(rule="page.loaded-words")
    assert (found.holder_type, found.holder_ref, found.words) == ("articles.articlepage", "a.one:en", "game-changer")
    assert found.address == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert lint_runs.nightly(now=now + timedelta(hours=2)) is None
    assert lint_runs.nightly(now=now + timedelta(hours=21))
    assert LintFinding.objects.values("run").distinct().count() == 1


def test_drafts_and_what_was_taken_down_are_not_linted(article: Any, now: Any) -> None:
    article.unpublish()

    lint_runs.lint_all(now=now)

    assert not LintFinding.objects.filter(holder_ref="a.one:en").exists()


def test_only_a_week_of_runs_is_kept(now: Any) -> None:
    for day in range(9):
        lint_runs.lint_all(now=now + timedelta(days=day))

    assert LintRun.objects.count() == 7


def test_a_dismissal_is_audited_and_silences_the_next_run(article: Any, now: Any) -> None:
    lint_runs.lint_all(now=now)
    found = LintFinding.objects.get(rule="page.loaded-words")
    by = papers.person(username="ed")

    dismissals.dismiss(what(found.finding), reason="It is quoted from a title.", by=by, now=now)

    assert not LintFinding.objects.filter(finding=found.finding).exists()
    lint_runs.lint_all(now=now + timedelta(days=1))
    assert not LintFinding.objects.filter(finding=found.finding).exists()
    entry = Entry.objects.get(action="facts.dismiss")
    assert (entry.reason, entry.by) == ("It is quoted from a title.", by)

    dismissals.restore(found.finding, reason="The title has changed.", by=by, now=now)
    lint_runs.lint_all(now=now + timedelta(days=2))
    assert LintFinding.objects.filter(finding=found.finding).exists()
    assert Entry.objects.get(action="facts.restore").reason == "The title has changed."


def test_a_dismissal_is_heard_again_when_its_sentence_changes(article: Any, now: Any) -> None:
    lint_runs.lint_all(now=now)
    found = LintFinding.objects.get(rule="page.loaded-words")
    dismissals.dismiss(what(found.finding), reason="It may stand.", by=None, now=now)
    other = pages.part("background", "From a call", pages.text(LOADED.replace("both", "all")))
    article.body = type(article).body.field.stream_block.to_python([other])
    article.save()

    lint_runs.lint_all(now=now + timedelta(days=1))

    assert LintFinding.objects.filter(rule="page.loaded-words").exists()


@pytest.mark.parametrize("reason", ["", "  ", "x"])
def test_a_dismissal_needs_a_reason(now: Any, reason: str) -> None:
    with pytest.raises(dismissals.DismissalRefused, match="reason"):
        dismissals.dismiss(what(), reason=reason, by=None, now=now)
    assert not Dismissal.objects.exists()


def test_what_was_not_dismissed_cannot_be_restored(now: Any) -> None:
    with pytest.raises(dismissals.DismissalRefused, match="No finding abc"):
        dismissals.restore("abc", reason="a reason", by=None, now=now)


def test_editors_see_the_report_and_dismiss_in_it(editor: Client, article: Any, now: Any) -> None:
    assert "Nothing has been looked over yet" in editor.get(reverse("lint_report")).content.decode()
    lint_runs.lint_all(now=now)
    found = LintFinding.objects.get(rule="page.loaded-words")

    text = editor.get(reverse("lint_report")).content.decode()
    assert "game-changer" in text
    assert "Silence is not agreement." in text
    told = {"finding": found.finding, "rule": found.rule, "words": found.words, "reason": "It may stand."}
    answer = editor.post(reverse("lint_dismiss"), {**told, "next": "https://example.org/"})

    assert answer["Location"] == reverse("lint_report")
    assert Dismissal.objects.get().reason == "It may stand."
    assert "It may stand." in editor.get(reverse("lint_report")).content.decode()
    editor.post(reverse("lint_dismiss"), {"way": "restore", "finding": found.finding, "reason": "It may not."})
    assert not Dismissal.objects.exists()


def test_readers_see_no_report(client: Client) -> None:
    client.force_login(papers.person(username="reader"))

    assert client.get(reverse("lint_report")).status_code in {302, 403}
    assert client.post(reverse("lint_dismiss"), {"finding": "abc", "reason": "so it is"}).status_code in {302, 403}
    assert not Dismissal.objects.exists()


def test_the_editor_of_an_article_has_its_panel(editor: Client, article: Any) -> None:
    text = editor.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()

    assert f'data-address="{reverse("article_lint", args=[article.pk])}"' in text
    assert "articles/elements/lint-draft.js" in text


def test_a_draft_is_linted_as_it_was_saved_and_as_it_stands_in_the_form(editor: Client, article: Any) -> None:
    address = reverse("article_lint", args=[article.pk])
    assert "game-changer" in editor.get(address).content.decode()

    form = {
        "title": "The 2+2", "slug": "the-2-plus-2", "subject_line": "IR", "author": "Desk", "published": "2026-11-20",
        "facts_as_of": "2026-11-20", "summary": "It was a masterstroke.", "body-count": "0",
        "corrections-TOTAL_FORMS": "0", "corrections-INITIAL_FORMS": "0",
        "corrections-MIN_NUM_FORMS": "0", "corrections-MAX_NUM_FORMS": "1000",
    }  # fmt: skip
    text = editor.post(address, form).content.decode()

    assert "masterstroke" in text
    assert "game-changer" not in text
    assert "<form" not in text
    article.refresh_from_db()
    assert article.summary == "Two ministers each, at one table."


def test_a_question_is_linted_beside_its_preview(editor: Client) -> None:
    papers.printing()
    version = QuestionVersion.objects.select_related("question").first()
    assert version

    text = editor.get(reverse("question_preview", args=[version.question.ref])).content.decode()

    assert "Silence is not agreement." in text
