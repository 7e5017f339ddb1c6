"""Persons: who took part in an event, and who signed."""

import re
from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.binding import Bound
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import CueFound, Sentence
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.wording import named_like

_ABSENT = frozenset({"absent", "missing", "missed", "skipped", "without", "not", "replaced", "instead"})


def _could(index: Index, person: str, predicate: str) -> bool:
    """Whether the person is known in such a part: elsewhere, or as holder of the office that it needs."""
    if index.as_value.get((predicate, person)):
        return True
    office = index.predicate(predicate).office
    return bool(office) and any(fact.value == office for fact in index.terms.get(person, ()))


def _closed(index: Index, sentence: Sentence, facts: list[Fact]) -> list[Fact]:
    """Where all parts are known, as both signatories, somebody else has none: the part of whom the text leaves out."""
    functional = len(facts) > 1 and all(index.predicate(fact.predicate).functional for fact in facts)
    if not functional or len({fact.predicate for fact in facts}) != len(facts):
        return []
    words = {word.key for word in sentence.words}
    return [fact for fact in facts if keys(index.base.entities[fact.value].name(sentence.language))[-1] not in words]


def _is_at(sentence: Sentence, mention: Mention) -> bool:
    """“at the second 2+2”: whoever did something there took part."""
    before = [word.key for word in sentence.words if word.end <= mention.start and word.key != "the"][-1:]
    return before in (["at"], ["during"]) and not _ABSENT & {word.key for word in sentence.words}


def _is_named_as(sentence: Sentence, person: Mention, verb: CueFound | None) -> bool:
    """“X was the pilot”, “the pilot of Axiom-4 was X”."""
    if verb is None:
        return False
    text = sentence.text
    if verb.start >= person.end:
        return bool(re.fullmatch(r"(?:,|\s+(?:is|was))\s+(?:(?:the|its)\s+)?", text[person.end : verb.start]))
    return bool(re.search(r"\s(?:is|was)\s+$", text[verb.end : person.start]))


def _acts_for(index: Index, sentence: Sentence, person: Mention, fact: Fact, verb: CueFound | None) -> bool:
    """“X signed the Accords for India”: for whom the predicate says, so that nobody else can be meant."""
    if verb is None or sentence.text[person.end : verb.start].strip() or verb.start < person.end:
        return False
    ending = index.predicate(fact.predicate).phrase.get("en", "").partition("{subject}")[2].strip(" .")
    return ending.startswith("for ") and ending in sentence.text[verb.end : sentence.end]


def _facts(index: Index, sentence: Sentence, bound: Bound, mention: Mention, ref: str) -> list[Fact]:
    personal = [
        fact
        for fact in index.base.of_subject.get(ref, ())
        if index.predicate(fact.predicate).object_kind == "entity" and index.type(fact.value) == "person"
    ]
    if bound.verb and bound.verb.cue:
        by_cue = [fact for fact in personal if fact.predicate in bound.verb.predicates]
        if by_cue or bound.verb.predicates:
            return by_cue
    if _is_at(sentence, mention):
        return [fact for fact in personal if index.role(fact.predicate) == "participant"]
    return [fact for fact in personal if index.role(fact.predicate) == "participant"] if bound.verb is None else []


def claims(index: Index, sentence: Sentence, person: Mention, bound: Bound) -> Iterator[Claim]:
    """What naming a person says of the events and agreements that it may belong to."""
    said = person.refs[0]
    words = sentence.text[person.start : person.end]
    for mention in bound.subjects:
        if mention.kind == "stranger":
            return
        for ref in mention.refs:
            facts = _facts(index, sentence, bound, mention, ref)
            fitting = [fact for fact in facts if _could(index, said, fact.predicate)]
            if not fitting and len(facts) == 1 and _is_named_as(sentence, person, bound.verb):
                fitting = facts
            if not fitting and len(facts) == 1 and _acts_for(index, sentence, person, facts[0], bound.verb):
                fitting = facts
            fitting = fitting or _closed(index, sentence, facts)
            true = [fact for fact in facts if fact.value == said]
            if not true and not fitting:
                continue
            held = true or fitting
            right = index.base.entities.get(held[0].value)
            functional = all(index.predicate(fact.predicate).functional for fact in held)
            yield Claim(
                "fact.person",
                person.start,
                person.end,
                True if true else False if functional else None,
                ref,
                held[0].predicate,
                tuple(held),
                words,
                named_like(right, words, sentence.language) if right else "",
                mention,
                inferred=mention.inferred,
                strong=bound.same_piece or bool(bound.verb),
                value=said,
            )
