"""What waits when something closes, and what is found wrong in a post before anybody has read it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tayari.facts.models import Consequence
from tayari.live.actions import bindings, consequences, editions, posts
from tayari.live.models import CoveragePage, Post
from tests.factories import pages, questions

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def waiting(page: CoveragePage, words: str = "Embargoed.", **more: object) -> Post:
    return posts.create(
        coverage_key=page.translation_key, text={"en": words}, published_at=LATER, by=None, now=NOW, **more
    )


def test_what_waits_for_a_coverage_that_closed_stays_and_the_desk_says_so(editor: Client) -> None:
    page = pages.coverage(slug="talks")
    waiting(page)
    correction = waiting(page, "It was the other one.", kind=Post.Kind.CORRECTION)
    page.state, page.closed = CoveragePage.State.CLOSED, "2026-11-23"
    page.save_revision().publish()

    assert posts.publish_due(now=LATER) == 1

    assert [post.pk for post in Post.objects.filter(out=True)] == [correction.pk]
    assert b"Embargoed." not in Client().get(page.url).content
    assert b"takes corrections alone" in editor.get(reverse("live_desk", args=[page.pk])).content


def test_what_waits_for_an_edition_stays_when_the_next_is_open() -> None:
    page = pages.coverage(slug="week", form=CoveragePage.Form.BRIEFING)
    day, opened = date(2026, 11, 20), []
    for number in range(2):
        at = {"day": day + timedelta(days=number), "title": {}, "by": None, "now": NOW}
        opened.append(editions.open_next(coverage_key=page.translation_key, **at))
        waiting(page, edition=opened[-1])

    assert posts.publish_due(now=LATER) == 1

    assert Post.objects.get(out=True).edition == opened[1]


def cited() -> tuple[Post, Consequence]:
    """A post that waits, and a fact that it cites and that is no longer so."""
    fact = next(iter(questions.facts().values()))
    post = waiting(pages.coverage(slug="talks"))
    row = Consequence.objects.create(
        fact=fact,
        cause=Consequence.Cause.DISPUTED,
        revision_now=fact.revision,
        holder_type=bindings.POST,
        holder_ref=f"{post.coverage_key}.{post.number}",
        opened_at=NOW,
    )
    return post, row


def test_what_is_to_be_done_about_a_post_goes_on_under_its_number_when_it_comes_out() -> None:
    post, row = cited()

    posts.publish_due(now=LATER)

    row.refresh_from_db()
    assert row.holder_ref == f"{post.coverage_key}.1"
    assert "correction in post 2" in consequences.apply_to_post(row, {"en": "It was wrong."}, None, LATER)


def test_a_post_that_nobody_has_read_is_not_corrected_in_public() -> None:
    _, row = cited()

    assert consequences.apply_to_post(row, {"en": "It was wrong."}, None, NOW) == "nobody has read it yet"
    assert Post.objects.count() == 1
