"""An editor writes an article: cites a fact by its name, and has the draft looked over, all in the form."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editing import form_of, sign_in
from tests.browser.kinds import ARTICLE
from tests.browser.served import Served
from tests.browser.watched import DESK, NewReader

pytestmark = pytest.mark.browser
_SELECTED = "String(window.getSelection())"


@pytest.fixture
def form(new_reader: NewReader, site: Served) -> Page:
    page = new_reader(DESK).page
    sign_in(page, site)
    page.goto(form_of(site, ARTICLE))
    return page


def _cite(page: Page, words: str, at: int = 0) -> None:
    """With the keyboard alone, from a text area whose button is next."""
    page.keyboard.press("Tab")
    expect(page.locator(".cite-fact").nth(at)).to_be_focused()
    page.keyboard.press("Enter")
    search = page.locator(".modal input[name=q]")
    expect(search).to_be_focused()
    page.keyboard.type(words)
    choice = page.locator(".modal [data-chooser-modal-choice]", has_text="(2plus2-1.held-on, verified)")
    choice.first.focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("words", ["2+2 held_on 2018", "टू प्लस टू held_on 2018"], ids=["en", "hi"])
def test_a_fact_is_cited_where_the_cursor_stands(form: Page, words: str) -> None:
    summary = form.locator("#id_summary")
    summary.fill("It first met on .")
    summary.evaluate("field => field.setSelectionRange(16, 16)")
    _cite(form, words)

    expect(summary).to_have_value("It first met on [6 September 2018](fact:2plus2-1.held-on).")
    expect(summary).to_be_focused()
    form.keyboard.type(" in September")
    expect(summary).to_have_value("It first met on [6 September 2018](fact:2plus2-1.held-on) in September.")


def test_selected_words_are_cited_and_who_closes_the_dialog_is_back_at_the_button(form: Page) -> None:
    summary = form.locator("#id_summary")
    summary.fill("पहली बैठक उस दिन हुई।")
    summary.evaluate("field => field.setSelectionRange(10, 16)")
    _cite(form, "2+2 held_on 2018")
    expect(summary).to_have_value("पहली बैठक [उस दिन](fact:2plus2-1.held-on) हुई।")

    form.locator(".cite-fact").first.press("Enter")
    expect(form.locator(".modal input[name=q]")).to_be_focused()
    form.keyboard.press("Escape")
    expect(form.locator(".cite-fact").first).to_be_focused()


def test_a_live_post_is_given_the_words_of_its_fields_language(form: Page, site: Served) -> None:
    form.goto(f"{site.url}/admin/snippets/live/post/add/")
    text = form.locator("#id_text_hi")
    text.focus()
    _cite(form, "2+2 held_on 2018", at=1)

    expect(text).to_have_value("[6 सितंबर 2018](fact:2plus2-1.held-on)")


def test_a_block_that_is_added_has_the_button_too(form: Page) -> None:
    before = form.locator(".cite-fact:visible").count()
    form.locator("[data-streamfield-stream-container] [data-streamfield-stream-container]").first.locator(
        "button[title='Insert a block']"
    ).first.click()
    form.get_by_role("option", name="Text", exact=True).click()

    expect(form.locator(".cite-fact:visible")).to_have_count(before + 1)


def test_the_linter_finds_in_the_form_leads_to_the_words_and_is_told_why_they_may_stand(form: Page) -> None:
    form.locator("#id_summary").fill("The first 2+2 met on 7 September 2018 in New Delhi.")
    panel = form.locator("lint-draft")
    panel.get_by_role("link", name="Look over this draft").click()

    finding = panel.locator("[data-finding]", has_text="7 September 2018").first
    expect(finding).to_contain_text("fact.date")
    expect(finding).to_contain_text("6 September 2018")
    finding.get_by_role("button", name="Show in the text").click()
    expect(form.locator("#id_summary")).to_be_focused()
    assert form.evaluate(_SELECTED) in "The first 2+2 met on 7 September 2018 in New Delhi."

    finding.get_by_label("It may stand, because").fill("a test of the panel")
    finding.get_by_role("button", name="Dismiss").click()
    expect(panel).to_contain_text("Dismissed. It stays quiet until its sentence or the fact changes.")
    panel.get_by_role("link", name="Look over this draft").click()
    expect(panel.locator("[data-finding]", has_text="7 September 2018")).to_have_count(0)
