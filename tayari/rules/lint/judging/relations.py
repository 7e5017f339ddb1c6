"""Relations of two things: annex to, replaced, signed at, run by, member of."""

import re
from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.counts import holding
from tayari.rules.lint.lexicon import BEFOREHAND
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.ordinals import like
from tayari.rules.lint.reading.sentence import CueFound, Sentence
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.wording import named_like

_COPULA = re.compile(
    r"\s+(?:(?:is|was|were|became|remains|serves as|served as|has been|had been)\s+)?"
    r"(?:the\s+|its\s+|an?\s+|current\s+)*"
)
_MEMBER = re.compile(
    r"\s+(?:(?:is|are|was|were|became|remains|has been)\s+)?(?:an?\s+|the\s+|also\s+|full\s+|already\s+)*"
)
_IS_HINDI = re.compile("(?:है|हैं|बना|बनी|बन गया)\\s*[।.]?\\s*$")
_ASIDE = re.compile(r",[^,;]+,|\([^()]+\)")
_APPOSED = re.compile(r",\s+(?:the\s+)?")
_NAMED = re.compile(r"\s+(?:is|was)\s+(?:the\s+)?")
_PASSIVE = re.compile(r"\b(?:was|were|is|been|being)\s+$")
_OF = re.compile(r"\s+(?:of|for|to)\s+(?:the\s+)?")


def _facts(index: Index, subject: str, verb: CueFound) -> list[Fact]:
    return [
        fact
        for fact in index.base.of_subject.get(subject, ())
        if fact.predicate in verb.predicates and index.predicate(fact.predicate).object_kind == "entity"
    ]


def _is_relation(index: Index, fact: Fact) -> bool:
    """Persons and places are judged elsewhere; a country may be a party as well."""
    if index.type(fact.value) == "country":
        return "place" not in index.predicate(fact.predicate).object_types
    return index.type(fact.value) not in ("place", "person")


def _same_sort(index: Index, fact: Fact, other: str) -> bool:
    types = index.predicate(fact.predicate).object_types
    return index.type(other) == index.type(fact.value) or (other and index.type(other) in types) or False


def _turned_round(index: Index, subject: str, verb: CueFound, other: str, *, passive: bool) -> Fact | None:
    """The fact that says the same of the two the other way round, where it cannot hold both ways; “X was subsumed into
    Y” says what “Y subsumed X” does."""
    for ref in verb.predicates:
        if index.role(ref) in ("replaced", "replaced-by", "part-of") and index.type(subject) != "country":
            for fact in index.base.about.get((other, ref), ()):
                if fact.value == subject and not (passive and index.role(ref) == "replaced"):
                    return fact
    return None


def _between_in_order(sentence: Sentence, mention: Mention, verb: CueFound, other: Mention) -> bool:
    between = mention.end <= verb.start and verb.end <= other.start
    return not sentence.hindi and between and not _is_apposed(sentence, verb, other)


def _is_apposed(sentence: Sentence, verb: CueFound, other: Mention) -> bool:
    """“received an annex, the Industrial Security Annex”: the cue is what the other is, not what it takes."""
    return bool(_APPOSED.fullmatch(sentence.text, verb.end, other.start))


def _denied(index: Index, subject: str, verb: CueFound, other: str) -> Fact | None:
    """A fact that states the contrary: not a member of."""
    for fact in index.base.of_subject.get(subject, ()):
        if fact.value == other and index.predicate(fact.predicate).denies in verb.predicates:
            return fact
    return None


def _asserts(sentence: Sentence, mention: Mention, verb: CueFound, other: Mention) -> bool:
    """“India is a member of the group”, not “India's membership of the group”, which may be only hoped for."""
    if sentence.hindi:
        said = sentence.text[other.end : sentence.pieces[sentence.piece_at(other.end - 1)].end]
        return mention.end <= other.start and verb.start >= other.end and bool(_IS_HINDI.search(said))
    return bool(_MEMBER.fullmatch(sentence.text, mention.end, verb.start)) and verb.end <= other.start


