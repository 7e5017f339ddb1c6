"""Things that the base does not have but whose sort their name tells: an Act, a ministry, a bank like others of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tayari.rules.lint.index import Index
from tayari.rules.lint.lexicon import LINKS, PLACED, POINTERS, STOP
from tayari.rules.lint.reading.tokens import Token, is_hindi, tokens
from tayari.rules.lint.weighing.scene import Scene

_OFTEN = 3  # things of the base must bear a noun
_MOSTLY = 0.7  # of those that bear it must be of one type
_NO_PART = STOP | POINTERS | LINKS
_SMALL = frozenset({"of", "and", "for", "the", "on"})


class Nouns:
    """The nouns by which names tell what sort of thing they name, with the type of most that bear them."""

    def __init__(self, index: Index) -> None:
        borne: dict[str, Counter[str]] = defaultdict(Counter)
        for entity in index.base.entities.values():
            if entity.type not in PLACED | {"person", "office", "event"}:
                for noun in {noun for name in entity.names if name.kind != "acronym" for noun in _nouns(name.text)}:
                    borne[noun][entity.type] += 1
        self.types = {
            noun: types.most_common(1)[0][0]
            for noun, types in borne.items()
            if types.total() >= _OFTEN and types.most_common(1)[0][1] >= _MOSTLY * types.total()
        }


def _nouns(name: str) -> Iterator[str]:
    words = [word for word in tokens(name) if not word.text.isdigit()]
    if len(words) > 1:
        yield words[-1].key
        if words[1].folded == "of":
            yield words[0].key


def nouns(index: Index) -> Nouns:
    """The nouns of a base, gathered once."""
    return index.once(Nouns)


def strangers(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """The span and type of each thing that only the noun in its name shows."""
    told, words = nouns(scene.index).types, scene.sentence.words
    free = [not scene.sentence.inside(word.start) for word in words]
    for at, word in enumerate(words):
        type_ = told.get(word.key) if free[at] else None
        if not type_:
            continue
        if is_hindi(word.text):
            before = words[at - 1] if at and free[at - 1] else None
            if before and before.key not in _NO_PART and not before.text[0].isdigit() and len(before.text) > 2:
                yield before.start, word.end, type_
        elif word.text[0].isupper():
            first, last = _run(scene, words, free, at)
            if last - first > 1:
                yield words[first].start, words[last - 1].end, type_


def _run(scene: Scene, words: list[Token], free: list[bool], at: int) -> tuple[int, int]:
    """The words with capitals around one, with the small words between them."""

    def goes_on(one: int) -> bool:
        return free[one] and (words[one].text[0].isupper() or words[one].folded in _SMALL)

    first, last = at, at + 1
    while first and goes_on(first - 1) and scene.sentence.text[words[first - 1].end : words[first].start] == " ":
        first -= 1
    while last < len(words) and goes_on(last) and scene.sentence.text[words[last - 1].end : words[last].start] == " ":
        last += 1
    while first < at and words[first].folded in _SMALL:
        first += 1
    while last - 1 > at and words[last - 1].folded in _SMALL:
        last -= 1
    return first, last
