"""An acronym that a text itself says is short for something else than what the base knows it for."""

import re

from tayari.rules.lint.index import Index, content
from tayari.rules.lint.reading.names import Hit
from tayari.rules.lint.reading.tokens import keys, tokens

_IN_BRACKETS = re.compile(r"([^()\[\].;:।]+?)\s*\(\s*$")
_AFTER = re.compile(
    r"\s*\(\s*([^()]+)\)|\s+(?:is|was|stands\s+for|means)\s+(?:an?\s+|the\s+|short\s+for\s+)?([^.;:,()]+)"
)
_LINE = 160  # characters around an acronym that are looked at
_KNOWN = 0.3  # of the words of what it is known for


def _initials(words: list[str], acronym: str) -> bool:
    """Whether the words, without the small ones, begin with the letters of the acronym in order."""
    letters = iter(word[:1].casefold() for word in words)
    return all(letter in letters for letter in acronym.casefold() if letter.isalpha())


def _likeness(index: Index, ref: str, row: tuple[str, ...]) -> float:
    said = set(content(row))
    best = 0.0
    for text in index.expansions(ref):
        held = set(content(keys(text)))
        best = max(best, len(said & held) / max(1, len(held)))
    return best


def _before(text: str, hit: Hit, length: int) -> list[str]:
    """The words before an opening bracket that could be the name in full."""
    bracketed = text[hit.end : hit.end + _LINE].lstrip().startswith(")")
    match = _IN_BRACKETS.search(text[max(0, hit.start - _LINE) : hit.start]) if bracketed else None
    if not match:
        return []
    words = [word.text for word in tokens(match[1])]
    return words[-length:]


def is_other(index: Index, text: str, hit: Hit) -> bool:
    """Whether the words beside an acronym spell it out as something unknown."""
    acronym = text[hit.start : hit.end].replace(".", "")
    before = _before(text, hit, len(acronym) + 2)
    match = _AFTER.match(text, hit.end)
    after = [word.text for word in tokens(match[1] or match[2])][: len(acronym) + 2] if match else []
    for words in (before, after):
        hindi = bool(words) and not words[-1].isascii()
        enough = len(words) > 2 if hindi else len(words) > 1 and _initials(words, acronym)
        if hindi and words is after:
            continue
        row = keys(" ".join(words))
        if enough and all(_likeness(index, ref, row) < _KNOWN for ref in hit.refs):
            return True
    return False
