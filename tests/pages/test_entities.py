"""An entity's page: groups of facts, voices, dossiers, corrections, and only the questions that are released."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.articles.models import Correction
from tayari.base import clock
from tayari.facts.actions import consequences, facts, positions
from tayari.facts.models import Consequence, Entity, Fact, Predicate
from tayari.mocks.models import Paper
from tayari.site.actions import tree
from tests.factories import pages, papers, questions
from tests.pages.counting import queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _site(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.ensure()
    questions.facts()
    monkeypatch.setattr(clock, "now", lambda: NOW)


def _soup(client: Client, url: str = "/entities/2plus2-1/") -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_facts_stand_in_groups_by_what_they_say(reader: Client) -> None:
    Predicate.objects.filter(ref="held_in").update(role="place")
    edition = Entity.objects.get(ref="2plus2-1")
    kind = Predicate.objects.create(
        ref="is_a", label={"en": "is"}, object_kind="text", role="kind", phrase={"en": "{subject}: {object}."}
    )
    Fact.objects.create(ref="draft", subject=edition, predicate=kind, object_text={"en": "a meeting"}, status="draft")

    soup = _soup(reader)

    assert "held on" in soup.select_one(".timeline").get_text()
    assert "Edition 1 was held in New Delhi." in soup.select_one("#people-title").find_next("ul").get_text()
    assert "Edition 1: a meeting. Not yet verified" in " ".join(
        soup.select_one("#is-title").find_next("ul").get_text(" ").replace("source", "").split()
    ).replace(" 3 ", " ").replace(" 1 Not", " Not").replace(" 2 Not", " Not")
    assert _soup(reader, "/entities/new-delhi/").select_one("#elsewhere-title")


def test_what_is_said_stands_apart_with_its_speaker(reader: Client) -> None:
    said: dict[str, Any] = {
        "ref": "p", "about": "2plus2-1", "holder": "", "attributed_to": {"en": "A critic"}, "kind": "analysis",
        "text": {"en": "It came late."}, "stated_on": "2018", "sources": ["s.mea"], "status": "verified", "order": 0,
    }  # fmt: skip
    positions.put(said, by=None, now=NOW)
    positions.put({**said, "ref": "q", "text": {"en": "Unseen."}, "status": "draft"}, by=None, now=NOW)

    voices = _soup(reader).select(".voice")

    assert [" ".join(voice.select_one(".voice-who").get_text().split()) for voice in voices] == ["A critic, 2018"]
    assert "Unseen." not in _soup(reader).get_text()


def test_corrections_of_articles_about_it_are_told(reader: Client) -> None:
    article = pages.article("On it")
    article.entities = [Entity.objects.get(ref="2plus2-1")]
    article.save()
    Correction.objects.create(page=article, at=datetime(2026, 11, 20, 6, tzinfo=UTC), text="The place was wrong.")

    soup = _soup(reader)

    assert soup.select_one(".corrections p").get_text() == "The place was wrong."
    assert soup.select("#articles-title")


def _put(fact: Fact, at: datetime = NOW, **changed: Any) -> None:
    facts.put({**facts.content_of(fact), **changed}, by=None, now=at, reason="a reader wrote")


def _told(reader: Client, url: str = "/entities/2plus2-1/") -> list[str]:
    return [line.p.get_text() for line in _soup(reader, url).select(".corrections li")]


@pytest.fixture
def held_on() -> Fact:
    return facts.keep(Fact.objects.get(ref="2plus2-1.held-on"), by=None, now=NOW)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"object": "2018-09-07"}, ["It should read: “Edition 1 was held on 7 September 2018.”"]),
        ({"status": "retired"}, ["We have withdrawn this."]),
        ({"status": "disputed"}, ["This is now disputed."]),
        ({"status": "draft"}, ["This is not verified."]),
        ({"valid_to": "2019"}, []),
        ({"note": "seen in the gazette too"}, []),
        ({"precision": "day"}, []),
    ],
)
def test_a_fact_that_was_wrong_is_corrected_where_it_stood(
    reader: Client, held_on: Fact, changed: dict[str, Any], told: list[str]
) -> None:
    _put(held_on, NOW - timedelta(days=1), **changed)

    said = "An earlier version said: “Edition 1 was held on 6 September 2018.” "
    assert _told(reader) == [said + words for words in told]


def test_what_was_never_verified_needs_no_correction(reader: Client, held_on: Fact) -> None:
    _put(held_on, status="draft")
    _put(held_on, status="draft", object="2018-09-07")

    assert len(_told(reader)) == 1


def test_the_correction_stands_in_hindi_and_where_the_fact_named_it_before(reader: Client) -> None:
    held_in = facts.keep(Fact.objects.get(ref="2plus2-1.held-in"), by=None, now=NOW)
    _put(held_in, object="washington-dc")

    assert "Edition 1 was held in Washington, D.C." in _told(reader, "/entities/washington-dc/")[0]
    assert _told(reader, "/entities/new-delhi/") == _told(reader)
    (hindi,) = _told(reader, "/hi/entities/new-delhi/")
    assert hindi.startswith("पहले यहाँ लिखा था: “हिन्दी: Edition 1 हिन्दी: New Delhi में हुई।”")


def test_an_article_that_told_the_fact_is_named_though_it_is_not_on_the_entity(reader: Client, held_on: Fact) -> None:
    page = pages.article(ref="dialogue")
    _put(held_on, object="2018-09-07")
    consequences.apply(Consequence.objects.get().pk, correction={"en": "It was the 7th."}, by=None, now=NOW)

    assert _told(reader)[-1] == "It was the 7th."
    assert _soup(reader).select(".corrections a")[-1]["href"] == f"{page.url}#corrections"
    page.unpublish()
    assert len(_told(reader)) == 1


def test_a_corrected_question_is_named_once_its_papers_have_released_it(reader: Client, held_on: Fact) -> None:
    papers.printing(slug="one")
    question = Paper.objects.get(slug="one").places.first().question.ref
    settled = {"status": "applied", "settled_at": NOW, "opened_at": NOW, "correction": {"en": "The key is b."}}
    Consequence.objects.create(
        fact=held_on, cause="changed", revision_now=2, holder_type="bank.question", holder_ref=question, **settled
    )

    assert _told(reader) == ["The key is b."]
    Paper.objects.update(state="open", navigation="forward")
    assert _told(reader) == []


def test_a_live_page_that_told_the_fact_is_named(reader: Client, held_on: Fact) -> None:
    page = pages.coverage(ref="live.2023")
    settled = {"status": "applied", "settled_at": NOW, "opened_at": NOW, "cause": "changed", "revision_now": 2}
    for kind, ref, words in (
        ("live.coveragepage", "live.2023", "Of the digest."),
        ("live.post", f"{page.translation_key}.4", "Of a post."),
    ):
        told = {"correction": {"en": words}, "holder_type": kind, "holder_ref": ref}
        Consequence.objects.create(fact=held_on, **settled, **told)

    assert sorted(_told(reader)) == ["Of a post.", "Of the digest."]
    assert {link["href"] for link in _soup(reader).select(".corrections a")} == {page.url}


def test_queries_do_not_grow_with_the_corrections(reader: Client, held_on: Fact) -> None:
    pages.article(ref="dialogue")
    counts = []
    for number in range(4):
        _put(held_on, object=f"2018-09-0{number + 1}")
        consequences.apply(
            Consequence.objects.get(status="open").pk, correction={"en": f"Again {number}."}, by=None, now=NOW
        )
        counts.append(queries_of(reader, "/entities/2plus2-1/"))

    assert len(_told(reader)) == 8
    assert counts[1:] == counts[:1] * 3


def _stem_seen(reader: Client) -> bool:
    return "questions-title" in str(_soup(reader))


def test_a_question_is_named_only_after_every_paper_has_released_it(reader: Client) -> None:
    papers.printing(slug="one")
    first = Paper.objects.get(slug="one")
    assert _stem_seen(reader)

    for changed, seen in (
        ({"published_at": NOW + timedelta(days=1)}, False),
        ({"published_at": NOW - timedelta(days=1)}, True),
        ({"state": "draft"}, False),
        ({"state": "open", "navigation": "forward"}, False),
        ({"navigation": "free"}, True),
    ):
        Paper.objects.filter(pk=first.pk).update(**changed)
        assert _stem_seen(reader) is seen, changed


def test_no_key_and_no_reason_is_in_any_byte_of_it(reader: Client) -> None:
    papers.printing(slug="one")
    place = Paper.objects.get(slug="one").places.select_related("question").first()
    assert place is not None
    content = place.question.latest.content
    told = reader.get("/entities/2plus2-1/").text + reader.get("/hi/entities/2plus2-1/").text

    reasons = [
        words for item in content.get("statements", []) + content.get("options", []) for words in item["why"].values()
    ]
    assert reasons
    assert not [words for words in reasons if words in told]


def test_queries_do_not_grow_with_the_facts(reader: Client) -> None:
    papers.printing(slug="one")
    before = queries_of(reader, "/entities/2plus2-1/")
    edition, held = Entity.objects.get(ref="2plus2-1"), Predicate.objects.get(ref="held_in")
    for number in range(10):
        place = Entity.objects.create(ref=f"x{number}", slug=f"x{number}", type="place", name={"en": f"X{number}"})
        Fact.objects.create(ref=f"x{number}", subject=edition, predicate=held, object_entity=place)
        page = pages.article(f"Article {number}", published=date(2026, 11, 1))
        page.entities = [edition]
        page.save()

    assert queries_of(reader, "/entities/2plus2-1/") <= before + 1
