"""Whole sittings of every navigation and form, and what may happen to a candidate meanwhile."""

import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Response, expect

from tests.browser import exam
from tests.browser.axe import violations
from tests.browser.editing import sign_in
from tests.browser.hall import BRISK, MOMENT, SEALED, SECTIONS, TYPED, opens
from tests.browser.kinds import QUIZ
from tests.browser.served import Served
from tests.browser.watched import DESK, PHONE, NewReader, Reader

INNER = "form => form.innerHTML.replaceAll(/ value=.[A-Za-z0-9]{64}./g, '')"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(hall: Served) -> Served:
    return hall


def news(reader: Reader) -> Any:
    return reader.page.locator(".room-news")


def test_an_answer_of_the_last_second_counts_and_a_section_ends_by_its_time_or_is_left(new_reader: NewReader) -> None:
    reader, hasty = new_reader(DESK), new_reader(DESK)
    page = reader.page
    exam.begin(hasty, MOMENT)
    exam.begin(reader, SECTIONS)
    exam.choose(reader, 1, "a")
    exam.saved(reader, 1, 6)

    hasty.wait_until("document.querySelector('exam-clock').paperLeft < 900")
    exam.choose(hasty, 1, "a")
    # At its end the paper hands itself in.
    expect(hasty.page).to_have_url(re.compile(r"/result/$"))
    assert re.match(r"\s*Right", hasty.page.locator(".q-outcome").first.inner_text())

    expect(news(reader)).to_contain_text("The next section is open.")
    expect(exam.question(reader, 3)).to_be_visible()
    expect(exam.question(reader, 1)).to_have_count(0)
    exam.choose(reader, 3, "b")
    exam.saved(reader, 2, 6)
    page.locator(".sheet-leave").click()
    page.get_by_role("button", name="Leave this section").click()

    expect(exam.question(reader, 5)).to_be_visible()
    page.goto(f"{page.url.split('?')[0]}?q=3")
    expect(exam.question(reader, 3)).to_have_count(0)
    expect(page.locator(".sheet-section[data-standing=closed]")).to_have_count(2)
    expect(page.locator("a.sheet-cell")).to_have_count(2)
    exam.choose(reader, 5, "c")
    exam.saved(reader, 3, 6)
    exam.hand_in(reader)
    outcomes = page.locator(".q-outcome").all_inner_texts()
    assert [outcome.split()[0] for outcome in outcomes[::2]] == ["Right", "Wrong", "Wrong"]


def test_a_section_is_left_without_javascript(new_reader: NewReader) -> None:
    reader = new_reader(PHONE, javascript=False)
    exam.begin(reader, SECTIONS)

    reader.page.locator(".sheet-leave").click()
    reader.page.get_by_role("button", name="Leave this section").click()

    expect(exam.question(reader, 3)).to_be_visible()
    exam.choose(reader, 3, "c")
    reader.page.locator('.q:visible button[value="next"]').click()
    expect(exam.question(reader, 4)).to_be_visible()
    exam.saved(reader, 1, 6)


