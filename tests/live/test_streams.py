"""What followers of a coverage are told, and what never."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from tayari.delivery.streams import hearing
from tayari.delivery.streams.events import Cursor
from tayari.delivery.streams.sources import Channel
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Post, PostEvent, Stream
from tayari.live.streams import CoverageSource
from tests.factories import pages, questions

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
SOURCE = CoverageSource()


@pytest.fixture
def page() -> CoveragePage:
    return pages.coverage(slug="talks")


def _post(page: CoveragePage, words: str = "It began.", **values: Any) -> Post:
    values = {"text": {"en": words}, "now": NOW, **values}
    return posts.create(coverage_key=page.translation_key, by=None, **values)


def _told(page: CoveragePage, language: str = "en", after: int = 0) -> list[dict[str, Any]]:
    news = SOURCE.news(Channel(str(page.translation_key), language), after, 500)
    assert news is not None
    return [json.loads(event.data) for event in news.events]


def test_an_address_names_a_public_page_in_its_language(page: CoveragePage) -> None:
    hindi = pages.coverage("वार्ता", slug="talks", language="hi", translation_key=page.translation_key)
    key = str(page.translation_key)

    assert SOURCE.find("/live/talks") == Channel(key, "en")
    assert SOURCE.find("/hi/live/talks") == Channel(key, "hi")
    assert SOURCE.find("/live/other") is None
    assert not SOURCE.names("/articles/talks")
    hindi.unpublish()
    assert SOURCE.find("/hi/live/talks") is None
    assert SOURCE.news(Channel(key, "hi"), 0, 10) is None


def test_each_change_is_told_once_with_the_post_as_it_then_was(page: CoveragePage) -> None:
    post = _post(page, "It begun.")
    posts.edit(post, text={"en": "It began."}, by=None, now=NOW + timedelta(minutes=5))
    posts.pin(post, pinned=True, by=None, now=NOW)

    told = _told(page)

    assert [(event["seq"], event["kind"], event["pinned"]) for event in told] == [
        (1, "created", False), (2, "edited", False), (3, "pinned", True),
    ]  # fmt: skip
    assert "It begun." in told[0]["html"]
    assert "It began." in told[1]["html"] and "Edited 23 November 2026, 11:35 IST" in told[1]["html"]
    assert "1 post" in told[2]["line"]


def test_what_was_taken_down_is_told_nowhere_again(page: CoveragePage) -> None:
    posts.delete(_post(page, "A wrong name."), by=None, now=NOW)

    told = _told(page)

    assert [event["kind"] for event in told] == ["created", "deleted"]
    assert all("taken down" in event["html"] and event["gone"] for event in told)
    assert "wrong name" not in json.dumps(told)


def test_a_post_whose_time_is_to_come_is_told_and_shown_when_it_comes(page: CoveragePage, client: Client) -> None:
    later = NOW + timedelta(hours=1)
    post = _post(page, "Embargoed.", published_at=later, kind="key-event")
    posts.edit(post, text={"en": "Embargoed until one."}, by=None, now=NOW)
    posts.pin(post, pinned=True, by=None, now=NOW)

    assert posts.publish_due(now=later - timedelta(seconds=1)) == 0
    assert not PostEvent.objects.exists()
    assert b"Embargoed" not in client.get(page.url).content

    assert posts.publish_due(now=later) == 1
    assert posts.publish_due(now=later) == 0
    assert [(event["kind"], event["pinned"]) for event in _told(page)] == [("created", True)]
    assert b"Embargoed until one." in client.get(page.url).content


def test_a_post_taken_down_before_its_time_never_comes(page: CoveragePage) -> None:
    post = _post(page, published_at=NOW + timedelta(hours=1))
    posts.delete(post, by=None, now=NOW)

    assert posts.publish_due(now=NOW + timedelta(hours=2)) == 0
    assert not PostEvent.objects.exists()


def test_the_page_says_at_which_number_it_was_rendered(page: CoveragePage, client: Client) -> None:
    assert b'data-cursor="0.0"' in client.get(page.url).content
    _post(page)
    stream = Stream.objects.get()

    assert f'data-cursor="{stream.epoch}.1"'.encode() in client.get(page.url).content


def test_everything_anew_is_what_the_page_shows(page: CoveragePage) -> None:
    _post(page, "One.")
    _post(page, "Two.", published_at=NOW + timedelta(days=1))

    fresh = SOURCE.fresh(Channel(str(page.translation_key), "en"))

    assert fresh is not None
    cursor, data = fresh
    assert cursor == Cursor(Stream.objects.get().epoch, 1)
    assert 'id="post-1"' in json.loads(data)["html"]
    assert "Two." not in data


def test_publishing_the_page_is_an_event_and_closing_ends_the_stream(page: CoveragePage) -> None:
    page.state, page.closed = page.State.CLOSED, "2026-11-23"
    page.save_revision().publish()

    news = SOURCE.news(Channel(str(page.translation_key), "en"), 0, 10)

    assert news is not None and not news.is_open
    assert [json.loads(event.data) for event in news.events] == [{"seq": 1, "kind": "page"}]


def test_the_notes_of_a_post_that_is_told_have_names_of_their_own(page: CoveragePage) -> None:
    questions.facts()
    _post(page, "Held in [New Delhi](fact:2plus2-1.held-in).")

    html = _told(page)[0]["html"]

    assert 'href="#post-1-note-1"' in html and 'id="post-1-note-1"' in html
    assert 'id="post-1-cite-1"' in html and 'href="#post-1-cite-1"' in html


def test_key_events_carry_their_place_on_the_rail(page: CoveragePage) -> None:
    _post(page, kind="key-event", title={"en": "They met"}, happened="2026-11-22")
    _post(page)

    rail = [event["moment"] for event in _told(page)]

    assert rail == [{"at": "2026-11-22", "date": "2026-11-22", "when": "22 November 2026", "words": "They met"}, None]


def test_hindi_readers_are_told_in_hindi(page: CoveragePage) -> None:
    pages.coverage("वार्ता", slug="talks", language="hi", translation_key=page.translation_key)
    posts.delete(_post(page, text={"en": "It began.", "hi": "शुरू हुआ।"}), by=None, now=NOW)
    _post(page, text={"en": "It went on.", "hi": "आगे बढ़ा।"})

    told = _told(page, "hi")

    assert "हटा" in told[0]["html"]
    assert "आगे बढ़ा।" in told[2]["html"]


def test_followers_hear_after_the_commit(page: CoveragePage, django_capture_on_commit_callbacks: Any) -> None:
    heard: list[str] = []
    stop = hearing.listen(heard.append)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            _post(page)
            assert heard == []
    finally:
        stop()

    assert heard == [str(page.translation_key)]


def test_the_feed_has_what_is_public_in_the_language_of_the_page(page: CoveragePage, client: Client) -> None:
    _post(page, "It began in [Delhi](fact:x).")
    _post(page, "Embargoed.", published_at=NOW + timedelta(hours=1))
    posts.delete(_post(page, "A wrong name."), by=None, now=NOW)

    channel = ElementTree.fromstring(client.get("/live/talks/feed.xml").content).find("channel")  # noqa: S314

    assert channel is not None
    (item,) = channel.findall("item")
    assert item.findtext("title") == item.findtext("description") == "It began in Delhi."
    assert str(item.findtext("link")).endswith("/live/talks/#post-1")
    assert client.get("/hi/live/talks/feed.xml").status_code == 404


class TestWithoutTheFront:
    """Plain WSGI keeps no connection open: it tells what was missed and when to ask again."""

    def test_it_tells_what_was_missed_and_the_browser_asks_again(self, page: CoveragePage, client: Client) -> None:
        _post(page)
        _post(page, "Two.")
        epoch = Stream.objects.get().epoch

        answer = client.get("/live/talks/events", headers={"Last-Event-ID": f"{epoch}.1"})

        assert answer["content-type"] == "text/event-stream; charset=utf-8"
        assert answer.content.startswith(f"retry: 5000\n\nid: {epoch}.2\nevent: post\ndata: ".encode())
        assert client.get(f"/live/talks/events?after={epoch}.2").content == b"retry: 5000\n\n"
        assert b"event: reset" in client.get(f"/live/talks/events?after={epoch}.9").content

    def test_files(self, page: CoveragePage, client: Client) -> None:
        _post(page)
        epoch = Stream.objects.get().epoch

        newest = client.get("/live/talks/events/newest.json")
        assert newest.json() == {"epoch": epoch, "seq": 1, "first": 1, "open": True}
        full = client.get(f"/live/talks/events/1-1.json?epoch={epoch}")
        assert [event["seq"] for event in full.json()["events"]] == [1]
        assert full["cache-control"] == "public, max-age=31536000, immutable"
        assert client.get("/live/talks/events/1-50.json?epoch=other").status_code == 404

    def test_what_is_not_public_or_closed(self, page: CoveragePage, client: Client) -> None:
        assert client.get("/live/other/events").status_code == 404
        page.state, page.closed = page.State.CLOSED, "2026-11-23"
        page.save_revision().publish()
        assert client.get(f"/live/talks/events?after={Stream.objects.get()}").status_code == 204
