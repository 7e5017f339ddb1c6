"""The article page, feature by feature."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.articles.actions import reads
from tayari.articles.models import Correction, ReadCount
from tayari.base import clock
from tests.factories import pages, papers, questions
from tests.pages.counting import queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _facts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    questions.facts()
    monkeypatch.setattr(clock, "now", lambda: NOW)
    yield
    reads.flush(now=NOW)


def _soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def test_the_title_and_the_address_keep_2_plus_2(reader: Client) -> None:
    page = pages.article("India–US 2+2 Ministerial Dialogue")

    soup = _soup(reader, page.url)

    assert page.url == "/articles/india-us-2-plus-2-ministerial-dialogue/"
    assert soup.h1.get_text() == "India–US 2+2 Ministerial Dialogue"
    assert "2+2" in soup.title.get_text()


def test_the_line_that_earns_trust_has_everything_apart(reader: Client) -> None:
    page = pages.article()

    line = _soup(reader, page.url).select(".article-head .facts-line > span")
    said = [span.get_text(" ", strip=True) for span in line]

    assert said == [
        "Tayari desk", "Published 20 November 2026", "Facts as of 20 November 2026", "1 min read", "1 source",
    ]  # fmt: skip


def test_reading_time_is_right_in_hindi() -> None:
    hindi = pages.article("भारत", language="hi", body=[pages.part("background", "पृष्ठभूमि", pages.text("संवाद " * 680))])
    english = pages.article("India", body=[pages.part("background", "Background", pages.text("dialogue " * 800))])

    assert hindi.reading_minutes == 5
    assert english.reading_minutes == 5


def test_a_caption_never_repeats_a_heading() -> None:
    pages.picture("room", caption={"en": "What to remember"})
    body = [pages.part("key-facts", "What to remember", pages.picture_block("room"))]

    with pytest.raises(Exception, match="is also a heading"):
        pages.article(body=body)


def test_two_parts_of_one_type_are_refused() -> None:
    body = [pages.part("challenges", "One", pages.text("x")), pages.part("challenges", "Two", pages.text("y"))]

    with pytest.raises(Exception, match="stands 2 times"):
        pages.article(body=body)


def test_a_picture_without_alt_is_refused() -> None:
    picture = pages.picture("room")
    type(picture).objects.filter(pk=picture.pk).update(alt={})

    with pytest.raises(Exception, match="no alternative text"):
        pages.article(body=[pages.part("actors", "Who", pages.picture_block("room"))])


def test_a_fact_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Exception, match=r"There is no fact 'nothing'"):
        pages.article(body=[pages.part("actors", "Who", pages.text("[x](fact:nothing)"))])


def test_a_timeline_is_drawn_from_facts_in_order_of_date(reader: Client) -> None:
    drawn = pages.timeline("Three editions", "2plus2-3.held-on", "2plus2-1.held-on", "2plus2-2.held-on")
    page = pages.article(body=[pages.part("background", "Background", drawn)])

    dates = [found["datetime"] for found in _soup(reader, page.url).select(".timeline time")]

    assert dates == ["2018-09-06", "2019-12-18", "2020-10-27"]


def test_every_number_in_the_text_leads_to_a_note_and_every_id_is_once(reader: Client) -> None:
    page = pages.article()

    soup = _soup(reader, page.url)

    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert [link["href"] for link in soup.select("a.cite")] == ["#note-1", "#note-2"]
    assert {"note-1", "note-2", "cite-1", "cite-2"} <= set(ids)


def test_the_foot_lists_each_publication_once_with_its_notes(reader: Client) -> None:
    page = pages.article()

    (listed,) = _soup(reader, page.url).select(".sources > li")

    assert listed.get_text(" ", strip=True) == "Joint statement . Ministry of External Affairs . Notes 1, 2"


def test_bindings_follow_what_the_article_says() -> None:
    from tayari.facts.models import Binding

    page = pages.article()
    assert set(Binding.objects.values_list("fact__ref", "place", "words")) == {
        ("2plus2-1.held-in", "key-facts#1", "New Delhi"),
        ("2plus2-1.held-on", "key-facts#1", "6 September 2018"),
    }

    page.body = page.body.stream_block.to_python([pages.part("actors", "Who", pages.text("Nobody."))])
    page.save()

    assert not Binding.objects.exists()


def test_its_tests_have_link_texts_of_their_own(reader: Client) -> None:
    page = pages.article()
    page.papers.set(
        [
            papers.printing(slug="one", short={"en": "India–US 2+2"}).paper,
            papers.printing(slug="two", short={"en": "Agreements"}).paper,
        ]
    )
    page.save()

    links = [link.get_text() for link in _soup(reader, page.url).select("[aria-labelledby=practice-title] .card-link")]

    assert links == ["Start: India–US 2+2", "Start: Agreements"]


def test_what_comes_next_has_no_empty_headings(reader: Client) -> None:
    soup = _soup(reader, pages.article().url)

    for heading in soup.select("h2, h3"):
        assert heading.find_next(["p", "ul", "ol", "div", "details", "dl"]) is not None, heading
    assert not soup.select("#practice-title")


def test_previous_and_next_in_its_series(reader: Client) -> None:
    one, two, three = (pages.article(f"Article {name}") for name in ("one", "two", "three"))
    pages.series("IR 365", *((page, date(2026, 11, day)) for day, page in enumerate((one, two, three), start=1)))

    soup = _soup(reader, two.url)

    assert soup.select_one(".neighbours [rel=prev]")["href"] == one.url
    assert soup.select_one(".neighbours [rel=next]")["href"] == three.url
    assert "2 of 3" in soup.select_one(".next").get_text()


def test_no_corrections_is_said(reader: Client) -> None:
    assert "No corrections so far." in _soup(reader, pages.article().url).select_one("#corrections").get_text()


def test_a_recent_correction_stands_at_the_top_and_an_old_one_only_at_the_foot(reader: Client) -> None:
    page = pages.article()
    Correction.objects.create(page=page, at=NOW - timedelta(days=29), text="The place was wrong.")
    Correction.objects.create(page=page, at=NOW - timedelta(days=31), text="The year was wrong.")

    soup = _soup(reader, page.url)

    notices = soup.select(".notice[data-kind=correction] > p:last-child")
    assert [notice.get_text(strip=True) for notice in notices] == ["The place was wrong."]
    assert len(soup.select("#corrections li")) == 2


def test_a_missing_translation_is_said(reader: Client) -> None:
    soup = _soup(reader, pages.article().url)

    assert soup.select_one(".untranslated").get_text() == "Not yet available in हिन्दी."


def test_reads_are_counted_without_a_cookie_and_told_when_the_day_is_over(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = pages.article()

    first = reader.get(page.url)
    reads.flush(now=NOW)
    counted = ReadCount.objects.get().reads
    same_day = _soup(reader, page.url)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=1))
    next_day = _soup(reader, page.url)

    assert not first.cookies
    assert counted == 1
    assert "read once" not in same_day.select_one(".facts-line").get_text()
    assert "read once" in next_day.select_one(".facts-line").get_text()


@pytest.mark.parametrize("agent", ["", "Googlebot/2.1", "curl/8.0", "python-requests/2"])
def test_programs_are_not_readers(agent: str) -> None:
    page = pages.article()

    Client(headers={"user-agent": agent}).get(page.url)

    assert reads.flush(now=NOW) == 0


def test_editors_are_not_readers(reader: Client) -> None:
    page = pages.article()
    reader.force_login(papers.person(username="ed", is_staff=True))

    reader.get(page.url)

    assert reads.flush(now=NOW) == 0


def test_reads_gather_and_are_written_together(reader: Client) -> None:
    page = pages.article()
    key = page.translation_key

    reads.count(key, "en", now=NOW)
    reads.count(key, "en", now=NOW + timedelta(seconds=9))
    assert not ReadCount.objects.exists()
    reads.count(key, "en", now=NOW + timedelta(seconds=10))

    assert ReadCount.objects.get().reads == 3


def test_queries_do_not_grow_with_the_article(reader: Client) -> None:
    pages.picture("room")
    blocks = [pages.text(pages.TEXT), pages.timeline("Editions", *(f"2plus2-{n}.held-on" for n in (1, 2, 3)))]
    rest = [pages.part("significance", "Why", pages.picture_block("room"))]
    kinds = ("key-facts", "background", "actors", "outcomes")
    short = pages.article("Short", body=[pages.part("key-facts", "About it", *blocks), *rest])
    long = pages.article("Long", body=[*(pages.part(kind, f"About {kind}", *blocks) for kind in kinds), *rest])

    assert queries_of(reader, long.url) <= queries_of(reader, short.url)


def test_what_stands_beside_an_article_is_looked_for_once(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from tayari.discovery import related

    page = pages.article()
    asked: list[str] = []
    monkeypatch.setattr(related, "articles", lambda page, language, *, most: asked.append(language) or [])

    assert reader.get(page.url).status_code == 200
    assert asked == ["en"]
