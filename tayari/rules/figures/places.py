"""Where in a text a figure stands: its exact words, the longest first, with no letter or digit beside them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from tayari.rules.figures.figure import Figure

_CODE = re.compile("[a-z]{2,3}")


@lru_cache(maxsize=1_000)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(set(words), key=lambda one: (-len(one), one))
    spoken = (r"\s+".join(map(re.escape, one.split())) for one in longest)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(spoken)})(?![^\W_])")


def pieces(text: str, figures: Sequence[Figure]) -> Iterator[str | Figure]:
    """The text in its order, with a figure wherever its words stand."""
    if not figures:
        yield text
        return
    by_words = {one.words: one for one in reversed(figures)}
    at = 0
    for found in _pattern(tuple(by_words)).finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        yield by_words[" ".join(found[0].split())]
        at = found.end()
    if at < len(text):
        yield text[at:]


def told_in(content: Any) -> Iterator[str]:
    """Every text of a content, in every language; what figures say of themselves is none."""
    if isinstance(content, list | tuple):
        for one in content:
            yield from told_in(one)
    elif isinstance(content, Mapping):
        if ("en" in content or "hi" in content) and all(_CODE.fullmatch(str(name)) for name in content):
            yield from (words for words in content.values() if isinstance(words, str))
            return
        for name, value in content.items():
            if name != "figures":
                yield from told_in(value)


def used(figures: Sequence[Figure], texts: Iterable[str]) -> tuple[Figure, ...]:
    """Those of the figures that are drawn somewhere in the texts."""
    seen: set[str] = set()
    for text in texts:
        seen.update(one.words for one in pieces(text, figures) if isinstance(one, Figure))
    return tuple(one for one in figures if one.words in seen)
