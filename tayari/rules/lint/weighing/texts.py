"""Numbers in facts that are words: where a sentence says most of such a fact but another number, that is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.counts import said_like
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.lexicon import LINKS, NEGATIONS, STOP
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.amounts import Amount, amounts, multiple
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.ordinals import like
from tayari.rules.lint.reading.tokens import Token, keys, tokens
from tayari.rules.lint.weighing.scene import Scene

_ENOUGH = 0.5  # of the words of a fact must stand in the sentence
_FEW = 2  # of them at least
_COMMON = frozenset(keys("india indian us united states country भारत देश अमेरिका year वर्ष day month first पहला"))
_MEMBERS = frozenset(
    keys("member country nation state party signatory partner economy सदस्य देश राष्ट्र भागीदार साझेदार हस्ताक्षरकर्ता")
) | {"countrie", "economie", "partie", "signatorie"}
_DOLLARS = frozenset(keys("dollar डॉलर us$"))
_LITTLE = 0.3  # of the words, where what is counted is the same


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start:end` in figures or words, or an ordinal, with the two words after it."""

    start: int
    end: int
    value: str
    ordinal: bool
    after: tuple[str, ...]
    sign: str = ""

    def moved(self, by: int) -> "Number":
        """The same number in a text that begins so much earlier."""
        return Number(self.start + by, self.end + by, self.value, self.ordinal, self.after, self.sign)


@lru_cache(maxsize=50_000)
def root(key: str) -> str:
    """Sharing, share and shared as one."""
    for ending in ("ting", "ing", "ed", "es", "e"):
        if key.isascii() and key.endswith(ending) and len(key) - len(ending) >= 3:
            return key[: -len(ending)]
    return key


@lru_cache(maxsize=20_000)
def numbers(text: str) -> tuple[Number, ...]:
    words = tokens(text)
    ordinals = [(at, word) for at, word in enumerate(words) if word.key.startswith("#")]
    found = [
        Number(word.start, word.end, word.key, True, _nouns(tuple(one.key for one in words[at + 1 : at + 3])))
        for at, word in ordinals
    ]
    for one in amounts(text, words):
        if not (any(word.start <= one.start < word.end for _, word in ordinals) or _is_pronoun(text, words, one)):
            sign = "$" if _DOLLARS & set(one.unit) or "$" in one.currency else one.currency
            found.append(
                Number(one.start, one.end, f"{one.value:f}", False, _nouns(one.unit[:2]), sign + multiple(one))
            )
    return tuple(found)


def _is_pronoun(text: str, words: list[Token], found: Amount) -> bool:
    """“the one with Japan”, “an S-band one from ISRO”: nothing is counted."""
    if text[found.start : found.end].casefold() not in ("one", "ones"):
        return False
    after = next((word for word in words if word.start >= found.end), None)
    return after is None or after.key in STOP or text[found.end : after.start] != " "


