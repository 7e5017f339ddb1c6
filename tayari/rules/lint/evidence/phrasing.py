"""The small words with which a predicate's phrase says its two ends: “was run by {object}”, “{object} ने”."""

import re

from tayari.rules.lint.base import Predicate
from tayari.rules.lint.index import Index

_SAME = {"on": "in", "at": "in", "since": "from", "पर": "में", "को": "में"}  # which of them is for the value to tell
_ENGLISH = re.compile(r"([a-z]+)(?:\s+(?:the|an?))?\s+$")
_HINDI = re.compile("\\s+([\u0900-\u097f]+)")


def alike(word: str) -> str:
    """A small word, or that which stands for all that say the same."""
    return _SAME.get(word, word)


class Phrasing:
    """The small words of a base's predicates, by their end and language."""

    def __init__(self, index: Index) -> None:
        self._of = {
            (one.ref, end, language): _beside(one, end, language)
            for one in index.base.predicates.values()
            for end in ("object", "subject")
            for language in ("en", "hi")
        }

    def word(self, predicate: str, end: str, language: str) -> str:
        """The word that goes with an end of a predicate's phrase; empty where none does."""
        return self._of.get((predicate, end, language), "")


def _beside(predicate: Predicate, end: str, language: str) -> str:
    before, mark, after = predicate.phrase.get(language, "").partition(f"{{{end}}}")
    if not mark:
        return ""
    match = _HINDI.match(after) if language == "hi" else _ENGLISH.search(before)
    return alike(match[1]) if match else ""


def phrasing(index: Index) -> Phrasing:
    """The small words of a base's predicates, read once."""
    return index.once(Phrasing)