def test_what_is_typed_is_saved_by_the_pause_or_by_going_on(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    page = reader.page
    exam.begin(reader, TYPED)
    following = page.locator('.q:visible [data-act="next"]')
    following.click()
    exam.choose(reader, 2, "a")
    exam.choose(reader, 2, "c")
    following.click()
    # The letters of the keyboard's shortcuts are letters here.
    page.locator("#typed-3").press_sequentially("12.5")
    exam.saved(reader, 2, 4)
    following.click()
    page.locator("#typed-4").press_sequentially("beca next")
    page.locator('.q:visible [data-act="save"]').click()
    exam.saved(reader, 3, 4)

    page.reload()

    expect(exam.question(reader, 4)).to_be_visible()
    expect(page.locator("#typed-4")).to_have_value("beca next")
    expect(page.locator("#typed-3")).to_have_value("12.5")
    assert exam.events(reader)[-1] == ("answered", 4, "beca next")
    exam.bubble(reader, 2).click()
    assert [one.is_checked() for one in exam.question(reader, 2).locator("[name=options]").all()] == [
        True,
        False,
        True,
        False,
    ]


def test_a_question_closes_at_its_time_also_while_the_page_sleeps(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    page = reader.page
    exam.begin(reader, BRISK)
    room = page.url.split("?")[0]
    expect(page.locator(".q")).to_have_count(1)
    expect(page.locator(".clock-words")).to_contain_text(re.compile(r"\d+ s left"))
    devices = page.context.new_cdp_session(page)
    devices.send("Page.setWebLifecycleState", {"state": "frozen"})
    page.wait_for_timeout(6_000)
    devices.send("Page.setWebLifecycleState", {"state": "active"})

    expect(exam.question(reader, 1)).to_have_count(0)
    # The next opens by itself as soon as the time of this one is over.
    place = int(page.locator(".q").get_attribute("data-place") or 0)
    expect(exam.question(reader, place + 1)).to_be_visible()

    exam.choose(reader, place + 1, "a")
    page.locator('.q:visible [data-act="next"]').click()
    expect(exam.question(reader, place + 2)).to_be_visible()
    page.goto(f"{room}?q=1")
    expect(exam.question(reader, 1)).to_have_count(0)
    expect(page.locator('[data-act="previous"]')).to_have_count(0)
    exam.hand_in(reader)
    outcomes = [outcome.strip() for outcome in page.locator(".q-outcome").all_inner_texts()]
    assert outcomes[0].startswith("Time ran out")
    assert re.match("Right|Wrong", outcomes[place])
    assert outcomes[5].startswith("Not reached")


def running(site: Served, slug: str) -> str:
    """The address of the admin's page of who sits a paper."""
    with closing(sqlite3.connect(f"file:{site.folder / 'site.sqlite3'}?mode=ro", uri=True)) as database:
        row = database.execute("SELECT id FROM mocks_paper WHERE slug = ?", (slug,)).fetchone()
    return f"{site.url}/admin/papers/{row[0]}/sittings/"


def test_time_that_the_hall_gives_is_shown_at_once_with_its_reason(new_reader: NewReader, site: Served) -> None:
    reader, editor = new_reader(DESK), new_reader(DESK).page
    exam.begin(reader, TYPED)
    exam.choose(reader, 1, "a")
    exam.saved(reader, 1, 4)
    sign_in(editor, site)

    editor.goto(running(site, "typed"))
    editor.get_by_label("Minutes").fill("10")
    editor.get_by_label("Reason").fill("The lights went out.")
    editor.get_by_role("button", name="Change the time").click()
    expect(editor.locator(".messages")).to_contain_text("+10 min")
    # Looking at the page again is enough: the candidate need not do anything.
    reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(news(reader)).to_contain_text("You have 10 min more. The reason given: The lights went out.")
    expect(reader.page.locator(".clock-words")).to_contain_text(re.compile("(39|40) min left"))


def test_back_and_forward_lose_nothing_and_lead_into_no_paper_that_is_handed_in(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    page = reader.page
    exam.begin(reader, QUIZ)
    exam.choose(reader, 1, "c")
    page.locator('.q:visible [data-act="next"]').click()
    exam.choose(reader, 2, "d")

    page.go_back()
    expect(page.get_by_role("link", name=re.compile("^Continue: "))).to_be_visible()
    page.go_forward()

    expect(exam.question(reader, 2)).to_be_visible()
    expect(exam.question(reader, 2).locator('input[value="d"]')).to_be_checked()
    expect(exam.question(reader, 1).locator('input[value="c"]')).to_be_checked()
    exam.saved(reader, 2, 5)
    exam.hand_in(reader)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/result/$"))


def heard(reader: Reader) -> list[str]:
    """Everything that comes to the reader from now on, as text."""
    bodies: list[str] = []

    def keep(response: Response) -> None:
        if response.request.resource_type in {"document", "fetch"} and response.status not in {301, 302}:
            bodies.append(response.text())

    reader.page.on("requestfinished", lambda request: keep(request.response()))
    return bodies


def test_a_sealed_paper_waits_on_the_device_and_opens_at_the_start(new_reader: NewReader, site: Served) -> None:
    reader, late, plain = new_reader(DESK), new_reader(PHONE), new_reader(PHONE)
    for one in (reader, late, plain):
        one.watch.expect("status of 425")
    # One has the paper as it was before it was printed anew, one has no WebCrypto.
    old = {"hash": "0" * 64, "nonce": "AAAA", "associated": "", "sealed": "AAAA"}
    late.page.route("**/sealed.json", lambda route: route.fulfill(json=old), times=1)
    plain.page.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    opens(site, "sealed", after=timedelta(seconds=12))
    bodies = heard(reader)
    reader.go(SEALED)
    expect(reader.page.locator(".booklet-start")).to_contain_text("The paper is on this device, sealed.")
    expect(reader.page.locator(".wait-clock")).to_contain_text(re.compile(r"Opens in 0:\d\d"))
    for one in (late, plain):
        one.go(SEALED)

    for one in (reader, late, plain):
        one.page.get_by_role("button", name="Start: ").click()
        expect(one.page.locator("exam-room[data-ready]")).to_be_attached()
    page = reader.page
    expect(exam.question(reader, 1)).to_contain_text("Which one is right in q.sealed.1?")
    # Cover, body, answers before the start, key and the room's page: no question could be read in any of them.
    assert any('"sealed": "' in body for body in bodies)
    assert any("data-sealed=" in body for body in bodies)
    assert not [body for body in bodies if "q.sealed" in body]
    assert [late.page.locator(".q").count(), plain.page.locator(".q").count()] == [3, 3]
    assert late.page.locator("exam-room").get_attribute("data-sealed")
    assert not plain.page.locator("exam-room").get_attribute("data-sealed")

    exam.choose(reader, 1, "a")
    page.locator('.q:visible [data-act="next"]').click()
    page.locator('.q:visible [data-act="next"]').click()
    exam.choose(reader, 3, "b")
    page.locator('.q:visible [data-act="save"]').click()
    exam.saved(reader, 2, 3)
    whole = page.locator("#q-2").evaluate(INNER)
    page.reload()
    assert page.locator("#q-2").evaluate(INNER) == whole
    expect(exam.question(reader, 3).locator('input[value="b"]')).to_be_checked()


def test_a_guest_goes_on_with_a_code_on_a_second_device(new_reader: NewReader, axe: str) -> None:
    desk, phone = new_reader(DESK), new_reader(PHONE)
    exam.begin(desk, QUIZ)
    exam.choose(desk, 1, "a")
    exam.saved(desk, 1, 5)
    desk.page.get_by_role("button", name="Continue on another device").click()
    told = desk.page.get_by_role("dialog", name="Continue on another device")
    expect(told.locator(".device-lasts")).to_contain_text("10 minutes")
    assert violations(desk.page, axe, ".room-device") == []
    code = told.locator(".device-code").inner_text()
    assert told.locator(".device-link a").get_attribute("href") == f"{desk.url}/continue/?code={code}"
    desk.page.keyboard.press("Escape")

    phone.go("/continue/")
    assert violations(phone.page, axe) == []
    phone.page.get_by_label("Code").press_sequentially(code.lower())
    phone.page.get_by_role("button", name="Continue here").click()

    expect(exam.question(phone, 1).locator('input[value="a"]')).to_be_checked()
    exam.choose(phone, 1, "c")
    exam.saved(phone, 1, 5)
    # Whatever the first device does next, it hears of the other's.
    desk.page.locator('.q:visible [data-act="flag"]').click()
    expect(news(desk)).to_contain_text("Question 1: answered elsewhere at")
    expect(exam.question(desk, 1).locator('input[value="c"]')).to_be_checked()
    exam.choose(desk, 1, "d")
    exam.saved(desk, 1, 5)
    phone.page.reload()
    expect(exam.question(phone, 1).locator('input[value="d"]')).to_be_checked()


def test_a_sitting_by_the_keys_at_twice_the_size(new_reader: NewReader) -> None:
    # A window of 1280 by 900 pixels at 200 %.
    reader = new_reader({"width": 640, "height": 450})
    page = reader.page
    exam.begin(reader, QUIZ)
    bar = page.locator(".room-bar").bounding_box()
    assert bar and bar["height"] < 150

    for key in ("B", "s", "m", "n", "2", "x", "p", "l"):
        page.keyboard.press(key)

    first = exam.question(reader, 1)
    expect(exam.bubble(reader, 1)).to_have_attribute("data-state", "answered-flagged")
    expect(first.locator('input[value="b"]')).to_be_checked()
    expect(first.locator('[name="confidence"][value="sure"]')).to_be_checked()
    expect(first.locator('.q-stem .tongue[lang="hi"]')).to_be_visible()
    expect(first.locator('.q-stem .tongue[lang="en"]')).to_be_hidden()
    expect(exam.bubble(reader, 2)).to_have_attribute("data-state", "seen")
    exam.saved(reader, 1, 5)
    page.keyboard.press("k")
    expect(page.locator(".clock-words")).to_be_hidden()
    page.keyboard.press("k")
    page.keyboard.press("q")
    expect(page.locator("a.sheet-cell[aria-current]")).to_be_focused()
    page.keyboard.press("?")
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(first).to_be_visible()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 640


def test_a_minute_without_network_is_sent_in_its_order(new_reader: NewReader) -> None:
    reader = new_reader(DESK)
    reader.watch.expect("net::ERR_INTERNET_DISCONNECTED")
    page = reader.page
    page.clock.install()
    exam.begin(reader, QUIZ)
    exam.choose(reader, 1, "a")
    exam.saved(reader, 1, 5)
    page.context.set_offline(True)
    exam.choose(reader, 1, "b")
    page.clock.fast_forward(20_000)
    page.locator('.q:visible [data-act="next"]').click()
    exam.choose(reader, 2, "c")
    page.clock.fast_forward(20_000)
    page.locator('.q:visible [data-act="clear"]').click()
    exam.choose(reader, 2, "d")
    page.clock.fast_forward(20_000)
    expect(page.locator(".room-saved")).to_contain_text("No connection · 4 to send")

    page.context.set_offline(False)

    exam.saved(reader, 2, 5)
    wanted = [
        ("answered", 1, "a"),
        ("answered", 1, "b"),
        ("answered", 2, "c"),
        ("cleared", 2, ""),
        ("answered", 2, "d"),
    ]
    assert exam.events(reader) == wanted
