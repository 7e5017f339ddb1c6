"""Several editors change the same posts; what waits has no number that readers could miss; drafts are each editor's."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tayari.facts.models import Binding
from tayari.live import queries
from tayari.live.actions import drafts, posts
from tayari.live.models import CoveragePage, Draft, Post, PostEvent
from tests.factories import pages, papers, questions

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def page() -> CoveragePage:
    return pages.coverage(ref="talks")


def _post(page: CoveragePage, words: str = "It began.", **values: Any) -> Post:
    return posts.create(coverage_key=page.translation_key, text={"en": words}, by=None, now=NOW, **values)


def test_an_edit_that_began_from_an_earlier_wording_is_refused_and_changes_nothing(page: CoveragePage) -> None:
    post = _post(page)
    posts.edit(post, text={"en": "It began at ten."}, began_from=1, by=None, now=NOW)

    with pytest.raises(posts.Stale) as refusal:
        posts.edit(post, text={"en": "It began late."}, began_from=1, by=None, now=NOW)

    assert (refusal.value.post.text, refusal.value.post.revision) == ({"en": "It began at ten."}, 2)
    assert Post.objects.get().text == {"en": "It began at ten."}
    assert PostEvent.objects.count() == 2
    posts.edit(post, text={"en": "It began late."}, began_from=2, by=None, now=NOW)
    assert Post.objects.get().text == {"en": "It began late."}


def test_a_pin_is_no_new_wording_but_taking_down_ends_every_edit(page: CoveragePage) -> None:
    post = _post(page)
    posts.pin(post, pinned=True, by=None, now=NOW)
    posts.edit(post, text={"en": "It began at ten."}, began_from=1, by=None, now=NOW)
    posts.delete(post, by=None, now=NOW)

    with pytest.raises(posts.Stale):
        posts.edit(post, text={"en": "x"}, began_from=2, by=None, now=NOW)


def test_a_post_that_waits_leaves_no_gap_and_takes_its_number_when_it_comes(page: CoveragePage) -> None:
    questions.facts()
    waits = _post(page, "In [New Delhi](fact:2plus2-1.held-in).", published_at=LATER)
    again = _post(page, "Another.", published_at=LATER + timedelta(hours=1))
    assert [_post(page).number, _post(page).number] == [1, 2]
    assert min(waits.number, again.number) >= posts.WAITING

    posts.publish_due(now=LATER)

    waits.refresh_from_db()
    assert (waits.number, waits.out) == (3, True)
    assert Binding.objects.get().holder_ref == f"{page.translation_key}.3"
    assert [post.number for post in queries.coverage(page, now=LATER).posts] == [3, 2, 1]
    third = _post(page, "A third.", published_at=LATER + timedelta(hours=1))
    assert third.ref not in {waits.ref, again.ref}


def test_the_time_of_a_post_that_waits_is_changed_and_one_that_has_come_publishes_it(page: CoveragePage) -> None:
    post = _post(page, published_at=LATER)
    posts.edit(post, text={"en": "It began at ten."}, by=None, now=NOW)
    posts.schedule(post, published_at=LATER + timedelta(hours=1), by=None, now=NOW)
    assert posts.publish_due(now=LATER) == 0

    posts.schedule(post, published_at=NOW, by=None, now=NOW)

    held = Post.objects.get()
    assert (held.number, held.out, held.published_at, held.edited_at) == (1, True, NOW, None)
    assert [event.kind for event in PostEvent.objects.all()] == ["created"]
    assert posts.schedule(post, published_at=LATER, by=None, now=NOW).published_at == NOW


def test_nothing_of_a_post_that_waits_is_told_by_any_query_of_readers(page: CoveragePage) -> None:
    _post(page, "Seen.")
    _post(page, "Embargoed.", published_at=LATER, kind="key-event", happened="2026-11-23")

    assert "Embargoed" not in str(queries.coverage(page, now=NOW))
    assert [card.meta[-1] for card in queries.coverage_cards(queries.open_first("en"), "en")] == ["1 post"]
    assert "Embargoed" not in str(queries.posts_of_day(NOW.date(), "en"))
    assert "Embargoed" not in json.dumps([event.said for event in PostEvent.objects.all()])


def test_a_draft_is_one_for_each_editor_and_place(page: CoveragePage) -> None:
    key, post = page.translation_key, _post(page)
    asha, ravi = papers.person(username="asha"), papers.person(username="ravi")

    def keep(by: Any, words: str, of: Post | None = None) -> None:
        drafts.keep(coverage_key=key, post=of, began_from=1 if of else 0, values={"text_en": words}, by=by, now=NOW)

    keep(asha, "One")
    keep(asha, "One and a half")
    keep(asha, "An edit", post)
    keep(ravi, "Two")

    assert sorted(draft.values["text_en"] for draft in Draft.objects.all()) == ["An edit", "One and a half", "Two"]
    drafts.forget(coverage_key=key, post=None, by=asha, now=NOW)
    assert sorted(draft.values["text_en"] for draft in Draft.objects.all()) == ["An edit", "Two"]
