"""What axe objects to on a page, at both widths and in both themes."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.node_tools import needed
from tests.browser.watched import DESK, PHONE

# Rules of WCAG 2.2 A and AA and axe's own best practices.
# A colour that is still on its way from the other theme is nobody's.
_RUN = """async ([within, options]) => {
  const changing = document.getAnimations().filter(one => one instanceof CSSTransition);
  await Promise.allSettled(changing.map(one => one.finished));
  const {violations} = await axe.run({include: within}, {resultTypes: ["violations"], ...options});
  const place = node => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`;
  return violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 5).map(place).join(" | ")}`);
}"""
# The dark theme has other colours and nothing else.
_OPTIONS: dict[str, dict[str, Any]] = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}


def script() -> str:
    """axe itself; without it the test is skipped and says so."""
    return needed("axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, axe: str, *within: str) -> list[str]:
    """What axe objects to, each with how it was found; `within` some parts only. Leaves the page dark and wide."""
    page.evaluate(axe)
    found: list[str] = []
    for scheme, options in _OPTIONS.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for size in (PHONE, DESK):
            page.set_viewport_size({"width": size["width"], "height": size["height"]})
            objections: Any = page.evaluate(_RUN, [list(within) or ["html"], options])
            found += [f"{scheme} {size['width']}px {objection}" for objection in objections]
    return found
