"""Lines in two languages: which words are English and which Hindi, also where both stand on one line."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from tayari.plain.texts import Texts
from tayari.rules.interchange.cleaning import line as one_line
from tayari.rules.interchange.languages import language_of

_DEVANAGARI = re.compile("[\u0904-\u0963\u0971-\u097f]")
_LATIN = re.compile("[A-Za-z]")
_SLASH = re.compile(r"\s*[/|]\s*")
_BRACKETED = re.compile(r"^(?P<before>.+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*(?P<end>[.?।:]?)$")
BOTH = "both"
_LONG = 10_000


def languages(words: str) -> set[str]:
    """The languages that have letters in `words`."""
    found = {"hi"} if _DEVANAGARI.search(words) else set()
    return found | ({"en"} if _LATIN.search(words) else set())


def apart(words: str) -> tuple[Texts, bool]:
    """The words by language, and whether one line had to be taken apart. What has no letters is under `both`."""
    words = one_line(words)
    told = languages(words)
    if not told:
        return {BOTH: words}, False
    if len(words) > _LONG:
        return {language_of(words): words}, False
    if len(told) == 1:
        return {told.pop(): words}, False
    for first, second in _ways(words):
        one, other = _mostly(first), _mostly(second)
        if one and other and one != other:
            return {one: first, other: second}, True
    return {language_of(words): words}, False


def texts(lines: Iterable[str], only: str = "") -> tuple[Texts, bool]:
    """What several lines say in each language; all of it in `only` where a question has one language."""
    said: dict[str, list[str]] = {}
    split = False
    for words in lines:
        if not words.strip():
            continue
        if only:
            said.setdefault(only, []).append(one_line(words))
            continue
        told, cut = apart(words)
        split = split or cut
        for language, part in told.items():
            for code in ("en", "hi") if language == BOTH else (language,):
                said.setdefault(code, []).append(part)
    return {code: "\n".join(rows) for code, rows in sorted(said.items())}, split


def spoken(lines: Iterable[str]) -> set[str]:
    """The languages in which a question is told, by its whole stem: a name in Latin letters makes no English."""
    found: set[str] = set()
    for words in lines:
        found |= {code for code in apart(words)[0] if code != BOTH}
    return found


def switched(words: str) -> str:
    """`गंगा Ganga` with a slash where the script changes, once and for good; what has a sign there stays."""
    for first, second in ((_LATIN, _DEVANAGARI), (_DEVANAGARI, _LATIN)):
        turn = second.search(words)
        before, after = (words[: turn.start()], words[turn.start() :]) if turn else ("", "")
        parted = before.rstrip()[-1:] in set("/|(–—-")
        if first.search(before) and not first.search(after) and before[-1:].isspace() and not parted:
            return f"{before.strip()} / {after}"
    return words


def complementary(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one of two runs of texts is in English and the other in Hindi."""
    one, other = (" ".join(rows) for rows in (first, second))
    if not languages(one) or not languages(other):
        return False
    return language_of(one) != language_of(other)


def _ways(words: str) -> Iterable[tuple[str, str]]:
    """Where a line may change its language: at a slash, at a bracket, or where the script changes for good."""
    for found in islice(_SLASH.finditer(words), 4):
        yield words[: found.start()], words[found.end() :]
    if bracketed := _BRACKETED.match(words):
        yield bracketed["before"] + bracketed["end"], bracketed["inside"].strip()
    for first, second in ((_LATIN, _DEVANAGARI), (_DEVANAGARI, _LATIN)):
        turn = second.search(words)
        if turn and first.search(words[: turn.start()]) and not first.search(words[turn.start() :]):
            before = words[: turn.start()].rstrip(" /|–—-")
            whole = before.count(" ") + 1 >= 3 and before[-1:] in "?.:।)!" and words[turn.start() - 1].isspace()
            if whole:
                yield before, words[turn.start() :]


def _mostly(words: str) -> str:
    """The only language of words, else the one that has nearly all letters; empty when it is mixed."""
    latin, devanagari = len(_LATIN.findall(words)), len(_DEVANAGARI.findall(words))
    if not latin and not devanagari:
        return ""
    if latin >= 6 * devanagari:
        return "en"
    return "hi" if devanagari >= 2 * latin else ""
