"""Tense and order: the future of what is past, the present of what has ended, the latest, and what came first."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.ordinals import like
from tayari.rules.lint.reading.sentence import Piece, Sentence

_HELD = re.compile(r"\b(?:was|were)\s+(?:held|convened|hosted|signed|launched|inaugurated)\b|\b(?:met|took\s+place)\b")
_HELD_HINDI = re.compile("(?:हुआ|हुई|हुए|आयोजित\\s+की\\s+गई|आयोजित\\s+किया\\s+गया)(?:\\s+(?:था|थी|थे))?")
_PAST_OF = {
    "will be": "was", "will": "", "shall be": "was", "is scheduled": "was scheduled", "is to be": "was",
    "will take place": "took place", "होगा": "हुआ", "होगी": "हुई", "होंगे": "हुए", "will be held": "was held",
}  # fmt: skip
_ORDER = re.compile(
    r"[^.;]{0,60}?\b(?P<order>before|after|earlier than|later than|ahead of)\s+(?:the\s+)?(?:signing of\s+(?:the\s+)?)?"
)


def _day_fact(index: Index, ref: str) -> Fact | None:
    told = index.facts(ref, "happened") or index.facts(ref, "begun")
    return told[0] if told else None


def of_events(index: Index, sentence: Sentence, mentions: list[Mention], as_of: date) -> Iterator[Claim]:
    """An event that is over told as to come, and one that is to come told as over."""
    for one in mentions:
        fact = (
            _day_fact(index, one.refs[0]) if len(one.refs) == 1 and one.kind in ("edition", "pronoun", "name") else None
        )
        day = fact_date(fact.value) if fact else None
        piece = sentence.pieces[sentence.piece_at(one.start)]
        if not fact or not day or not _is_of_day(index, sentence, fact, piece):
            continue
        if day.last_day < as_of:
            spans = [span for span in sentence.future if one.end <= span[0] and piece.start <= span[0] < piece.end]
            spans = [span for span in spans if len(sentence.between(one.end, span[0])) <= (12 if sentence.hindi else 2)]
            yield from (_tensed(index, sentence, one, fact, *span) for span in spans[:1])
        elif day.first_day > as_of:
            pattern = _HELD_HINDI if sentence.hindi else _HELD
            match = pattern.search(sentence.text, one.end, piece.end)
            if match:
                yield _tensed(index, sentence, one, fact, match.start(), match.end())


def _is_of_day(index: Index, sentence: Sentence, fact: Fact, piece: Piece) -> bool:
    """Whether a piece tells of the day of a fact: what happens does so by itself, what is signed by its cue."""
    if index.role(fact.predicate) == "happened":
        return True
    begun = {fact.predicate}
    return any(piece.start <= verb.start < piece.end and begun & verb.predicates for verb in sentence.verbs)


def _tensed(index: Index, sentence: Sentence, one: Mention, fact: Fact, start: int, end: int) -> Claim:
    words = sentence.text[start:end]
    told = f"{sentence.text[one.start : one.end]} {words}"
    return Claim(
        "fact.tense", start, end, False, fact.subject, fact.predicate, (fact,), words,
        _PAST_OF.get(words.casefold(), ""), one, inferred=one.inferred, claim=told,
    )  # fmt: skip


def of_closed(index: Index, sentence: Sentence, claims: list[Claim], as_of: date) -> list[Claim]:
    """What was true until a day that is past, told in the present without a date."""
    if not sentence.present or sentence.past or sentence.dates:
        return claims
    done = []
    for claim in claims:
        ended = [fact_date(fact.valid_to) if fact.valid_to else None for fact in claim.facts]
        over = bool(ended) and all(day and day.last_day < as_of for day in ended)
        dated = not claim.predicate or not index.predicate(claim.predicate).interval
        piece = sentence.pieces[sentence.piece_at(claim.start)]
        told_now = any(piece.start <= start < piece.end for start, _ in sentence.present)
        if (
            not told_now
            or claim.truth is not True
            or not over
            or dated
            or claim.rule in ("fact.office", "fact.ordinal")
        ):
            done.append(claim)
            continue
        later = [
            fact
            for fact in index.base.about.get((claim.subject, claim.predicate), ())
            if fact.valid_from > claim.facts[0].valid_from
        ]
        start, end = _with_verb(sentence, claim, piece)
        rule = "fact.tense" if claim.rule != "fact.count" else claim.rule
        if rule == "fact.tense":
            claim = replace(claim, start=start, end=end, suggestion="")
        done.append(replace(claim, rule=rule, truth=False, facts=tuple(later[-1:] or claim.facts), level="warning"))
    return done


def _with_verb(sentence: Sentence, claim: Claim, piece: Piece) -> tuple[int, int]:
    """The words of a claim together with the verb that tells it as present."""
    start, end = next(span for span in sentence.present if piece.start <= span[0] < piece.end)
    return min(start, claim.start), max(end, claim.end)


def latest(index: Index, sentence: Sentence, mentions: list[Mention], as_of: date) -> Iterator[Claim]:
    """“The latest edition is the fourth”: the number beside a superlative, against the last edition by that day."""
    for one in mentions:
        if one.kind != "latest":
            continue
        known = [
            edition
            for edition in index.rows[one.row].editions
            if edition.number_fact and edition.day and edition.day.first_day <= as_of
        ]
        numbered = [other for other in mentions if other.kind == "edition" and other.number and other.row == one.row]
        if not known or len(numbered) != 1:
            continue
        last = max(known, key=lambda edition: edition.number)
        number = numbered[0].number
        assert last.number_fact
        if number <= last.number:
            start, end = numbered[0].number_at
            words = sentence.text[start:end]
            yield Claim(
                "fact.order", start, end, number == last.number, last.ref, last.number_fact.predicate,
                (last.number_fact,), words, like(words, last.number), one, claim=sentence.text[one.start : end],
            )  # fmt: skip


def order(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """“X was signed before Y”, by the days of both."""
    named = [one for one in mentions if len(one.refs) == 1 and one.kind in ("name", "edition")]
    for one in named:
        for other in named:
            match = _ORDER.fullmatch(sentence.text, one.end, other.start) if one.end < other.start else None
            first, second = _day_fact(index, one.refs[0]), _day_fact(index, other.refs[0])
            if not match or not first or not second or one.refs == other.refs:
                continue
            between = [mid for mid in named if one.end <= mid.start and mid.end <= other.start]
            cued = any(
                verb.predicates and one.end <= verb.start < match.start("order") and first.predicate in verb.predicates
                for verb in sentence.verbs
            )
            told = [day for fact in (first, second) if (day := fact_date(fact.value))]
            if between or not cued or len(told) < 2 or told[0].agrees_with(told[1]):
                continue
            said_before = match["order"].casefold() in ("before", "earlier than", "ahead of")
            truth = (told[0].first_day < told[1].first_day) == said_before
            start, end = match.span("order")
            yield Claim(
                "fact.order", start, end, truth, first.subject, first.predicate, (first, second), match["order"],
                {"before": "after", "after": "before"}.get(match["order"], ""), one,
                claim=sentence.text[one.start : other.end],
            )  # fmt: skip
