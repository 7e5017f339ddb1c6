"""Dates: of signing, launch, founding, happening, and which edition of a row a date belongs to."""

from collections.abc import Iterator
from itertools import pairwise

from tayari.plain.dates import NotADate, PartialDate
from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Edition, Index, Row
from tayari.rules.lint.judging.binding import Bound
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import words_of
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound, like
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import keys

# What is told of talks is not told of what they were about.
_TALKS = frozenset(keys("talks negotiations वार्ता बातचीत"))
_ORDINARY = ("happened", "place", "participant", "edition-of", "ordinal", "")


def fact_date(text: str) -> PartialDate | None:
    """The date that a fact has as its value, None when it is none."""
    try:
        return PartialDate.parse(text)
    except NotADate:
        return None


def _truth(index: Index, found: DateFound, facts: list[Fact]) -> bool | None:
    """True when a fact says so, False when a functional predicate's facts all say otherwise."""
    held = [(fact, fact_date(fact.value)) for fact in facts]
    days = [day for _, day in held if day]
    between = len(days) > 1 and found.year and days[0].first_day <= found.first and found.last <= days[-1].last_day
    if between and index.role(facts[-1].predicate) == "ended":
        return True
    told = [(fact, found.judged(day)) for fact, day in held if day]
    if any(truth for _, truth in told):
        return True
    decided = bool(told) and all(truth is False for _, truth in told)
    return False if decided and all(index.predicate(fact.predicate).functional for fact, _ in told) else None


def _roles(index: Index, bound: Bound) -> set[str]:
    return {index.role(ref) for ref in bound.verb.predicates} if bound.verb else set()


def _begins(index: Index, predicate: str, subject: str) -> bool:
    """Whether a predicate says of such a subject that it came to be, in whatever word."""
    held = index.predicate(predicate)
    return held.role == "begun" and bool({"any", index.type(subject)} & set(held.subject_types))


def _is_whole(index: Index, fact: Fact, bound: Bound) -> bool:
    """Whether all words of the predicate's phrase stand in the piece."""
    return any(row <= bound.words for row in index.phrase_words[fact.predicate])


def _applicable(index: Index, bound: Bound, mention: Mention, ref: str) -> list[Fact]:
    """The facts about `ref` that a date bound so may state."""
    dated = [
        fact for fact in index.base.of_subject.get(ref, ()) if index.predicate(fact.predicate).object_kind == "date"
    ]
    if bound.verb and bound.verb.cue:
        whole = [fact for fact in dated if _is_whole(index, fact, bound)]
        if whole:
            return whole
        by_cue = [fact for fact in dated if fact.predicate in bound.verb.predicates]
        if by_cue:
            return by_cue
        others = [fact for fact in dated if fact.predicate in bound.others]
        if others and {index.role(one) for one in bound.verb.predicates} & {"happened", "place"}:
            return others
        begun = [fact for fact in dated if index.role(fact.predicate) == "begun" and not bound.words & _TALKS]
        if len(begun) == 1 and any(_begins(index, one, ref) for one in bound.verb.predicates):
            return begun
    happened = [fact for fact in dated if index.role(fact.predicate) == "happened"]
    if ref in index.editions and not mention.inferred and bound.verb and _roles(index, bound) & {"happened", "place"}:
        return [*happened, *index.facts(ref, "ended")] or index.dated(ref)
    default = happened or [fact for fact in dated if index.role(fact.predicate) == "begun"]
    if bound.beside is mention and bound.verb is None:
        default = default or [fact for fact in dated if index.predicate(fact.predicate).functional]
    if bound.beside is mention and (bound.close or bound.verb is None):
        return default
    if bound.beside is mention and happened and (not bound.verb or bound.verb.cue or bound.verbless):
        return happened
    return []


def _claim(index: Index, found: DateFound, bound: Bound, mention: Mention, ref: str, facts: list[Fact]) -> Claim:
    truth = _truth(index, found, facts)
    held = fact_date(facts[0].value)
    return Claim(
        "fact.date",
        found.start,
        found.end,
        truth,
        ref,
        facts[0].predicate,
        tuple(facts),
        found.words,
        like(found, held) if held else "",
        mention,
        found,
        mention.inferred,
        strong=bound.same_piece,
    )


def _year_of(edition: Edition) -> int:
    return edition.day.year if edition.day else 0


def _in_gap(row: Row, found: DateFound) -> Edition | None:
    """The nearer of two neighbouring editions between which the date falls, so that no edition can have met then."""
    dated = sorted((one for one in row.editions if one.day and one.number), key=lambda one: one.number)
    for one, other in pairwise(dated):
        assert one.day and other.day
        if other.number == one.number + 1 and one.day.last_day < found.first and found.last < other.day.first_day:
            near_first = found.first - one.day.last_day < other.day.first_day - found.last
            return one if near_first else other
    return None


