"""A changed fact lists everything bound to it with its consequence; each is settled once, and readers are told."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tayari.articles.models import ArticlePage, Correction
from tayari.audit.models import Entry
from tayari.bank.models import Question
from tayari.facts.actions import bindings, changes, consequences, facts
from tayari.facts.actions.consequences import Settled
from tayari.facts.models import Consequence, Fact, Predicate, Source
from tayari.facts.queries.affected import affected, uses
from tayari.live.actions import posts
from tayari.live.models import Post
from tayari.mocks.actions import printings
from tests.factories import pages, papers, questions

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
BOTH = {"en": "It was 7 September.", "hi": "वह 7 सितंबर था।"}


def _put(fact: Fact, **changed: Any) -> Fact:
    return facts.put({**facts.content_of(fact), **changed}, by=None, now=NOW, reason="a reader wrote")


@pytest.fixture
def held_on() -> Fact:
    """The facts of three editions with their first revisions; the day of the first is what changes."""
    kept = {ref: facts.keep(fact, by=None, now=NOW) for ref, fact in questions.facts().items()}
    return kept["2plus2-1.held-on"]


@pytest.fixture
def article(held_on: Fact) -> ArticlePage:
    return pages.article(ref="dialogue")


def _only(**wanted: Any) -> Consequence:
    return Consequence.objects.get(status="open", **wanted)


def test_a_changed_fact_lists_what_rests_on_it_with_its_places(held_on: Fact, article: ArticlePage) -> None:
    _put(held_on, object="2018-09-07")

    row = _only()
    assert (row.cause, row.holder_type, row.holder_ref) == ("changed", "articles.articlepage", "dialogue")
    assert (row.revision_before, row.revision_now) == (1, 2)
    assert row.places == [{"place": "key-facts#1", "words": "6 September 2018", "language": "en"}]
    (shown,) = affected("open", now=NOW)
    assert (shown.before, shown.now) == (
        "Edition 1 was held on 6 September 2018.",
        "Edition 1 was held on 7 September 2018.",
    )
    assert shown.holder.title == article.title
    assert shown.proposal["hi"].startswith("पहले यहाँ लिखा था: “हिन्दी: Edition 1 6 सितंबर 2018 को हुई।”")


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        ({"status": "disputed"}, "disputed"),
        ({"status": "retired"}, "retired"),
        ({"status": "draft"}, "unverified"),
        ({"valid_to": "2019"}, "closed"),
        ({"sources": ["s.press"]}, "evidence"),
    ],
)
def test_every_way_of_going_stale(held_on: Fact, article: ArticlePage, changed: dict[str, Any], cause: str) -> None:
    Source.objects.create(
        ref="s.press",
        publisher="A paper",
        title="A page",
        url="https://example.org/page",
        looked_up=date(2026, 11, 23),
        excerpt="Held in New Delhi.",
    )
    _put(held_on, **changed)

    assert _only().cause == cause


def test_a_note_makes_nothing_stale(held_on: Fact, article: ArticlePage) -> None:
    _put(held_on, note="seen in the gazette too")

    assert not Consequence.objects.exists()


def test_a_second_change_keeps_one_open_row_that_remembers_the_first_saying(
    held_on: Fact, article: ArticlePage
) -> None:
    _put(held_on, object="2018-09-07")
    _put(held_on, object="2018-09-08")

    assert (_only().revision_before, _only().revision_now) == (1, 3)


def test_applying_mends_the_cited_words_and_tells_readers(held_on: Fact, article: ArticlePage) -> None:
    pages.article(
        "भारत–अमेरिका 2+2",
        language="hi",
        ref="dialogue",
        translation_key=article.translation_key,
        summary="पहली बैठक [6 सितंबर 2018](fact:2plus2-1.held-on) को हुई।",
        body=[],
    )
    _put(held_on, object="2018-09-07")

    consequences.apply(_only().pk, correction=BOTH, by=None, now=LATER)

    english, other = ArticlePage.objects.filter(ref="dialogue").order_by("locale__language_code")
    assert "[7 September 2018](fact:2plus2-1.held-on)" in str(english.body[0].value["content"][0].value)
    assert other.summary == "पहली बैठक [7 सितंबर 2018](fact:2plus2-1.held-on) को हुई।"
    assert [row.text for row in english.corrections.all()] == [BOTH["en"]]
    assert [(row.text, row.at) for row in other.corrections.all()] == [(BOTH["hi"], LATER)]
    row = Consequence.objects.get()
    assert (row.status, row.correction) == ("applied", BOTH)
    assert set(held_on.bindings.values_list("revision_seen", flat=True)) == {2}
    assert Entry.objects.get(action="consequences.applied").data["fact"] == "2plus2-1.held-on"


def test_an_editors_draft_keeps_its_words_and_gets_the_correction(held_on: Fact, article: ArticlePage) -> None:
    draft = article.get_latest_revision_as_object()
    draft.title = "A better title"
    draft.save_revision()
    _put(held_on, object="2018-09-07")
    consequences.apply(_only().pk, correction={"en": BOTH["en"]}, by=None, now=LATER)

    page = ArticlePage.objects.get(pk=article.pk)
    assert (page.title, page.has_unpublished_changes) == ("India–US 2+2 Ministerial Dialogue", True)
    page.get_latest_revision().publish()

    page = ArticlePage.objects.get(pk=article.pk)
    assert page.title == "A better title"
    assert Correction.objects.filter(page=page).count() == 1
    assert "7 September 2018" in str(page.body[0].value["content"][0].value)


def test_nothing_needs_to_change_with_a_reason_only(held_on: Fact, article: ArticlePage) -> None:
    _put(held_on, object="2018-09-07")
    pk = _only().pk
    with pytest.raises(Settled, match="Say why"):
        consequences.leave(pk, reason="", by=None, now=LATER)
    consequences.leave(pk, reason="The words say only the month.", by=None, now=LATER)

    with pytest.raises(Settled, match="settled already"):
        consequences.apply(pk, correction={}, by=None, now=LATER)
    assert not Correction.objects.exists()


def test_a_post_is_corrected_visibly(held_on: Fact) -> None:
    page = pages.coverage()
    said = {"en": "Held on [6 September 2018](fact:2plus2-1.held-on).", "hi": "शुरू"}
    post = posts.create(coverage_key=page.translation_key, text=said, by=None, now=NOW)
    _put(held_on, object="2018-09-07")

    consequences.apply(_only().pk, correction=BOTH, by=None, now=LATER)

    post.refresh_from_db()
    assert (post.text["en"], post.edited_at) == ("Held on [7 September 2018](fact:2plus2-1.held-on).", LATER)
    told = Post.objects.get(kind="correction")
    assert (told.text, told.number) == (BOTH, 2)


def test_a_coverages_summary_is_mended(held_on: Fact) -> None:
    page = pages.coverage(summary="Held on [6 September 2018](fact:2plus2-1.held-on).")
    _put(held_on, object="2018-09-07")

    consequences.apply(_only().pk, correction={}, by=None, now=LATER)

    page.refresh_from_db()
    assert page.summary == "Held on [7 September 2018](fact:2plus2-1.held-on)."


def test_a_key_that_flips_becomes_a_new_row_and_the_papers_are_told(held_on: Fact) -> None:
    printing = papers.printing(1)
    paper = printing.paper
    version = questions.published(questions.how_many("q.places"))
    paper.places.create(question=version.question, number=2)
    printings.freeze(paper, by=None, now=NOW)
    _put(Fact.objects.get(ref="2plus2-2.held-in"), object="new-delhi")

    shown = {row.holder.title: row.follows for row in affected("open", now=NOW)}
    assert shown["Question q.places"] == "The key flips from B to C."
    assert "Printing 2 was frozen" in shown[f"Paper: {paper}"]

    consequences.apply(_only(holder_type="bank.question").pk, correction=BOTH, by=None, now=LATER)
    assert [row.key for row in version.keys.all()] == [["c"], ["b"]]
    consequences.apply(_only(holder_type="mocks.paper").pk, correction={}, by=None, now=LATER)

    last = paper.printings.order_by("-number").first()
    assert last is not None
    assert (last.number, list(last.questions.get(number=2).keys.values_list("key", flat=True))) == (3, [["c"]])


def test_a_key_that_is_lost_sends_the_question_back(held_on: Fact) -> None:
    version = questions.published(questions.how_many())
    changes.dispute(Fact.objects.get(ref="2plus2-1.held-in"), reason="in doubt", by=None, now=NOW)

    (shown,) = affected("open", now=NOW)
    assert shown.follows.startswith("The key B is lost: q.places: 1:")
    consequences.apply(shown.pk, correction={}, by=None, now=LATER)

    assert Question.objects.get().state == "fact-check"
    assert version.keys.count() == 1


def test_a_new_fact_that_answers_a_claim_makes_its_question_stale(held_on: Fact) -> None:
    questions.published(questions.how_many())
    told = facts.content_of(Fact.objects.get(ref="2plus2-1.held-in"))
    facts.put({**told, "ref": "another", "object": "washington-dc", "status": "draft"}, by=None, now=NOW)
    assert not Consequence.objects.exists()

    facts.put({**told, "ref": "another", "object": "washington-dc"}, by=None, now=NOW)

    row = _only()
    assert (row.cause, row.holder_ref) == ("new", "q.places")
    assert [place["place"] for place in row.places] == ["statement:s1"]


def test_a_question_about_what_does_not_exist_is_not_kept(held_on: Fact) -> None:
    bindings.ask("a.b", "r", "", [bindings.Question("nobody", "held_on", "x"), bindings.Question("", "held_on", "y")])

    assert list(Predicate.objects.get(ref="held_on").asked.values_list("place", flat=True)) == ["y"]


def test_corrections_of_articles_and_questions_are_public_in_both_languages_and_in_the_feed(
    held_on: Fact, article: ArticlePage, client: Client
) -> None:
    paper = papers.printing(1).paper
    _put(held_on, object="2018-09-07")
    for row in Consequence.objects.exclude(holder_type="mocks.paper"):
        consequences.apply(row.pk, correction=BOTH, by=None, now=LATER)

    english, hindi = client.get("/corrections/").text, client.get("/hi/corrections/").text
    assert english.count(BOTH["en"]) == 2
    assert hindi.count(BOTH["hi"]) == 1
    assert str(paper) in english
    feed = client.get("/corrections/feed.xml")
    assert feed["Content-Type"].startswith("application/rss+xml")
    assert feed.text.count(BOTH["en"]) == 2
    assert BOTH["hi"] in client.get("/hi/corrections/feed.xml").text

    paper.state = "draft"
    paper.save()
    assert client.get("/corrections/").text.count(BOTH["en"]) == 1


def test_what_uses_a_fact_says_which_places_are_stale(held_on: Fact, article: ArticlePage) -> None:
    assert [(use.holder.title, use.stale) for use in uses(held_on)] == [(article.title, False)]
    _put(held_on, object="2018-09-07")

    assert [use.stale for use in uses(Fact.objects.get(pk=held_on.pk))] == [True]


def test_a_change_asks_a_bounded_number_of_queries_however_much_rests_on_it(held_on: Fact) -> None:
    bindings.rewrite("a.b", "r.0", "en", [bindings.Use(held_on.ref, "p")])
    with CaptureQueriesContext(connection) as few:
        _put(held_on, object="2018-09-07")
    for number in range(40):
        bindings.rewrite("a.b", f"r.{number}", "en", [bindings.Use(held_on.ref, "p")])
    with CaptureQueriesContext(connection) as many:
        _put(held_on, object="2018-09-08")

    assert Consequence.objects.count() == 40
    assert len(many) <= len(few) + 1


def test_a_new_fact_makes_a_timeline_about_its_subject_stale_and_stands_in_it(held_on: Fact, client: Client) -> None:
    block = {"type": "timeline", "value": {"title": "When", "about": "2plus2-1", "facts": []}}
    page = pages.article(ref="dialogue", body=[pages.part("background", "How it went", block)])
    assert list(held_on.bindings.values_list("place", flat=True)) == ["background#1"]

    told = facts.content_of(held_on)
    facts.put({**told, "ref": "again", "predicate": "held_on", "object": "2018-09-07"}, by=None, now=NOW)

    row = _only()
    assert (row.cause, row.places) == ("new", [{"place": "background#1", "words": "When", "language": "en"}])
    said = client.get(page.url).text
    assert "6 September 2018" in said
    assert "7 September 2018" in said


def test_a_timeline_about_nobody_is_refused(held_on: Fact) -> None:
    block = {"type": "timeline", "value": {"title": "When", "about": "nobody", "facts": []}}

    with pytest.raises(ValidationError, match="There is no entity 'nobody'"):
        pages.article(body=[pages.part("background", "How it went", block)])
