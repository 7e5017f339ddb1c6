"""Values that the base does not have and no noun shows: countries everybody knows, names by their capitals or figures
(PSLV-C61, UNDP), and persons after a title (President Trump)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from tayari.rules.lint.index import Index
from tayari.rules.lint.lexicon import GENERIC, LINKS, STOP, words_of
from tayari.rules.lint.reading.countries import countries
from tayari.rules.lint.reading.tokens import Token, keys, tokens
from tayari.rules.lint.unknown import PERSON, may_be_name
from tayari.rules.lint.weighing.scene import Scene

COUNTRY, NAME = "country:", "name:"
_TITLES = words_of("president premier chancellor ambassador envoy minister secretary mr mrs ms dr shri smt")
_CODE = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z&]*\d*|[A-Z][a-z]+|[A-Z]\d*|\d{1,3}")
_STRONG = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z&]+")
_JOINED = ("", " ", "-", "–", "/")
_FOLLOW = words_of("के ने मिले थे आए पहुँचे की से को का")
_LABEL = 4  # words of a fact that is a name at most
# Words with capitals that name no thing of their own.
_PLAIN = (
    GENERIC
    | STOP
    | frozenset(
        keys(
            "January February March April May June July August September October November December Jan Feb Mar Apr "
            "Jun Jul Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Q Ans US UN UK "
            "GDP MCQ Indian American British French Russian Chinese Japanese Union Government Cabinet Parliament State "
            "Centre I II III"
        )
    )
)


def countries_in(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """The span and ref of each country that the base does not have."""
    words, known = scene.sentence.words, scene.index.country_words
    for first, end, country in countries().find(words):
        told, last = words[first], words[end - 1]
        if tuple(word.key for word in words[first:end]) not in known and _is_free(scene, told, last):
            yield told.start, last.end, f"{COUNTRY}{country}"


def _is_free(scene: Scene, first: Token, last: Token) -> bool:
    written = first.text[0].isupper() or not first.text.isascii()
    return written and not scene.sentence.inside(first.start) and not scene.sentence.inside(last.start)


def titled(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """The span and ref of each person of whom only a surname is told, after a title."""
    words, text = scene.sentence.words, scene.sentence.text
    for title, name in pairwise(words):
        if (
            title.key not in _TITLES
            or text[title.end : name.start] not in (" ", ". ")
            or not _is_free(scene, name, name)
        ):
            continue
        if (
            name.text.isalpha()
            and len(name.text) > 2
            and name.text.isascii()
            and name.key not in _PLAIN
            and name.key not in _TITLES
        ):
            yield name.start, name.end, f"{PERSON}{name.text}"


def paired(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """The span and ref of each person of whom only that shows it, in Devanagari, that somebody known stands beside:
    “नरेंद्र मोदी और जो बाइडन के बीच”."""
    words = scene.sentence.words
    for one in scene.mentions:
        if len(one.refs) != 1 or scene.index.type(one.refs[0]) != "person" or not scene.sentence.hindi:
            continue
        after = [at for at, word in enumerate(words) if word.start >= one.end][:4]
        if len(after) < 4 or words[after[0]].key not in LINKS or words[after[3]].folded not in _FOLLOW:
            continue
        first, last = words[after[1]], words[after[2]]
        told = all(may_be_name(word, scene.sentence.text) for word in (first, last))
        if told and _is_free(scene, first, last):
            yield first.start, last.end, f"{PERSON}{scene.sentence.text[first.start : last.end]}"


def names_in(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """The span and ref of each run of words that is written like a name and that nothing else explains."""
    sentence = scene.sentence
    free = [
        not word.text.islower()
        and _CODE.fullmatch(word.text) is not None
        and not sentence.inside(word.start)
        and not any(one.start <= word.start < one.end for one in sentence.dates)
        for word in sentence.words
    ]
    yield from _runs(sentence.words, sentence.text, free)


def _runs(words: list[Token], text: str, free: list[bool]) -> Iterator[tuple[int, int, str]]:
    at = 0
    while at < len(words):
        last = at
        while (
            last < len(words)
            and free[last]
            and (last == at or text[words[last - 1].end : words[last].start] in _JOINED)
        ):
            last += 1
        first = at
        while first < last and words[first].key in STOP:
            first += 1
        if last > first and _is_name(words[first:last], first):
            yield words[first].start, words[last - 1].end, f"{NAME}{text[words[first].start : words[last - 1].end]}"
        at = max(last, at + 1)


def _is_name(run: list[Token], at: int) -> bool:
    """An acronym, a code with a figure, or two words with capitals, of which what opens a sentence shows nothing."""
    told = [word for word in run if word.key not in _PLAIN and word.text[0].isalpha()]
    if not told or run[0].text[0].isdigit():
        return False
    if any(_STRONG.fullmatch(word.text) for word in told):
        return True
    coded = any(word.text[-1].isdigit() for word in run)
    return (coded and bool(told)) or (len(told) > 1 and at > 0)


def label(text: str) -> str:
    """The ref of a fact in words that is a name: a launch vehicle, a band; empty for any other text."""
    words = tokens(text)
    if not 0 < len(words) <= _LABEL:
        return ""
    found = list(_runs(words, text, [_CODE.fullmatch(word.text) is not None for word in words]))
    whole = len(found) == 1 and found[0][0] == words[0].start and found[0][1] == words[-1].end
    return f"{NAME}{text}" if whole else ""


def same_name(index: Index, sort: str, one: str, other: str) -> bool:
    """Whether two refs of which one is a bare name may name the same: by its words, or a surname by its last."""
    told, held = _words(index, one), _words(index, other)
    if not told or not held:
        return False
    if sort == PERSON:
        return any(row[-1] == said[-1] for row in held for said in told)
    return any(set(said) <= set(row) or set(row) <= set(said) for row in held for said in told)


@lru_cache(maxsize=20_000)
def _row(text: str) -> tuple[str, ...]:
    return keys(text)


def _words(index: Index, ref: str) -> list[tuple[str, ...]]:
    held = index.base.entities.get(ref)
    texts = [name.text for name in held.names] if held else [ref.partition(":")[2]]
    return [row for text in texts if (row := _row(text))]
