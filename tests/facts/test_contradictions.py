"""Contradictions are found when a fact is saved and at night, and are settled once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tayari.audit.models import Entry
from tayari.facts.actions import changes, contradictions, facts
from tayari.facts.actions.contradictions import NotOpen
from tayari.facts.models import Contradiction, Entity, Fact, Predicate
from tests.facts.bases import put

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def seat(registry: None) -> None:
    """An organisation with two seats at one moment."""
    put("un.seat-1", "un", "seat", "delhi", valid_from="2002")
    put("un.seat-2", "un", "seat", "paris", valid_from="2011-05-01")


def _open() -> Contradiction:
    return Contradiction.objects.get(status="open")


def test_a_contradiction_is_found_when_the_fact_is_stored(
    registry: None, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        put("un.seat-1", "un", "seat", "delhi")
        put("un.seat-2", "un", "seat", "paris")

    assert (_open().rule, [fact.ref for fact in _open().facts.all()]) == ("C1", ["un.seat-1", "un.seat-2"])


def test_one_found_around_a_fact_is_the_one_found_at_night(seat: None) -> None:
    contradictions.look_again([Entity.objects.get(ref="un").pk], now=NOW)
    near = _open().key
    contradictions.look_at_all(now=LATER)

    assert (_open().key, _open().found_at) == (near, NOW)


def test_the_neighbourhood_reaches_the_other_editions_and_the_terms_of_participants(registry: None) -> None:
    for number, day in ((1, "2018-09-06"), (2, "2017-01-01")):
        put(f"e{number}.of", f"e{number}", "edition_of", "dialogue")
        put(f"e{number}.number", f"e{number}", "edition_number", str(number))
        put(f"e{number}.on", f"e{number}", "held_on", day)
    put("e1.minister", "e1", "minister", "mattis")
    put("mattis.term", "mattis", "holds_office", "office", valid_from="2019", valid_to="2020")

    contradictions.look_again([Entity.objects.get(ref="e1").pk], now=NOW)
    assert sorted(Contradiction.objects.values_list("rule", flat=True)) == ["C3", "C6"]

    put("mattis.term", "mattis", "holds_office", "office", valid_from="2017", valid_to="2020")
    contradictions.look_again([Entity.objects.get(ref="mattis").pk], now=LATER)
    assert dict(Contradiction.objects.values_list("rule", "status")) == {"C3": "open", "C6": "resolved"}


def test_closing_the_earlier_fact_ends_it(seat: None) -> None:
    contradictions.look_at_all(now=NOW)
    contradictions.resolve(_open().key, 0, by=None, now=LATER)

    closed = Fact.objects.get(ref="un.seat-1")
    assert (closed.valid_to, closed.precision, closed.revision) == ("2011-04-30", "year", 2)
    assert Contradiction.objects.get().status == "resolved"
    assert contradictions.look_at_all(now=LATER) == 0
    assert Entry.objects.filter(action="contradictions.resolved").count() == 1


def test_merging_keeps_the_sources_of_both_and_retires_the_less_exact(registry: None) -> None:
    put("e1.on-1", "e1", "held_on", "2018", sources=["s.one"])
    put("e1.on-2", "e1", "held_on", "2018-09-06", sources=["s.mea"])
    contradictions.look_at_all(now=NOW)
    contradictions.resolve(_open().key, 0, by=None, now=LATER)

    kept, gone = Fact.objects.get(ref="e1.on-2"), Fact.objects.get(ref="e1.on-1")
    assert sorted(kept.sources.values_list("ref", flat=True)) == ["s.mea", "s.one"]
    assert (gone.status, gone.superseded_by) == ("retired", kept)


def test_a_dismissal_needs_a_reason_and_holds_until_a_fact_changes(seat: None) -> None:
    contradictions.look_at_all(now=NOW)
    with pytest.raises(NotOpen, match="Say why"):
        contradictions.dismiss(_open().key, reason=" ", by=None, now=NOW)
    contradictions.dismiss(_open().key, reason="Two seats, as its statute says.", by=None, now=NOW)
    contradictions.look_at_all(now=LATER)
    assert Contradiction.objects.get().status == "dismissed"

    changes.dispute(Fact.objects.get(ref="un.seat-2"), reason="a reader wrote", by=None, now=LATER)
    contradictions.look_at_all(now=LATER)

    assert (_open().reason, _open().settled_at, _open().found_at) == ("", None, LATER)


def test_what_is_settled_cannot_be_settled_again(seat: None) -> None:
    contradictions.look_at_all(now=NOW)
    key = _open().key
    with pytest.raises(NotOpen, match="no such way"):
        contradictions.resolve(key, 9, by=None, now=NOW)
    contradictions.resolve(key, 1, by=None, now=NOW)

    with pytest.raises(NotOpen, match="settled already"):
        contradictions.dismiss(key, reason="again", by=None, now=NOW)


def test_a_fact_closes_on_a_day_that_can_be(registry: None) -> None:
    fact = put("un.seat-1", "un", "seat", "delhi", valid_from="2011-05-01")

    with pytest.raises(facts.FactRefused, match="before it begins"):
        changes.close(fact, "2011-04", reason="moved", by=None, now=NOW)


def test_only_what_has_a_look_up_can_be_verified(registry: None) -> None:
    fact = put("un.seat-1", "un", "seat", "delhi", sources=["s.bare"], status="draft")
    with pytest.raises(facts.FactRefused, match="record of a look-up"):
        changes.verify(fact, by=None, now=NOW)


def test_looking_around_one_entity_asks_a_bounded_number_of_queries(seat: None) -> None:
    un = Entity.objects.get(ref="un")
    contradictions.look_again([un.pk], now=NOW)
    with CaptureQueriesContext(connection) as few:
        contradictions.look_again([un.pk], now=NOW)
    paris = Predicate.objects.get(ref="member_of")
    for number in range(20):
        member = Entity.objects.create(ref=f"m{number}", slug=f"m{number}", type="country", name={"en": f"M{number}"})
        put(f"m{number}.in", member.ref, paris.ref, "un", valid_from="2020")
    with CaptureQueriesContext(connection) as many:
        contradictions.look_again([un.pk], now=NOW)

    assert len(many) == len(few) <= 20
