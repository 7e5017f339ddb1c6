"""A paper from its cover to its result: with JavaScript, without, and by keyboard alone."""

import re
from fractions import Fraction

import pytest
from playwright.sync_api import Page, expect

from tests.browser import exam
from tests.browser.kinds import ARTICLE, MOCK, QUIZ
from tests.browser.watched import PHONE, NewReader, Reader

pytestmark = pytest.mark.browser


def number(page: Page, label: str) -> int:
    """A count of the result's head, e.g. of "Right"."""
    row = page.locator(".result-head .definitions > div").filter(
        has=page.locator("dt", has_text=re.compile(f"^{label}$"))
    )
    found = re.match(r"\d+", row.locator("dd").inner_text())
    assert found
    return int(found[0])


def test_a_reader_goes_from_home_to_an_article_to_its_test(reader: Reader) -> None:
    reader.go("/")
    reader.page.locator(f'a[href="{ARTICLE}"]').first.click()
    expect(reader.page.locator("h1")).to_contain_text("2+2")

    reader.page.locator(f'.next a[href="{MOCK}"]').first.click()

    expect(reader.page.locator(".booklet-facts")).to_contain_text("25 questions")
    expect(reader.page.locator(".booklet-facts")).to_contain_text("30 min")
    expect(reader.page.get_by_role("button", name="Start: India–US relations")).to_be_visible()


def test_answers_outlive_a_reload_and_come_back_in_the_result(reader: Reader) -> None:
    exam.begin(reader, MOCK)
    exam.choose(reader, 1, "a")
    reader.page.locator('.q:visible [data-act="next"]').click()
    exam.choose(reader, 2, "b")
    exam.saved(reader, 2, 25)

    reader.page.reload()

    expect(exam.question(reader, 2)).to_be_visible()
    expect(exam.question(reader, 2).locator('input[value="b"]')).to_be_checked()
    expect(exam.question(reader, 1).locator('input[value="a"]')).to_be_checked()
    expect(exam.bubble(reader, 1)).to_have_attribute("data-state", "answered")

    exam.hand_in(reader)

    page = reader.page
    expect(page.locator(".q-done")).to_have_count(25)
    assert number(page, "Right") + number(page, "Wrong") == 2
    assert number(page, "Blank") == 23
    score = Fraction(page.locator(".score-mine").inner_text().replace("−", "-"))
    earned = 2 * number(page, "Right") - Fraction(2, 3) * number(page, "Wrong")
    assert abs(score - earned) < Fraction(1, 100)
    expect(page.locator(".score-best")).to_contain_text("50")


