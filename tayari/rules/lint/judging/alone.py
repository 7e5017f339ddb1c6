"""What the order of words leaves open: a sentence with one subject, whose objects can belong to nothing else."""

from collections.abc import Iterator
from dataclasses import replace

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.binding import Binder, Bound
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.lexicon import BACKGROUND, BEFOREHAND, words_of
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound, like
from tayari.rules.lint.reading.sentence import CueFound, Sentence
from tayari.rules.lint.reading.tokens import keys

# What is told of talks and plans is not told of what they were about.
_TALKS = BEFOREHAND | frozenset(keys("वार्ता बातचीत प्रस्ताव"))
# A day counted from another is none that a fact gives.
_COUNTED = words_of("later earlier anniversary years days after before until बाद पहले वर्षगाँठ वर्षगांठ तक")


def subject(binder: Binder) -> Mention | None:
    """The only subject of a sentence, None when there are more or when it is named for its time alone."""
    named = {one.refs: one for one in binder.subjects}
    if len(named) != 1:
        return None
    one = next(iter(named.values()))
    usable = len(one.refs) == 1 and not one.inferred and one.kind != "row" and not binder.is_aside(one)
    return one if usable else None


def bounds(sentence: Sentence, one: Mention, start: int, bound: Bound) -> Iterator[Bound]:
    """An object bound to the only subject of its sentence, with each cue of its clause in turn, the nearest first."""
    if bound.verb is None and not bound.verbless and not sentence.hindi and one.end <= start:
        return  # “… and offices in Dubai”: words of its own come between
    clause = sentence.clause_at(start)
    if sentence.clause_at(one.start) != clause:
        return
    if any(word.key in _TALKS and not sentence.inside(word.start) for word in sentence.words):
        return
    verbs = [verb for verb in sentence.verbs if sentence.clause_at(verb.start) == clause]
    # “founded by India, and France became its co-chair in 2024”: a piece with verbs of its own needs no other's.
    here = [verb for verb in verbs if sentence.piece_at(verb.start) == sentence.piece_at(start)]
    for verb in sorted(here or verbs, key=lambda verb: _distance(verb, start)):
        if not verb.cue:
            return
        yield replace(bound, subjects=(one,), further=(), verb=verb, beside=None, close=False, same_piece=True)


def _distance(verb: CueFound, start: int) -> int:
    return verb.start - start if verb.start > start else start - verb.end


def _dated(index: Index, ref: str) -> Iterator[tuple[Fact, str]]:
    for fact in index.base.of_subject.get(ref, ()):
        if index.predicate(fact.predicate).object_kind == "date":
            yield fact, fact.value
        for day in (fact.valid_from, fact.valid_to):
            if day:
                yield fact, day


def is_one_off(found: DateFound, value: str) -> bool:
    """Whether a date differs from another, told as exactly, in its day, its month or its year alone."""
    parts = [int(part) for part in value.split("-")]
    if not found.year and found.day and len(parts) == len(("year", "month", "day")):
        return found.month == parts[1] and found.day != parts[2]  # another day of that month
    said = [part for part in (found.year, found.month, found.day) if part]
    if not found.year or len(parts) < len(said) or len(said) < 2:
        return False
    differing = sum(one != other for one, other in zip(said, parts, strict=False))
    return differing == 1 and (len(said) == 3 or said[0] != parts[0] or len(parts) == 2)


def _is_told(index: Index, sentence: Sentence, found: DateFound, fact: Fact, text: str) -> bool:
    """A fact's own date; or, after “since” or “from”, the day from which what the sentence says has held."""
    predicate = index.predicate(fact.predicate)
    if predicate.object_kind == "date":
        return predicate.functional
    before = [word.key for word in sentence.before(found.start, 1)]
    said = any(fact.predicate in verb.predicates for verb in sentence.verbs)
    return before in (["since"], ["from"]) and said and text == fact.valid_from


def near_dates(
    index: Index, sentence: Sentence, found: DateFound, mentions: list[Mention], *, alone: bool
) -> Iterator[Claim]:
    """A date that no fact about anything in the sentence gives, and that is one of them but for one of its parts."""
    known = [
        one
        for one in mentions
        if len(one.refs) == 1 and one.kind != "row" and index.type(one.refs[0]) not in BACKGROUND - {"person"}
    ]
    if any(word.text.casefold() in _COUNTED for word in sentence.words) or sentence.is_negated(found.start):
        return
    told = [(one, fact, text) for one in known for fact, text in _dated(index, one.refs[0])]
    days = [(one, fact, day, text) for one, fact, text in told if (day := fact_date(text))]
    if any(found.judged(day) for _, _, day, _ in days):
        return
    if found.form != "num" and found.exactness < 3 and not alone:
        return
    for one, fact, day, text in days:
        if _is_told(index, sentence, found, fact, text) and not one.inferred and is_one_off(found, text):
            yield Claim(
                "fact.date", found.start, found.end, False, fact.subject, fact.predicate, (fact,), found.words,
                like(found, day), one, date=found, strong=False,
            )  # fmt: skip
            return
