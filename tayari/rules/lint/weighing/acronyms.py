"""Acronyms that nothing bears: one letter away from that of something named, or beside a name that has another."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tayari.rules.lint.index import Index, content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import GENERIC
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.spoken import Spoken, begins_like
from tayari.rules.lint.reading.tokens import Token, is_hindi, keys, tokens
from tayari.rules.lint.weighing.scene import Scene

_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){3})[A-Za-z][A-Za-z&-]{2,9}")
_IN_BRACKETS = re.compile(r"\(\s*([A-Za-z][A-Za-z&-]{2,9})\s*\)")
_ALIKE = 0.5  # of the letters of a name's own acronym that another beside it must share
_MOST = 0.55  # of the words of a full name that must stand in their places
_NEAR, _BESIDE = 40, 3  # characters at most between an acronym and its full name; between two full names
_LONG = 3  # words of a full name
_FEW = 2  # words that say something, which are too few to spell an acronym
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_MARK = re.compile(r"[();:|=]")
_SORT = re.compile(r"\s+(?:scheme|programme|mission)$")
_PAIR = re.compile(r"^\S+[–—-]\S+\s+")


def _variants(acronym: str) -> set[str]:
    """The acronym, and what is left of it without any one letter."""
    return {acronym, *(acronym[:at] + acronym[at + 1 :] for at in range(len(acronym)))}


class Near:
    """The acronyms of a base by what is left of them without a letter."""

    def __init__(self, index: Index) -> None:
        self._kept: dict[str, set[str]] = defaultdict(set)
        for acronym in index.acronyms:
            if len(acronym) > 3:
                for one in _variants(acronym.upper()):
                    self._kept[one].add(acronym)

    def of(self, word: str) -> set[str]:
        """Acronyms that differ from a word by one letter, or by the order of its letters."""
        found = {name for one in _variants(word.upper()) for name in self._kept.get(one, ())}
        return {name for name in found if name.upper() != word.upper() and _is_near(name.upper(), word.upper())}


def _is_near(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1 or sorted(one) == sorted(other)
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def claims(scene: Scene) -> Iterator[Claim]:
    """Acronyms that nothing bears, and full names with a word that is not in them."""
    if any(one.rule == "fact.acronym" and one.truth is False for one in scene.claims):
        return
    found = [*_unknown(scene), *_expansions(scene)]
    yield from found[:1]


def _is_known(scene: Scene, word: Token) -> bool:
    return word.text in scene.index.acronyms or scene.index.names.at([word], 0) is not None


def _unknown(scene: Scene) -> Iterator[Claim]:
    for word in scene.sentence.words:
        if (
            word.text.islower()
            or not _ACRONYM.fullmatch(word.text)
            or scene.sentence.inside(word.start)
            or _is_known(scene, word)
        ):
            continue
        if scene.sentence.is_quoted(word.start):
            continue
        beside = _beside(scene, word)
        for acronym in sorted(scene.index.once(Near).of(word.text)):
            for ref in scene.index.acronyms[acronym]:
                if beside in ("", ref) and (ref in scene.named or scene.is_evoked(ref)):
                    yield _claim(scene, word.start, word.end, ref, acronym)
                    return
    yield from _bracketed(scene)


def _beside(scene: Scene, word: Token) -> str:
    """What is named right before an acronym in brackets."""
    before = [one for one in scene.mentions if scene.sentence.text[one.end : word.start].strip() == "("]
    return before[-1].refs[0] if before and len(before[-1].refs) == 1 else ""


def _bracketed(scene: Scene) -> Iterator[Claim]:
    """“National Rural Drinking Water Programme (NRWSP)”: the name is known by another."""
    text = scene.sentence.text
    for one in scene.mentions:
        match = _IN_BRACKETS.match(text, one.end + 1) if text[one.end : one.end + 1] == " " else None
        if not match or len(one.refs) != 1 or one.refs[0] not in scene.index.base.entities:
            continue
        names = scene.index.base.entities[one.refs[0]].names
        own = [name.text for name in names if name.kind == "acronym"]
        said, known = match[1], {name.text.casefold() for name in names}
        if not own or said.casefold() in known or said in scene.index.acronyms or not _capitals(said):
            continue
        full = any(len(keys(form.text)) > 2 and form.kind != "acronym" for form in one.forms)
        if full and not _spells(said, text[one.start : one.end]) and _shared(said, own[0]) >= _ALIKE:
            yield _claim(scene, *match.span(1), one.refs[0], own[0])
            return


def _capitals(said: str) -> bool:
    return sum(letter.isupper() for letter in said) > len(said) // 2


def _spells(said: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of a name, so that it may be another one for it."""
    first = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper())
    return said.replace("&", "").upper() == first.upper()


def _shared(one: str, other: str) -> float:
    left = list(other.upper())
    for letter in one.upper():
        if letter in left:
            left.remove(letter)
    return 1 - len(left) / max(1, len(other))


def _expansions(scene: Scene) -> Iterator[Claim]:
    """“NISAR (NASA-ISRO Scanning Aperture Radar)”: a word where the full name has another."""
    spelt = scene.index.once(Spelt)
    for one in scene.things:
        short = any(form.kind == "acronym" or _is_word(form.text) for form in one.forms if form.kind != "surname")
        for name in spelt.of(one.refs[0]):
            found = _differing(scene, one, name, _NEAR if short else _BESIDE)
            if found:
                start, end, right = found
                yield _claim(scene, start, end, one.refs[0], right)
                break


