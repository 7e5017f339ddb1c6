"""Editors at the desk: words are kept and published with the keyboard, arrive at another, and are never overwritten."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.editing import form_of, sign_in
from tests.browser.kinds import BRIEFING
from tests.browser.served import Served
from tests.browser.watched import DESK, PHONE, NewReader

pytestmark = pytest.mark.browser


def _text(page: Page, language: str = "en") -> Locator:
    return page.locator(f"#id_text_{language}")


def test_words_are_kept_published_pinned_and_brought_together(new_reader: NewReader, site: Served, axe: str) -> None:
    reader = new_reader(DESK)
    # The connection is cut on purpose, and a stale edit is answered with 409.
    for expected in ("net::ERR_", "status of 409"):
        reader.watch.expect(expected)
    page = reader.page
    sign_in(page, site)
    desk = form_of(site, BRIEFING).replace("/pages/", "/live/").replace("/edit/", "/desk/")
    page.goto(desk)
    first = page.locator(".desk-post").first
    expect(_text(page)).to_be_focused()

    # Kept while it is written, found at another desk, published from the keyboard, and told there.
    page.keyboard.type("The talks have begun.")
    _text(page, "hi").fill("वार्ता शुरू हुई।")
    expect(page.locator("[data-kept]")).to_contain_text("Draft kept at")
    other = page.context.new_page()
    reader.watch.attach(other)
    other.goto(page.url)
    expect(_text(other, "hi")).to_have_value("वार्ता शुरू हुई।")
    _text(page).press("Control+Enter")
    expect(page.locator(".messages")).to_contain_text("is public")
    expect(other.locator(".desk-post").first).to_contain_text("The talks have begun.")

    # Pinned in place: what was typed an instant before stays where it is.
    page.keyboard.type("Nobody has lef")
    page.keyboard.press("Control+.")
    expect(first).to_be_focused()
    page.keyboard.press("p")
    expect(first.locator(".desk-when")).to_contain_text("Pinned")
    expect(first).to_be_focused()
    expect(_text(page)).to_have_value("Nobody has lef")

    # Two edit one post: who saves second is shown both wordings, and nothing is overwritten.
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.keyboard.press("e")
    expect(page.get_by_label("Reason")).to_be_visible()
    other.goto(page.url)
    for one, words in ((page, "The talks began at ten."), (other, "The talks began late.")):
        _text(one).fill(words)
        one.get_by_label("Reason").fill("to be exact")
    _text(page).press("Control+Enter")
    page.wait_for_url(desk)
    _text(other).press("Control+Enter")
    expect(other.locator(".desk-stale")).to_contain_text("The talks began at ten.")
    expect(_text(other)).to_have_value("The talks began late.")
    expect(_text(page)).to_have_value("Nobody has lef")

    # Without a connection nothing is sent and nothing is lost, also over a reload.
    page.context.set_offline(True)
    _text(page).fill("Nobody has left.")
    _text(page).press("Control+Enter")
    expect(page.locator("[data-kept]")).to_contain_text("Your words wait in this window")
    page.context.set_offline(False)
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(_text(page)).to_have_value("Nobody has left.")
    expect(page.locator("[data-kept]")).to_contain_text("Draft kept at")

    first.focus()
    page.keyboard.press("d")
    page.keyboard.type("a test")
    page.keyboard.press("Enter")
    expect(first).to_contain_text("This post was taken down.")
    assert violations(page, axe, ".desk") == []
