"""A fact is changed in the admin, its consequences are settled, and readers are told in both languages."""

import pytest
from playwright.sync_api import expect

from tests.browser.editing import sign_in
from tests.browser.served import Served
from tests.browser.watched import DESK, NewReader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(own_site: Served) -> Served:
    return own_site


def test_a_changed_fact_is_corrected_in_public(new_reader: NewReader, site: Served) -> None:
    page = new_reader(DESK).page
    sign_in(page, site)
    expect(page.get_by_role("heading", name="Facts that wait for you")).to_be_visible()
    page.goto(f"{site.url}/admin/snippets/facts/fact/?q=2plus2-1.held-on")
    page.get_by_role("link", name="2plus2-1.held-on", exact=True).first.click()
    page.get_by_label("Object date").fill("2018-09-07")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messages")).to_contain_text("published")

    page.goto(f"{site.url}/admin/facts/affected/")
    case = page.locator(".fact-case", has_text="2+2").filter(has_text="source notes").first
    expect(case).to_contain_text("7 September 2018")
    title = case.locator("h2").inner_text()
    case.get_by_role("button", name="Apply").click()
    expect(page.locator(".messages")).to_contain_text("a correction")

    for path, words in (("/corrections/", "7 September 2018"), ("/hi/corrections/", "7 सितंबर 2018")):
        page.goto(f"{site.url}{path}")
        expect(page.locator(".corrections li").first).to_contain_text(words)
    page.goto(f"{site.url}/corrections/")
    page.get_by_role("link", name=title).first.click()
    expect(page.locator("#corrections")).to_contain_text("7 September 2018")
