"""Tenses of verbs against the day that a fact gives: told as done before that day, or as to come after it."""

import re
from collections.abc import Iterator

from tayari.plain.dates import PartialDate
from tayari.rules.lint.base import Fact
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import CueFound
from tayari.rules.lint.weighing.scene import Scene

_ADVERB = r"(?:\w+ly\s+|also\s+|soon\s+|again\s+|now\s+|first\s+|already\s+|only\s+){0,2}"
_TO_COME = re.compile(
    rf"\b(?:will|shall|(?:is|are)\s+(?:still\s+|yet\s+|set\s+|due\s+|about\s+|going\s+|scheduled\s+|slated\s+|expected\s+)?to|"
    rf"(?:has|have)\s+(?:still\s+)?(?:yet\s+)?to|(?:has|have)\s+(?:not|never)(?:\s+yet)?|(?:is|are)\s+not\s+yet|is\s+still\s+un)\s*"
    rf"{_ADVERB}(?:be(?:en)?\s+)?{_ADVERB}$"
)
_DONE = re.compile(
    rf"\b(?:has|have)\s+(?:now\s+|already\s+|since\s+)?{_ADVERB}(?:been\s+)?{_ADVERB}$|\b(?:was|were)\s+{_ADVERB}$"
)
_TO_COME_HINDI = re.compile(
    "^\\s*(?:[\u0900-\u097f]+\\s+){0,3}?(?:होगा|होगी|होंगे|होने\\s+वाल[ाीे]|हो(?:ना|नी|ने)\\s+(?:है|हैं|बाकी)|बाक़ी\\s+है|बाकी\\s+है|"
    "अभी\\s+नहीं|नहीं\\s+हुए?\\s+है|नहीं\\s+हुई\\s+है|नहीं\\s+मिली\\s+है|कर(?:ेगा|ेगी|ेंगे)|जाएग[ाी]|जाए[ँं]गे|मिलेग[ाी]|भरेग[ाी]|छूटेग[ाी])"
)
_DONE_HINDI = re.compile(
    "^\\s*(?:[\u0900-\u097f]+\\s+){0,2}?(?:चुक[ाीे]|हो\\s+ग(?:या|ई|ए)|हुआ|हुई|हुए|कि(?:या|ए)\\s+(?:गया|गए|जा)|की\\s+गई|कर\\s+द(?:िया|ी))"
)
_NOT_YET = re.compile(r"\b(?:yet|not|never|still)\b|नहीं|बाकी|बाक़ी")
WILL = r"\b(?:will|shall|(?:is|are)\s+(?:set\s+|due\s+|about\s+|going\s+)?to)\s+(?:be\s+)?"  # before a verb
_TO_BE = re.compile(r"\b(?:be|being|to)\s+$")
_WILL = re.compile(rf"{WILL}\w+")


def _day(scene: Scene, mention: Mention, verb: CueFound) -> tuple[Fact, PartialDate] | None:
    """The day that a fact gives for what a verb says of a subject."""
    for fact in scene.own(mention.refs[0]):
        predicate = scene.index.predicate(fact.predicate)
        if fact.predicate in verb.predicates and predicate.object_kind == "date" and predicate.functional:
            day = fact_date(fact.value)
            if day:
                return fact, day
    return None


def _told(scene: Scene, verb: CueFound) -> tuple[str, int, int]:
    """How a verb tells what it says (to come, done or neither), and where the words that tell so stand."""
    text, piece = scene.sentence.text, scene.sentence.pieces[scene.sentence.piece_at(verb.start)]
    if scene.sentence.hindi:
        rest = text[verb.end : piece.end]
        for how, pattern in (("to come", _TO_COME_HINDI), ("done", _DONE_HINDI)):
            match = pattern.search(rest)
            if match:
                return how, verb.end + match.start() + 1, verb.end + match.end()
        return "", 0, 0
    before = text[piece.start : verb.start]
    for how, pattern in (("to come", _TO_COME), ("done", _DONE)):
        match = pattern.search(before)
        if match:
            return how, piece.start + match.start(), verb.end
    past = text[verb.start : verb.end].split()[0].endswith("ed") and not _TO_BE.search(before)
    return ("done", verb.start, verb.end) if past else ("", 0, 0)


def claims(scene: Scene) -> Iterator[Claim]:
    """What is told as done before its day or as to come after it."""
    if any(one.rule == "fact.tense" and one.truth is False for one in scene.claims):
        return
    for verb in scene.sentence.verbs:
        if verb.cue and not scene.sentence.is_quoted(verb.start):
            for mention in _subjects(scene, verb):
                found = _day(scene, mention, verb)
                claim = _claim(scene, verb, mention, *found) if found else None
                if claim:
                    yield claim
                    return
    yield from _dated(scene)


def _subjects(scene: Scene, verb: CueFound) -> list[Mention]:
    """The subjects of a verb's clause, the nearest before it first."""
    clause = scene.clause(verb.start)
    here = [one for one in scene.things if scene.clause(one.start) == clause and one.kind != "row"]
    return sorted(here, key=lambda one: abs(verb.start - one.end))


def _claim(scene: Scene, verb: CueFound, mention: Mention, fact: Fact, day: PartialDate) -> Claim | None:
    # A day that the text gives and that is not the fact's is what is wrong, if anything is.
    if any(one.truth is False for one in scene.claims):
        return None
    how, start, end = _told(scene, verb)
    early = how == "done" and day.first_day > scene.as_of and not scene.sentence.is_negated(verb.end)
    late = how == "to come" and day.last_day < scene.as_of
    return _made(scene, start, end, mention, fact) if early or late else None


def _made(scene: Scene, start: int, end: int, mention: Mention, fact: Fact) -> Claim:
    words = scene.sentence.text[start:end].strip()
    told = f"{scene.sentence.text[mention.start : mention.end]} {words}"
    return Claim(
        "fact.tense", start, start + len(words), False, fact.subject, fact.predicate, (fact,), words, "", mention,
        strong=False, claim=told,
    )  # fmt: skip


def _dated(scene: Scene) -> Iterator[Claim]:
    """“will sign the pact on 15 November 2020”, of a day that is past and that a fact gives."""
    for claim in scene.claims:
        if not (claim.truth and claim.date and claim.date.year and claim.facts and claim.mention):
            continue
        if claim.date.last >= scene.as_of or scene.sentence.is_quoted(claim.start):
            continue
        piece = scene.sentence.pieces[scene.sentence.piece_at(claim.start)]
        match = _WILL.search(scene.sentence.text, piece.start, claim.start)
        if match and not _NOT_YET.search(match[0]):
            yield _made(scene, *match.span(), claim.mention, claim.facts[0])
            return
