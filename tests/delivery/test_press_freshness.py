"""Whatever editors, the fact base and the clock do, a pressed page is what rendering it anew would give."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from tayari.articles.actions import reads
from tayari.articles.models import ArticleIndexPage, ArticlePage, Correction, ReadCount, SeriesMember
from tayari.base import clock
from tayari.config.wsgi import application
from tayari.delivery import publishing
from tayari.delivery.press import machine
from tayari.facts.actions import facts as fact_actions
from tayari.facts.models import Dossier, Entity, Fact
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Post
from tayari.mocks.models import Paper
from tayari.syllabus.models import Topic
from tests.delivery.pressing import Printed, committed, fresh, versions
from tests.factories import pages, papers, questions
from tests.factories.questions import TOPIC

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)  # half an hour before midnight in Delhi


class Small:
    """A small site, and a clock that goes where it is sent."""

    def __init__(self) -> None:
        self.now = START
        questions.facts()
        self.first = pages.article("First", slug="first")
        self.second = pages.article("Second", slug="second", published=date(2026, 11, 22))
        self.hindi = self.first.copy_for_translation(_hindi(), copy_parents=True)
        self.hindi.title = "पहला"
        self.hindi.save_revision().publish()
        self.series = pages.series("365", (self.first, date(2026, 11, 20)), (self.second, date(2026, 11, 22)))
        self.coverage = pages.coverage("Live", slug="live-one")
        self.paper = papers.printing(slug="practice").paper
        for page in (self.first, self.coverage):
            page.topics.set([TOPIC])
            page.papers.set([self.paper])
            page.save()
        self.first.entities.set([Entity.objects.get(ref="2plus2-1")])
        self.first.save()
        subject = Entity.objects.get(ref="2plus2-1")
        self.dossier = Dossier.objects.create(
            ref="d", slug="d", title={"en": "All of it"}, subject=subject, state="open"
        )

    def addresses(self) -> list[str]:
        """Every kind of page; those of articles where they stand now."""
        moving = [page.url for page in ArticlePage.objects.all() if page.url]
        named = (
            "/",
            "/hi/",
            "/articles/",
            "/series/365/",
            "/live/",
            "/live/live-one/",
            "/topics/",
            f"/topics/{TOPIC}/",
        )
        days = ("/2026/11/23/", "/2026/11/22/")
        records = ("/entities/2plus2-1/", "/dossiers/d/", "/corrections/", "/mocks/", "/mocks/practice/")
        return [*moving, *named, *days, *records, "/feed.xml", "/sitemap.xml"]


def _hindi() -> Any:
    from wagtail.models import Locale

    return Locale.objects.get(language_code="hi")


def _article(site: Small, number: int) -> ArticlePage:
    page: ArticlePage = ArticlePage.objects.order_by("pk")[number % ArticlePage.objects.count()]
    return page


def retitle(site: Small, number: int) -> None:
    page = _article(site, number)
    page.title = f"{page.title} {number}"
    page.save_revision().publish()


def draft(site: Small, number: int) -> None:
    page = _article(site, number)
    page.title = "Only a draft"
    page.save_revision()


def take_down(site: Small, number: int) -> None:
    _article(site, number).unpublish()


def put_back(site: Small, number: int) -> None:
    for page in ArticlePage.objects.filter(live=False):
        page.save_revision().publish()


def move_address(site: Small, number: int) -> None:
    page = _article(site, number)
    page.slug = f"moved-{number}"
    page.save_revision().publish()


def move_in_tree(site: Small, number: int) -> None:
    index = ArticleIndexPage.objects.get(locale__language_code="en")
    index.slug = f"texts-{number}"
    index.save_revision().publish()


def delete(site: Small, number: int) -> None:
    if ArticlePage.objects.count() > 1:
        _article(site, number).delete()


def correct_fact(site: Small, number: int) -> None:
    fact = Fact.objects.get(ref="2plus2-1.held-on")
    content = fact_actions.content_of(fact) | {"object": f"2018-09-{number + 1:02d}"}
    fact_actions.put(content, by=None, now=site.now, reason="found wrong")


def rename_entity(site: Small, number: int) -> None:
    Entity.objects.filter(ref="new-delhi").update(name={"en": f"Delhi {number}", "hi": "दिल्ली"})


def correct_article(site: Small, number: int) -> None:
    Correction.objects.create(page=_article(site, number), at=site.now - timedelta(days=number), text=f"Wrong {number}")


def post(site: Small, number: int) -> None:
    key = site.coverage.translation_key
    kind = Post.Kind.CORRECTION if number % 2 else Post.Kind.KEY_EVENT
    posts.create(coverage_key=key, text={"en": f"Post {number}"}, kind=kind, topics=[TOPIC], by=None, now=site.now)


def take_post_down(site: Small, number: int) -> None:
    if found := Post.objects.first():
        posts.delete(found, by=None, now=site.now)


def edit_post(site: Small, number: int) -> None:
    for found in Post.objects.filter(deleted_at=None)[:1]:
        posts.edit(found, text={"en": f"Edited {number}"}, by=None, now=site.now)


def pin_post(site: Small, number: int) -> None:
    for found in Post.objects.filter(deleted_at=None).order_by("-pk")[:1]:
        posts.pin(found, pinned=not found.pinned, by=None, now=site.now)


def close(site: Small, number: int) -> None:
    CoveragePage.objects.update(state="closed" if number % 2 else "open", closed="2026-11-23")


def set_paper(site: Small, number: int) -> None:
    Paper.objects.update(published_at=site.now + timedelta(minutes=10 * (number - 3)))


def set_window(site: Small, number: int) -> None:
    state = "open" if number % 4 else "withdrawn"
    opens, closes = site.now + timedelta(minutes=number), site.now + timedelta(hours=number)
    Paper.objects.update(opens_at=opens, closes_at=closes, state=state)


def schedule(site: Small, number: int) -> None:
    page = _article(site, number)
    page.title, page.go_live_at = f"Scheduled {number}", site.now + timedelta(minutes=10 * number + 1)
    page.save_revision(approved_go_live_at=page.go_live_at)


def expire(site: Small, number: int) -> None:
    ArticlePage.objects.filter(pk=_article(site, number).pk).update(expire_at=site.now + timedelta(minutes=5))


def reorder_series(site: Small, number: int) -> None:
    SeriesMember.objects.filter(series=site.series).update(date=date(2026, 11, number + 1))


def rename_topic(site: Small, number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE syllabus_topic SET position = position + 1, name = %s", ['{"en": "Renamed"}'])


def file_elsewhere(site: Small, number: int) -> None:
    Topic.objects.get_or_create(pk="gs1", defaults={"name": {"en": "History"}, "position": 9})
    page = _article(site, number)
    page.topics.set(["gs1"])
    page.save()


def shut(site: Small, number: int) -> None:
    PageViewRestriction.objects.get_or_create(page=_article(site, number), restriction_type="login")


def read(site: Small, number: int) -> None:
    """Counted as the tally counts: on the day that it is."""
    day = site.now.astimezone(UTC).date() if number % 2 else date(2026, 11, 20)
    key = _article(site, number).translation_key
    ReadCount.objects.update_or_create(translation_key=key, language="en", day=day, defaults={"reads": number + 1})


def shut_dossier(site: Small, number: int) -> None:
    Dossier.objects.bulk_update([Dossier(pk=site.dossier.pk, state="draft" if number % 2 else "open")], ["state"])


def wait(site: Small, number: int) -> None:
    """Minutes, hours, days or a month; what was due meanwhile is done, as the scheduler does it."""
    site.now += (
        timedelta(minutes=1),
        timedelta(minutes=11),
        timedelta(hours=7),
        timedelta(days=1),
        timedelta(days=31),
    )[number % 5]
    reads.flush(now=site.now)
    publishing.publish_due(now=site.now)


OPERATIONS: tuple[Callable[[Small, int], None], ...] = (
    retitle, draft, take_down, put_back, move_address, move_in_tree, delete, correct_fact, rename_entity,
    correct_article, post, edit_post, pin_post, take_post_down, close, set_paper, set_window, schedule, expire,
    reorder_series, rename_topic, file_elsewhere, shut, shut_dossier,
)  # fmt: skip


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is undone, and known to be."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    cache.clear()
    versions.all_changed()


def stale(printed: Printed, addresses: list[str]) -> list[str]:
    """Those of the addresses at which the shelf says something else than Django. What was just rendered is as new."""
    committed()
    found = []
    for path in addresses:
        before = printed.rendered
        answer = printed.get(path)
        if printed.rendered == before and answer.body != fresh(path):
            found.append(path)
    return found


def small(monkeypatch: pytest.MonkeyPatch) -> Small:
    """A small site whose clock is everybody's."""
    made = Small()
    monkeypatch.setattr(clock, "now", lambda: made.now)
    # Without the second net beneath what it is to hold.
    monkeypatch.setattr(machine, "LONGEST", timedelta(days=3650))
    return made


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Small:
    return small(monkeypatch)


_NUMBERS = st.lists(st.integers(0, 9), min_size=len(OPERATIONS), max_size=len(OPERATIONS))


# Not made smaller when it fails: the message names the step.
@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(OPERATIONS), numbers=_NUMBERS)
def test_a_pressed_page_is_what_rendering_it_anew_gives(site: Small, order: list[Any], numbers: list[int]) -> None:
    """Everything that can happen, in any order, and time that goes by; after each step a third of the pages."""
    with undone():
        site.now = START
        printed = Printed(application)
        stale(printed, site.addresses())
        assert stale(printed, site.addresses()) == []
        for step, (operation, number) in enumerate(zip(order, numbers, strict=True)):
            operation(site, number)
            looked_at = site.addresses()[step % 3 :: 3]
            assert stale(printed, looked_at) == [], f"after {operation.__name__}({number})"
            if step % 2:
                wait(site, numbers[step - 1])
                assert stale(printed, looked_at) == [], f"after a wait of {numbers[step - 1]}"
