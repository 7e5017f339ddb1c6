"""The live pages."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Edition, Post
from tayari.site.actions import tree
from tests.factories import pages, questions
from tests.pages.counting import queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def _soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def _post(page: CoveragePage, words: str = "It began.", **values: Any) -> Post:
    return posts.create(coverage_key=page.translation_key, text={"en": words}, by=None, now=NOW, **values)


def test_posts_stand_newest_first_with_numbers_that_are_addresses(reader: Client) -> None:
    page = pages.coverage()
    for words in ("One.", "Two.", "Three."):
        _post(page, words)

    found = _soup(reader, page.url).select(".post")

    assert [post["id"] for post in found] == ["post-3", "post-2", "post-1"]
    assert [post.select_one(".post-number")["href"] for post in found] == ["#post-3", "#post-2", "#post-1"]


def test_an_open_event_says_that_it_is_live(reader: Client) -> None:
    soup = _soup(reader, pages.coverage().url)

    assert soup.select_one(".coverage-state .now").get_text() == "Live now"


def test_a_closed_coverage_says_closed_with_its_day_and_shows_its_digest(reader: Client) -> None:
    page = pages.coverage(state="closed", closed="2023-11-10", digest="Two **roadmaps**.")

    soup = _soup(reader, page.url)

    assert soup.select_one(".coverage-state").get_text() == "Closed on 10 November 2023"
    assert soup.select_one(".coverage")["data-state"] == "closed"
    assert not soup.select(".now")
    assert soup.select_one(".digest").get_text(" ", strip=True) == "What it came to Two roadmaps ."


def test_an_open_coverage_does_not_show_a_digest_yet(reader: Client) -> None:
    assert not _soup(reader, pages.coverage(digest="Too early.").url).select(".digest")


def test_a_closed_coverage_needs_the_day() -> None:
    with pytest.raises(Exception, match="on which day it closed"):
        pages.coverage(state="closed")


def test_an_account_written_afterwards_says_so(reader: Client) -> None:
    page = pages.coverage(state="closed", closed="2023-11-10", compiled=date(2026, 11, 22))

    said = _soup(reader, page.url).select_one(".notice").get_text(" ", strip=True)

    assert said.startswith("This coverage is closed This account was written up on 22 November 2026")


def test_a_correction_of_a_post_is_visible(reader: Client) -> None:
    page = pages.coverage()
    post = _post(page, "It begun.")
    posts.edit(post, text={"en": "It began."}, by=None, now=NOW + timedelta(minutes=5))

    assert _soup(reader, page.url).select_one(".post-edited").get_text() == "Edited 23 November 2026, 11:35 IST"


def test_a_post_taken_down_leaves_its_place(reader: Client) -> None:
    page = pages.coverage()
    posts.delete(_post(page, "Wrong."), by=None, now=NOW)

    soup = _soup(reader, page.url)

    assert "This post was taken down." in soup.select_one("#post-1").get_text()
    assert "Wrong." not in soup.get_text()


def test_a_time_stands_only_where_it_is_known(reader: Client) -> None:
    page = pages.coverage()
    _post(page, happened="2023-11-10")
    _post(page, happened="2023-11-10T10:30+05:30")

    times = [time.get_text() for time in _soup(reader, page.url).select(".post-when time")]

    assert times == ["10 November 2023, 10:30 IST", "10 November 2023"]


def test_key_events_are_a_rail_in_order_of_date(reader: Client) -> None:
    page = pages.coverage()
    _post(page, kind="key-event", title={"en": "Statement"}, happened="2023-11-11")
    _post(page, kind="key-event", title={"en": "Opening"}, happened="2023-11-10")
    _post(page, kind="update")

    links = [(link.get_text(), link["href"]) for link in _soup(reader, page.url).select(".key-events a")]

    assert links == [("Opening", "#post-2"), ("Statement", "#post-1")]


def test_a_briefing_stands_by_edition_and_only_the_newest_is_open(reader: Client) -> None:
    page = pages.coverage(form="briefing")
    for day in (21, 22):
        edition = Edition.objects.create(coverage_key=page.translation_key, date=date(2026, 11, day))
        _post(page, f"On the {day}st.", edition=edition)

    editions = [found.select_one(".coverage-state").get_text() for found in _soup(reader, page.url).select(".edition")]

    assert editions == ["22 November 2026 · open edition", "21 November 2026 · closed edition"]


def test_a_post_without_hindi_shows_english_and_marks_it(reader: Client) -> None:
    page = pages.coverage("2+2 संवाद", language="hi")
    _post(page, "It began.")

    assert _soup(reader, page.url).select_one(".post-words")["lang"] == "en"


def test_the_index_has_open_coverage_first(reader: Client) -> None:
    pages.coverage("Closed one", state="closed", opened="2026-11-20", closed="2026-11-20")
    pages.coverage("Open one", opened="2026-01-01")

    titles = [title.get_text() for title in _soup(reader, "/live/").select(".card-title")]

    assert titles == ["Open one", "Closed one"]


def test_an_empty_index_says_so(reader: Client) -> None:
    tree.ensure()

    assert "No live coverage yet" in _soup(reader, "/live/").select_one(".empty").get_text()


def test_queries_do_not_grow_with_posts(reader: Client) -> None:
    source = questions.facts()["2plus2-1.held-on"].sources.get()
    page = pages.coverage()
    _post(page, pages.TEXT, sources=[source])
    before = queries_of(reader, page.url)
    for _ in range(12):
        _post(page, pages.TEXT, sources=[source])

    assert queries_of(reader, page.url) <= before
