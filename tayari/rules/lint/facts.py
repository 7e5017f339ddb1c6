"""Holds a document against a fact base: what its sentences claim, and which of that the facts contradict."""

import re
from bisect import bisect_left
from collections import Counter
from datetime import date
from itertools import pairwise

from tayari.rules.lint import wording
from tayari.rules.lint.base import FactBase
from tayari.rules.lint.document import Block, Document, Kind
from tayari.rules.lint.evidence.claims import evidenced
from tayari.rules.lint.findings import Coverage, Finding, Level, Report, identity
from tayari.rules.lint.index import Index, index_of
from tayari.rules.lint.judging import ambiguous
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.sentences import Judge, seen
from tayari.rules.lint.mentions import Context, Mention
from tayari.rules.lint.persons import Persons
from tayari.rules.lint.reading.dates import dates
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.sentences import sentences
from tayari.rules.lint.reading.tokens import tokens
from tayari.rules.lint.subjects import Subjects
from tayari.rules.lint.weighing.scene import Scene, Surroundings
from tayari.rules.lint.weighing.weighing import weighed

_UNJUDGED = frozenset({Kind.QUOTE, Kind.QUESTION, Kind.LINK})
_REMEMBERED = 8  # sentences whose subjects a sentence may go on about
_WRONG = re.compile(r"\b(?:wrong|incorrect|false|not\s+(?:correct|true|right))\b|गलत|ग़लत|असत्य|सही\s+नहीं", re.IGNORECASE)
_ANSWERED = re.compile(r"\W*(?:the\s+)?answer\b|\W*उत्तर", re.IGNORECASE)
_RETRACTED = re.compile(
    r"\W*(?:this|that|it)\s+(?:is|was)\s+(?:not\s+(?:so|true|right|correct|the\s+case)|wrong|incorrect|false|untrue|an?\s+error)\b"
    r"|\W*(?:यह|ऐसा|वह)\s+(?:सही|सच|ठीक)\s+नहीं|\W*(?:यह|वह)\s+(?:बात\s+)?(?:गलत|ग़लत|असत्य|त्रुटिपूर्ण)\b",
    re.IGNORECASE,
)
_HEADS = frozenset({Kind.TITLE, Kind.HEADING})


class _Reader:
    """Goes through one document once."""

    def __init__(self, index: Index, document: Document, as_of: date, language: str) -> None:
        self.index, self.document, self.as_of, self.language = index, document, as_of, language
        self.context = Context(Persons(index.base))
        self.findings: list[Finding] = []
        self.coverage = Coverage()
        self.heading: frozenset[str] = frozenset()
        self.scenes: list[Scene] = []
        self.trail: list[tuple[str, ...]] = []
        self.advised: set[str] = set()
        self.told: Counter[tuple[str, str, str, str]] = Counter()

    def read(self) -> Report:
        for block in self.document.blocks:
            self._block(block)
        found = sorted(self.findings, key=lambda one: (one.line, one.column))
        return Report(tuple(found), self.coverage)

    def _block(self, block: Block) -> None:
        words, found = [self.index.as_spelt(word) for word in tokens(block.text)], dates(block.text)
        words_at, dates_at = [one.start for one in words], [one.start for one in found]
        parts, asked = list(sentences(block.text)), False  # which is wrong: until the answer nothing is claimed
        for (start, end), (after, _) in pairwise([*parts, (len(block.text), 0)]):
            own = words[bisect_left(words_at, start) : bisect_left(words_at, end)]
            told = found[bisect_left(dates_at, start) : bisect_left(dates_at, end)]
            mentions = Subjects(self.index, self.context, block.text, own, told).mentions()
            whole = seen(told, mentions)
            asked = asked and not _ANSWERED.match(block.text, start)
            taken_back = asked or bool(_RETRACTED.match(block.text, after))
            sentence = Sentence(block.text, start, end, own, told, self.index.cues, whole, taken_back)
            self._sentence(block, sentence, mentions)
            asked = asked or (sentence.is_question and bool(_WRONG.search(sentence.said)))

    def _sentence(self, block: Block, sentence: Sentence, mentions: list[Mention]) -> None:
        claims: list[Claim] = []
        if block.kind not in _UNJUDGED and not sentence.is_question:
            judge = Judge(self.index, sentence, mentions, self.as_of)
            main = self.context.main if not self.context.age else None
            around = Surroundings(self.as_of, self.context.row, main, self.heading, tuple(self.trail))
            claims = [] if sentence.disowned else weighed(judge, judge.claims(), around)
            self.scenes.append(Scene(judge, claims, around))
            claims = evidenced(self.scenes[-1])
        self._count(mentions, claims)
        if block.kind not in _UNJUDGED:
            claims += ambiguous.claims(self.index, sentence, mentions, self.advised)
        for claim in claims:
            if claim.truth is False:
                self.findings.append(self._finding(block, sentence, claim))
        if sentence.verbs:
            # A heading, or the line above a list, tells what is said in the lines below.
            ends = block.text.rstrip()[-1:] in ".।!?"
            self.heading = frozenset() if ends else frozenset(ref for one in sentence.verbs for ref in one.predicates)
        self.context.turn_to(mentions, self.index)
        named = dict.fromkeys(ref for one in mentions for ref in one.refs[:1])
        self.trail = [tuple(named), *self.trail][:_REMEMBERED]
        if any(claim.truth is False and claim.rule == "fact.ordinal" for claim in claims):
            # Which edition is meant is in doubt from here on.
            self.context.main = self.context.edition = None

    def _count(self, mentions: list[Mention], claims: list[Claim]) -> None:
        truths = {claim.truth for claim in claims}
        checkable = bool(claims) or any(one.refs and one.kind != "unknown" for one in mentions)
        self.coverage += Coverage(
            1,
            int(checkable),
            int(checkable and True in truths and False not in truths),
            int(False in truths),
            int(checkable and not truths & {True, False}),
        )

    def _finding(self, block: Block, sentence: Sentence, claim: Claim) -> Finding:
        line, column = block.place(claim.start)
        words = sentence.text[claim.start : claim.end]
        fact = claim.facts[0] if claim.facts else None
        language = sentence.language if sentence.words else self.language
        told = claim.claim or wording.sentence(self.index.base, claim.subject, claim.predicate, claim.said, language)
        level: Level = "warning" if claim.inferred or not claim.strong else "error"
        if claim.level in ("error", "warning", "advice"):
            level = claim.level  # type: ignore[assignment]
        key = (claim.rule, sentence.said, words, fact.ref if fact else "")
        self.told[key] += 1
        return Finding(
            line, column, level, words, told, fact.ref if fact else None,
            fact.sources[0] if fact and fact.sources else None, claim.suggestion, claim.rule,
            identity(claim.rule, sentence.said, words, key[3], fact.revision if fact else None, self.told[key] - 1),
        )  # fmt: skip


def judge_document(document: Document, base: FactBase, *, as_of: date, language: str = "") -> Report:
    """What the facts contradict in a document, and how much of it they could judge. Pure and deterministic.

    `as_of` is the day from which the present is seen; `language` is that of texts that do not show their own.
    """
    return _Reader(index_of(base), document, as_of, language or document.about.get("language", "en")).read()


def scenes(document: Document, base: FactBase, *, as_of: date, language: str = "") -> list[Scene]:
    """The sentences of a document with what is found in and around them, for those who measure."""
    reader = _Reader(index_of(base), document, as_of, language or document.about.get("language", "en"))
    reader.read()
    return reader.scenes
