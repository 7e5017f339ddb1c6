"""A question in English and the same in Hindi, one after the other or in another part of the file, become one."""

from collections.abc import Sequence
from itertools import zip_longest

from tayari.plain.texts import Texts
from tayari.rules.interchange.word.sorting import Sorted


def joined(questions: Sequence[Sorted]) -> list[Sorted]:
    """The questions with doubles in the other language merged, where nothing speaks against it."""
    found: list[Sorted] = []
    for one in questions:
        last = found[-1] if found else None
        if last is not None and last.raw.number == one.raw.number and _are_twins(last, one):
            _merge(last, one)
        else:
            found.append(one)
    by_number: dict[str, list[Sorted]] = {}
    for one in found:
        by_number.setdefault(one.raw.number, []).append(one)
    kept: list[Sorted] = []
    for one in found:
        same = by_number[one.raw.number]
        if one.raw.number and len(same) == 2 and one is same[1] and _are_twins(*same):
            _merge(same[0], one)
        else:
            kept.append(one)
    return kept


def _are_twins(one: Sorted, other: Sorted) -> bool:
    first, second = set(one.stem), set(other.stem)
    if len(first) != 1 or len(second) != 1 or first == second:
        return False
    if len(one.options) == len(other.options) and len(one.entries) == len(other.entries):
        return True
    message = f"Paragraph {other.raw.place} has the same number in the other language and does not fit; both were kept."
    one.raw.say("warning", "twin-differs", message)
    return False


def _merge(one: Sorted, other: Sorted) -> None:
    one.stem, one.ask = _both(other.stem, one.stem), _both(other.ask, one.ask)
    one.explanation = _both(other.explanation, one.explanation)
    one.passage = _both(other.passage, one.passage)
    one.entries = _rows(one.entries, other.entries)
    one.left, one.right = _rows(one.left, other.left), _rows(one.right, other.right)
    one.pairs = _pairs(one.pairs, other.pairs)
    language = next(iter(other.stem), "hi")
    none: Texts = {}
    zipped = zip_longest(one.options, other.options, fillvalue=none)
    one.options = [_option(ours, theirs, language) for ours, theirs in zipped]
    one.said += other.said
    one.typed = one.typed or other.typed
    one.split = one.split or other.split
    one.raw.source += other.raw.source
    one.raw.groups += other.raw.groups
    one.raw.findings += other.raw.findings
    one.raw.gap = one.raw.gap or other.raw.gap
    one.raw.goes_on, one.raw.supposed = one.raw.goes_on or other.raw.goes_on, one.raw.supposed or other.raw.supposed
    one.raw.told = {**other.raw.told, **one.raw.told}


def _pairs(ours: list[tuple[Texts, Texts]], theirs: list[tuple[Texts, Texts]]) -> list[tuple[Texts, Texts]]:
    if len(ours) != len(theirs):
        return ours or theirs
    return [(_both(more[0], said[0]), _both(more[1], said[1])) for said, more in zip(ours, theirs, strict=True)]


def _both(theirs: Texts, ours: Texts) -> Texts:
    return dict(sorted({**theirs, **ours}.items()))


def _option(ours: Texts, theirs: Texts, language: str) -> Texts:
    """Both languages; a number or a name that the second language writes as the first does stands in both."""
    if theirs and language not in theirs:
        return _both({language: next(iter(theirs.values()))}, ours)
    return _both(theirs, ours)


def _rows(ours: list[tuple[str, Texts]], theirs: list[tuple[str, Texts]]) -> list[tuple[str, Texts]]:
    if len(ours) != len(theirs):
        return ours or theirs
    return [(label, _both(more, said)) for (label, said), (_, more) in zip(ours, theirs, strict=True)]