def _is_word(text: str) -> bool:
    return len(keys(text)) == 1 and text[0].isalpha()


class Spelt:
    """The names in full of what a base has, as words, read as they are asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._kept: dict[str, list[list[Token]]] = {}

    def of(self, ref: str) -> list[list[Token]]:
        """Those of something, also without what stands in brackets and without the countries before them."""
        if ref not in self._kept:
            bare = [_BRACKETS.sub("", text) for text in self._index.expansions(ref)]
            names = dict.fromkeys(name for text in bare for name in (text, _PAIR.sub("", text), _SORT.sub("", text)))
            rows = [tokens(name) for name in names]
            self._kept[ref] = [row for row in rows if len(content(tuple(word.key for word in row))) > _FEW]
        return self._kept[ref]


def _differing(scene: Scene, one: Mention, wanted: list[Token], most: int) -> tuple[int, int, str] | None:
    """The words that stand in the place of others of a full name near what bears it."""
    found = _aligned(scene, one, wanted)
    if not found:
        return None
    first, at = found
    words, right = scene.sentence.words, wanted[at]
    said = words[first + at]
    last = words[first + len(wanted) - 1].end
    gap = min(abs(words[first].start - one.end), abs(one.start - last))
    # An annex called an agreement is called so loosely, unless the words right beside it mean to spell it out.
    loose = right.key in GENERIC and (gap > _BESIDE or len(wanted) <= _LONG)
    if gap > most or loose or _is_own_word(scene, one, said) or not _may_differ(said, right):
        return None
    inside = any(
        m.start < said.end and said.start < m.end
        for m in scene.mentions
        if not _is_free(scene, m, words[first].start, last)
    )
    return None if inside else (said.start, said.end, right.text)


def _is_own_word(scene: Scene, one: Mention, said: Token) -> bool:
    """“India's free trade agreement with Sri Lanka”: a country of the name in another order."""
    entity = scene.index.base.entities.get(one.refs[0])
    return (said.key,) in scene.index.country_words and any(
        said.key in keys(name.text) for name in (entity.names if entity else ())
    )


def _is_free(scene: Scene, mention: Mention, start: int, end: int) -> bool:
    """Whether a mention is none of its own: unknown, or a part of the words that are to be a full name."""
    if mention.kind in ("stranger", "unknown"):
        return True
    own = frozenset({"country", "person"})
    return (
        start <= mention.start
        and mention.end <= end
        and (mention.end - mention.start) * 2 < end - start
        and (not mention.refs or scene.index.type(mention.refs[0]) in own)
    )


def _may_differ(said: Token, right: Token) -> bool:
    if said.text[0].isdigit() or right.text[0].isdigit():
        return False
    if (
        not content((right.key,))
        or len(right.text) < 4
        or right.text[1:].upper() == right.text[1:] != right.text[1:].lower()
    ):
        return False
    if not content((said.key,)) or (right.text[0].isupper() and said.text[0].islower()):
        return False
    return not (is_hindi(said.text) and (begins_like(said.text, right.text) or said.key[:3] == right.key[:3]))


def _aligned(scene: Scene, one: Mention, wanted: list[Token]) -> tuple[int, int] | None:
    """The first word of what is nearly a full name, and which of its words is another; none where it stands whole."""
    words, size = scene.sentence.words, len(wanted)
    own = [word.key for word in wanted]
    said = [word.key for word in words]
    if not (is_hindi(wanted[0].text) or all(word.text.isascii() for word in words)):
        spoken = Spoken([word.text for word in wanted], loose=True)
        said = [keys(name)[0] if (name := _spelt(spoken, word)) else word.key for word in words]
    if len(set(own).difference(said)) > 1:
        return None  # one word may be another, not more
    best: tuple[float, int, list[int]] | None = None
    for first in range(len(words) - size + 1):
        if words[first].start < one.end and one.start < words[first + size - 1].end:
            continue
        if _MARK.search(scene.sentence.text, words[first].start, words[first + size - 1].end):
            continue
        same = [at for at in range(size) if said[first + at] == own[at]]
        if len(same) == size:
            return None
        share = len(same) / size
        if share >= _MOST and (best is None or share > best[0]):
            best = share, first, [at for at in range(size) if at not in same]
    return (best[1], best[2][0]) if best and len(best[2]) == 1 else None


def _spelt(spoken: Spoken, word: Token) -> str:
    return "" if word.text.isascii() else spoken.name(word.text)


def _claim(scene: Scene, start: int, end: int, ref: str, right: str) -> Claim:
    index, words = scene.index, scene.sentence.text[start:end]
    full = [fact for fact in scene.own(ref) if index.role(fact.predicate) == "expansion" or fact.value == right]
    facts = tuple(full or scene.own(ref))[:1]
    name = index.base.entities[ref].name(scene.sentence.language)
    return Claim(
        "fact.acronym", start, end, False, ref, "", facts, words, right, claim=f"{name}: {words}", strong=False
    )
