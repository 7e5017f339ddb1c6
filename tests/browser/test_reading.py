"""What a reader does: reads, follows, searches, changes language and colours, loses the way and finds it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import ARTICLE, BRIEFING, EVENT
from tests.browser.watched import DESK, PHONE, NewReader, Reader

pytestmark = pytest.mark.browser


def test_an_article_says_who_when_and_from_what(reader: Reader) -> None:
    reader.go(ARTICLE)

    page = reader.page
    expect(page.locator("h1")).to_contain_text("2+2")
    line = page.locator(".article-head .facts-line")
    for words in ("Tayari desk", "Published", "Facts as of", "min read", "sources"):
        expect(line).to_contain_text(words)
    expect(page.locator(".summary").first).to_be_visible()
    assert page.locator("section.part").count() >= 5
    expect(page.get_by_role("heading", name="Corrections")).to_be_visible()
    expect(page.get_by_role("link", name="Report a mistake")).to_be_visible()


def test_a_citation_shows_its_source(reader: Reader) -> None:
    reader.go(ARTICLE)

    cite = reader.page.locator("section.part a.cite, section.part .cite").first
    cite.scroll_into_view_if_needed()
    cite.click()

    note = reader.page.locator(".source-note:visible, [popover]:popover-open, details[open] li:visible").first
    expect(note).to_be_visible()


def test_resources_of_an_article_say_their_position(new_reader: NewReader) -> None:
    reader = new_reader(DESK)
    reader.go(ARTICLE)
    total = reader.page.locator("#resources .carousel-item").count()

    # A wide row shows several cards at once: "1–3 of 6".
    at_start = re.compile(rf"^1(–\d+)? of {total}$")
    expect(reader.page.locator(".resources .carousel-position")).to_have_text(at_start)
    reader.page.locator('.resources .carousel-step[data-step="1"]').click()

    expect(reader.page.locator(".resources .carousel-position")).not_to_have_text(at_start)
    kinds = {card.get_attribute("data-kind") for card in reader.page.locator("#resources .card").all()}
    assert len(kinds) >= 3


def test_a_series_counts_its_articles_and_remembers_what_was_read(reader: Reader) -> None:
    page = reader.page
    reader.go("/series/ir-365/")
    expect(page.locator(".list-head .facts-line")).to_contain_text("6 articles")
    expect(page.locator(".series-entries li")).to_have_count(6)

    page.locator(".series-title a").first.click()
    page.locator("read-mark").scroll_into_view_if_needed()
    reader.wait_until("Object.keys(localStorage).some(name => name.includes('read'))")
    reader.go("/series/ir-365/")

    expect(page.locator(".series-progress").last).to_contain_text("1 of 6")


def test_an_article_leads_to_its_neighbours_in_the_series(reader: Reader) -> None:
    reader.go("/articles/dtti-and-defence-industry/")

    reader.page.locator(".neighbours a[rel=prev]").click()

    expect(reader.page.locator("h1")).to_contain_text(re.compile("space", re.IGNORECASE))
    expect(reader.page.locator(".neighbours a[rel=next]")).to_be_visible()


def test_a_closed_event_says_so_and_each_post_has_an_address(reader: Reader) -> None:
    reader.go(EVENT)
    page = reader.page
    expect(page.get_by_text("This coverage is closed")).to_be_visible()
    expect(page.locator(".post")).to_have_count(10)
    expect(page.locator(".key-events")).to_be_visible()

    page.locator(".post-number").nth(4).click()

    expect(page).to_have_url(re.compile("#post-"))
    fragment = page.url.partition("#")[2]
    expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()
    numbers = [int(words.split()[-1]) for words in page.locator(".post-number").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)


def test_a_briefing_has_dated_editions(reader: Reader) -> None:
    reader.go(BRIEFING)

    expect(reader.page.locator(".edition")).to_have_count(3)
    expect(reader.page.locator(".edition .coverage-state").first).to_contain_text("2026")


@pytest.mark.parametrize(
    ("query", "found"),
    [("2+2", "2+2"), ("GSOMIA", "GSOMIA"), ("संवाद", "संवाद")],
)
def test_search_finds_what_was_typed(reader: Reader, query: str, found: str) -> None:
    page = reader.page
    reader.go("/")
    page.locator("#site-search-q").fill(query)
    page.locator("#site-search-q").press("Enter")

    expect(page.locator(".search-hit").first).to_be_visible()
    expect(page.locator(".search-hits")).to_contain_text(found)


@pytest.mark.parametrize("query", ["'", '"', '"2+2', "AND", "*", "संविधान", "%", "(", "\\"])
def test_no_query_breaks_search(new_reader: NewReader, query: str) -> None:
    reader = new_reader(DESK)
    reader.go("/search/")
    reader.page.locator("#q").fill(query)
    reader.page.locator("#q").press("Enter")

    expect(reader.page.locator(".search-hit, .search-none").first).to_be_visible()
    expect(reader.page.locator("#q")).to_have_value(query)


def test_the_language_switch_stays_on_the_page(reader: Reader) -> None:
    page = reader.page
    for path in (ARTICLE, "/mocks/india-us-relations/", "/topics/", EVENT, "/search/?q=2%2B2"):
        reader.go(path)
        page.locator('.site-languages a[hreflang="hi"]').click()
        expect(page).to_have_url(reader.url + "/hi" + path)
        expect(page.locator("html")).to_have_attribute("lang", "hi")
        page.locator('.site-languages a[hreflang="en"]').click()
        expect(page).to_have_url(reader.url + path)


def test_the_theme_is_the_readers_choice_and_stays(reader: Reader) -> None:
    page = reader.page
    reader.go("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")

    page.locator(".theme-button").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    reader.go(ARTICLE)

    assert dark != light
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_a_lost_reader_is_told_what_to_do(reader: Reader) -> None:
    reader.watch.expect("status of 404")
    for path in ("/no-such-page/", "/hi/no-such-page/", "/articles/india-us-22-dialogue/"):
        answer = reader.page.goto(reader.url + path)

        assert answer is not None
        assert answer.status == 404
        expect(reader.page.locator("main form[role=search]")).to_be_visible()
        assert reader.page.locator("main a").count() >= 3


def test_topics_lead_down_the_tree_to_articles(reader: Reader) -> None:
    page = reader.page
    reader.go("/topics/gs2.ir.bilateral.us/")

    expect(page.locator(f'main a[href="{ARTICLE}"]').first).to_be_visible()
    expect(page.locator("nav.breadcrumbs a, .breadcrumbs a").first).to_be_visible()


def test_days_lead_to_each_other_and_to_today(reader: Reader) -> None:
    page = reader.page
    reader.go("/today/")
    expect(page.locator("h1 .now")).to_be_visible()

    reader.go("/2026/11/22/")
    expect(page.locator("main .card").first).to_be_visible()
    page.locator(".day-ways a[rel=prev]").click()

    expect(page).to_have_url(f"{reader.url}/2026/11/21/")


def test_the_skip_link_comes_first_and_works(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    reader.go(ARTICLE)

    reader.page.keyboard.press("Tab")
    expect(reader.page.locator(".skip-link")).to_be_focused()
    reader.page.keyboard.press("Enter")

    expect(reader.page.locator("#main")).to_be_focused()