def _is_told_in_words(index: Index, subject: str, other: str) -> bool:
    """Whether a fact in words about the subject speaks of the other: then more is known than the relation says."""
    names = [keys(name.text) for name in index.base.entities[other].names]
    for fact in index.base.of_subject.get(subject, ()):
        if index.predicate(fact.predicate).object_kind == "text":
            for text in (fact.value, *fact.texts.values()):
                row = keys(text)
                if any(row[at : at + len(name)] == name for name in names for at in range(len(row))):
                    return True
    return False


def _claim(
    index: Index, sentence: Sentence, rule: str, mention: Mention, other: Mention, truth: bool | None, facts: list[Fact]
) -> Claim:
    right = index.base.entities.get(facts[0].value)
    words = sentence.text[other.start : other.end]
    suggestion = named_like(right, words, sentence.language) if right else ""
    start, end = other.start, other.end
    edition = index.editions.get(facts[0].value)
    if other.number and edition and edition.row == other.row and edition.number:
        rule, (start, end) = "fact.ordinal", other.number_at
        suggestion = like(sentence.text[start:end], edition.number)
    return Claim(
        rule, start, end, truth, facts[0].subject, facts[0].predicate, tuple(facts), words, suggestion, mention,
        inferred=mention.inferred or other.inferred,
    )  # fmt: skip


def _between(sentence: Sentence, mention: Mention, verb: CueFound, other: Mention, index: Index, fact: Fact) -> bool:
    """In English the verb stands between the two; what happens at an event may be said either way round."""
    if sentence.hindi:
        beside = sentence.piece_at(verb.start) == sentence.piece_at(other.start) and mention.end <= verb.start
        return beside or sentence.piece_at(mention.start) == sentence.piece_at(other.start)
    if _is_actor(index, sentence, fact, other, verb, mention):
        return True
    if _NAMED.fullmatch(sentence.text, mention.end, other.start) and 0 <= mention.start - verb.end <= 5:
        return True
    if index.type(fact.value) == "event":
        same = sentence.piece_at(mention.start) == sentence.piece_at(other.start)
        opens = sentence.text[sentence.start : other.start].strip() in ("At the", "At", "During the", "During")
        return same or mention.end <= verb.start or opens
    if mention.end <= verb.start and verb.end <= other.start:
        return True
    if other.end <= verb.start and _is_apposed(sentence, verb, mention):
        return True
    # “France is the permanent co-chair of CDRI”, “… and France its first co-chair”.
    if not _COPULA.fullmatch(sentence.text, other.end, verb.start):
        return False
    return mention.end <= other.start or bool(_OF.fullmatch(sentence.text, verb.end, mention.start))


def _is_actor(index: Index, sentence: Sentence, fact: Fact, other: Mention, verb: CueFound, mention: Mention) -> bool:
    """“The Ministry of Jal Shakti runs PM-KISAN”, where subject and object cannot change places."""
    predicate = index.predicate(fact.predicate)
    apart = not {"any", *predicate.object_types} & set(predicate.subject_types) and bool(predicate.object_types)
    text = sentence.text
    before, after = text[other.end : verb.start].strip(), text[verb.end : mention.start].strip()
    before = "" if _ASIDE.fullmatch(before) else before
    return apart and other.end <= verb.start and verb.end <= mention.start and not before and after in ("", "the")


def _is_only_planned(sentence: Sentence, mention: Mention) -> bool:
    """“negotiations on the annex”: what is said is said of those."""
    before = [word.key for word in sentence.before(mention.start, 3)]
    return any(key in BEFOREHAND for key in before) and bool({"on", "for"} & set(before))


