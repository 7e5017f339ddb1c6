"""Every link of the site leads somewhere, and no page says what a page must not say."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from tests.browser.crawler import Crawl, crawl
from tests.browser.served import Served

pytestmark = pytest.mark.browser

# What is left in a page when a template, a formatter or a translation failed.
_MARKS = re.compile(
    r"\{\{|\}\}|\{%|%\}|%\(\w+\)|\]\(\w+:|\*\*|\bNone\b(?! of)|\bundefined\b|\bNaN\b|\[object "
    r"|&(?:amp|lt|gt|quot|nbsp|#\d+);|(?<![\d.,:])0 (?:min|h|मिनट|घंटे)\b|\b\d{3,}\s?m\b"
    r"|\bTODO\b|\bFIXME\b|[Ll]orem ipsum|\bmsgid\b|\bfuzzy\b"
)
_NOT_TEXT = {"script", "style", "template", "title"}


@pytest.fixture(scope="module")
def crawled(site: Served) -> Crawl:
    return crawl(site.url, "/", "/hi/")


def texts(soup: BeautifulSoup) -> Iterator[str]:
    for node in soup.find_all(string=True):
        if type(node) is NavigableString and node.parent is not None and node.parent.name not in _NOT_TEXT:
            yield str(node)


def test_every_link_leads_somewhere(crawled: Crawl) -> None:
    assert not crawled.broken, "\n".join(crawled.broken)
    assert len(list(crawled.html)) > 100


def test_every_fragment_names_a_place(crawled: Crawl) -> None:
    lost = []
    for (address, fragment), origin in crawled.fragments.items():
        page = crawled.pages.get(address)
        if page is not None and page.soup is not None and page.soup.find(id=fragment) is None:
            lost.append(f"{address}#{fragment} (from {origin})")
    assert not lost, "\n".join(lost)


def test_no_page_shows_what_failed_behind_it(crawled: Crawl) -> None:
    found = []
    for page in crawled.html:
        assert page.soup is not None
        for text in texts(page.soup):
            if match := _MARKS.search(text):
                found.append(f"{page.url}: {match[0]!r} in {text.strip()[:120]!r}")
    assert not found, "\n".join(found)


def test_no_heading_is_empty_and_no_title_repeats(crawled: Crawl) -> None:
    wrong = []
    titles = defaultdict(list)
    for page in crawled.html:
        assert page.soup is not None
        headings = [heading.get_text(" ", strip=True) for heading in page.soup.find_all(["h1", "h2", "h3", "h4"])]
        if not all(headings):
            wrong.append(f"{page.url}: an empty heading")
        if len(page.soup.find_all("h1")) != 1 and page.status < 300:
            wrong.append(f"{page.url}: {len(page.soup.find_all('h1'))} headings of the first level")
        if page.soup.title is not None and "?" not in page.url and page.status < 300:
            titles[page.soup.title.get_text()].append(page.url)
    assert not wrong, "\n".join(wrong)
    repeated = [f"{title!r}: {urls[:4]}" for title, urls in titles.items() if len(urls) > 1]
    assert not repeated, "\n".join(repeated)


def link_name(link: Tag) -> str:
    """What a screen reader calls a link."""
    label = str(link.get("aria-label") or "")
    pictures = " ".join(str(picture.get("alt") or "") for picture in link.find_all("img"))
    return " ".join((label or f"{link.get_text(' ')} {pictures}").split())


def test_links_to_different_places_read_differently(crawled: Crawl) -> None:
    """The page to beat has three links in a row that read "Start Test"."""
    found = []
    for page in crawled.html:
        assert page.soup is not None
        targets: dict[str, set[str]] = defaultdict(set)
        for link in page.soup.find_all("a", href=True):
            if link.find_parent("sup") is None:
                targets[link_name(link)].add(str(link["href"]))
        found += [
            f"{page.url}: {name!r} leads to {sorted(urls)[:4]}"
            for name, urls in targets.items()
            if len(urls) > 1 or not name
        ]
    assert not found, "\n".join(found)
