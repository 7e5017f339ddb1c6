"""Editors at the desk: words are kept and published with the keyboard, arrive at another, and are never overwritten."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.editing import form_of, sign_in
from tests.browser.kinds import BRIEFING, EVENT
from tests.browser.served import Served
from tests.browser.watched import DESK, PHONE, NewReader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(own_site: Served) -> Served:
    return own_site


def _text(page: Page, language: str = "en") -> Locator:
    return page.locator(f"#id_text_{language}")


_DROP = """text => new Promise(done => {
    const canvas = document.createElement("canvas");
    canvas.width = 900; canvas.height = 600;
    const draws = canvas.getContext("2d");
    draws.fillStyle = "teal"; draws.fillRect(0, 0, 900, 600);
    canvas.toBlob(blob => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([blob], "square.png", {type: "image/png"}));
        text.dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer}));
        done();
    });
})"""


def _desk(site: Served, path: str) -> str:
    return form_of(site, path).replace("/pages/", "/live/").replace("/edit/", "/desk/")


def _add_a_picture(page: Page, axe: str) -> None:
    """Dropped on the text, refused without words, then the post's."""
    _text(page).evaluate(_DROP)
    dialog = page.get_by_role("dialog", name="A new picture")
    add = dialog.get_by_role("button", name="Add it to the post")
    add.click()
    expect(dialog).to_contain_text("Say what it shows")
    expect(dialog.get_by_label("Alternative text (English)")).to_be_focused()
    page.keyboard.type("A teal square")
    assert violations(page, axe, ".desk-dialog") == []
    assert dialog.evaluate("it => it.scrollWidth - it.clientWidth") <= 0
    add.click()
    expect(dialog).to_be_hidden()
    expect(page.locator("[data-picture] .chooser__title")).to_have_text("A teal square")


def _open_the_next_edition(page: Page) -> None:
    page.get_by_text("Open the next edition").click()
    page.get_by_label("Day").fill("2099-01-02")
    page.get_by_label("Title (English)").last.fill("The week to 2 January")
    page.get_by_role("button", name="Open it").click()
    expect(page.locator(".messages")).to_contain_text("The edition of 2099-01-02 is open")
    expect(page.get_by_label("Edition").locator("option:checked")).to_have_text("2099-01-02")


def test_words_are_kept_published_pinned_and_brought_together(new_reader: NewReader, site: Served, axe: str) -> None:
    reader = new_reader(DESK)
    # The connection is cut on purpose, and a stale edit is answered with 409.
    for expected in ("net::ERR_", "status of 409"):
        reader.watch.expect(expected)
    page = reader.page
    sign_in(page, site)
    desk = _desk(site, BRIEFING)
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
    expect(_text(page)).to_be_focused()
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

    page.bring_to_front()
    _add_a_picture(page, axe)

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

    # The picture of the draft is the next post's; the next edition takes it; what is closed begins an article.
    expect(page.locator("[data-picture] .chooser__title")).to_have_text("A teal square")
    _text(page).press("Control+Enter")
    expect(first.get_by_role("img", name="A teal square")).to_be_visible()
    _open_the_next_edition(page)
    page.goto(_desk(site, EVENT))
    page.get_by_role("button", name="Begin an article from the key events").click()
    expect(page.locator(".messages")).to_contain_text("Nobody sees it before you publish it")
    expect(page.locator("textarea[name=title], input[name=title]")).not_to_be_empty()
