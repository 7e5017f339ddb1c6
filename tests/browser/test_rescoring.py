"""From an objection to a changed score and back, by a candidate and an editor, each at a browser of their own."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import exam
from tests.browser.axe import violations
from tests.browser.editing import sign_in
from tests.browser.kinds import MOCK
from tests.browser.served import Served
from tests.browser.watched import DESK, PHONE, NewReader, Reader

pytestmark = pytest.mark.browser
SOURCE = "Ministry of External Affairs"
REASON = {
    "Public reason (English)": "The statement was read too narrowly.",
    "Public reason (हिन्दी)": "कथन को संकीर्ण अर्थ में पढ़ा गया।",
}


def accessible(page: Page, axe: str, *within: str) -> None:
    """On a phone and at a desk, in both themes; and on the phone nothing makes the page wider than it is."""
    assert violations(page, axe, *within) == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.set_viewport_size(DESK)  # type: ignore[arg-type]


def sat_with_one_wrong_answer(reader: Reader) -> tuple[str, str]:
    """Answers one question wrongly and hands in: the question's id in the result, and the letter that was chosen."""
    exam.begin(reader, MOCK)
    exam.choose(reader, 1, "a")
    exam.saved(reader, 1, 25)
    exam.hand_in(reader)
    wrong = reader.page.locator(".q-done[data-outcome=wrong]")
    expect(wrong).to_have_count(1)
    return f"#{wrong.get_attribute('id')}", wrong.locator(
        ".reason:has(.tag:not(.tag-right)) .bubble"
    ).first.inner_text()


def object_to(page: Page, question: str, letter: str, axe: str) -> None:
    page.locator(f"{question} .q-object a").click()
    page.get_by_label("Another option is right").check()
    page.get_by_label(letter, exact=True).check()
    page.get_by_label("Why").fill("The document says so itself.")
    page.get_by_label("Source 1: publisher").fill(SOURCE)
    page.get_by_label("Source 1: title").fill("Joint statement, paragraph 3")
    accessible(page, axe)
    page.get_by_role("button", name="Send the objection").click()
    expect(page.locator("#mine")).to_be_visible()


def decide(page: Page, site: Served, letter: str, axe: str) -> None:
    page.goto(f"{site.url}/admin/papers/objections/")
    case = page.locator(".challenge", has_text=SOURCE)
    accessible(page, axe, "main")
    case.get_by_label("What becomes of the key").select_option("corrected")
    case.get_by_label("Key, where it changes").fill(letter)
    explain(case)
    case.get_by_role("button").click()
    expect(page.locator(".messages")).to_contain_text("Decided")
    page.get_by_role("button", name="Show what a rescore").click()
    expect(page.locator(".messages")).to_contain_text("scores would rise")
    expect(page.locator("table.listing tbody")).to_contain_text("+2 2/3")
    accessible(page, axe, "main")


def explain(form: Page | Locator) -> None:
    for label, words in REASON.items():
        form.get_by_label(label).first.fill(words)


def test_a_wrong_key_is_objected_to_and_everybody_hears(new_reader: NewReader, site: Served, axe: str) -> None:
    candidate, editor = new_reader(DESK), new_reader(DESK).page
    sign_in(editor, site)
    question, letter = sat_with_one_wrong_answer(candidate)
    page, result = candidate.page, candidate.path
    object_to(page, question, letter, axe)

    decide(editor, site, letter, axe)
    explain(editor)
    editor.get_by_role("button", name="Apply Rescore").click()
    expect(editor.locator(".messages")).to_contain_text("Applied")

    candidate.go(result)
    expect(page.locator(".result-head .notice")).to_contain_text("Your score was −0.67 and is 2 now.")
    expect(page.locator(f"{question} .q-key")).to_contain_text(f"The key is {letter} now.")
    candidate.go("/")
    expect(page.locator("main")).to_contain_text(REASON["Public reason (English)"])
    for path, within in ((f"/hi{result}", (".result-head", question)), (f"/hi{MOCK}key/", ()), ("/hi/", None)):
        candidate.go(path)
        expect(page.locator("main")).to_contain_text(REASON["Public reason (हिन्दी)"])
        if within is not None:
            accessible(page, axe, *within)

    explain(editor)
    editor.get_by_role("button", name="Undo Rescore").click()
    expect(editor.locator(".messages")).to_contain_text("Undone")
    candidate.go(result)
    expect(page.locator(".result-head .notice").first).to_contain_text("A rescore was undone")
    expect(page.locator(".score-mine")).to_have_text("−0.67")
