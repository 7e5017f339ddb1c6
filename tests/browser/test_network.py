"""The room on a bad network: a script that comes late, lost answers, failing servers, a token that grew old."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser import exam
from tests.browser.kinds import MOCK, QUIZ
from tests.browser.watched import DESK, PHONE, NewReader, Reader

pytestmark = pytest.mark.browser

SCRIPT = re.compile(r"/exam-room\.[0-9a-f]+\.js$")
MESSAGES = re.compile(r"/sittings/[0-9a-f-]{36}/messages$")


def test_a_choice_made_before_the_script_came_is_saved(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    held: list[Route] = []
    reader.page.route(SCRIPT, lambda route: held.append(route), times=1)
    exam.begin(reader, QUIZ, ready=False)
    exam.choose(reader, 1, "c")
    expect(exam.bubble(reader, 1)).to_have_attribute("data-state", "seen")

    held.pop().continue_()

    exam.saved(reader, 1, 5)
    expect(exam.bubble(reader, 1)).to_have_attribute("data-state", "answered")
    reader.page.reload()
    expect(exam.question(reader, 1).locator('input[value="c"]')).to_be_checked()


def _lost(route: Route) -> None:
    """The server takes the messages; its answer never arrives."""
    route.fetch()
    route.abort("connectionreset")


def _fail(route: Route) -> None:
    route.fulfill(status=503, body="busy")


FATES: tuple[Callable[[Route], None], ...] = (
    Route.continue_,
    _lost,
    _fail,
    Route.continue_,
    lambda route: route.abort("connectionrefused"),
    _lost,
)


def test_fast_answers_outlive_a_network_that_fails(reader: Reader) -> None:
    reader.watch.expect("status of 503")
    reader.watch.expect("net::ERR_CONNECTION")
    page = reader.page
    turns = 0

    def fate(route: Route) -> None:
        nonlocal turns
        turns += 1
        # After two rounds the network is well again.
        (FATES[turns % len(FATES)] if turns <= 2 * len(FATES) else Route.continue_)(route)

    exam.begin(reader, MOCK)
    page.route(MESSAGES, fate)
    chosen = page.locator(".q").evaluate_all(
        """forms => forms.map((form, index) => {
          const options = form.querySelectorAll("[name=options]");
          const option = options[index % options.length];
          option.click();
          form.querySelector('[data-act="next"]')?.click();
          return option.value;
        })"""
    )

    exam.saved(reader, 25, 25)
    page.unroute(MESSAGES)
    page.reload()
    # What the server drew, not what this page remembers.
    held = page.locator(".q input:checked").evaluate_all("found => found.map(one => one.defaultChecked && one.value)")
    assert held == chosen


def test_a_tab_goes_on_after_its_reader_signed_up_in_another(new_reader: NewReader) -> None:
    reader = new_reader(DESK)
    reader.watch.expect("status of 403")
    exam.begin(reader, QUIZ)
    exam.choose(reader, 1, "a")
    exam.saved(reader, 1, 5)
    other = reader.page.context.new_page()
    other.goto(f"{reader.url}/accounts/signup/")
    other.locator("#id_username").fill("second.tab")
    other.locator("#id_email").fill("second.tab@example.org")
    other.locator("#id_password1").fill("nine bubbles and a pen")
    other.locator("#id_password2").fill("nine bubbles and a pen")
    other.locator("form.form button[type=submit]").click()
    expect(other).not_to_have_url(re.compile("/signup/"))

    exam.choose(reader, 1, "b")

    exam.saved(reader, 1, 5)
    expect(reader.page.locator(".room-saved")).not_to_have_attribute("data-waiting", "")
    reader.page.reload()
    expect(exam.question(reader, 1).locator('input[value="b"]')).to_be_checked()
