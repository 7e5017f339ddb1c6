"""Finds the names of entities in a row of words: the longest that matches, in one pass."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tayari.rules.lint.reading.tokens import Token, keys


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entity. `weak` forms (shortened by us, surnames) need support from what surrounds them."""

    ref: str
    text: str
    kind: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: words `first` to `last` (exclusive) of the sentence, and all that it may mean."""

    first: int
    last: int
    start: int
    end: int
    forms: tuple[Form, ...]

    @property
    def refs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(form.ref for form in self.forms))


def _fits(form: Form, words: list[Token]) -> bool:
    """Acronyms keep their case (US is not us); of weak forms in Latin script the first letter is a capital."""
    if form.kind == "acronym":
        told = [word.text.replace(".", "") for word in words]
        return "".join(told).casefold() != "".join(told) and _capitals(form.text) <= _capitals("".join(told))
    if form.kind in ("surname", "city"):
        return not words[0].text[:1].islower()
    return True


def _capitals(text: str) -> int:
    return sum(character.isupper() for character in text)


class Names:
    """All forms by the key of their first word."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[Form]]] = defaultdict(dict)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for form in forms:
            row = keys(form.text)
            if row:
                held = self._by_first[row[0]].setdefault(row, [])
                if form not in held:
                    held.append(form)
        for first, rows in self._by_first.items():
            self._lengths[first] = tuple(sorted({len(row) for row in rows}, reverse=True))

    def at(self, words: list[Token], index: int) -> Hit | None:
        """The longest name that begins at word `index`."""
        first = words[index].key
        rows = self._by_first.get(first)
        if rows is None:
            return None
        for length in self._lengths[first]:
            if index + length > len(words):
                continue
            piece = words[index : index + length]
            forms = [one for one in rows.get(tuple(word.key for word in piece), ()) if _fits(one, piece)]
            strong = [one for one in forms if not one.weak]
            if forms:
                return Hit(index, index + length, piece[0].start, piece[-1].end, tuple(strong or forms))
        return None

    def find(self, words: list[Token]) -> list[Hit]:
        """All names, in order, none inside another."""
        found, free = [], 0
        for index in [at for at, word in enumerate(words) if word.key in self._by_first]:
            hit = self.at(words, index) if index >= free else None
            if hit:
                found.append(hit)
                free = hit.last
        return found