def test_a_result_explains_each_option_and_names_sources(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    exam.begin(reader, MOCK)
    exam.hand_in(reader)

    for one in reader.page.locator(".q-done").all():
        reasons = one.locator(".reason-words").all_inner_texts()
        assert len(reasons) == 4
        assert all(len(reason.strip()) > 10 for reason in reasons)
        assert one.locator(".tag-right").count() == 1
        assert one.locator(".q-source-list li").count() >= 1


def test_a_flag_stays_and_the_language_is_each_questions_own(reader: Reader) -> None:
    exam.begin(reader, MOCK)
    first = exam.question(reader, 1)
    first.locator('[data-act="flag"]').click()
    exam.choose(reader, 1, "c")
    exam.saved(reader, 1, 25)

    first.locator('.q-tongue a[data-show="hi"]').click()

    expect(first.locator('.q-stem .tongue[lang="hi"]')).to_be_visible()
    expect(first.locator('.q-stem .tongue[lang="en"]')).to_be_hidden()
    reader.page.reload()
    expect(exam.bubble(reader, 1)).to_have_attribute("data-state", "answered-flagged")
    expect(exam.question(reader, 1).locator('[data-act="flag"]')).to_have_attribute("aria-pressed", "true")
    expect(exam.question(reader, 1).locator('.q-stem .tongue[lang="en"]')).to_be_visible()


def test_what_was_missed_can_be_practised_without_a_clock(reader: Reader) -> None:
    exam.begin(reader, QUIZ)
    for place in range(1, 5):
        exam.choose(reader, place, "a")
        reader.page.locator('.q:visible [data-act="next"]').click()
    exam.saved(reader, 4, 5)
    exam.hand_in(reader)
    missed = number(reader.page, "Wrong") + number(reader.page, "Blank")

    reader.page.locator(".result-practise button").click()

    expect(reader.page.locator(".room-mode")).to_be_visible()
    expect(reader.page.locator("exam-clock")).to_have_count(0)
    expect(reader.page.locator(".sheet-cell")).to_have_count(missed)
    exam.choose(reader, 1, "b")
    exam.saved(reader, 1, missed)
    exam.hand_in(reader)
    expect(reader.page.locator(".q-done")).to_have_count(missed)


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}], ids=["360px", "1280px"])
def test_a_whole_sitting_works_without_javascript(new_reader: NewReader, size: dict[str, int]) -> None:
    reader = new_reader(size, javascript=False)
    exam.begin(reader, QUIZ)

    for place in range(1, 5):
        exam.choose(reader, place, "b")
        reader.page.locator('.q:visible button[value="next"]').click()
    exam.choose(reader, 5, "b")
    reader.page.locator('.q:visible button[value="stay"]').click()

    expect(reader.page.locator(".room-saved")).to_contain_text("5 of 5")
    reader.page.locator('.q:visible button[value="flag"]').click()
    expect(exam.bubble(reader, 5)).to_have_attribute("data-state", "answered-flagged")
    exam.hand_in(reader)
    assert number(reader.page, "Blank") == 0
    expect(reader.page.locator(".q-done")).to_have_count(5)


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until what has the focus is `selector`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return
    raise AssertionError(f"{most} presses of Tab do not reach {selector}")


def test_a_sitting_needs_nothing_but_the_keyboard(reader: Reader) -> None:
    page = reader.page
    reader.go(QUIZ)
    tab_to(page, ".booklet-start button")
    page.keyboard.press("Enter")
    expect(page.locator("exam-room[data-ready]")).to_be_attached()

    tab_to(page, '.q:not([hidden]) input[name="options"]')
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(exam.question(reader, 1).locator('input[value="b"]')).to_be_checked()
    tab_to(page, '.q:not([hidden]) [data-act="next"]')
    page.keyboard.press("Enter")

    expect(exam.question(reader, 2)).to_be_visible()
    expect(exam.question(reader, 2).locator(".q-title")).to_be_focused()
    exam.saved(reader, 1, 5)
    tab_to(page, ".room-hand-in")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/submission/$"))
    tab_to(page, "form button.button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/result/$"))
    assert number(page, "Blank") == 4


def test_a_guest_who_signs_up_keeps_the_sitting(reader: Reader) -> None:
    exam.begin(reader, QUIZ)
    # Had the answer been lost, pressing again would have found what began.
    assert {"tayari_start", "tayari_known"} <= {cookie["name"] for cookie in reader.page.context.cookies()}
    exam.choose(reader, 1, "a")
    exam.saved(reader, 1, 5)
    exam.hand_in(reader)
    result = reader.path

    reader.go("/accounts/signup/")
    page = reader.page
    name = f"reader{page.viewport_size['width'] if page.viewport_size else 0}"
    page.locator("#id_username").fill(name)
    page.locator("#id_email").fill(f"{name}@example.org")
    page.locator("#id_password1").fill("nine bubbles and a pen")
    page.locator("#id_password2").fill("nine bubbles and a pen")
    page.locator("form.form button[type=submit]").click()
    expect(page).not_to_have_url(re.compile("/signup/"))

    reader.go(QUIZ)
    expect(page.locator(".attempt-list li")).to_have_count(1)
    page.locator(".attempt-list a").click()
    expect(page).to_have_url(re.compile(re.escape(result)))
