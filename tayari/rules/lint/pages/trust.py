"""Rules of what a page must say of itself: as of which day it holds, and where it is written."""

import re
from collections.abc import Iterator

from tayari.rules.lint.document import Kind
from tayari.rules.lint.pages.page import Flaw, Page, whole

_LONG = 120
_AS_OF = re.compile(
    r"\bas (?:of|on|at)\b|\b(?:last )?(?:updated|reviewed|corrected)\b|\bup to date\b|\bfacts (?:as|checked)\b|"
    r"की स्थिति|के अनुसार तथ्य|तक के तथ्य|अद्यतन|अपडेट",
    re.I,
)
_SOURCED = re.compile(
    r"\bsources?\b\s*[:—–-]|^\s*(?:sources?|references?|bibliography|notes)\s*:?\s*$|"
    r"\baccording to\b|\bpress release\b|"
    r"स्रोत|संदर्भ|के अनुसार|विज्ञप्ति",
    re.I | re.M,
)


def no_as_of(page: Page) -> Iterator[Flaw]:
    """A page of some length that says nowhere as of which day it holds."""
    if not page.document.is_page or page.length < _LONG or page.about.get("as_of") or page.about.get("modified"):
        return
    if not any(_AS_OF.search(block.text) for block in page.blocks):
        yield whole("page.no-as-of", page.blocks[0])


def no_source(page: Page) -> Iterator[Flaw]:
    """A page of some length that names no source: no citation, no link outwards, no word of where it was read."""
    if not page.document.is_page or page.length < _LONG or page.about.get("sources", "0") != "0":
        return
    outward = any(link.target.startswith(("http://", "https://")) for block in page.blocks for link in block.links)
    if not outward and not any(_SOURCED.search(block.text) for block in page.blocks if block.kind is not Kind.QUESTION):
        yield whole("page.no-source", page.blocks[0])
