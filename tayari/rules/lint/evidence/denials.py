"""What a fact denies and a sentence says: an arrangement that is not binding told to be so, a member that is none."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from tayari.rules.lint.base import Fact
from tayari.rules.lint.evidence.echoes import memory
from tayari.rules.lint.evidence.focus import Anchor, Focus
from tayari.rules.lint.evidence.words import speaking
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import NEGATIONS
from tayari.rules.lint.reading.tokens import Token, keys, tokens
from tayari.rules.lint.weighing.texts import root

_NO = NEGATIONS | frozenset(keys("no non nothing nil ग़ैर गैर बिना"))
_PREFIXES = frozenset(keys("non ग़ैर गैर"))
_HALF = 0.5  # of the words of a fact must be said
_MANY, _MOST = 3, 0.4  # or so many of them and so much, where one is what the fact's own words deny
_IS = re.compile(r"\b(?:is|are|was|were|became|becomes|remains)\s+(?:\w+\s+){0,3}$")
_IS_HINDI = re.compile("\\s*(?:है|हैं|था|थे|बना|बन)(?![\u0900-\u097f])")
_NEAR = ("here", "before", "earlier")


def _denies(word: Token) -> bool:
    return word.key in _NO or word.text.casefold().endswith(("n't", "n’t"))


@lru_cache(maxsize=20_000)
def _denied(text: str) -> frozenset[str]:
    """The words of a text before which it says non-; empty where it does not."""
    words = tokens(text)
    return frozenset(root(after.key) for word, after in pairwise(words) if word.key in _PREFIXES)


def _is_alone(focus: Focus, ref: str, words: list[Token]) -> bool:
    """Whether a clause names nothing else of which it may be speaking."""
    return all(one.refs[0] == ref for one in focus.scene.things if words[0].start <= one.start < words[-1].end)


@lru_cache(maxsize=20_000)
def _roots(text: str) -> frozenset[str]:
    return frozenset(root(key) for key in keys(text))


def denials(focus: Focus) -> Iterator[Claim]:
    """Each clause that says of something named what a fact denies, in a sentence that denies nothing."""
    if any(_denies(word) for word in focus.scene.sentence.words):
        return
    clauses = list(_clauses(focus))
    for anchor in focus.anchors.values():
        if anchor.near in _NEAR:
            for fact in focus.scene.own(anchor.ref):
                yield from (claim for words in clauses if (claim := _against(focus, anchor, fact, words)))


def _clauses(focus: Focus) -> Iterator[list[Token]]:
    sentence = focus.scene.sentence
    for clause in sorted({piece.clause for piece in sentence.pieces}):
        pieces = [piece for piece in sentence.pieces if piece.clause == clause]
        yield sentence.between(pieces[0].start, pieces[-1].end)


def _against(focus: Focus, anchor: Anchor, fact: Fact, words: list[Token]) -> Claim | None:
    predicate = focus.index.predicate(fact.predicate)
    if predicate.denies and predicate.object_kind == "entity":
        held = _member(focus, fact, words)
    elif predicate.object_kind == "text" and predicate.role != "expansion":
        held = _in_words(focus, fact, words)
    else:
        return None
    if not held or not all(focus.scene.is_free(word.start) for word in held):
        return None
    start, end = min(word.start for word in held), max(word.end for word in held)
    return Claim(
        "fact.effect", start, end, False, fact.subject, fact.predicate, (fact,), focus.scene.sentence.text[start:end],
        mention=anchor.mention, strong=False, claim=focus.scene.sentence.said,
    )  # fmt: skip


def _member(focus: Focus, fact: Fact, words: list[Token]) -> list[Token]:
    """“India is a member of the group”, where a fact has that it is not; not “a group of 45 members”."""
    there = fact.value in focus.scene.refs or any(fact.value in refs for refs in focus.scene.around.trail[:2])
    spoken = speaking(focus.index).words(focus.index.predicate(fact.predicate).denies)
    sentence = focus.scene.sentence
    one = [
        word
        for word in words
        if root(word.key) in spoken
        and (sentence.ending(_IS, word.start) if word.text.isascii() else _IS_HINDI.match(sentence.text, word.end))
    ]
    named = any(
        words[0].start <= mention.start < words[-1].end
        for mention in focus.scene.mentions
        if fact.subject in mention.refs
    )
    return one if there and named else []


def _in_words(focus: Focus, fact: Fact, words: list[Token]) -> list[Token]:
    """The words of a clause that say what a fact in words denies."""
    predicate = focus.index.predicate(fact.predicate)
    if len(focus.index.base.about[fact.subject, fact.predicate]) > 1 and predicate.functional:
        return []  # it was otherwise at another time
    for text in (fact.value, *fact.texts.values()):
        scope = _denied(text)
        if not scope and not predicate.denies:
            continue
        own = next((row for row in memory(focus.index).besides(fact) if row & _roots(text)), frozenset())
        own = own - _NO - memory(focus.index).countries
        held = [word for word in words if root(word.key) in own]
        common = {root(word.key) for word in held}
        share = len(common) / max(1, len(own))
        if not (scope & common or (predicate.denies and _is_alone(focus, fact.subject, words))):
            continue
        if share >= _HALF or (scope and len(common) >= _MANY and share >= _MOST):
            return held
    return []
