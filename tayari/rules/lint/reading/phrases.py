"""Finds phrases of a fixed list in a row of words."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from tayari.rules.lint.reading.tokens import Token

Key = tuple[str, ...]
Meaning = TypeVar("Meaning")


class Phrases[Meaning]:
    """A list of phrases, each with what it means, by their first word."""

    def __init__(self, told: Mapping[Key, Meaning]) -> None:
        self._by_first: dict[str, list[tuple[Key, Meaning]]] = {}
        for phrase, meaning in sorted(told.items(), key=lambda one: -len(one[0])):
            if phrase:
                self._by_first.setdefault(phrase[0], []).append((phrase, meaning))

    def find(self, words: list[Token]) -> list[tuple[int, int, Meaning]]:
        """First and last (exclusive) word of each phrase found, the longest at each place, none over another."""
        found = []
        free = 0
        by_first = self._by_first
        for index in [at for at, word in enumerate(words) if word.key in by_first]:
            if index < free:
                continue
            for phrase, meaning in by_first[words[index].key]:
                if all(
                    index + step < len(words) and words[index + step].key == part for step, part in enumerate(phrase)
                ):
                    found.append((index, index + len(phrase), meaning))
                    free = index + len(phrase)
                    break
        return found

    def has(self, words: list[Token]) -> bool:
        return bool(self.find(words))


def of(phrases: Iterable[Key]) -> Phrases[bool]:
    """A list of phrases that mean nothing more than that they are there."""
    return Phrases(dict.fromkeys(phrases, True))
