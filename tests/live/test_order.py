"""A post is moved among the others: one event, and readers see the new order."""

import json
import random
from datetime import UTC, datetime

import pytest

from tayari.delivery.streams.sources import Channel
from tayari.live import queries
from tayari.live.actions import order, posts
from tayari.live.models import CoveragePage, Edition, Post, PostEvent
from tayari.live.streams import CoverageSource
from tests.factories import pages

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


@pytest.fixture
def page() -> CoveragePage:
    return pages.coverage(slug="talks")


def _post(page: CoveragePage, **values: object) -> Post:
    return posts.create(coverage_key=page.translation_key, text={"en": "It began."}, by=None, now=NOW, **values)  # type: ignore[arg-type]


def _move(post: Post, *, up: bool) -> Post:
    return order.move(post, up=up, by=None, now=NOW)


def _shown(page: CoveragePage) -> list[int]:
    return [post.number for post in queries.coverage(page, now=NOW).loose]


def test_a_post_passes_its_neighbour_and_it_alone_is_told(page: CoveragePage) -> None:
    first, _second, third = _post(page), _post(page), _post(page)

    _move(first, up=True)
    _move(third, up=True)

    assert _shown(page) == [3, 1, 2]
    news = CoverageSource().news(Channel(str(page.translation_key), "en"), 3, 10)
    assert news is not None
    told = [json.loads(event.data) for event in news.events]
    assert [(event["kind"], event["number"], event["place"]) for event in told] == [("moved", 1, 2.5)]
    assert 'data-place="2.5"' in told[0]["html"]


def test_any_moves_leave_the_order_of_a_list_and_the_next_post_comes_first(page: CoveragePage) -> None:
    held = [_post(page) for _ in range(4)]
    chance, wanted = random.Random(3), [4, 3, 2, 1]  # noqa: S311
    for _ in range(24):
        post, up = chance.choice(held), chance.random() < 0.6
        _move(post, up=up)
        at = wanted.index(post.number)
        to = at - 1 if up else at + 1
        if 0 <= to < len(wanted):
            wanted[at], wanted[to] = wanted[to], wanted[at]

    assert _shown(page) == wanted
    assert _post(page).number == 5 == _shown(page)[0]


def test_pinned_posts_editions_and_posts_that_are_not_public_keep_to_themselves(page: CoveragePage) -> None:
    pinned, gone, last = _post(page, pinned=True), _post(page), _post(page)
    edition = Edition.objects.create(coverage_key=page.translation_key, date=NOW.date(), title={"en": "Today"})
    alone = _post(page, edition=edition)
    posts.delete(gone, by=None, now=NOW)
    later = _post(page, published_at=NOW.replace(year=2027))

    for post in (pinned, alone, gone, later):
        _move(post, up=True)
        _move(post, up=False)
    _move(last, up=True)

    assert not PostEvent.objects.filter(kind="moved").exists()
