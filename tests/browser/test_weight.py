"""A first view is light, holds still, and fits the screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import exam
from tests.browser.kinds import ARTICLE, MOCK
from tests.browser.watched import DESK, PHONE, NewReader
from tests.browser.wire import first_view

pytestmark = pytest.mark.browser

_SHIFTS = """
window.layoutShifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.layoutShifts.push(entry.value);
}).observe({type: "layout-shift", buffered: true});
"""


def shift(page: Page) -> float:
    """How far the page moved under the reader's eyes while it came and was scrolled through."""
    page.wait_for_timeout(500)
    page.evaluate("for (let at = 0; at < document.body.scrollHeight; at += 600) scrollTo(0, at)")
    page.wait_for_timeout(500)
    return float(page.evaluate("window.layoutShifts.reduce((sum, one) => sum + one, 0)"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360px", "1280px"])
@pytest.mark.parametrize("path", ["/", ARTICLE, f"/hi{ARTICLE}", MOCK])
def test_a_page_holds_still(new_reader: NewReader, path: str, size: dict[str, int]) -> None:
    reader = new_reader(size)
    if path.startswith("/hi"):
        # A device without any Devanagari, as this may be, gets ours late rather than never, and then words move.
        reader.go(path)
        reader.wait_until(f"{loaded('Tiro Hindi')} || {loaded('Tiro Hindi Late')}")
    reader.page.add_init_script(_SHIFTS)

    reader.go(path)

    assert shift(reader.page) <= 0.02


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360px", "1280px"])
def test_the_room_and_what_is_ones_own_hold_still(new_reader: NewReader, size: dict[str, int]) -> None:
    reader = new_reader(size)
    reader.page.add_init_script(_SHIFTS)

    exam.begin(reader, MOCK)

    assert shift(reader.page) <= 0.02

    # What is one's own comes after the page that is everybody's, and moves nothing of it.
    for path, own in ((MOCK, "#cover-attempts .attempts"), ("/", ".own-bar .button")):
        reader.go(path)
        expect(reader.page.locator(own)).to_be_visible()
        assert shift(reader.page) <= 0.02, path


@pytest.mark.parametrize(("path", "most"), [(ARTICLE, 100_000), (f"/hi{ARTICLE}", 160_000)], ids=["en", "hi"])
def test_the_first_view_of_an_article_is_light(new_reader: NewReader, path: str, most: int) -> None:
    reader = new_reader(PHONE)

    received = first_view(reader.page, reader.url + path)

    assert received.total < most, received.bytes


def test_a_hindi_article_needs_one_devanagari_font_for_its_first_paint(new_reader: NewReader) -> None:
    reader = new_reader(PHONE)

    received = first_view(reader.page, f"{reader.url}/hi{ARTICLE}")

    page = reader.page
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    begun: dict[str, float] = page.evaluate(
        "Object.fromEntries(performance.getEntriesByType('resource').map(one => [one.name, one.startTime]))"
    )
    before = [name for name, at in begun.items() if "devanagari" in name and at <= paint]
    assert len(before) <= 1
    assert any("devanagari" in name for name in received.bytes)


def loaded(family: str) -> str:
    """A script: whether a web font of the family came."""
    return (
        f"[...document.fonts].some(face => face.family.replaceAll('\"', '') === '{family}' && face.status === 'loaded')"
    )


def test_hindi_on_a_page_in_english_needs_no_font_of_the_device(new_reader: NewReader) -> None:
    reader = new_reader(DESK)
    reader.go("/")
    reader.wait_until(loaded("Mukta Names"))

    exam.begin(reader, MOCK)

    reader.wait_until(f"{loaded('Tiro Hindi')} || {loaded('Tiro Hindi Late')}")


@pytest.mark.parametrize("path", ["/", ARTICLE, f"/hi{ARTICLE}", MOCK])
def test_text_of_twice_the_size_stays_on_the_page(new_reader: NewReader, path: str) -> None:
    reader = new_reader(PHONE)
    reader.go(path)

    reader.page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert reader.page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
