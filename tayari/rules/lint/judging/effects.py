"""What an agreement does: one credited with what another does, or with what it is known not to do."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import log

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index, content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import NEGATIONS
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.wording import named_like

_IS = re.compile(
    r"\s+(?:is|was|remains)\s+(?:an?|about|for|on|meant|the)\s+|"
    r"\s+(?:के|की)\s+(?:अंतर्गत|तहत|माध्यम|द्वारा|कारण|ज़रिए|जरिए|ज़रिये)|\s+से(?=\s)|\s+(?:था|थी|है)(?=[।\s])"
)
_THROUGH = re.compile(r"\b(?:through|under|via|by|thanks\s+to|with)\s+(?:the\s+)?$", re.IGNORECASE)
_SINGLE = frozenset(keys("last only अंतिम एकमात्र"))
_ENOUGH = 0.42  # of the weight of a fact's words must stand in the text
_RARE = 40  # facts at most that have a word in common
_TELLING = 2  # words that only one of several like subjects is known for
_OWN = 0.5  # what the accused subject's own facts may share of that


def _root(key: str) -> str:
    """Sharing, share and shared as one."""
    for ending in ("ting", "ing", "ed", "e"):
        if key.isascii() and key.endswith(ending) and len(key) - len(ending) >= 3:
            return key[: -len(ending)]
    return key


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(_root(key) for key in content(keys(text)) if key not in NEGATIONS)


class Effects:
    """The facts of a base that say in words what their subjects do, by their words."""

    def __init__(self, index: Index) -> None:
        self.facts = [fact for fact in index.base.facts if self._tells(index, fact) or self._denies(index, fact)]
        self.of_subject: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            self.of_subject[fact.subject].append(fact)
        self.kinds = {fact.ref for fact in self.facts if index.role(fact.predicate) == "kind"}
        self.denials = {fact.ref for fact in self.facts if self._denies(index, fact)}
        self.by_word: dict[str, list[tuple[Fact, str]]] = defaultdict(list)
        counted: Counter[str] = Counter()
        for fact in self.facts:
            for language, text in (("en", fact.value), *fact.texts.items()):
                for word in _words(text):
                    self.by_word[word].append((fact, language))
                    counted[word] += 1
        total = len(self.facts) + 1
        self.weight = {word: log(total / count) + 0.5 for word, count in counted.items()}

    @staticmethod
    def _tells(index: Index, fact: Fact) -> bool:
        """What a thing does; and what it is, where only one thing can be that."""
        role = index.role(fact.predicate)
        return role == "effect" or (role == "kind" and not _SINGLE.isdisjoint(keys(fact.value)))

    @staticmethod
    def _denies(index: Index, fact: Fact) -> bool:
        predicate = index.predicate(fact.predicate)
        return predicate.object_kind == "text" and bool(predicate.denies)

    def share(self, text: str, said: frozenset[str]) -> float:
        """How much of the weight of a fact's words stands among the words said."""
        words = _words(text)
        whole = sum(self.weight.get(word, 1.0) for word in words)
        return sum(self.weight.get(word, 1.0) for word in words & said) / whole if whole else 0.0

    def best(self, said: frozenset[str], language: str) -> list[tuple[float, Fact]]:
        """The facts that the words fit, the best first. Only facts that share a rare word are looked at."""
        rare = [found for word in said if (found := self.by_word.get(word, ())) and len(found) <= _RARE]
        near = {fact.ref: fact for found in rare for fact, own in found if own == language}
        # That a thing is the last of its kind is said only with that word.
        single = bool(_SINGLE & said)
        scored = [
            (self.share(text, said), fact)
            for fact in near.values()
            if single or fact.ref not in self.kinds
            if len(_words(text := _text(fact, language)) & said) > 2 - (fact.ref in self.denials)
        ]
        return sorted((one for one in scored if one[0] >= _ENOUGH), key=lambda one: -one[0])

    def telling(self, said: frozenset[str], own: Iterable[Fact]) -> Fact | None:
        """A fact of whose words so many are said that no other subject is known for, and no fact of `own` has."""
        known_of = frozenset().union(*(_words(text) for fact in own for text in (fact.value, *fact.texts.values())))
        told: Counter[str] = Counter()
        facts: dict[str, Fact] = {}
        apart = self.kinds | self.denials
        for word in said - known_of:
            known = {fact.subject: fact for fact, _ in self.by_word.get(word, ()) if fact.ref not in apart}
            if len(known) == 1:
                ref, fact = next(iter(known.items()))
                told[ref] += 1
                facts[ref] = fact
        ranked = told.most_common(2)
        if not ranked or ranked[0][1] < _TELLING or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        return facts[ranked[0][0]]


