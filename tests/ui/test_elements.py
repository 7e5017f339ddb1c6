"""The elements in a real browser: they add to a page that already works without them."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop running, in which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("TAYARI_CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def address(live_server: Any, settings: Any) -> str:
    settings.SITE = replace(settings.SITE, demo=True)
    return f"{live_server.url}/gallery/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield page
    page.close()


def test_the_carousel_says_where_it_is_and_steps_by_button_and_key(phone: Page, address: str) -> None:
    phone.goto(address)
    carousel = phone.locator("card-carousel")
    position = carousel.locator(".carousel-position")

    expect(position).to_have_text("1 of 7")
    carousel.get_by_role("button", name="Next").click()
    expect(position).to_have_text("2 of 7")
    carousel.locator(".carousel-row").focus()
    phone.keyboard.press("End")
    expect(position).to_have_text("7 of 7")
    expect(carousel.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")


def test_without_javascript_each_card_says_its_place_and_the_row_scrolls(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    page.goto(address)

    assert page.locator(".carousel-count").first.inner_text() == "1 of 7"
    assert not page.locator(".carousel-tools").is_visible()
    assert page.locator("theme-switch").inner_text() == ""
    page.context.close()


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_a_source_note_opens_in_place(browser: Browser, address: str, script: bool) -> None:
    page = browser.new_context(java_script_enabled=script, viewport={"width": 360, "height": 740}).new_page()
    page.goto(address)

    notes = page.locator(".source-note:visible")
    expect(notes).to_have_count(0)
    page.locator("a.cite#cite-1").click()
    expect(notes).to_have_count(1)
    page.locator(".source-note-back:visible").click()
    expect(notes).to_have_count(0)
    page.context.close()


def test_on_a_desk_source_notes_stand_in_the_margin(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)

    text = page.locator(".noted > p").first.bounding_box()
    note = page.locator(".noted .source-note").first.bounding_box()

    assert text and note
    assert note["x"] > text["x"] + text["width"]
    assert abs(note["y"] - text["y"]) < 12
    page.close()


def test_the_theme_is_chosen_and_kept(phone: Page, address: str) -> None:
    def paper() -> str:
        return str(phone.evaluate("getComputedStyle(document.body).backgroundColor"))

    phone.emulate_media(color_scheme="light")
    phone.goto(address)
    light = paper()
    phone.get_by_role("button", name="Colours: Dark").click()
    dark = paper()
    phone.reload()

    assert light != dark
    assert paper() == dark
    assert phone.get_by_role("button", name="Colours: Light").is_visible()


@pytest.mark.parametrize("path", ["gallery/", "hi/gallery/"])
def test_nothing_is_wider_than_the_phone_even_at_twice_the_size(
    phone: Page, live_server: Any, settings: Any, path: str
) -> None:
    settings.SITE = replace(settings.SITE, demo=True)
    phone.set_viewport_size({"width": 360, "height": 740})
    phone.goto(f"{live_server.url}/{path}")

    for size in ("100%", "200%"):
        phone.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        wide = phone.evaluate(
            "[...document.querySelectorAll('main *, header *')]"
            ".filter(e => !e.closest('.carousel-row, .site-nav ul, .table-wrap, .visually-hidden, .skip-link'))"
            ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            ".map(e => e.className || e.tagName)"
        )
        assert wide == [], size


def test_targets_are_large_enough_for_a_finger(phone: Page, address: str) -> None:
    phone.goto(address)

    small = phone.evaluate(
        "[...document.querySelectorAll('button, .site-nav a, .site-tools a, .bubbles a, .button')]"
        ".filter(e => e.checkVisibility())"
        ".filter(e => e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24)"
        ".map(e => e.outerHTML)"
    )

    assert small == []
