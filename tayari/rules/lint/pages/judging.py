"""All rules of the page, asked in order, and their flaws as findings with a place and an id that stays."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from tayari.rules.lint.document import Document
from tayari.rules.lint.findings import Finding, identity
from tayari.rules.lint.pages import headings, numbers, repeats, sayings, trust, wording
from tayari.rules.lint.pages.page import Flaw, LoadedWords, Page, Rule, sentence_at

RULES: Mapping[str, Rule] = {
    "page.duplicate-heading": headings.duplicate_heading,
    "page.near-duplicate-paragraph": repeats.near_duplicate_paragraph,
    "page.heading-equals-caption": headings.heading_equals_caption,
    "page.title-lost-characters": headings.title_lost_characters,
    "page.unit": numbers.unit,
    "page.range-ends-in-future": numbers.range_ends_in_future,
    "page.glued-label": numbers.glued_label,
    "page.reading-time": numbers.reading_time,
    "page.no-as-of": trust.no_as_of,
    "page.no-source": trust.no_source,
    "page.identical-link-texts": repeats.identical_link_texts,
    "page.empty-promise": repeats.empty_promise,
    "page.mixed-spelling": wording.mixed_spelling,
    "page.loaded-words": wording.loaded_words,
}
_MOST_WORDS = 120


def judge_page(document: Document, *, as_of: date, loaded_words: LoadedWords) -> list[Finding]:
    """What is wrong with the page by itself, rule by rule."""
    if not document.blocks:
        return []
    page = Page(document, as_of, loaded_words)
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for rule in RULES.values():
        for flaw in rule(page):
            sentence = sentence_at(flaw.block.text, flaw.start)
            key = (flaw.rule, sentence, flaw.words)
            found.append(_finding(flaw, sentence, seen[key]))
            seen[key] += 1
    return found


def _finding(flaw: Flaw, sentence: str, nth: int) -> Finding:
    line, column = flaw.block.place(flaw.start)
    words = flaw.words if len(flaw.words) <= _MOST_WORDS else flaw.words[: _MOST_WORDS - 1].rstrip() + "…"
    return Finding(
        line=line,
        column=column,
        level=sayings.LEVELS[flaw.rule],
        words=words,
        claim=sayings.said(flaw.rule, flaw.told, flaw.block.language),
        fact=None,
        source=None,
        suggestion=flaw.suggestion,
        rule=flaw.rule,
        id=identity(flaw.rule, sentence, flaw.words, None, None, nth),
    )
