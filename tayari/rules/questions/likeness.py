"""How alike two texts are, whatever their language: for doubles in the bank and in a paper."""

from collections.abc import Sequence


def shingles(words: Sequence[str], size: int = 2) -> frozenset[tuple[str, ...]]:
    """The runs of `size` words; of a shorter text, the whole."""
    if len(words) <= size:
        return frozenset({tuple(words)}) if words else frozenset()
    return frozenset(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def likeness(one: Sequence[str], two: Sequence[str]) -> float:
    """Jaccard's coefficient of the two texts' word pairs: 1 for the same text, 0 for nothing in common.

    P. Jaccard, 1901: the size of what both have over the size of what either has.
    """
    return overlap(shingles(one), shingles(two))


def overlap(one: frozenset[tuple[str, ...]], two: frozenset[tuple[str, ...]]) -> float:
    """The same of word pairs that were found before."""
    if not one or not two:
        return 0.0
    return len(one & two) / len(one | two)
