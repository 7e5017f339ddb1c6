"""What leaves the site for others to read: feed, sitemap, robots, Open Graph and schema.org."""

import json
import re
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from tayari.articles.models import ArticlePage
from tayari.discovery import structured
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Post
from tayari.mocks.models import Paper
from tayari.site.models import HomePage

pytestmark = pytest.mark.django_db

HOST = "http://127.0.0.1:8000"
_SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def graph(thing: Any, language: str = "en") -> dict[str, Any]:
    described = structured.described(thing, language)
    assert described and described.graph
    match = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', described.graph, re.DOTALL)
    assert match
    assert "<" not in match[1]
    return dict(json.loads(match[1]))


@pytest.mark.parametrize(("path", "language", "count"), [("/feed.xml", "en", 2), ("/hi/feed.xml", "hi", 1)])
def test_the_feed_is_xml_with_whole_addresses(
    path: str, language: str, count: int, small: None, client: Client
) -> None:
    answer = client.get(path)

    channel = ElementTree.fromstring(answer.content).find("channel")  # noqa: S314 — our own answer
    assert channel is not None
    assert channel.findtext("language") == language
    items = channel.findall("item")
    assert len(items) == count
    for item in items:
        assert str(item.findtext("link")).startswith(f"{HOST}/" if language == "en" else f"{HOST}/hi/")
        assert "](" not in str(item.findtext("description"))
        assert item.findtext("pubDate")


def test_the_newest_article_is_first_in_the_feed(small: None, client: Client) -> None:
    channel = ElementTree.fromstring(client.get("/feed.xml").content).find("channel")  # noqa: S314 — our own answer

    assert channel is not None
    assert [item.findtext("title") for item in channel.findall("item")] == [
        "New Delhi as a host",
        "The first 2+2 meeting: one table",
    ]


def test_the_sitemap_names_each_pages_other_language(article: ArticlePage, client: Client) -> None:
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 — our own answer

    addresses = {
        str(url.findtext("s:loc", namespaces=_SITEMAP)): {
            str(link.get("hreflang")): str(link.get("href")) for link in url.findall("x:link", _SITEMAP)
        }
        for url in tree.findall("s:url", _SITEMAP)
    }
    both = {
        "en": f"{HOST}/articles/first-2-plus-2/",
        "hi": f"{HOST}/hi/articles/first-2-plus-2/",
    }
    assert addresses[both["en"]] == addresses[both["hi"]] == both
    assert addresses[f"{HOST}/mocks/first-2-plus-2/"]["hi"] == f"{HOST}/hi/mocks/first-2-plus-2/"
    assert addresses[f"{HOST}/articles/the-capital/"] == {"en": f"{HOST}/articles/the-capital/"}
    assert f"{HOST}/topics/pre.gs1.ir/" in addresses
    assert not any("sittings" in address or "admin" in address for address in addresses)


def test_robots_closes_search_in_every_language(small: None, client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().split("\n")

    assert {"Disallow: /search/", "Disallow: /hi/search/", "Disallow: /admin/"} <= set(lines)
    assert f"Sitemap: {HOST}/sitemap.xml" in lines


def test_an_article_is_described_with_its_sources_and_its_twin(article: ArticlePage) -> None:
    told = graph(article)

    assert (told["@type"], told["headline"]) == ("Article", "The first 2+2 meeting: one table")
    assert told["description"] == "The first meeting was held in New Delhi. It began a dialogue."
    assert {one["url"] for one in told["citation"]} == {"https://example.org/js", "https://example.org/news"}
    assert told["workTranslation"][0]["url"] == f"{HOST}/hi/articles/first-2-plus-2/"
    assert told["correction"][0]["datePublished"] == "2026-11-21"
    assert told["isPartOf"][0]["name"] == "IR 365"


def test_a_title_cannot_end_the_data_block(article: ArticlePage) -> None:
    article.title = "</script><script>alert(1)</script> & \u2028"
    article.save()

    assert graph(article)["headline"] == article.title


def test_a_quiz_holds_no_question_and_no_answer(small: None) -> None:
    paper = Paper.objects.get()

    told = graph(paper)

    assert (told["@type"], told["timeRequired"]) == ("Quiz", "PT120S")
    written = json.dumps(told, ensure_ascii=False)
    for secret in ("hasPart", "acceptedAnswer", "suggestedAnswer", "On which day", "Consider", "6 September", "joint"):
        assert secret not in written


def test_a_live_page_is_described_post_by_post(small: None) -> None:
    page = CoveragePage.objects.get(locale__language_code="en")

    told = graph(page)

    assert (told["@type"], told["coverageEndTime"]) == ("LiveBlogPosting", "2026-11-22")
    assert [post["articleBody"] for post in told["liveBlogUpdate"]] == [
        "The meeting closed.",
        "The meeting opened (en).",
    ]


def test_a_live_pages_dates_stay_when_a_post_is_edited_or_taken_down(small: None) -> None:
    page = CoveragePage.objects.get(locale__language_code="en")
    first, second = Post.objects.filter(coverage_key=page.translation_key).order_by("published_at", "number")
    begun, end = first.published_at, second.published_at + timedelta(days=3)
    posts.edit(second, title={"en": "Closed"}, by=None, now=end)
    posts.delete(first, by=None, now=end - timedelta(days=1))
    page.last_published_at = begun

    told = graph(page)

    assert (told["datePublished"], told["dateModified"]) == (begun.isoformat(), end.isoformat())
    (update,) = told["liveBlogUpdate"]
    assert (update["datePublished"], update["dateModified"]) == (second.published_at.isoformat(), end.isoformat())

    page.last_published_at = end + timedelta(days=1)
    assert graph(page)["dateModified"] == page.last_published_at.isoformat()


def test_home_is_called_by_the_sites_name(small: None, settings: Any) -> None:
    described = structured.described(HomePage.objects.get(locale__language_code="hi"), "hi")

    assert described
    assert (described.title, described.url) == (settings.SITE.name, f"{HOST}/hi/")


@pytest.mark.parametrize("path", ["/articles/first-2-plus-2/", "/mocks/first-2-plus-2/", "/live/the-brief/", "/"])
@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_a_page_has_one_address_of_its_own(path: str, prefix: str, small: None, client: Client) -> None:
    answer = client.get(f"{prefix}{path}")

    text = answer.content.decode()
    assert answer.status_code == 200
    assert re.findall(r'<link rel="canonical" href="([^"]*)">', text) == [f"{HOST}{prefix}{path}"]
    assert len(re.findall(r'<meta property="og:title"', text)) == 1
