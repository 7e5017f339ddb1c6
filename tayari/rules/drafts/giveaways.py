"""Which facts give themselves away: a subject whose name already says what would be asked of it."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from tayari.plain.folding import words as folded_words
from tayari.rules.drafts.values import Known
from tayari.rules.lint.base import Entity

_YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")
# The ends of ordinals in words: twenty-first ends as first does.
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "inaugural",
)  # fmt: skip
_HUNDREDS = frozenset({"one", "two", "hundred", "and"})
_NTH = re.compile(r"\d+(st|nd|rd|th)?")
_STEM = 5
# A word in the names of this many entities of one type tells none of them from another.
_SHARED = 3
_LITTLE = frozenset({"the", "and", "for", "with", "from"})


@lru_cache(maxsize=4096)
def tokens(text: str) -> frozenset[str]:
    """The words of a text that may tell, folded and cut to their stems: Korea and Korean are one."""
    return frozenset(word[:_STEM] for word in folded_words(text) if len(word) > 2 and word not in _LITTLE)


def numbered(name: str) -> str:
    """What is left of a name such as `third WTO Ministerial Conference` without its number; empty when it has none."""
    words = name.casefold().split()
    kept = [word for word in words if not word.endswith(_ORDINALS) and not _NTH.fullmatch(word)]
    return " ".join(word for word in kept if word not in _HUNDREDS) if len(kept) < len(words) else ""


class Giveaways:
    """Judges facts of one base."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        counted: dict[str, Counter[str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        for entity in entities:
            own = frozenset[str]().union(*(tokens(name.text) for name in entity.names))
            self._words[entity.ref] = own
            counted.setdefault(entity.type, Counter()).update(own)
        self._generic = {
            kind: frozenset(word for word, times in counts.items() if times >= _SHARED)
            for kind, counts in counted.items()
        }

    def tells(self, known: Known) -> bool:
        """Whether the subject's printed name gives the value away."""
        name = known.names["en"]
        if known.predicate.role == "expansion":
            return True
        if known.value.date:
            years = [int(found) for found in _YEAR.findall(name)]
            return any(abs(year - known.value.date.year) <= 1 for year in years)
        if known.value.amount:
            return self._counts(known, name)
        if known.predicate.object_kind == "entity":
            own = self._words[known.value.written] - self._generic.get(known.value.grain, frozenset())
            return bool(own & tokens(name))
        return known.value.written.casefold() in {one.text.casefold() for one in known.subject.names}

    def _counts(self, known: Known, name: str) -> bool:
        assert known.value.amount is not None
        digits = set(re.findall(r"\d+", name))
        return str(known.value.amount.amount) in digits or (known.predicate.role == "ordinal" and bool(numbered(name)))

    def alike(self, one: str, two: str) -> bool:
        """Whether every word of one entity's name stands in the other's: Delhi and New Delhi are no alternatives."""
        first, second = self._words[one], self._words[two]
        return bool(first and second) and (first <= second or second <= first)
