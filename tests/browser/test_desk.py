"""An editor at the desk: words are kept, published with the keyboard, and what another publishes arrives."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.editing import form_of, sign_in
from tests.browser.kinds import BRIEFING
from tests.browser.served import Served
from tests.browser.watched import DESK, NewReader

pytestmark = pytest.mark.browser


def test_words_are_kept_published_with_the_keyboard_and_arrive_at_another_desk(
    new_reader: NewReader, site: Served, axe: str
) -> None:
    page = new_reader(DESK).page
    sign_in(page, site)
    page.goto(form_of(site, BRIEFING).replace("/pages/", "/live/").replace("/edit/", "/desk/"))
    page.get_by_label("Text (English)").first.fill("The talks have begun.")
    expect(page.locator("[data-kept]")).to_contain_text("Draft kept at")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_label("Text (English)").first).to_have_value("The talks have begun.")

    page.get_by_label("Text (English)").first.press("Control+Enter")

    expect(page.locator(".messages")).to_contain_text("is public")
    expect(page.locator(".desk-post").first).to_contain_text("The talks have begun.")
    expect(other.locator(".desk-post").first).to_contain_text("The talks have begun.")
    page.get_by_label("Text (English)").first.press("Control+.")
    expect(page.locator(".desk-post").first).to_be_focused()
    assert violations(page, axe, ".desk") == []
    page.set_viewport_size({"width": 360, "height": 780})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".desk-post").first.focus()
    page.keyboard.press("e")
    expect(page.get_by_label("Reason")).to_be_visible()
