"""Every kind of page: axe finds nothing to object to, nothing scrolls sideways, and no two labels are glued together.

One visit a page for all of them: a page costs more to open than to look at.
"""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.kinds import PATHS
from tests.browser.watched import PHONE, NewReader

pytestmark = pytest.mark.browser

# The page to beat says "Economics1900m" and "relation0".
_GLUED = r"""() => {
  const apart = ".visually-hidden, sup, mark, script, style";
  const shown = node => node.parentElement.checkVisibility() && !node.parentElement.closest(apart);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const glued = [];
  let left = null;
  for (let right = walker.nextNode(); right; right = walker.nextNode()) {
    if (!right.data.trim()) { left = null; continue; }
    if (!shown(right)) continue;
    if (left && /[\p{L}\p{N}]$/u.test(left.data) && /^[\p{L}\p{N}]/u.test(right.data)) {
      const last = document.createRange(), first = document.createRange();
      last.setStart(left, left.length - 1); last.setEnd(left, left.length);
      first.setStart(right, 0); first.setEnd(right, 1);
      const one = last.getBoundingClientRect(), other = first.getBoundingClientRect();
      if (Math.abs(one.right - other.left) < 1.5 && one.bottom > other.top && other.bottom > one.top) {
        glued.push(left.data.trim().slice(-30) + "|" + right.data.trim().slice(0, 30));
      }
    }
    left = right;
  }
  return glued;
}"""


def sideways(page: Page) -> dict[int, int]:
    """By width in pixels, how many more the page is wide; only widths where it is."""
    # 640 pixels are a 1280-pixel window at 200 %, 320 at 400 % (WCAG 2.2, 1.4.10).
    wider = {}
    for width in (1280, 640, 360, 320):
        page.set_viewport_size({"width": width, "height": 780})
        wider[width] = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    return {width: by for width, by in wider.items() if by}


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_accessible_fits_every_width_and_glues_no_labels(new_reader: NewReader, axe: str, path: str) -> None:
    reader = new_reader(PHONE)
    reader.go(path)

    objections = violations(reader.page, axe)
    glued = reader.page.evaluate(_GLUED)

    assert {"axe": objections, "glued": glued, "sideways": sideways(reader.page)} == {
        "axe": [],
        "glued": [],
        "sideways": {},
    }
