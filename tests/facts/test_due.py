"""Facts come up for a check when their review is due or they end soon, the most read first; time closes them too."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tayari.accounts.models import Person
from tayari.articles.models import ReadCount
from tayari.facts.actions import bindings, consequences, facts
from tayari.facts.models import Consequence, Fact
from tayari.facts.queries.due import to_check
from tests.factories import pages, questions
from tests.facts.bases import put

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("valid_to", "review_by", "why"),
    [
        ("", None, []),
        ("", date(2026, 11, 24), ["its review is due"]),
        ("", date(2026, 11, 25), []),
        ("2026-11-24", None, ["it stops being so"]),
        ("2026-12", None, ["it stops being so"]),
        ("2027-01-08", None, ["it stops being so"]),
        ("2027-01-09", None, []),
        ("2026-11-23", None, []),
        ("2026", None, ["it stops being so"]),
    ],
)
def test_what_is_due_and_what_ends_soon(registry: None, valid_to: str, review_by: date | None, why: list[str]) -> None:
    fact = put("un.seat", "un", "seat", "delhi", valid_from="2002", valid_to=valid_to)
    Fact.objects.filter(pk=fact.pk).update(review_by=review_by)

    assert [row.why for row in to_check(TODAY)] == why


def test_what_more_readers_saw_comes_first_also_on_the_admins_first_page(client: Client) -> None:
    quiet, read = (questions.facts()[ref] for ref in ("2plus2-1.held-in", "2plus2-1.held-on"))
    Fact.objects.filter(pk__in=[quiet.pk, read.pk]).update(review_by=TODAY)
    page = pages.article(summary="On [6 September 2018](fact:2plus2-1.held-on).", body=[])
    ReadCount.objects.create(translation_key=page.translation_key, language="en", day=TODAY, reads=7)
    client.force_login(Person.objects.create_superuser("editor", "editor@example.org", "not-a-real-one-9"))

    assert [(row.fact.ref, row.readers, row.holders) for row in to_check(TODAY)] == [
        (read.ref, 7, 1),
        (quiet.ref, 0, 0),
    ]
    first = client.get("/admin/").text
    assert "Facts to check: 2" in first
    assert "read 7 times" in first
    assert "7 times" in client.get(reverse("facts_to_check")).text


def test_time_closes_a_fact_and_lists_what_rests_on_it_once(registry: None) -> None:
    fact = put("un.seat", "un", "seat", "delhi", valid_from="2002", valid_to="2026-11-23")
    put("un.aim", "un", "aim", "peace", valid_to="2026-11-24")
    put("e1.seat", "e1", "aim", "trade", valid_to="2019")
    for ref in ("un.seat", "un.aim", "e1.seat"):
        bindings.rewrite("a.b", "page", "en", [bindings.Use(ref, "summary", "New Delhi")])
        bindings.rewrite("a.b", f"page-of-{ref}", "en", [bindings.Use(ref, "summary", "New Delhi")])

    consequences.close_due(now=NOW)
    consequences.close_due(now=NOW)

    assert [(row.fact, row.cause) for row in Consequence.objects.all()] == [(fact, "closed")]
    row = Consequence.objects.get()
    consequences.leave(row.pk, reason="It says until when.", by=None, now=NOW)
    consequences.close_due(now=NOW)
    assert Consequence.objects.count() == 1
    assert facts.content_of(fact)["valid_to"] == "2026-11-23"