def _text(fact: Fact, language: str) -> str:
    return fact.texts.get(language) or fact.value


def claims(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """What the clauses of a sentence credit their subjects with."""
    effects = index.once(Effects)
    if not effects.facts:
        return
    subject: Mention | None = None
    clauses = sorted({piece.clause for piece in sentence.pieces})
    for clause in clauses:
        pieces = [piece for piece in sentence.pieces if piece.clause == clause]
        start, end = pieces[0].start, pieces[-1].end
        here = [one for one in mentions if start <= one.start < end and one.refs and one.kind != "row"]
        judged = [one for one in here if one.refs[0] in effects.of_subject]
        named = {ref for one in here for ref in one.refs}
        if len({one.refs for one in judged}) == 1:
            subject = judged[0]
        elif judged:
            subject = None
        if subject and len(subject.refs) == 1:
            yield from _of_clause(index, effects, sentence, subject, start, end, named)


def _of_clause(
    index: Index, effects: Effects, sentence: Sentence, subject: Mention, start: int, end: int, named: set[str]
) -> Iterator[Claim]:
    words = [word for word in sentence.between(start, end) if not subject.start <= word.start < subject.end]
    said = frozenset(_root(key) for key in content(tuple(word.key for word in words)))
    negated = any(
        word.key in NEGATIONS or word.text.endswith(("n't", "n’t")) or word.key in ("nothing", "no") for word in words
    )
    if not _is_credited(index, sentence, subject, start, end):
        return
    found = effects.best(said, sentence.language)
    if not found and (telling := effects.telling(said, index.base.of_subject.get(subject.refs[0], ()))):
        found = [(_ENOUGH, telling)]
    if not found:
        return
    score, fact = found[0]
    own = [effects.share(_text(one, sentence.language), said) for one in effects.of_subject[subject.refs[0]]]
    mine = [(part, one) for part, one in found if one.subject == subject.refs[0]]
    if mine:
        yield from _of_own(index, effects, sentence, subject, negated, mine[0][1], end)
    elif (
        not negated
        and fact.ref not in effects.denials
        and fact.subject not in named
        and index.type(fact.subject) == index.type(subject.refs[0])
        and max(own, default=0.0) <= score * _OWN
    ):
        at = sentence.text[subject.start : subject.end]
        right = named_like(index.base.entities[fact.subject], at, sentence.language)
        yield Claim(
            "fact.effect", subject.start, subject.end, False, fact.subject, fact.predicate, (fact,), at, right, subject,
            inferred=subject.inferred, claim=" ".join(sentence.text[start:end].split()),
        )  # fmt: skip


def _is_credited(index: Index, sentence: Sentence, subject: Mention, start: int, end: int) -> bool:
    """Whether the clause says what the subject does: by a cue, as what it is, or as what was done through it."""
    cued = any(
        start <= verb.start < end and any(index.role(ref) == "effect" for ref in verb.predicates)
        for verb in sentence.verbs
    )
    return (
        cued
        or bool(_IS.match(sentence.text, subject.end))
        or bool(_THROUGH.search(sentence.text[start : subject.start]))
    )


def _denies(sentence: Sentence, at: int) -> bool:
    """“provides for no military bases”."""
    return any(word.key in ("no", "nothing", "neither") for word in sentence.between(at, at + 16))


def _of_own(
    index: Index, effects: Effects, sentence: Sentence, subject: Mention, negated: bool, fact: Fact, end: int
) -> Iterator[Claim]:
    """What the subject is known to do, or not to do."""
    denial = fact.ref in effects.denials
    if set(keys(_text(fact, sentence.language))) & (NEGATIONS | {"no"}):
        return
    cues = [
        verb for verb in sentence.verbs if verb.start < end and index.predicate(fact.predicate).ref in verb.predicates
    ]
    negated = negated and any(
        sentence.is_negated(verb.end) or _denies(sentence, verb.end)
        for verb in cues or sentence.verbs
        if verb.start < end
    )
    if denial and not cues:
        return
    truth = denial == negated
    at = cues[-1] if cues and not truth else subject
    yield Claim(
        "fact.effect", at.start, at.end, truth, subject.refs[0], fact.predicate, (fact,),
        sentence.text[at.start : at.end], "", subject, inferred=subject.inferred, level="" if truth else "warning",
        claim=sentence.said,
    )  # fmt: skip
