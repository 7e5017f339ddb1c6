"""An editor writes a how-many question, mends what is refused, sees it as a candidate does, and brings it to ready."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editing import sign_in
from tests.browser.served import Served
from tests.browser.watched import DESK, NewReader

pytestmark = pytest.mark.browser

PLACES = {1: "new-delhi", 2: "washington-dc", 3: "new-delhi", 4: "washington-dc"}

SAVE = "button:not([name]):has-text('Save draft')"
SUBMIT = "button[name=action-submit]"
APPROVE = "button[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])"


def _statement(page: Page, number: int, said: str) -> None:
    row = page.locator("[data-rows=statements] [data-row]").nth(number - 1)
    row.locator("textarea[name*='-text-en']").fill(f"Edition {number} of the dialogue met in {said}.")
    row.locator("textarea[name*='-text-hi']").fill(f"वार्ता का संस्करण {number} {said} में हुआ।")
    row.locator("select[name$='-judged']").select_option("claim")
    row.locator("input[name$='-subject']").fill(f"2plus2-{number}")
    row.locator("input[name$='-predicate']").fill("held_in")
    row.locator("input[name$='-object']").fill(said)
    row.locator("textarea[name*='-why-en']").fill(f"Edition {number} met in {PLACES[number]}.")
    row.locator("textarea[name*='-why-hi']").fill(f"संस्करण {number} {PLACES[number]} में हुआ।")


def _menu(page: Page, act: str) -> None:
    """One of the acts at the foot of the form; the menu opens when it has to."""
    button = page.locator("nav.actions").locator(act).first
    if not button.is_visible():
        page.get_by_role("button", name="More actions").click()
    with page.expect_navigation():
        button.click()


def test_a_how_many_question_from_the_first_word_to_ready(new_reader: NewReader, site: Served) -> None:
    if not site.passwords:
        pytest.skip("the running site names no editor")
    reader = new_reader(DESK)
    page = reader.page
    sign_in(page, site)

    page.goto(f"{site.url}/admin/snippets/bank/question/add/")
    page.get_by_role("link", name="How many", exact=True).click()
    page.locator("input[name=q-ref]").fill("q.browser.places")
    page.locator("textarea[name=q-stem-en]").fill("Consider the following statements about the dialogue:")
    page.locator("textarea[name=q-stem-hi]").fill("वार्ता के बारे में निम्नलिखित कथनों पर विचार कीजिए:")
    page.get_by_role("button", name="Add: statement").click()
    wrong = {"new-delhi": "washington-dc", "washington-dc": "new-delhi"}
    for number, place in PLACES.items():
        _statement(page, number, wrong[place])

    refused = page.locator("question-checks .qf-refusal")
    expect(refused).to_contain_text("all four statements are false: a how-many of four has no option for none")
    _menu(page, SAVE)
    beside = page.locator("#q-statements > .error-message")
    expect(beside).to_contain_text("make one true, leave three, or choose combinations")

    _statement(page, 1, "new-delhi")
    _statement(page, 3, "new-delhi")
    expect(page.locator(".qc-key")).to_contain_text("Key: B")
    _menu(page, SAVE)
    expect(page.locator("question-form .qf-refusal")).to_have_count(0)

    address = page.url.replace("/edit/", "/preview/").split("?")[0]
    phone = page.context.new_page()
    phone.set_viewport_size({"width": 360, "height": 740})
    phone.goto(f"{address}?mode=hi")
    expect(phone.locator("html")).to_have_attribute("lang", "hi")
    expect(phone.get_by_text("उपर्युक्त कथनों में से कितने सही हैं?")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.close()

    edit = page.url
    states = []
    for act in (SUBMIT, APPROVE, APPROVE):
        page.goto(edit)
        _menu(page, act)
        page.goto(f"{site.url}/admin/snippets/bank/question/?q=q.browser.places")
        states.append(page.locator("tr", has_text="q.browser.places").inner_text())
    assert ["language check" in states[0], "fact check" in states[1], "ready" in states[2]] == [True, True, True]
    assert "B" in states[2].split()
