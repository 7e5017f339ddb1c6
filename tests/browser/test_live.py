"""A live page in a real browser: the server is killed, tabs share a connection, a page sleeps; nothing is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import served
from tests.browser.newsroom import Newsroom, newsroom
from tests.browser.served import Served
from tests.browser.watched import DESK, PHONE, NewReader, Reader

pytestmark = pytest.mark.browser
PAGE = "/live/as-they-go/"
# Every event that a page hears, in the order in which it comes.
HEARD = """
  window.heard = [];
  const real = window.EventSource;
  window.opened = 0;
  window.EventSource = class extends real {
    constructor(url) {
      super(url);
      window.opened += 1;
      for (const kind of ["post", "reset"]) {
        this.addEventListener(kind, ({ lastEventId }) => window.heard.push(Number(lastEventId.split(".")[1])));
      }
    }
  };
"""
LOADED = """performance.getEntriesByType("resource").map((one) => [one.name, one.responseStatus])"""
SHOWN = """[...document.querySelectorAll("ol.posts .post")].map((post) =>
  [post.value, post.querySelector(".prose")?.textContent.trim() ?? ""])"""


@pytest.fixture(scope="module")
def room() -> Iterator[Newsroom]:
    with served.copied() as folder, newsroom(folder) as made:
        yield made


@pytest.fixture
def site(room: Newsroom) -> Served:
    """What `new_reader` goes to."""
    return Served(room.url, room.folder, {}, room.folder / "newsroom.log")


def open_page(reader: Reader, page: Page | None = None) -> Page:
    page = page or reader.page
    page.add_init_script(HEARD)
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    answer = page.goto(reader.url + PAGE)
    assert answer is not None and answer.status == 200
    until(page, "window.tayariLive !== undefined", True)
    assert thrown == []
    return page


def until(page: Page, script: str, wanted: object) -> None:
    for _ in range(300):
        if (found := page.evaluate(script)) == wanted:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{script}\n  is {found}\n  not {wanted}\n  on {page.title()}, {page.evaluate(LOADED)}")


def test_order_is_kept_and_nothing_is_lost_or_twice(room: Newsroom, new_reader: NewReader) -> None:
    reader = new_reader(DESK)
    # The server is killed on purpose.
    reader.watch.expect("net::ERR_")
    room.tell("post", words="First.")
    page = open_page(reader)
    other = reader.page.context.new_page()
    reader.watch.attach(other)
    open_page(reader, other)
    begun = int(room.tell("all")["cursor"].split(".")[1])

    room.tell("many", events=80)
    room.kill()
    room.open()
    wanted = room.tell("many", events=120)

    for one in (page, other):
        until(one, "window.tayariLive.cursor", wanted["cursor"])
        assert one.evaluate(SHOWN) == wanted["posts"]
    newest = int(wanted["cursor"].split(".")[1])
    heard = page.evaluate("window.heard") + other.evaluate("window.heard")
    assert heard == list(range(begun + 1, newest + 1))
    # One connection for both tabs, one more after the kill at most.
    assert other.evaluate("window.opened") == 0


def test_new_posts_wait_behind_a_button_and_nothing_moves_that_is_read(room: Newsroom, new_reader: NewReader) -> None:
    reader = new_reader(PHONE)
    for number in range(12):
        room.tell("post", words=f"Before {number}. " + "Long words to scroll by." * 12)
    page = open_page(reader)
    held = room.tell("all")["posts"]
    shown = page.locator(".post:visible")
    expect(shown).to_have_count(len(held))
    # What an earlier test deleted says so, whether it is pinned or not: the last that stands.
    pinned = [number for number, words in held if words][-1]
    page.locator(f"#post-{held[5][0]}").evaluate("post => post.scrollIntoView()")
    top = f"document.getElementById('post-{held[5][0]}').getBoundingClientRect().top"
    before = page.evaluate(top)

    for words in ("One more.", "Two more.", "Three more."):
        room.tell("post", words=words)
    edited = next(number for number, words in held if words)
    room.tell("edit", number=edited, words="Short now.")
    room.tell("pin", number=pinned)
    wanted = room.tell("all")

    until(page, "window.tayariLive.cursor", wanted["cursor"])
    assert abs(page.evaluate(top) - before) < 1
    expect(shown).to_have_count(len(held))
    expect(page.locator(f"#post-{edited} .post-edited")).to_contain_text("Edited")
    expect(page.locator(f"#post-{pinned} .post-kind")).to_have_text("Pinned")
    expect(page).to_have_title("(3) Talks as they go · Tayari")
    expect(page.locator(".coverage-said")).to_have_text("3 new posts")
    page.get_by_role("button", name="3 new posts").click()
    expect(shown).to_have_count(len(held) + 3)
    expect(page).to_have_title("Talks as they go · Tayari")
    assert page.evaluate(SHOWN) == wanted["posts"]


def test_a_page_that_slept_or_was_offline_catches_up_and_a_closed_one_ends(
    room: Newsroom, new_reader: NewReader
) -> None:
    reader = new_reader(DESK)
    reader.watch.expect("net::ERR_")
    page = open_page(reader)
    tools = page.context.new_cdp_session(page)
    tools.send("Page.setWebLifecycleState", {"state": "frozen"})
    room.tell("many", events=10)
    tools.send("Page.setWebLifecycleState", {"state": "active"})
    until(page, "window.tayariLive.cursor", room.tell("all")["cursor"])

    page.context.set_offline(True)
    wanted = room.tell("many", events=10)
    page.context.set_offline(False)
    until(page, "window.tayariLive.cursor", wanted["cursor"])
    assert page.evaluate(SHOWN) == wanted["posts"]

    room.tell("shut")
    expect(page.locator(".coverage-state")).to_have_text("Closed on 23 November 2026")
    expect(page.locator(".coverage .now")).to_have_count(0)
    expect(page.locator(".coverage-said")).to_have_text("This coverage has closed.")
    room.tell("reopen")


def test_where_streams_are_refused_every_tab_is_fed_from_files(room: Newsroom, new_reader: NewReader) -> None:
    reader = new_reader(DESK)
    reader.watch.expect("503")
    refuse = {"status": 503, "headers": {"Retry-After": "5"}, "body": "full"}
    reader.page.context.route(lambda url: "/events?after" in url, lambda route: route.fulfill(**refuse))
    room.tell("post", words="Before.")
    page, other = open_page(reader), open_page(reader, reader.page.context.new_page())
    other.bring_to_front()

    wanted = room.tell("many", events=5)["cursor"]

    for tab in (page, other):
        until(tab, "window.tayariLive.cursor", wanted)
    other.close()
