"""Facts: their revisions, their words in two languages, and what they say of claims."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tayari.audit.models import Entry
from tayari.facts import queries
from tayari.facts.actions import bindings, facts
from tayari.facts.models import Binding, Entity, Fact, FactRevision, Predicate, Source

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def base() -> None:
    """An event, two places, a predicate of each kind, an official source and two that are not."""
    for ref, kind, english, hindi in (
        ("first-edition", "event", "The first edition", "पहला संस्करण"),
        ("new-delhi", "place", "New Delhi", "नई दिल्ली"),
        ("washington", "place", "Washington", ""),
    ):
        name = {"en": english, "hi": hindi} if hindi else {"en": english}
        Entity.objects.create(ref=ref, slug=ref, type=kind, name=name, note={"en": f"Note on {english}."})
    for ref, kind, temporal, english, hindi in (
        ("held_on", "date", "event", "{subject} was held on {object}.", "{subject} {object} को हुआ।"),
        ("held_in", "entity", "event", "{subject} was held in {object}.", "{subject} {object} में हुआ।"),
        ("seats", "quantity", "interval", "{subject} has {object}.", "{subject} में {object} हैं।"),
        ("aim", "text", "event", "The aim of {subject} was {object}.", "{subject} का उद्देश्य था: {object}।"),
    ):
        Predicate.objects.create(
            ref=ref,
            label={"en": ref},
            object_kind=kind,
            functional=ref != "aim",
            temporal=temporal,
            phrase={"en": english, "hi": hindi},
        )
    for ref, publisher, official in (("s.mea", "MEA", True), ("s.one", "One", False), ("s.two", "Two", False)):
        Source.objects.create(
            ref=ref,
            publisher=publisher,
            title=f"Text of {publisher}",
            date="2018-09",
            official=official,
            url=f"https://example.org/{ref}",
            looked_up=date(2026, 11, 20),
            excerpt="It was held.",
        )
    Source.objects.create(ref="s.bare", publisher="Bare", title="Never opened", official=True)


def content(ref: str, predicate: str, value: str, **more: Any) -> dict[str, Any]:
    subject = more.pop("subject", "first-edition")
    return {
        "ref": ref, "subject": subject, "predicate": predicate, "object": value, "texts": {}, "valid_from": "",
        "valid_to": "", "precision": "", "status": "verified", "sources": ["s.mea"], "note": "", **more,
    }  # fmt: skip


def put(ref: str, predicate: str, value: str, **more: Any) -> Fact:
    return facts.put(content(ref, predicate, value, **more), by=None, now=NOW)


def test_a_new_fact_has_its_first_revision_and_an_audit_entry() -> None:
    fact = put("f.on", "held_on", "2018-09-06")

    revision = FactRevision.objects.get(fact=fact)
    assert (fact.revision, revision.number, revision.at) == (1, 1, NOW)
    assert revision.content == content("f.on", "held_on", "2018-09-06")
    assert Entry.objects.get(action="facts.put").target == "facts.fact:f.on"


def test_the_same_content_again_is_no_revision() -> None:
    put("f.on", "held_on", "2018-09-06")

    fact = put("f.on", "held_on", "2018-09-06")

    assert fact.revision == 1
    assert (FactRevision.objects.count(), Entry.objects.count()) == (1, 1)


def test_a_change_is_the_next_revision_and_the_earlier_one_stays() -> None:
    put("f.on", "held_on", "2018-09-07")

    fact = facts.put(content("f.on", "held_on", "2018-09-06"), by=None, now=NOW, reason="a slip of the pen")

    held = FactRevision.objects.filter(fact=fact).order_by("number")
    assert [row.content["object"] for row in held] == ["2018-09-07", "2018-09-06"]
    assert (fact.revision, held[1].reason) == (2, "a slip of the pen")
    assert Fact.objects.get().object_date == "2018-09-06"


def test_other_sources_alone_are_a_revision_too() -> None:
    put("f.on", "held_on", "2018-09-06")

    assert put("f.on", "held_on", "2018-09-06", sources=["s.mea", "s.one"]).revision == 2


def test_a_fact_changed_in_the_admin_is_kept_as_a_revision() -> None:
    fact = put("f.on", "held_on", "2018-09-06")
    fact.note = "Seen again."
    fact.save()

    assert facts.keep(fact, by=None, now=NOW, reason="admin").revision == 2
    assert facts.keep(fact, by=None, now=NOW, reason="admin").revision == 2


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (content("f.x", "held_at", "2018"), "there is no predicate 'held_at'"),
        (content("f.x", "held_on", "2018", subject="nobody"), "there is no entity 'nobody'"),
        (content("f.x", "held_in", "nowhere"), "there is no entity 'nowhere'"),
        (content("f.x", "held_on", "2020-13"), "has no month 13"),
        (content("f.x", "seats", "many"), "is not a quantity"),
        (content("f.x", "aim", " "), "it has no object"),
        (content("f.x", "held_on", "2018", sources=["s.lost"]), "there is no source 's.lost'"),
        (content("f.x", "held_on", "2018", sources=["s.bare"]), "no source has the record of a look-up"),
        (content("f.x", "held_on", "2018", sources=[]), "no source has the record of a look-up"),
    ],
)
def test_what_may_not_be_recorded_is_refused_and_nothing_is_written(told: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        facts.put(told, by=None, now=NOW)

    assert (Fact.objects.count(), FactRevision.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_a_change_that_fails_half_way_leaves_the_fact_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    put("f.on", "held_on", "2018-09-06")

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(facts.entries, "record", broken)
    with pytest.raises(RuntimeError):
        put("f.on", "held_on", "2018-09-07", sources=["s.one"])

    fact = Fact.objects.get()
    assert (fact.object_date, fact.revision) == ("2018-09-06", 1)
    assert [source.ref for source in fact.sources.all()] == ["s.mea"]


def test_a_fact_is_spoken_in_both_languages_with_its_source() -> None:
    put("f.in", "held_in", "new-delhi", valid_from="2018-09-06", precision="day")

    english, hindi = (queries.spoken(["f.in"], code)["f.in"] for code in ("en", "hi"))

    assert english.sentence == "The first edition was held in New Delhi."
    assert (hindi.sentence, hindi.language) == ("पहला संस्करण नई दिल्ली में हुआ।", "hi")
    assert (english.date_words, hindi.date_words) == ("6 September 2018", "6 सितंबर 2018")
    (source,) = english.sources
    assert (source.publisher, source.date_words, source.url) == ("MEA", "September 2018", "https://example.org/s.mea")


@pytest.mark.parametrize(
    ("value", "english", "hindi"),
    [
        ("2018-09-06", "was held on 6 September 2018.", "6 सितंबर 2018 को हुआ।"),
        ("2018-09", "was held in September 2018.", "सितंबर 2018 में हुआ।"),
        ("2018", "was held in 2018.", "2018 में हुआ।"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(value: str, english: str, hindi: str) -> None:
    put("f.on", "held_on", value)

    assert queries.spoken(["f.on"], "en")["f.on"].sentence.endswith(english)
    assert queries.spoken(["f.on"], "hi")["f.on"].sentence.endswith(hindi)


@pytest.mark.parametrize(
    ("predicate", "value", "texts", "sentence", "language"),
    [
        ("aim", "to talk", {"hi": "बात करना"}, "पहला संस्करण का उद्देश्य था: बात करना।", "hi"),
        ("aim", "to talk", {}, "The aim of The first edition was to talk.", "en"),
        ("held_in", "washington", {}, "The first edition was held in Washington.", "en"),
        ("seats", "31 seats", {"hi": "31 सीटें"}, "पहला संस्करण में 31 सीटें हैं।", "hi"),
        # A unit in English letters is no Hindi; a bare number or a sign is.
        ("seats", "31 seats", {}, "The first edition has 31 seats.", "en"),
        ("seats", "31", {}, "पहला संस्करण में 31 हैं।", "hi"),
        ("seats", "31 %", {}, "पहला संस्करण में 31 % हैं।", "hi"),
    ],
)
def test_what_cannot_be_said_in_hindi_is_said_in_english_and_says_so(
    predicate: str, value: str, texts: dict[str, str], sentence: str, language: str
) -> None:
    put("f.x", predicate, value, texts=texts)

    said = queries.spoken(["f.x"], "hi")["f.x"]

    assert (said.sentence, said.language) == (sentence, language)


def test_a_source_that_nobody_opened_has_no_address() -> None:
    put("f.on", "held_on", "2018", sources=["s.bare"], status="draft")

    (source,) = queries.spoken(["f.on"], "en")["f.on"].sources
    assert (source.url, source.looked_up) == ("", None)
    assert not queries.spoken(["f.on"], "en")["f.on"].settled


def test_facts_come_in_the_order_asked_for_in_two_queries() -> None:
    for number in range(5):
        put(f"f.{number}", "held_on", f"201{number}", sources=["s.mea", "s.one"])

    with CaptureQueriesContext(connection) as asked:
        said = queries.spoken(["f.3", "f.1", "f.nothing", "f.3", "f.4"], "hi")

    assert list(said) == ["f.3", "f.1", "f.4"]
    assert len(asked) == 2


def test_organisations_come_in_order_in_one_query() -> None:
    with CaptureQueriesContext(connection) as asked:
        cards = queries.organisations(["washington", "nobody", "new-delhi"], "hi")

    assert [(card.ref, card.name) for card in cards] == [("washington", "Washington"), ("new-delhi", "नई दिल्ली")]
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("status", "sources", "feeds"),
    [
        ("verified", ["s.mea"], True),
        ("verified", ["s.one", "s.two"], True),
        ("verified", ["s.one"], False),
        ("verified", ["s.one", "s.bare"], False),
        ("draft", ["s.mea"], False),
        ("disputed", ["s.mea"], False),
        ("retired", ["s.mea"], False),
    ],
)
def test_what_may_feed_a_key(status: str, sources: list[str], feeds: bool) -> None:
    put("f.on", "held_on", "2018-09-06", status=status, sources=sources)

    fact = Fact.objects.spoken().get()
    assert queries.feeds_key(fact) is feeds
    truth = queries.judge(["first-edition", "held_on", "2018-09-06"]).truth
    assert truth is (True if feeds else None)


@pytest.mark.parametrize(
    ("claim", "truth"),
    [
        (["first-edition", "held_in", "new-delhi"], True),
        (["first-edition", "held_in", "washington"], False),
        # A slip of the pen is not something false.
        (["first-edition", "held_in", "new-dehli"], None),
        (["first-edition", "held_on", "2018"], True),
        (["first-edition", "held_on", "2019"], False),
        (["first-edition", "held_on", "2019-13"], None),
        (["first-edition", "seats", "1,200.0 seats"], True),
        (["first-edition", "seats", "1300 seats"], False),
        (["first-edition", "seats", "1200"], None),
        (["first-edition", "seats", "a lot"], None),
        (["first-edition", "aim", "to talk"], True),
        (["first-edition", "aim", "to sign"], None),
        (["first-edition", "led_by", "new-delhi"], None),
        (["nobody", "held_in", "new-delhi"], None),
    ],
)
def test_claims_are_judged_by_the_facts(claim: list[str], truth: bool | None) -> None:
    put("f.in", "held_in", "new-delhi")
    put("f.on", "held_on", "2018-09-06")
    put("f.seats", "seats", "1200 seats")
    put("f.aim", "aim", "to talk")

    assert queries.judge(claim).truth is truth


def test_what_holds_for_a_time_is_judged_as_of_a_day() -> None:
    put("f.before", "seats", "1200 seats", valid_to="2019", precision="year")
    put("f.now", "seats", "1300 seats", valid_from="2020", precision="year")
    claim = ["first-edition", "seats", "1200 seats"]

    assert queries.judge(claim, date(2018, 1, 1)).truth is True
    judged = queries.judge(claim, date(2026, 11, 23))
    assert (judged.truth, [fact.ref for fact in judged.facts]) == (False, ["f.now"])


def test_the_number_of_queries_does_not_grow_with_the_facts() -> None:
    counts = []
    for number in range(3):
        put(f"f.{number}", "aim", f"aim {number}", sources=["s.mea", "s.one"])
        with CaptureQueriesContext(connection) as asked:
            queries.judge(["first-edition", "aim", "aim 0"])
        counts.append(len(asked))

    assert counts == [3, 3, 3]


def test_rewriting_replaces_the_bindings_of_that_holder_and_language_only() -> None:
    put("f.on", "held_on", "2018-09-06")
    put("f.in", "held_in", "new-delhi")
    bindings.rewrite("articles.articlepage", "a.one", "en", [bindings.Use("f.on", "background#1", "then")])
    bindings.rewrite("articles.articlepage", "a.one", "hi", [bindings.Use("f.on", "background#1", "तब")])
    bindings.rewrite("articles.articlepage", "a.two", "en", [bindings.Use("f.on", "background#1", "then")])

    lost = bindings.rewrite(
        "articles.articlepage",
        "a.one",
        "en",
        [bindings.Use("f.in", "background#1", "there"), bindings.Use("f.lost", "background#2", "where")],
    )

    assert lost == ["f.lost"]
    held = Binding.objects.values_list("holder_ref", "language", "fact__ref", "words").order_by(
        "holder_ref", "language"
    )
    assert list(held) == [
        ("a.one", "en", "f.in", "there"),
        ("a.one", "hi", "f.on", "तब"),
        ("a.two", "en", "f.on", "then"),
    ]


def test_a_binding_remembers_the_revision_that_was_read() -> None:
    put("f.on", "held_on", "2018-09-07")
    bindings.rewrite("bank.question", "q.one", "", [bindings.Use("f.on", "statement:s1")])

    put("f.on", "held_on", "2018-09-06")

    assert Binding.objects.get().revision_seen == 1
    bindings.rewrite("bank.question", "q.one", "", [bindings.Use("f.on", "statement:s1")])
    assert Binding.objects.get().revision_seen == 2
