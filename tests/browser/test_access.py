"""axe finds nothing to object to, on any kind of page, in any language, theme or width."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import exam
from tests.browser.kinds import PATHS, QUIZ, SPRINT
from tests.browser.node_tools import needed
from tests.browser.watched import DESK, PHONE, NewReader, Reader

pytestmark = pytest.mark.browser

# Rules of WCAG 2.2 A and AA and axe's own best practices.
# A colour that is still on its way from the other theme is nobody's.
_RUN = """async (within) => {
  const changing = document.getAnimations().filter(one => one instanceof CSSTransition);
  await Promise.allSettled(changing.map(one => one.finished));
  const {violations} = await axe.run({include: within}, {resultTypes: ["violations"]});
  const place = node => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`;
  return violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 5).map(place).join(" | ")}`);
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    return needed("axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, axe: str, *within: str) -> list[str]:
    """What axe objects to at both widths and in both themes, each with how it was found; `within` some parts only."""
    page.evaluate(axe)
    found: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for size in (PHONE, DESK):
            page.set_viewport_size({"width": size["width"], "height": size["height"]})
            objections: Any = page.evaluate(_RUN, list(within) or ["html"])
            found += [f"{scheme} {size['width']}px {objection}" for objection in objections]
    return found


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_violation(new_reader: NewReader, axe: str, path: str) -> None:
    reader = new_reader(PHONE)
    reader.go(path)

    assert violations(reader.page, axe) == []


@pytest.fixture(params=["", "/hi"], ids=["en", "hi"])
def candidate(request: pytest.FixtureRequest, new_reader: NewReader) -> tuple[Reader, str]:
    return new_reader(PHONE), request.param


def test_the_room_the_hand_in_and_the_result_have_no_violation(candidate: tuple[Reader, str], axe: str) -> None:
    reader, prefix = candidate
    page = reader.page
    exam.begin(reader, prefix + QUIZ)
    assert violations(page, axe) == []

    page.locator(".room-hand-in").click()
    page.wait_for_url("**/submission/")
    assert violations(page, axe) == []

    page.locator("form button.button").click()
    page.wait_for_url("**/result/")
    assert violations(page, axe) == []


def test_the_room_of_a_sprint_has_no_violation(candidate: tuple[Reader, str], axe: str) -> None:
    reader, prefix = candidate
    exam.begin(reader, prefix + SPRINT)

    assert violations(reader.page, axe) == []


def test_a_lost_page_has_no_violation(candidate: tuple[Reader, str], axe: str) -> None:
    reader, prefix = candidate
    reader.watch.expect("status of 404")
    reader.go(f"{prefix}/no-such-page/")

    assert violations(reader.page, axe) == []
