"""Scheduled publishing goes page by page, and one that fails keeps no other waiting."""

from datetime import datetime, timedelta

import pytest
from wagtail.models import Page, Revision

from tayari.delivery import publishing
from tayari.site.actions import tree
from tayari.site.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    # A test that empties the tables takes the root with it, which a migration had made.
    if not Page.objects.filter(depth=1).exists():
        Page.add_root(title="Root", slug="root")
    return tree.ensure()


def page_below(home: HomePage, slug: str, **times: datetime) -> Page:
    from tayari.articles.models import ArticleIndexPage

    page = ArticleIndexPage(title=slug, slug=slug, live=False, **times)
    home.add_child(instance=page)
    return page


def schedule(page: Page, at: datetime, now: datetime) -> None:
    page.go_live_at = at
    revision = page.save_revision(approved_go_live_at=at)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=at)


def test_what_is_due_is_published_and_the_rest_waits(home: HomePage, now: datetime) -> None:
    due, later = page_below(home, "due"), page_below(home, "later")
    schedule(due, now - timedelta(minutes=1), now)
    schedule(later, now + timedelta(hours=1), now)

    assert publishing.publish_due(now=now) == 1

    due.refresh_from_db()
    later.refresh_from_db()
    assert (due.live, later.live) == (True, False)


def test_one_that_fails_keeps_no_other_waiting(
    home: HomePage, now: datetime, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken, sound = page_below(home, "broken"), page_below(home, "sound")
    schedule(broken, now - timedelta(minutes=2), now)
    schedule(sound, now - timedelta(minutes=1), now)
    publish = Revision.publish

    def fail_for_broken(revision: Revision, **options: object) -> None:
        if revision.content["slug"] == "broken":
            raise RuntimeError("a field is gone")
        publish(revision, **options)

    monkeypatch.setattr(Revision, "publish", fail_for_broken)

    with pytest.raises(publishing.SomeFailed, match="1 of 2 failed: publish broken"):
        publishing.publish_due(now=now)

    sound.refresh_from_db()
    assert sound.live
    assert "a field is gone" in caplog.text


def test_what_has_expired_is_taken_down(home: HomePage, now: datetime) -> None:
    page = page_below(home, "over", expire_at=now - timedelta(minutes=1))
    Page.objects.filter(pk=page.pk).update(live=True)

    publishing.publish_due(now=now)

    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)
