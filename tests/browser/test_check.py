"""Somebody pastes a page at /check/ and follows the findings."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.watched import DESK, PHONE, NewReader, Reader

pytestmark = pytest.mark.browser

WRONG = """# India–US 2+2

The second India–US 2+2 was held in Washington on 18 December 2018. It was a masterstroke.

Officials prepared each meeting for months.
"""


def paste(reader: Reader, text: str, prefix: str = "") -> None:
    reader.go(f"{prefix}/check/")
    reader.page.locator("textarea").fill(text)
    reader.page.locator(".check-form button").click()
    reader.page.wait_for_selector(".check-text")


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_a_pasted_page_shows_claim_fact_source_and_wording_beside_its_words(
    new_reader: NewReader, javascript: bool
) -> None:
    reader = new_reader(DESK, javascript=javascript)
    paste(reader, WRONG)
    page = reader.page

    expect(page.locator("mark.found").first).to_have_text("18 December 2018")
    card = page.locator(".finding").first
    expect(card.locator(".finding-write")).to_contain_text("2019")
    expect(card.locator(".finding-fact a").first).to_have_attribute("href", "/entities/2plus2-2/")
    expect(page.locator(".check-coverage")).to_contain_text("Silence is not agreement.")
    words, beside = page.locator("mark.found").first.bounding_box(), card.bounding_box()
    assert words and beside
    assert beside["x"] > words["x"]
    assert abs(beside["y"] - words["y"]) < 60


def test_a_finding_can_be_followed_to_its_card_and_back(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    paste(reader, WRONG)

    reader.page.locator("a[href='#finding-1']").click()
    expect(reader.page.locator("#finding-1")).to_be_in_viewport()
    reader.page.locator("a[href='#words-1']").click()
    expect(reader.page.locator("#words-1")).to_be_in_viewport()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_the_results_have_no_violation(new_reader: NewReader, axe: str, prefix: str) -> None:
    reader = new_reader(PHONE)
    paste(reader, WRONG, prefix)

    assert violations(reader.page, axe) == []
