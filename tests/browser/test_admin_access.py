"""The admin's pages of ours, with something on them: axe finds nothing to object to, and an editor's decisions show."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.brought import word_file
from tests.browser.editing import form_of, sign_in
from tests.browser.kinds import ARTICLE
from tests.browser.served import Served
from tests.browser.watched import DESK, NewReader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(own_site: Served) -> Served:
    return own_site


@pytest.fixture
def page(new_reader: NewReader, site: Served) -> Page:
    page = new_reader(DESK).page
    sign_in(page, site)
    return page


def _accessible(page: Page, axe: str, *within: str) -> None:
    assert violations(page, axe, *(within or ("main",))) == []
    page.set_viewport_size(DESK)  # type: ignore[arg-type]


def test_the_queues_of_the_facts(page: Page, site: Served, axe: str) -> None:
    page.goto(f"{site.url}/admin/snippets/facts/fact/?q=2plus2-1.held-on")
    page.get_by_role("link", name="2plus2-1.held-on", exact=True).first.click()
    page.get_by_label("Object date").fill("2020-01-15")
    page.get_by_label("Review by").fill("2026-01-01")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messages")).to_contain_text("published")

    page.goto(f"{site.url}/admin/facts/affected/")
    expect(page.locator(".fact-case").first).to_contain_text("15 January 2020")
    _accessible(page, axe)

    page.goto(f"{site.url}/admin/facts/to-check/")
    expect(page.locator("main tbody")).to_contain_text("2plus2-1.held-on")
    _accessible(page, axe)

    page.goto(f"{site.url}/admin/facts/contradictions/")
    case = page.locator(".fact-case", has_text="C3").first
    expect(case).to_contain_text("2plus2-1.held-on")
    _accessible(page, axe)
    case.get_by_label("It is none, because").fill("a test of the queue")
    case.get_by_role("button", name="Dismiss").click()
    page.get_by_role("link", name="Dismissed").click()
    expect(page.locator(".fact-case").first).to_contain_text("a test of the queue")
    _accessible(page, axe)

    page.goto(f"{site.url}/admin/questions/proposals/")
    _accessible(page, axe)


def test_drafts_from_facts_and_a_drawn_paper(page: Page, site: Served, axe: str) -> None:
    page.goto(f"{site.url}/admin/questions/draft/")
    _accessible(page, axe)
    page.get_by_role("button", name="Make drafts").click()
    expect(page.locator("#drafts")).to_contain_text("drafts")
    _accessible(page, axe)

    page.goto(f"{site.url}/admin/papers/draw/")
    _accessible(page, axe)
    page.get_by_role("button", name="See what would be drawn").click()
    page.wait_for_load_state()
    _accessible(page, axe)


def test_a_dismissed_finding_is_listed_and_heard_again(page: Page, site: Served, axe: str) -> None:
    page.goto(form_of(site, ARTICLE))
    page.locator("#id_summary").fill("The second 2+2 met on 19 December 2019 in Washington.")
    panel = page.locator("lint-draft")
    panel.get_by_role("link", name="Look over this draft").click()
    finding = panel.locator("[data-finding]", has_text="19 December 2019").first
    expect(finding).to_be_visible()
    _accessible(page, axe, "lint-draft", ".cite-fact")
    finding.get_by_label("It may stand, because").fill("a test of the list")
    finding.get_by_role("button", name="Dismiss").click()
    expect(panel).to_contain_text("It stays quiet")

    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{site.url}/admin/facts/lint/")
    row = page.locator("tr", has_text="a test of the list")
    expect(row).to_contain_text("19 December 2019")
    _accessible(page, axe)
    row.get_by_label("Why it is to be heard again").fill("it was one after all")
    row.get_by_role("button", name="Hear again").click()
    expect(page.locator("tr", has_text="a test of the list")).to_have_count(0)


def test_a_word_file_is_brought_reviewed_kept_and_undone(
    page: Page, new_reader: NewReader, site: Served, axe: str
) -> None:
    page.goto(f"{site.url}/admin/questions/imports/")
    _accessible(page, axe)
    page.locator("input[type=file]").set_input_files(
        {"name": "Paper 3.docx", "mimeType": "application/octet-stream", "buffer": word_file()}
    )
    page.get_by_role("button", name="Read the file").click()
    expect(page.locator("main")).to_contain_text("8 found, number 4 missing.")
    expect(page.locator("main")).to_contain_text("7 to be kept, 1 cannot be brought in")
    rows = page.locator(".qi-row")
    expect(rows.nth(0)).to_contain_text("Which river is the longest?")
    expect(rows.nth(0).locator(".qi-right")).to_have_text(["● (a) Ganga right"])
    expect(rows.nth(1)).to_contain_text("Energy is c² for a mass of H₂O in:")
    expect(rows.nth(2)).to_contain_text("key C")
    expect(rows.nth(3).locator("[lang=hi] .qi-right")).to_have_text(["● (b) दिल्ली right"])
    expect(rows.nth(4)).to_contain_text("भारत की राजधानी क्या है?")
    expect(rows.nth(5)).to_contain_text("no key")
    expect(rows.nth(6)).to_contain_text("It has 8 options")
    expect(rows.nth(7)).to_contain_text("<script>alert(1)</script>")
    expect(rows.nth(7).get_by_role("math", name="(a+b)/2")).to_be_visible()
    expect(rows.nth(5).locator(".qi-text").get_by_role("img", name="A map of the plain")).to_be_visible()
    _accessible(page, axe)

    page.get_by_role("link", name="Edit question 7").click()
    # A click ends before the page that it leads to is there.
    expect(page.locator("main .qi-change")).to_be_visible()
    _accessible(page, axe, "main .qi-row", "main .qi-change")
    page.get_by_label("English").first.fill("The map of the plain, [image1.png], shows:")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#n6 .qi-text")).to_contain_text("The map of the plain, , shows:")
    expect(page.locator("#n6 .qi-text .drawn-picture")).to_be_visible()
    page.get_by_role("button", name="Leave out question 9").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#n8")).to_contain_text("Take in after all")
    review = page.url

    plain = new_reader(javascript=False).page
    sign_in(plain, site)
    plain.goto(review)
    plain.get_by_role("button", name="Keep 6 as drafts").click()
    expect(plain.locator(".messages")).to_contain_text("6 questions kept as drafts")
    plain.goto(f"{site.url}/admin/snippets/bank/question/?provenance=imported")
    expect(plain.locator("main tbody tr")).to_have_count(6)
    plain.goto(review)
    plain.get_by_role("button", name="Undo: remove 6").click()
    expect(plain.locator(".messages")).to_contain_text("6 questions removed")

    page.goto(f"{site.url}/admin/questions/export/?which=all&format=aiken&language=en")
    expect(page.locator("#file")).to_contain_text("Aiken does not carry the Hindi of")
    _accessible(page, axe)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the file").click()
    assert saved.value.suggested_filename.endswith(".txt")
