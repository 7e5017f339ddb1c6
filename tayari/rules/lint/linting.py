"""The linter's one entry: a document against the facts and by the rules of the page."""

from collections.abc import Set
from datetime import date

from tayari.rules.lint.base import FactBase
from tayari.rules.lint.document import Document
from tayari.rules.lint.facts import judge_document
from tayari.rules.lint.findings import Report
from tayari.rules.lint.pages.judging import judge_page
from tayari.rules.lint.pages.page import LoadedWords


def lint(
    document: Document,
    base: FactBase,
    *,
    as_of: date,
    language: str,
    loaded_words: LoadedWords,
    dismissed: Set[str] = frozenset(),
) -> Report:
    """Everything found in a document, in order of place, without what was dismissed.

    `language` is that of text which does not say so itself, empty to go by its script.
    """
    told = judge_document(document, base, as_of=as_of, language=language)
    found = [*told.findings, *judge_page(document, as_of=as_of, loaded_words=loaded_words)]
    kept = (finding for finding in found if finding.id not in dismissed)
    return Report(tuple(sorted(kept, key=lambda one: (one.line, one.column, one.rule))), told.coverage)