def claims(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """What the verbs of a sentence say of two of its subjects."""
    things = [one for one in mentions if one.refs and index.type(one.refs[0]) not in ("place", "person")]
    for verb in sentence.verbs:
        if not verb.cue:
            continue
        number = sentence.piece_at(verb.start)
        clause = sentence.pieces[number].clause
        near = [one for one in mentions if one.refs and sentence.clause_at(one.start) == clause]
        for mention in near:
            if _is_only_planned(sentence, mention):
                continue
            for ref in mention.refs:
                yield from _inverse(index, sentence, verb, mention, ref, things)
                yield from _of_pair(index, sentence, verb, mention, ref, near, things)


def _inverse(
    index: Index, sentence: Sentence, verb: CueFound, mention: Mention, ref: str, things: list[Mention]
) -> Iterator[Claim]:
    """“X inserted Y”, where the facts say by whom Y was inserted."""
    said = {index.predicate(one).inverse for one in verb.predicates} - {"", *verb.predicates}
    before = [one for one in things if one.end <= verb.start and len(one.refs) == 1]
    if sentence.hindi or not before or mention.start < verb.end or sentence.is_negated(verb.end):
        return
    other = before[-1]
    for fact in index.base.of_subject.get(ref, ()):
        if other.refs[0] == ref:
            return
        close = not sentence.text[other.end : verb.start].strip() and index.predicate(fact.predicate).functional
        if fact.predicate in said and close and _same_sort(index, fact, other.refs[0]):
            yield _claim(index, sentence, "fact.relation", mention, other, fact.value == other.refs[0], [fact])


def _held_then(index: Index, sentence: Sentence, fact: Fact, facts: list[Fact]) -> Fact | None:
    """The fact that held on the sentence's only date where another is told of that day."""
    if not index.predicate(fact.predicate).interval or len(sentence.dates) != 1 or not fact.valid_from:
        return None
    rivals = [one for one in facts if one.predicate == fact.predicate]
    then = holding(rivals, sentence.dates)
    return then[0] if len(then) == 1 and then[0].value != fact.value else None


def _of_pair(
    index: Index,
    sentence: Sentence,
    verb: CueFound,
    mention: Mention,
    ref: str,
    near: list[Mention],
    things: list[Mention],
) -> Iterator[Claim]:
    facts = _facts(index, ref, verb)
    others = [
        one
        for one in near
        if one is not mention and ref not in one.refs and one.kind != "row" and not sentence.is_negated(one.start)
    ]
    true = [(fact, one) for fact in facts for one in others if fact.value in one.refs]
    for fact, one in true:
        then = _held_then(index, sentence, fact, facts)
        if then and _between(sentence, mention, verb, one, index, fact):
            yield _claim(index, sentence, "fact.relation", mention, one, False, [then])
            return
    if true:
        fact, one = true[0]
        yield _claim(index, sentence, "fact.relation", mention, one, True, [fact])
        return
    for one in others:
        passive = bool(_PASSIVE.search(sentence.text[mention.end : verb.start]))
        ordered = _between_in_order(sentence, mention, verb, one)
        turned = _turned_round(index, ref, verb, one.refs[0], passive=passive) if ordered else None
        if turned:
            yield _claim(index, sentence, "fact.relation", mention, one, False, [turned])
            return
        denied = _denied(index, ref, verb, one.refs[0]) if _asserts(sentence, mention, verb, one) else None
        if denied:
            yield _claim(index, sentence, "fact.relation", mention, one, False, [denied])
            return
    fitting = [
        (fact, one)
        for fact in facts
        if index.predicate(fact.predicate).functional and _is_relation(index, fact)
        for one in things
        if one in others
        and len(one.refs) == 1
        and _same_sort(index, fact, one.refs[0])
        and _between(sentence, mention, verb, one, index, fact)
        and not index.as_value.get((fact.predicate, ref))
        and not _is_told_in_words(index, ref, one.refs[0])
    ]
    if fitting:
        fact, one = min(fitting, key=lambda pair: abs(pair[1].start - verb.end))
        yield _claim(index, sentence, "fact.relation", mention, one, False, [fact])