def _nouns(after: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are counted; a link tells none."""
    told = []
    for key in after:
        if key in LINKS or key in _DOLLARS | {"billion", "million", "crore", "lakh"}:
            break
        told.append("member" if key in _MEMBERS else root(key))
    return tuple(told)


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(root(key) for key in content(keys(text)) if not key.startswith("#") and not key.isdigit())


def claims(scene: Scene) -> Iterator[Claim]:
    """A number that no fact about what is named has, in the place of one that a fact has in such words."""
    sentence = scene.sentence
    if any(one.key in NEGATIONS for one in sentence.words):
        return
    told = [one.moved(sentence.start) for one in numbers(sentence.said)]
    free = [one for one in told if _is_free(scene, one)]
    if not free:
        return
    said = frozenset(root(word.key) for word in sentence.words)
    known = _known(scene)
    yield from _by_day(scene, free)
    for mention in (*scene.subjects, *scene.gone_on_about):
        name = (
            _words(" ".join(one.text for one in scene.index.base.entities[mention.refs[0]].names))
            if (mention.refs[0] in scene.index.base.entities)
            else frozenset()
        )
        for fact in scene.own(mention.refs[0]):
            claim = _against(scene, mention, fact, free, known, said, name)
            if claim:
                yield claim
                return


_LINK = re.compile(r"\s*(?:members?\s+|countries\s+)?(?:in|by|as\s+of|at|on)\s+(?:early\s+|late\s+|mid-)?|\s*\(")


def _by_day(scene: Scene, free: list[Number]) -> Iterator[Claim]:
    """“54 in June 2025”: a number with its day, against the fact that holds from that day."""
    for number in free:
        for found in scene.sentence.dates:
            close = _LINK.fullmatch(scene.sentence.text, number.end, found.start)
            if not close or not found.year or number.ordinal:
                continue
            for mention in scene.subjects:
                own = [fact for fact in scene.own(mention.refs[0]) if scene.says(fact.predicate) and fact.valid_from]
                then = [fact for fact in own if _begins(fact, found) and numbers(fact.value)]
                told = [numbers(fact.value)[0] for fact in then]
                if len(then) == 1 and told[0].value != number.value and not told[0].sign:
                    yield _claim(scene, mention, then[0], number, told[0])
                    return


def _begins(fact: Fact, found: DateFound) -> bool:
    day = fact_date(fact.valid_from)
    return bool(day and found.agrees(day) and fact.value[:1].isdigit())


def _is_free(scene: Scene, number: Number) -> bool:
    """Whether a number is part of no name, date or claim that has been settled."""
    sentence = scene.sentence
    if sentence.inside(number.end - 1):
        return False
    if any(one.start <= number.start < one.end for one in sentence.dates):
        return False
    return not scene.is_judged(number.start, number.end) and scene.is_free(number.start)


def _texts(scene: Scene, fact: Fact) -> str:
    """What a fact says in the language of the sentence, with the words of its predicate where it is an amount."""
    predicate = scene.index.predicate(fact.predicate)
    language = scene.sentence.language
    own = fact.texts.get(language) or (fact.value if language == "en" else "")
    if predicate.object_kind == "quantity":
        phrase = predicate.phrase.get(language, "").replace("{subject}", " ")
        return phrase.replace("{object}", fact.texts.get(language) or fact.value)
    return own if predicate.object_kind == "text" else ""


def _known(scene: Scene) -> set[tuple[str, bool]]:
    """The numbers that facts about what is named, or gone on about, have."""
    facts = (*scene.facts, *(other for one in scene.gone_on_about for other in scene.own(one.refs[0])))
    return {(one.value, one.ordinal) for fact in facts for one in numbers(_texts(scene, fact))}


def _against(
    scene: Scene,
    mention: Mention,
    fact: Fact,
    free: list[Number],
    known: set[tuple[str, bool]],
    said: frozenset[str],
    name: frozenset[str],
) -> Claim | None:
    text = _texts(scene, fact)
    held = numbers(text) if text else ()
    if not held or scene.index.role(fact.predicate) in ("ordinal", "expansion"):
        return None
    words = _words(text) - name - _COMMON
    told = {one.value.lstrip("#") for one in numbers(scene.sentence.said)}
    for right in held:
        alike = [one for one in free if _is_alike(one, right, fact) and (one.value, one.ordinal) not in known]
        if len(alike) != 1 or right.value.lstrip("#") in told:
            continue
        same = alike[0].after[:1] == right.after[:1] and bool(right.after) and right.after[0] not in _COMMON
        if _is_said(scene, fact, words & said, words, same, len(held)):
            return _claim(scene, mention, fact, alike[0], right)
    return None


def _is_said(scene: Scene, fact: Fact, shared: frozenset[str], words: frozenset[str], same: bool, numbers: int) -> bool:
    """Whether the sentence says so much of a fact that it must be speaking of it."""
    if fact.value.isdecimal():
        return True
    if numbers > 1 and not same:
        return False
    dated = any(
        fact.valid_from and one.year and one.words and fact.valid_from == str(one.first) for one in scene.sentence.dates
    )
    little = same and bool(shared or dated) and len(shared) >= _LITTLE * len(words) - dated
    return little or (len(shared) >= _FEW and len(shared) >= _ENOUGH * len(words))


def _is_alike(one: Number, other: Number, fact: Fact) -> bool:
    """Whether two numbers count the same sort of thing; a number in a line is an ordinal in prose."""
    if fact.value.isdecimal():
        return one.ordinal and "member" in one.after
    if one.ordinal != other.ordinal or one.sign != other.sign:
        return False
    return not one.after or not other.after or bool(set(one.after) & set(other.after))


def _claim(scene: Scene, mention: Mention, fact: Fact, wrong: Number, right: Number) -> Claim:
    words = scene.sentence.text[wrong.start : wrong.end]
    if wrong.ordinal:
        rule, suggestion = "fact.ordinal", like(words, int(right.value.lstrip("#")))
    else:
        rule, suggestion = "fact.count", said_like(words, right.value)
    return Claim(
        rule, wrong.start, wrong.end, False, fact.subject, fact.predicate, (fact,), words, suggestion, mention,
        strong=False, claim=scene.sentence.said,
    )  # fmt: skip
