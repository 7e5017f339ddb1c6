"""Series and the lists of articles."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.articles.models import SeriesMember
from tayari.syllabus.models import Topic
from tests.factories import pages, questions
from tests.pages.counting import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _facts(db: None) -> None:
    questions.facts()


def _soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def test_a_series_is_dated_ordered_and_by_month(reader: Client) -> None:
    one, two, three = (pages.article(f"Article {name}") for name in ("one", "two", "three"))
    page = pages.series("IR 365", (three, date(2026, 12, 1)), (one, date(2026, 11, 1)), (two, date(2026, 11, 2)))

    soup = _soup(reader, page.url)

    assert [month.get_text() for month in soup.select(".series h2")] == ["November 2026", "December 2026"]
    assert [link["href"] for link in soup.select(".series-title a")] == [one.url, two.url, three.url]


def test_its_count_is_that_of_what_is_published(reader: Client) -> None:
    draft = pages.article("Draft")
    draft.unpublish()
    page = pages.series("IR 365", (pages.article(), date(2026, 11, 1)), (draft, date(2026, 11, 2)))

    soup = _soup(reader, page.url)

    assert soup.select_one(".list-head .facts-line").get_text(" ", strip=True).startswith("1 article ")
    assert "1 article" in _soup(reader, "/series/").select_one(".card-meta").get_text()


def test_a_readers_progress_needs_no_cookie(reader: Client) -> None:
    article = pages.article()
    page = pages.series("IR 365", (article, date(2026, 11, 1)))

    response = reader.get(page.url)
    entry = BeautifulSoup(response.content, "html.parser").select_one(".series-entries li")

    assert not response.cookies
    assert entry["data-key"] == str(article.translation_key)


def test_an_article_without_translation_stands_in_its_own_language_and_says_so(reader: Client) -> None:
    english, hindi = pages.article("In English"), pages.article("हिन्दी में", language="hi")
    days = (english, date(2026, 11, 1)), (hindi, date(2026, 11, 2))
    page = pages.series("आईआर 365", *days, language="hi")

    entries = _soup(reader, page.url).select(".series-title")
    before = _soup(reader, hindi.url).select_one(".neighbours [rel=prev] .neighbours-title")

    assert entries[0].a["lang"] == "en"
    assert [entry.get_text(" ", strip=True) for entry in entries] == ["In English (English)", "हिन्दी में"]
    assert before.get_text() == "In English (English)"
    assert not _soup(reader, english.url).select(".neighbours")


def test_an_empty_series_says_so(reader: Client) -> None:
    assert "Nothing in this series yet" in _soup(reader, pages.series("New").url).select_one(".empty").get_text()


def test_articles_are_listed_newest_first_and_by_topic(reader: Client) -> None:
    topic = Topic.objects.get(pk=questions.TOPIC)
    pages.article("Old", published=date(2026, 11, 1), primary_topic=topic)
    pages.article("New", published=date(2026, 11, 2))

    titles = [title.get_text() for title in _soup(reader, "/articles/").select(".card-title")]
    filtered = [title.get_text() for title in _soup(reader, f"/articles/?topic={topic.pk}").select(".card-title")]

    assert titles == ["New", "Old"]
    assert filtered == ["Old"]


@pytest.mark.parametrize(
    ("number", "status"),
    [("", 200), ("1", 200), ("2", 404), ("0", 404), ("-1", 404), ("banana", 404), ("9" * 5000, 404)],
)
def test_a_leaf_that_is_not_there_is_not_found(reader: Client, number: str, status: int) -> None:
    pages.article()

    assert reader.get(f"/articles/?page={number}").status_code == status


def test_an_unknown_topic_shows_all_articles(reader: Client) -> None:
    page = pages.article()

    assert page.title in reader.get("/articles/?topic=nonsense").content.decode()


def test_queries_do_not_grow_with_the_list(reader: Client) -> None:
    articles = [pages.article(f"Article {number}") for number in range(2)]
    series = pages.series("IR 365", *((page, date(2026, 11, 1)) for page in articles))
    before = queries_of(reader, "/articles/"), queries_of(reader, series.url)
    for number in range(8):
        SeriesMember.objects.create(series=series, article=pages.article(f"Another {number}"), date=date(2026, 11, 2))

    assert (queries_of(reader, "/articles/"), queries_of(reader, series.url)) <= before
