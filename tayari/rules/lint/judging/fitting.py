"""What speaks for a date that seems wrong: it is right for something else that is named beside it."""

from dataclasses import replace

from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.binding import Binder
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.lexicon import EDITION_NOUNS
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.sentence import Sentence


def _is_of_unknown(sentence: Sentence, found: DateFound) -> bool:
    """“its ninth group meeting”: a numbered meeting right in the date's piece that the base does not know."""
    piece = sentence.pieces[sentence.piece_at(found.start)]
    words = sentence.between(piece.start, piece.end)
    return any(
        word.key.startswith("#")
        and not sentence.inside(word.start)
        and any(other.key in EDITION_NOUNS for other in words[at + 1 : at + 4])
        for at, word in enumerate(words)
    )


def _fits_event(
    index: Index, sentence: Sentence, binder: Binder, mentions: list[Mention], found: DateFound
) -> Claim | None:
    """A date that is right for an event named in its clause accuses nothing else there."""
    number = sentence.piece_at(found.start)
    clause = sentence.pieces[number].clause
    for mention in binder.subjects:
        if mention.refs and sentence.clause_at(mention.start) == clause:
            for fact in index.facts(mention.refs[0], "happened"):
                day = fact_date(fact.value)
                if day and found.exactness > 1 and found.judged(day):
                    at = found.start, found.end
                    return Claim("fact.date", *at, True, fact.subject, fact.predicate, (fact,), found.words)
    beside = [m for m in mentions if sentence.text[m.end : found.start] == " (" and len(m.refs) == 1]
    for mention in beside:
        for fact in index.base.of_subject.get(mention.refs[0], ()):
            day = fact_date(fact.value)
            if day and found.judged(day) and index.predicate(fact.predicate).object_kind == "date":
                at = found.start, found.end
                return Claim("fact.date", *at, True, fact.subject, fact.predicate, (fact,), found.words)
    return None


def _fits_another(index: Index, sentence: Sentence, binder: Binder, found: DateFound, claim: Claim) -> Claim | None:
    """A day that is right for another thing named in its piece: “iCET made way for TRUST on 13 February 2025”."""
    number = sentence.piece_at(found.start)
    for mention in binder.subjects if found.exactness == 3 else ():
        if claim.subject in mention.refs or sentence.piece_at(mention.start) != number:
            continue
        for ref in mention.refs[:1]:
            for fact in index.base.of_subject.get(ref, ()):
                dated = index.predicate(fact.predicate).object_kind == "date"
                day = fact_date(fact.value) if dated else None
                if day and found.judged(day):
                    return replace(claim, truth=True, subject=ref, predicate=fact.predicate, facts=(fact,))
    return None


def fitted(
    index: Index, sentence: Sentence, binder: Binder, mentions: list[Mention], found: DateFound, claim: Claim
) -> Claim | None:
    """What is left of a claim that a date is wrong: nothing where the base does not know what it is said of."""
    if _is_of_unknown(sentence, found):
        return None
    fits = _fits_event(index, sentence, binder, mentions, found)
    return fits or _fits_another(index, sentence, binder, found, claim) or claim
