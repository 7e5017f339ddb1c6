"""Which words speak of which predicate, and how much: a word that few predicates of a kind have says more."""

import re
from collections import Counter, defaultdict
from functools import cached_property

from tayari.rules.lint.cues import cues_of
from tayari.rules.lint.index import Index, content
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.weighing.texts import root

_MOST = 20_000  # strengths that are kept


class Speaking:
    """The words of a base's predicates: of their phrases, labels and cues, in both languages."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._kept: dict[tuple[str, frozenset[str]], float] = {}

    @cached_property
    def _of(self) -> dict[str, frozenset[str]]:
        found = {}
        for one in self._index.base.predicates.values():
            texts = [re.sub(r"\{\w+\}", " ", text) for text in (*one.phrase.values(), *one.label.values())]
            cues = (word for language in ("en", "hi") for cue in cues_of(one, language) for word in cue)
            told = (key for text in texts for key in content(keys(text)))
            found[one.ref] = frozenset(root(key) for key in (*told, *content(tuple(cues))))
        return found

    @cached_property
    def _shared(self) -> dict[str, Counter[str]]:
        """How many predicates that take such a kind have a word."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for ref, words in self._of.items():
            found[self._index.predicate(ref).object_kind].update(words)
        return found

    def words(self, predicate: str) -> frozenset[str]:
        """The words that speak of a predicate."""
        return self._of.get(predicate, frozenset())

    def strength(self, predicate: str, said: frozenset[str]) -> float:
        """How much a set of words speaks of a predicate: nothing is 0, a word of its own is 1."""
        key = predicate, said
        if key not in self._kept:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            shared = self._shared[self._index.predicate(predicate).object_kind]
            self._kept[key] = max((1 / shared[word] for word in self._of[predicate] & said), default=0.0)
        return self._kept[key]


def speaking(index: Index) -> Speaking:
    """The words of a base's predicates, read once."""
    return index.once(Speaking)
