"""Home, topics, days, entities and corrections."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.articles.models import Correction
from tayari.base import clock
from tayari.live.actions import posts
from tayari.site.actions import tree
from tayari.syllabus.models import Topic
from tests.factories import pages, papers, questions
from tests.pages.counting import queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _site(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.ensure()
    questions.facts()
    monkeypatch.setattr(clock, "now", lambda: NOW)


def _soup(client: Client, url: str, status: int = 200) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == status, url
    return BeautifulSoup(response.content, "html.parser")


def _no_heading_is_left_alone(soup: BeautifulSoup) -> None:
    for heading in soup.select("main h2, main h3, main h4"):
        follows = heading.find_next(["p", "ul", "ol", "table", "article", "section"])
        assert follows is not None, heading
        assert follows.get_text(strip=True), heading


def test_an_empty_site_tells_an_editor_what_to_do_first(reader: Client) -> None:
    reader.force_login(papers.person(username="ed", is_staff=True))

    said = _soup(reader, "/").select_one(".first-steps")

    assert "content load" in said.get_text()
    assert said.select("a[href='/admin/']")


def test_an_empty_site_tells_a_reader_the_truth(reader: Client) -> None:
    assert "not published anything yet" in _soup(reader, "/").select_one(".first-steps").get_text()


def test_home_shows_what_is_live_the_newest_practice_series_and_mocks(reader: Client) -> None:
    article = pages.article("Newest")
    pages.article("Older", published=date(2026, 11, 1))
    pages.series("IR 365", (article, date(2026, 11, 20)))
    pages.coverage("Live one")
    papers.printing(slug="one")
    papers.printing(slug="two", short={"en": "Agreements"})

    soup = _soup(reader, "/")

    assert [title.get_text() for title in soup.select("main h2")][:3] == [
        "Live now", "Today’s practice 23 November 2026", "Newest",
    ]  # fmt: skip
    assert soup.select_one(".home-lead .card-title").get_text() == "Newest"
    texts = [link.get_text() for link in soup.select("a.card-link")]
    assert len(texts) == len(set(texts))
    _no_heading_is_left_alone(soup)


def test_home_shows_what_closed_last_when_nothing_is_open(reader: Client) -> None:
    pages.coverage("Done", state="closed", closed="2023-11-10")

    soup = _soup(reader, "/")

    assert soup.select_one("#live-title").get_text() == "Live: last closed"
    assert soup.select_one(".home-now .card-label").get_text() == "Closed on 10 November 2023"


def test_home_in_hindi(reader: Client) -> None:
    pages.article("भारत–अमेरिका 2+2 संवाद", language="hi")

    soup = _soup(reader, "/hi/")

    assert soup.html["lang"] == "hi"
    assert soup.select_one(".home-lead .card-title a")["href"] == "/hi/articles/bharat-amerika-2-plus-2-samvad/"


def test_a_topic_shows_what_is_filed_under_it_and_deeper(reader: Client) -> None:
    for position, name in enumerate(("gs2", "gs2.ir", "gs2.ir.bilateral"), start=2):
        Topic.objects.create(pk=name, name={"en": name}, position=position)
    page = pages.article()
    page.topics.set([Topic.objects.get(pk=questions.TOPIC)])
    page.save()

    deep, high = _soup(reader, f"/topics/{questions.TOPIC}/"), _soup(reader, "/topics/gs2.ir/")

    assert deep.select_one(".card-title").get_text() == high.select_one(".card-title").get_text() == page.title
    assert [link.get_text() for link in deep.select(".breadcrumbs a")] == ["Home", "gs2", "gs2.ir", "gs2.ir.bilateral"]


def test_an_empty_topic_says_so(reader: Client) -> None:
    soup = _soup(reader, f"/topics/{questions.TOPIC}/")

    assert "Nothing under this topic yet" in soup.select_one(".empty").get_text()
    _no_heading_is_left_alone(soup)


def test_an_unknown_topic_is_not_found(reader: Client) -> None:
    _soup(reader, "/topics/nothing/", status=404)


def test_the_tree_says_how_much_stands_under_a_topic(reader: Client) -> None:
    for name in ("gs2", "gs2.ir", "gs2.ir.bilateral"):
        Topic.objects.create(pk=name, name={"en": name}, position=5, parent_id=name.rpartition(".")[0] or None)
    Topic.objects.filter(pk=questions.TOPIC).update(parent="gs2.ir.bilateral")
    page = pages.article()
    page.topics.set([Topic.objects.get(pk=questions.TOPIC)])
    page.save()

    soup = _soup(reader, "/topics/")

    assert [count.get_text() for count in soup.select(".topic-counts")] == ["1 article"] * 3


def test_today_is_a_day_in_the_sites_time_zone(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 23, 19, 0, tzinfo=UTC))

    assert reader.get("/today/")["Location"] == "/2026/11/24/"
    assert reader.get("/hi/today/")["Location"] == "/hi/2026/11/24/"


def test_a_day_shows_its_articles_posts_and_quiz(reader: Client) -> None:
    article = pages.article(published=date(2026, 11, 22))
    page = pages.coverage()
    posts.create(coverage_key=page.translation_key, text={"en": "It began."}, happened="2026-11-22", by=None, now=NOW)
    papers.printing(slug="one", published_at=datetime(2026, 11, 21, 20, 0, tzinfo=UTC))

    soup = _soup(reader, "/2026/11/22/")

    links = [link["href"] for link in soup.select(".day-content a")]
    assert links == [article.url, f"{page.url}#post-1", "/mocks/one/"]
    assert "from the shelf" not in soup.get_text()


def test_a_gap_is_said_and_does_not_trap_a_crawler(reader: Client) -> None:
    soup = _soup(reader, "/2026/11/02/")

    assert "Nothing was published on this day." in soup.get_text()
    assert "No paper is open yet." in soup.get_text()
    assert soup.select("meta[name=robots][content=noindex]")
    assert not soup.select(".day-ways a")


def test_a_day_leads_to_the_days_before_and_after_that_have_something(reader: Client) -> None:
    for day in (1, 10, 20):
        pages.article(f"On {day}", published=date(2026, 11, day))

    soup = _soup(reader, "/2026/11/10/")

    assert [link["href"] for link in soup.select(".day-ways a")] == ["/2026/11/01/", "/2026/11/20/"]
    assert [link["href"] for link in soup.select(".calendar a")] == [
        "/2026/11/01/", "/2026/11/10/", "/2026/11/20/", "/2026/11/23/",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/2026/11/24/", "/2026/02/30/", "/2027/01/01/", "/0000/01/01/"])
def test_a_day_that_has_not_come_is_not_found(reader: Client, path: str) -> None:
    _soup(reader, path, status=404)


def test_the_shelf_gives_everybody_the_same(reader: Client) -> None:
    for slug in ("one", "two", "three"):
        papers.printing(slug=slug, published_at=datetime(2026, 11, 1, 6, 0, tzinfo=UTC))

    picks = {_soup(Client(), "/2026/11/10/").select_one(".day-content .card-link")["href"] for _ in range(2)}

    assert len(picks) == 1
    assert "from the shelf" in _soup(reader, "/2026/11/10/").get_text()


def test_an_entity_says_its_facts_with_sources(reader: Client) -> None:
    soup = _soup(reader, "/entities/2plus2-1/")

    assert soup.h1.get_text(strip=True) == "Edition 1"
    assert "Edition 1 was held on 6 September 2018." in soup.get_text()
    assert soup.select_one(".timeline time")["datetime"] == "2018-09-06"
    assert soup.select_one("#source-1 a")["href"] == "https://www.mea.gov.in/example"


def test_an_entity_is_told_of_facts_that_name_it(reader: Client) -> None:
    assert "Edition 1 was held in New Delhi." in _soup(reader, "/entities/new-delhi/").get_text()


def test_corrections_are_listed_newest_first(reader: Client) -> None:
    article, page = pages.article(), pages.coverage()
    Correction.objects.create(page=article, at=datetime(2026, 11, 20, 6, tzinfo=UTC), text="The place was wrong.")
    posts.create(coverage_key=page.translation_key, text={"en": "Not 2019: 2018."}, kind="correction", by=None, now=NOW)

    lines = [line.select_one("p").get_text() for line in _soup(reader, "/corrections/").select(".corrections li")]

    assert lines == ["Not 2019: 2018.", "The place was wrong."]


def test_no_corrections_is_said(reader: Client) -> None:
    assert "No corrections so far" in _soup(reader, "/corrections/").select_one(".empty").get_text()


@pytest.mark.parametrize("path", ["/", "/topics/", "/topics/gs2.ir.bilateral.us/", "/2026/11/20/", "/corrections/"])
def test_both_languages_answer(reader: Client, path: str) -> None:
    _soup(reader, path)
    _soup(reader, f"/hi{path}")


def test_queries_do_not_grow_with_the_site(reader: Client) -> None:
    topic = Topic.objects.get(pk=questions.TOPIC)
    addresses = ("/", "/topics/", f"/topics/{topic.pk}/", "/2026/11/20/", "/entities/2plus2-1/")

    def more(name: str) -> None:
        page = pages.article(f"Article {name}", topics=[topic])
        pages.series(f"Series {name}", (page, date(2026, 11, 1)))
        pages.coverage(f"Coverage {name}")
        papers.printing(slug=f"paper-{name}").paper.topics.set([topic])

    more("one")
    more("two")
    before = [queries_of(reader, address) for address in addresses]
    for name in ("three", "four", "five"):
        more(name)

    assert [queries_of(reader, address) for address in addresses] == before
