"""Persons: who took part in an event, and who signed."""

import re
from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.binding import Bound
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import LINKS, TITLES, UNDER
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import CueFound, Sentence
from tayari.rules.lint.reading.tokens import Token, keys
from tayari.rules.lint.wording import named_like

_IS = re.compile(r"(?:,|\s+as|\s+(?:is|was|were|acting\s+as))\s+(?:(?:the|its|an?|[A-Z]\w+n|[A-Z]\w+['’]s)\s+){0,3}")
_ABSENT = frozenset({"absent", "missing", "missed", "skipped", "without", "not", "replaced", "instead"})


def could_be(index: Index, person: str, predicate: str) -> bool:
    """Whether the person is known in such a part: elsewhere, or as holder of the office that it needs."""
    if index.as_value.get((predicate, person)):
        return True
    office = index.predicate(predicate).office
    return bool(office) and any(fact.value == office for fact in index.terms.get(person, ()))


def _is_named(index: Index, sentence: Sentence, fact: Fact) -> bool:
    """Whether the sentence names the person of a fact, if only by surname."""
    surname = keys(index.base.entities[fact.value].name(sentence.language))[-1]
    return any(word.key == surname for word in sentence.words)


def _closed(index: Index, sentence: Sentence, facts: list[Fact]) -> list[Fact]:
    """Where all parts are known, as both signatories, somebody else has none: the part of whom the text leaves out."""
    functional = len(facts) > 1 and all(index.predicate(fact.predicate).functional for fact in facts)
    if not functional or len({fact.predicate for fact in facts}) != len(facts):
        return []
    return [fact for fact in facts if not _is_named(index, sentence, fact)]


def _is_at(sentence: Sentence, mention: Mention) -> bool:
    """“at the second 2+2”: whoever did something there took part."""
    before = [word.key for word in sentence.words if word.end <= mention.start and word.key != "the"][-1:]
    return before in (["at"], ["during"]) and not _ABSENT & {word.key for word in sentence.words}


def _is_named_as(sentence: Sentence, person: Mention, verb: CueFound | None) -> bool:
    """“X was the Indian signatory”, “the pilot of Axiom-4 was X”, “with X as its pilot”."""
    if verb is None:
        return False
    text = sentence.text
    if verb.start >= person.end:
        return bool(_IS.fullmatch(text, person.end, verb.start))
    return bool(re.search(r"\s(?:is|was)\s+$", text[verb.end : person.start]))


def _in_slot(sentence: Sentence, mentions: list[Mention], person: Mention, verb: CueFound | None) -> bool:
    """Whether a person stands where those stand who do what the verb says: “X and Y signed”, “signed by X and Y”,
    “with X and Y signing”."""
    if verb is None or sentence.hindi:
        return False
    names = [one for one in mentions if one.refs]

    def apart(words: list[Token]) -> list[str]:
        free = [word for word in words if not any(one.start <= word.start < one.end for one in names)]
        return [word.key for word in free if word.key not in (TITLES - {"by", "with"}) | LINKS]

    if verb.start >= person.end:
        before = apart(sentence.between(sentence.start, person.start))[-1:]
        aside = before and before[0] in UNDER - {"with"}
        return not aside and not set(apart(sentence.between(person.end, verb.start))) - {"doing", "the", "both"}
    return apart(sentence.between(verb.start, person.start))[-1:] == ["by"]


def _has_one_actor(index: Index, fact: Fact) -> bool:
    """Whether only one person can have done what a predicate says, not one for each side."""
    return " for " not in index.predicate(fact.predicate).phrase.get("en", " for ")


def _is_unknown(index: Index, person: str) -> bool:
    return person not in index.base.entities


def _known_by_surname(index: Index, words: str, facts: list[Fact]) -> bool:
    """“Jim Mattis” for James Mattis: the same surname, so perhaps the same person."""
    last = keys(words)[-1]
    return any(keys(name.text)[-1:] == (last,) for fact in facts for name in index.base.entities[fact.value].names)


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
        if by_cue or not sentence.hindi:
            return by_cue
        # The verb of a Hindi sentence stands at its end, after what may be a cue of something else.
        said = {ref for verb in sentence.verbs if verb.start > bound.verb.start for ref in verb.predicates}
        return [fact for fact in personal if fact.predicate in said]
    if _is_at(sentence, mention):
        return [fact for fact in personal if index.role(fact.predicate) == "participant"]
    return [fact for fact in personal if index.role(fact.predicate) == "participant"] if bound.verb is None else []


def _rivals(
    index: Index, sentence: Sentence, bound: Bound, mentions: list[Mention], person: Mention, facts: list[Fact]
) -> list[Fact]:
    """The parts that a person is said to have had, which the facts give to somebody else."""
    said, single = person.refs[0], len(facts) == 1
    told = single and (
        _is_named_as(sentence, person, bound.verb) or _acts_for(index, sentence, person, facts[0], bound.verb)
    )
    slotted = _in_slot(sentence, mentions, person, bound.verb)
    passive = slotted and bound.verb is not None and bound.verb.end <= person.start
    if _is_unknown(index, said):
        if _known_by_surname(index, sentence.text[person.start : person.end], facts):
            return []
        parts = [fact for fact in facts if index.role(fact.predicate) != "participant"]
        named = [fact for fact in parts if _is_named(index, sentence, fact)]
        if named and len(parts) == 1:
            return []
        if told or (slotted and len(parts) == 1 and (passive or _has_one_actor(index, parts[0]))):
            return parts
        return _closed(index, sentence, parts) if slotted or _is_named_as(sentence, person, bound.verb) else []
    fitting = [fact for fact in facts if could_be(index, said, fact.predicate)]
    if not fitting and (told or (passive and single)):
        return facts
    return fitting or _closed(index, sentence, facts)


def claims(index: Index, sentence: Sentence, person: Mention, bound: Bound, mentions: list[Mention]) -> Iterator[Claim]:
    """What naming a person says of the events and agreements that it may belong to."""
    said = person.refs[0]
    words = sentence.text[person.start : person.end]
    for mention in bound.subjects:
        if mention.kind == "stranger":
            return
        for ref in mention.refs:
            facts = _facts(index, sentence, bound, mention, ref)
            fitting = _rivals(index, sentence, bound, mentions, person, facts)
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
