"""The room in two tabs, offline, and on a device whose clock somebody moves."""

import pytest
from playwright.sync_api import expect

from tests.browser import exam
from tests.browser.kinds import QUIZ
from tests.browser.watched import DESK, PHONE, NewReader, Reader

pytestmark = pytest.mark.browser


def second_tab(reader: Reader) -> Reader:
    page = reader.page.context.new_page()
    reader.watch.attach(page)
    page.goto(reader.page.url)
    expect(page.locator("exam-room[data-ready]")).to_be_attached()
    return Reader(page, reader.watch, reader.url)


def test_what_one_tab_answers_the_other_shows_and_says(new_reader: NewReader) -> None:
    one = new_reader(DESK)
    exam.begin(one, QUIZ)
    two = second_tab(one)

    exam.choose(two, 1, "c")

    expect(exam.question(one, 1).locator('input[value="c"]')).to_be_checked()
    expect(one.page.locator(".room-news")).to_contain_text("Question 1: answered in another tab at")
    # Which of two actions is the later is known to some tenths of a second when the machine is busy.
    one.page.wait_for_timeout(1_000)
    exam.choose(one, 1, "a")
    expect(exam.question(two, 1).locator('input[value="a"]')).to_be_checked()
    exam.saved(one, 1, 5)
    one.page.reload()
    expect(exam.question(one, 1).locator('input[value="a"]')).to_be_checked()


def test_answers_given_offline_outlive_the_page_and_are_sent_on_return(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    reader.watch.expect("net::ERR_INTERNET_DISCONNECTED")
    exam.begin(reader, QUIZ)
    exam.saved(reader, 0, 5)
    reader.page.context.set_offline(True)
    exam.choose(reader, 1, "d")
    expect(reader.page.locator(".room-saved")).to_contain_text("1 to send")
    room = reader.page.url
    reader.page.goto("about:blank")
    reader.page.context.set_offline(False)

    reader.page.goto(room)

    exam.saved(reader, 1, 5)
    expect(exam.question(reader, 1).locator('input[value="d"]')).to_be_checked()


@pytest.mark.parametrize("hours", [1, -1])
def test_a_clock_that_is_moved_changes_nothing(new_reader: NewReader, hours: int) -> None:
    reader = new_reader(DESK)
    reader.page.add_init_script(
        "const real = Date.now; window.moved = 0; Date.now = () => real.call(Date) + window.moved;"
    )
    exam.begin(reader, QUIZ)
    before = reader.page.locator("exam-clock").get_attribute("data-paper-remaining")

    reader.page.evaluate(f"window.moved = {hours * 3_600_000}")

    exam.choose(reader, 1, "b")
    exam.saved(reader, 1, 5)
    reader.wait_until("!document.querySelector('.clock-words').textContent.includes('over')")
    # A clock that ticks before the answer has told the server's time is put right by that.
    reader.wait_until(f"document.querySelector('exam-clock').paperLeft > {int(before or 0) - 120_000}")
    assert reader.page.evaluate("document.querySelector('exam-clock').paperLeft") <= int(before or 0)
    expect(reader.page.locator(".room-news p")).to_have_count(0)