def edition_by_date(index: Index, row_ref: str, found: DateFound) -> tuple[Edition | None, bool | None]:
    """The edition that a date tells, and whether the date is right for it (None: it cannot be told)."""
    row = index.rows[row_ref]
    if not found.year:
        return None, None
    fitting = [one for one in row.editions if one.day and found.agrees(one.day)]
    if fitting:
        exact = fitting[0].day and found.judged(fitting[0].day)
        return (fitting[0] if len(fitting) == 1 else None), True if exact else None
    same_year = [one for one in row.editions if _year_of(one) == found.year and one.number]
    if len(same_year) == 1:
        return same_year[0], False
    near = _in_gap(row, found)
    return near, False if near else None


def _row_claim(index: Index, found: DateFound, bound: Bound, mention: Mention) -> Claim | None:
    roles = _roles(index, bound)
    if not (("happened" in roles or "place" in roles) or (bound.beside is mention and roles <= set(_ORDINARY))):
        return None
    edition, right = edition_by_date(index, mention.refs[0], found)
    if edition is None or edition.held is None or right is None:
        return None
    made = _claim(index, found, bound, mention, edition.ref, [edition.held])
    strong = bound.same_piece and mention.kind != "pronoun"
    return Claim(
        made.rule, made.start, made.end, right, edition.ref, made.predicate, made.facts, made.said, made.suggestion,
        mention, found, True, strong=strong,
    )  # fmt: skip


_PARTICIPLES_HINDI = words_of("मिले मिली बने बनी")
_BEFORE = words_of("before after until till by since")
_AFTER_HINDI = ("से पहले", "के बाद", "तक", "के पश्चात", "से पूर्व", "से लागू नहीं")


def _is_relative(sentence: Sentence, found: DateFound, bound: Bound) -> bool:
    """A date before, after or until which something was, or that only says which of several things is meant."""
    near = sentence.before(found.start, 6)
    before = near[-2:]
    if before and before[-1].key == "of" and {"after", "before"} & {word.key for word in near}:
        return True
    if before and before[-1].key in _BEFORE:
        verb = bound.verb
        return not (before[-1].key in ("since", "by") and verb and verb.cue and before[-1].start - verb.end <= 1)
    if sentence.text[found.end : found.end + 14].strip().startswith(_AFTER_HINDI):
        return True
    if len(before) == 2 and before[-1].key == "of" and bound.beside is None:
        return not sentence.inside(before[0].start) and not any(
            verb.start == before[0].start for verb in sentence.verbs
        )
    return _is_attribute(sentence, found)


def _is_attribute(sentence: Sentence, found: DateFound) -> bool:
    """“जून 2023 के रोडमैप”, “फ़रवरी 2020 में मिले दर्जे”: the date of the noun that follows, which is no name of ours."""
    after = sentence.after(found.end, 3)
    if sentence.hindi and len(after) > 2 and after[0].folded == "में" and after[1].folded in _PARTICIPLES_HINDI:
        return not sentence.inside(after[2].start)
    if not sentence.hindi or len(after) < 2 or after[0].key != "का" or found.end + 1 != after[0].start:
        return False
    return not sentence.inside(after[1].start) and not any(verb.start == after[1].start for verb in sentence.verbs)


def _is_later(index: Index, mention: Mention, found: DateFound) -> bool:
    """A date after the last edition that is known: there may be one that is not."""
    last = index.rows[mention.row].latest()
    return bool(last and last.day and found.year and found.first > last.day.last_day)


def of_others(
    index: Index, sentence: Sentence, found: DateFound, bound: Bound, others: list[Mention]
) -> Iterator[Claim]:
    """What a date says of a person or a country named in its piece, whose facts have such a date."""
    if _is_relative(sentence, found, bound) or not bound.verb:
        return
    for mention in others:
        if len(mention.refs) == 1 and sentence.piece_at(mention.start) == sentence.piece_at(found.start):
            for ref in mention.refs:
                dated = (
                    fact
                    for fact in index.base.of_subject.get(ref, ())
                    if index.predicate(fact.predicate).object_kind == "date"
                )
                facts = [fact for fact in dated if _is_whole(index, fact, bound)]
                if facts:
                    yield _claim(index, found, bound, mention, ref, facts)


def claims(index: Index, sentence: Sentence, found: DateFound, bound: Bound) -> Iterator[Claim]:
    """What a date says of the subjects that it may belong to, the likeliest first."""
    if _is_relative(sentence, found, bound):
        return
    for mention in bound.subjects:
        if mention.told_by is found:
            return
        if mention.kind == "stranger":
            return
        if mention.kind == "latest" and _is_later(index, mention, found):
            return
        made = False
        for ref in mention.refs:
            facts = _applicable(index, bound, mention, ref)
            if facts:
                made = True
                yield _claim(index, found, bound, mention, ref, facts)
        if not made and mention.refs and mention.refs[0] in index.rows and mention.kind in ("row", "latest"):
            claim = _row_claim(index, found, bound, mention)
            if claim:
                yield claim
