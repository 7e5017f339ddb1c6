"""Pages of the ui itself: missing, broken, the gallery, the accent; and what every page's frame promises."""

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation

COMPONENTS = (
    ".card", "card-carousel", ".timeline", ".organisation", ".source-note", ".sources", ".summary", ".facts-line",
    ".contents", ".notice", ".empty", ".progress", ".picture", "share-page", ".breadcrumbs", ".pagination",
    ".neighbours", ".field", ".button", "table", ".definitions", ".bubble",
)  # fmt: skip


@pytest.fixture
def demo(settings: Any) -> None:
    settings.SITE = replace(settings.SITE, demo=True)


def soup(content: bytes | str) -> BeautifulSoup:
    return BeautifulSoup(content, "html.parser")


@pytest.mark.parametrize(
    ("address", "language", "heading"),
    [
        ("/no/such/page/", "en", "There is no page at this address"),
        ("/hi/no/such/page/", "hi", "इस पते पर कोई पृष्ठ नहीं है"),
    ],
)
def test_a_missing_page_says_so_and_offers_a_search(
    client: Client, db: None, address: str, language: str, heading: str
) -> None:
    response = client.get(address)
    page = soup(response.content)

    assert response.status_code == 404
    assert page.html["lang"] == language
    assert page.h1.get_text() == heading
    assert page.select_one("main form[role=search] input[name=q]")


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Something broke on our side"), ("hi", "हमारी ओर से कुछ गड़बड़ हुई")]
)
def test_the_page_for_errors_does_not_touch_the_database(db: None, language: str, heading: str) -> None:
    with CaptureQueriesContext(connection) as seen, translation.override(language):
        text = render_to_string("500.html", request=RequestFactory().get("/"))

    assert len(seen) == 0
    assert soup(text).h1.get_text() == heading


def test_the_gallery_is_for_development_and_demos_only(client: Client, db: None) -> None:
    assert client.get("/gallery/").status_code == 404


@pytest.mark.parametrize("address", ["/gallery/", "/hi/gallery/"])
def test_the_gallery_shows_every_component(client: Client, db: None, demo: None, address: str) -> None:
    page = soup(client.get(address).content)

    assert [selector for selector in COMPONENTS if not page.select_one(selector)] == []


@pytest.mark.parametrize("address", ["/gallery/", "/hi/gallery/", "/accounts/login/", "/hi/accounts/signup/"])
def test_a_page_obeys_the_policy_of_content_and_names_things_once(
    client: Client, db: None, demo: None, address: str
) -> None:
    page = soup(client.get(address).content)
    ids = [tag["id"] for tag in page.select("[id]")]

    assert page.select("[style], style, script:not([src])") == []
    assert [tag.name for tag in page.find_all(lambda tag: any(name.startswith("on") for name in tag.attrs))] == []
    assert len(ids) == len(set(ids))
    assert len(page.select("h1")) == 1
    assert page.select_one('a.skip-link[href="#main"]')
    assert page.select_one("main#main")


def test_every_link_of_cards_says_something_of_its_own(client: Client, db: None, demo: None) -> None:
    cards = soup(client.get("/gallery/").content).select(".cards .card")

    texts = [card.select_one("a").get_text(strip=True) for card in cards]

    assert all(len(card.select("a")) == 1 for card in cards)
    assert len(set(texts)) == len(texts) == 7
    assert "Start: India–US 2+2" in texts


def test_labels_and_facts_are_never_glued(client: Client, db: None, demo: None) -> None:
    mock = soup(client.get("/gallery/").content).select_one('.card[data-kind="mock"]')

    assert " ".join(mock.get_text().split()) == (
        "Mock India–US relations: 25 questions 20 questions · 19 s each · 6 min 20 s Start: India–US 2+2"
    )


def test_a_picture_says_its_size_and_what_it_shows(client: Client, db: None, demo: None) -> None:
    picture = soup(client.get("/gallery/").content).select_one(".picture img")

    assert (picture["width"], picture["height"], picture["alt"]) == ("1200", "675", "Three bubbles, one filled.")


def test_only_the_scripts_of_the_page_are_fetched_ahead(client: Client, db: None, demo: None) -> None:
    def ahead(address: str) -> set[str]:
        found = soup(client.get(address).content).select("link[rel=preload]")
        return {link["href"].rsplit("/", 1)[1] for link in found}

    assert ahead("/gallery/") == {"tiro-latin.woff2", "mukta-latin-400.woff2", "mukta-latin-600.woff2"}
    assert ahead("/hi/gallery/") == {"tiro-devanagari.woff2", "tiro-latin.woff2"}
    assert {name for name in ahead("/hi/accounts/login/") if "devanagari" in name} == {"mukta-devanagari.woff2"}


def test_the_accent_of_the_site_replaces_the_blue_in_both_themes(client: Client, settings: Any) -> None:
    settings.SITE = replace(settings.SITE, accent="#7a1f5c")

    response = client.get("/accent.css")

    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "--blue:light-dark(#7a1f5c,oklch(from #7a1f5c " in response.text


def test_an_accent_that_is_no_colour_changes_nothing(client: Client, settings: Any) -> None:
    settings.SITE = replace(settings.SITE, accent="red;} body{display:none")

    assert client.get("/accent.css").text == ""


def test_a_sponsor_shows_only_when_the_operator_names_one(db: None, settings: Any) -> None:
    request = RequestFactory().get("/")
    assert render_to_string("ui/components/sponsor.html", {}, request=request).strip() == ""

    settings.SITE = replace(settings.SITE, sponsor_name="Name", sponsor_url="https://example.org/")

    shown = soup(render_to_string("ui/components/sponsor.html", {}, request=request))
    assert (shown.aside["aria-label"], shown.a["href"], shown.a["rel"]) == (
        "Sponsor",
        "https://example.org/",
        ["sponsored", "noopener"],
    )
