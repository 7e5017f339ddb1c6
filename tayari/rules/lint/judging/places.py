"""Places: where something was held, signed or launched, and where it has its seat."""

import re
from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.binding import Bound
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import EDITION_NOUNS, GENERIC, LINKS, PLACED, STOP
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.wording import named_like

_HOST = re.compile(
    r"\s+(?:(?:was|is|were)\s+the\s+(?:venue|host|site|seat|setting)|played\s+host|hosted|saw|witnessed|"
    r"(?:is|was)\s+home\s+to|ने)\b|\s+ने\s"
)
_HOSTED_BY = re.compile(r"\b[Hh]osted\s+by\s+$")
_NOUNS = EDITION_NOUNS | GENERIC
_FOR = re.compile(r"\s+for\s+(?:(?:the|their|its)\s+)?")
_BEFORE = frozenset({"in", "at", "from", "is", "are", "was"})
_AFTER = frozenset({"में", "म", "से", "स", "स्थित", "based"})


def _is_host(sentence: Sentence, place: Mention) -> bool:
    """“New Delhi was the venue of …”, “Washington played host to …”."""
    return bool(_HOST.match(sentence.text, place.end))


def _names_a_thing(sentence: Sentence, place: Mention) -> bool:
    """“at the Vienna talks”, “in Paris Club terms”: the city says which of several is meant."""
    after = sentence.after(place.end, 1)
    close = bool(after) and sentence.text[place.end : after[0].start] == " " and not sentence.inside(after[0].start)
    named = close and (after[0].text[0].isupper() or after[0].key in _NOUNS)
    return named or sentence.text.endswith("the ", 0, place.start)


def _is_of_another(sentence: Sentence, place: Mention) -> bool:
    """“… and offices in Dubai”: where something else is, that was only added."""
    before = sentence.before(place.start, 3)
    if sentence.hindi or len(before) < 3 or before[2].key not in _BEFORE or before[0].key not in LINKS:
        return False
    noun = before[1]
    cue = any(verb.start <= noun.start < verb.end for verb in sentence.verbs)
    return noun.text.islower() and noun.text.endswith("s") and not cue and noun.key not in STOP


def _is_place_of(sentence: Sentence, place: Mention, index: Index, bound: Bound) -> bool:
    """Whether the words around say *in* a place; a heading needs none."""
    before = sentence.before(place.start, 2)
    after = sentence.after(place.end, 1)
    if _is_of_another(sentence, place):
        return False
    if place.kind == "unknown" and _names_a_thing(sentence, place):
        return False
    if before and (before[-1].key in _BEFORE or (before[-1].key == "the" and before[0].key in _BEFORE)):
        return True
    if after and after[0].key in _AFTER:
        return True
    if _is_host(sentence, place) or sentence.ending(_HOSTED_BY, place.start):
        return True
    if any(verb.start == word.start and verb.predicates for verb in sentence.verbs for word in after):
        return True
    return bound.verb is None and index.type(place.refs[0]) == "place"


def _goes_for(sentence: Sentence, place: Mention, mention: Mention) -> bool:
    """“flew to Tokyo for the fourth 2+2”."""
    opens = sentence.text[sentence.start : mention.start] in ("For ", "For the ")
    goes = sentence.text.endswith((" to ", " in ", " at "), 0, place.start)
    return goes and (opens or bool(_FOR.fullmatch(sentence.text, place.end, mention.start)))


def _facts(index: Index, bound: Bound, mention: Mention, ref: str, *, goes: bool) -> list[Fact]:
    placed = [
        fact
        for fact in index.base.of_subject.get(ref, ())
        if index.predicate(fact.predicate).object_kind == "entity" and index.type(fact.value) in PLACED
    ]
    if bound.verb and bound.verb.cue:
        by_cue = [fact for fact in placed if fact.predicate in bound.verb.predicates]
        if by_cue:
            return by_cue
        others = [fact for fact in placed if fact.predicate in bound.others]
        if others and {index.role(one) for one in bound.verb.predicates} & {"happened", "place"}:
            return others
    held = [fact for fact in placed if index.role(fact.predicate) == "place"]
    if bound.beside is None and goes:
        return held
    if bound.beside is mention and (bound.close or not bound.verb or bound.verb.cue or bound.verbless):
        return held
    return held if bound.verb is None and bound.same_piece else []


def _truth(index: Index, place: str, facts: list[Fact]) -> bool | None:
    if any(fact.value == place for fact in facts):
        return True
    alike = all(index.type(fact.value) == index.type(place) for fact in facts)
    if place not in index.base.entities and not all(index.is_city(fact.value) for fact in facts):
        return None
    functional = all(index.predicate(fact.predicate).functional for fact in facts)
    return False if alike and functional else None


def claims(index: Index, sentence: Sentence, place: Mention, bound: Bound) -> Iterator[Claim]:
    """What a place says of the subjects that it may belong to, the likeliest first."""
    gone = any(_goes_for(sentence, place, one) for one in bound.subjects)
    if len(place.refs) != 1 or not (gone or _is_place_of(sentence, place, index, bound)):
        return
    said = place.refs[0]
    for mention in bound.subjects:
        if mention.kind == "stranger":
            return
        for ref in mention.refs:
            facts = _facts(index, bound, mention, ref, goes=_goes_for(sentence, place, mention))
            if sentence.text.endswith(" from ", 0, place.start):
                facts = [fact for fact in facts if index.role(fact.predicate) != "place"]
            if facts:
                right = index.base.entities.get(facts[0].value)
                yield Claim(
                    "fact.place",
                    place.start,
                    place.end,
                    _truth(index, said, facts),
                    ref,
                    facts[0].predicate,
                    tuple(facts),
                    sentence.text[place.start : place.end],
                    named_like(right, sentence.text[place.start : place.end], sentence.language) if right else "",
                    mention,
                    inferred=mention.inferred,
                    strong=bound.same_piece,
                    value=said,
                )
