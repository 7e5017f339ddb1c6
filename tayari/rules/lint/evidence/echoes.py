"""What the words of a sentence call to mind: things by part of a name, and facts by most of what they say."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from math import fsum, log

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index, content
from tayari.rules.lint.lexicon import PLACED
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.weighing.texts import root

_COMMON = 24  # a word in more texts than these calls nothing to mind by itself
_ENOUGH = 0.45  # of the weight of a text must be said
_BEST = 6


@lru_cache(maxsize=50_000)
def roots(text: str) -> frozenset[str]:
    """The words of a text that say something, without numbers."""
    return frozenset(root(key) for key in content(keys(text)) if not key.startswith("#") and not key.isdigit())


class Echoes[Thing: (str, Fact)]:
    """Texts by their words, each word weighing the more the fewer texts have it."""

    def __init__(self, texts: Iterable[tuple[Thing, frozenset[str]]]) -> None:
        self._texts: list[tuple[Thing, frozenset[str]]] = [(thing, words) for thing, words in texts if words]
        df = Counter(word for _, words in self._texts for word in words)
        many = max(2, len(self._texts))
        self._weight: dict[str, float] = {word: log(many / count) + 0.1 for word, count in df.items()}
        self._total: list[float] = [fsum(self._weight[word] for word in words) for _, words in self._texts]
        self._having: dict[str, list[int]] = defaultdict(list)
        for at, (_, words) in enumerate(self._texts):
            for word in words:
                if df[word] <= _COMMON:
                    self._having[word].append(at)

    def of(self, said: frozenset[str]) -> list[tuple[float, Thing]]:
        """What is called to mind, with the share of its words that is said, the most first."""
        near = sorted({at for word in said for at in self._having.get(word, ())})
        found: dict[Thing, float] = {}
        for at in near:
            thing, words = self._texts[at]
            share = fsum(self._weight[word] for word in words & said) / self._total[at]
            if share >= _ENOUGH:
                found[thing] = max(share, found.get(thing, 0.0))
        ranked = sorted(found.items(), key=lambda one: -one[1])
        return [(share, thing) for thing, share in ranked[:_BEST]]


class Memory:
    """The names and the facts in words of a base."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._names: dict[str, frozenset[str]] = {}
        self._besides: dict[str, tuple[frozenset[str], ...]] = {}
        entities = index.base.entities.values()
        self.names: Echoes[str] = Echoes(
            (one.ref, roots(name.text))
            for one in entities
            if one.type not in PLACED | {"person", "office"}
            for name in one.names
            if name.kind != "acronym"
        )
        self.facts: Echoes[Fact] = Echoes(
            (fact, roots(text)) for fact in index.base.facts for text in _texts(index, fact)
        )

    def of(self, ref: str) -> frozenset[str]:
        """The words of the names of something."""
        if ref not in self._names:
            held = self._index.base.entities.get(ref)
            self._names[ref] = frozenset(word for name in (held.names if held else ()) for word in roots(name.text))
        return self._names[ref]

    @cached_property
    def countries(self) -> frozenset[str]:
        """The words of the names of countries."""
        return frozenset(root(key) for name in self._index.country_words for key in name)

    def besides(self, fact: Fact) -> tuple[frozenset[str], ...]:
        """The words of a fact in each language, the name of its subject aside."""
        if fact.ref not in self._besides:
            rows = (roots(text) - self.of(fact.subject) for text in (fact.value, *fact.texts.values()))
            self._besides[fact.ref] = tuple(row for row in rows if row)
        return self._besides[fact.ref]


def _texts(index: Index, fact: Fact) -> Iterable[str]:
    """What a fact in words says, in each language, with what its predicate adds."""
    predicate = index.predicate(fact.predicate)
    if predicate.object_kind not in ("text", "quantity") or predicate.role == "expansion":
        return
    texts = {"en": fact.value, **fact.texts}
    for language, text in texts.items():
        if predicate.object_kind == "text" and len(roots(text)) > 2:
            yield text
        else:
            phrase = re.sub(r"\{\w+\}", " ", predicate.phrase.get(language, ""))
            name = index.base.entities[fact.subject].name(language) if fact.subject in index.base.entities else ""
            yield f"{text} {phrase} {name}"


def memory(index: Index) -> Memory:
    """The words of a base's names and facts, read once."""
    return index.once(Memory)
