"""Rules of wording: one spelling throughout, and words that judge instead of telling."""

import re
from collections.abc import Iterator, Mapping

from tayari.rules.lint.document import Kind
from tayari.rules.lint.pages.page import Flaw, Page
from tayari.rules.lint.pages.spelling import AMERICAN, BRITISH

_LOWER = re.compile(r"(?<![\w-])[a-z]{4,}(?!\w)")
_QUOTED = re.compile(r"[“\"][^”\"]{1,600}[”\"]|[‘][^’]{1,300}[’]")
_LETTER = "A-Za-z\u00c0-\u024f\u0900-\u0963\u0970-\u097f"


def mixed_spelling(page: Page) -> Iterator[Flaw]:
    """British and American spellings on one page; the rarer side is told. Names and quotations keep their spelling."""
    found: dict[str, list[Flaw]] = {"british": [], "american": []}
    for block in page.blocks:
        if block.kind in {Kind.QUOTE, Kind.QUESTION} or block.language == "hi":
            continue
        for match in _LOWER.finditer(_unquoted(block.text)):
            side, pairs = ("british", AMERICAN) if match[0] in AMERICAN else ("american", BRITISH)
            if match[0] in pairs:
                other = pairs[match[0]]
                found[side].append(
                    Flaw("page.mixed-spelling", block, match.start(), match.end(), {"other": other}, other)
                )
    if all(found.values()):
        yield from min(found["american"], found["british"], key=len)


def loaded_words(page: Page) -> Iterator[Flaw]:
    """Words from the list that praise, blame or alarm; never inside a quotation."""
    lists = {language: _pattern(words) for language, words in page.loaded.items() if words}
    for block in page.blocks:
        pattern = lists.get(block.language or "en")
        if pattern is None or block.kind in {Kind.QUOTE, Kind.QUESTION}:
            continue
        for match in pattern.finditer(_unquoted(block.text)):
            instead = page.loaded[block.language or "en"].get(match[0].casefold(), "")
            yield Flaw("page.loaded-words", block, match.start(), match.end(), {}, instead)


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(f"(?<![{_LETTER}-])(?:{'|'.join(map(re.escape, ordered))})(?![{_LETTER}-])", re.I)


def _unquoted(text: str) -> str:
    """The text with quotations blanked out, so that places stay."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)
