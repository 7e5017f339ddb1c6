"""The next edition of a briefing closes the one before; a closed coverage becomes the beginning of an article."""

from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tayari.articles.models import ArticlePage
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Edition, Post, PostEvent
from tests.factories import pages, papers, questions

pytestmark = pytest.mark.django_db


def _post(page: CoveragePage, now: datetime, words: str, **values: Any) -> Post:
    return posts.create(coverage_key=page.translation_key, text={"en": words}, by=None, now=now, **values)


def test_the_next_edition_closes_the_one_before(editor: Client) -> None:
    page = pages.coverage(form="briefing", slug="week")
    desk, address = (reverse(name, args=[page.pk]) for name in ("live_desk", "live_desk_edition"))
    for day in ("2026-11-20", "2026-11-27", "2026-11-27", "2026-11-01", ""):
        answer = editor.post(address, {"day": day, "title_en": f"Week to {day}"}, follow=True)

    assert "needs a day" in answer.content.decode()
    assert list(Edition.objects.values_list("date", flat=True)) == [date(2026, 11, 27), date(2026, 11, 20)]
    assert [event.kind for event in PostEvent.objects.all()] == ["page", "page"]
    shown = Client().get(page.url).content.decode()
    assert shown.index("Week to 2026-11-27") < shown.index("Week to 2026-11-20")
    assert shown.count("open edition") == shown.count("closed edition") == 1
    older = Edition.objects.get(date=date(2026, 11, 20))
    sent = {"began_from": 0, "kind": "update", "text_en": "Late.", "edition": older.pk}
    assert "closed by its next" in editor.post(desk, sent).content.decode()
    editor.post(desk, sent | {"kind": "correction"})
    assert Post.objects.get().edition == older


def test_an_event_and_a_closed_briefing_have_no_next_edition(editor: Client) -> None:
    for page in (pages.coverage(), pages.coverage("B", form="briefing", state="closed", closed="2026-11-20")):
        desk = reverse("live_desk", args=[page.pk])
        assert "Open the next edition" not in editor.get(desk).content.decode()
        editor.post(reverse("live_desk_edition", args=[page.pk]), {"day": "2026-11-27"})

    assert not Edition.objects.exists()


def test_an_article_is_begun_from_the_key_events_of_a_closed_coverage(editor: Client, now: datetime) -> None:
    questions.facts()
    page = pages.coverage(state="closed", closed="2023-11-10", digest="It was the fifth.")
    cited = "Held in [New Delhi](fact:2plus2-1.held-in)."
    _post(page, now, "They signed.", kind="breaking", happened="2023-11-10")
    _post(page, now, cited, kind="key-event", happened="2023-11-09", title={"en": "They met"})
    _post(page, now, "Tea was served.")
    posts.delete(_post(page, now, "A mistake.", kind="key-event"), by=None, now=now)
    assert "Begin an article" in editor.get(reverse("live_desk", args=[page.pk])).content.decode()

    opened = editor.post(reverse("live_desk_digest", args=[page.pk]), follow=True)

    article = ArticlePage.objects.get().get_latest_revision_as_object()
    told = [block["value"] for part in article.body.raw_data for block in part["value"]["content"]]
    assert told == [
        f"**9 November 2023: They met**\n\n{cited}", "**10 November 2023**\n\nThey signed.", "It was the fifth.",
    ]  # fmt: skip
    assert not ArticlePage.objects.get().live and opened.status_code == 200
    assert Client().get(ArticlePage.objects.get().url or "/none/").status_code == 404


def test_without_a_key_event_and_without_leave_no_article_is_begun(editor: Client) -> None:
    page = pages.coverage(state="closed", closed="2023-11-10")
    address = reverse("live_desk_digest", args=[page.pk])
    assert "No key event" in editor.post(address, follow=True).content.decode()
    reader = Client()
    reader.force_login(papers.person(username="reader"))
    assert reader.post(address).status_code in (302, 403)

    assert not ArticlePage.objects.exists()
