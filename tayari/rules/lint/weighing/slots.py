"""What stands where a fact has something else: a day, a place or a person that no fact about anything named explains,
while a fact of which the words speak is left untold."""

import re
from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.judging.alone import is_one_off
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.lexicon import LINKS, PLACED, STOP, TITLES, words_of
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound, like
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.weighing.days import days_of
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.wording import named_like

_RELATIVE = words_of("before after until till by following preceding")
_COUNTED = words_of("later earlier anniversary ago")
_RELATIVE_HINDI = ("से पहले", "के बाद", "तक", "के पश्चात", "से पूर्व")
_AT = words_of("in at from near")
_AT_HINDI = ("में", "से", "स्थित", "को", "का", "की", "के", "शहर")
_SIDE = frozenset(keys("की ओर से तरफ़ and for on behalf of the Indian American US side respectively"))
_ON_BEHALF = re.compile("(?:की ओर से|की तरफ़ से)\\s+(?:[\u0900-\u097f]+\\s+)?$")
_BESIDES = LINKS | TITLES | _SIDE
_FAR = 40  # characters at most between a cue and a person who does what it says


def is_relative(scene: Scene, found: DateFound) -> bool:
    """A day before, after or until which something was, or from which others are counted."""
    before = [word.folded for word in scene.sentence.before(found.start, 2)]
    after = [word.folded for word in scene.sentence.after(found.end, 1)]
    if set(before[-1:]) & _RELATIVE or (before[-1:] in (["of"], ["the"]) and set(before[:1]) & _RELATIVE):
        return True
    return bool(set(after) & _COUNTED) or scene.sentence.text[found.end :].lstrip().startswith(_RELATIVE_HINDI)


def _dated(scene: Scene, ref: str) -> Iterator[tuple[Fact, str]]:
    """The days that facts about something give: of what takes a day, and of the terms of an office."""
    for fact in scene.own(ref):
        predicate = scene.index.predicate(fact.predicate)
        if predicate.object_kind == "date" and predicate.functional:
            yield fact, fact.value
        elif predicate.role == "term":
            yield from ((fact, day) for day in (fact.valid_from, fact.valid_to) if day)
    if ref in scene.index.rows:
        for edition in scene.index.rows[ref].editions:
            if edition.held:
                yield edition.held, edition.held.value


def _is_told(scene: Scene, value: str) -> bool:
    day = fact_date(value)
    return bool(day) and any(one.agrees(day) for one in scene.sentence.dates if day)


def dates(scene: Scene) -> Iterator[Claim]:
    """A day that nothing explains, beside a fact of which the words speak, or from whose day it differs in one part."""
    for found in scene.judge.dates:
        if scene.is_judged(found.start, found.end) or not scene.is_free(found.start):
            continue
        if is_relative(scene, found) or scene.explains(found) or scene.ends_a_range(found):
            continue
        yield from _of_date(scene, found)


def _of_date(scene: Scene, found: DateFound) -> Iterator[Claim]:
    clause = scene.clause(found.start)
    best: tuple[int, Mention, Fact, str] | None = None
    for mention in (*scene.subjects, *scene.countries, *scene.namesakes):
        known = mention in scene.subjects
        if known and not scene.is_nearest(mention, found.start):
            continue
        for fact, value in _dated(scene, mention.refs[0]):
            day = fact_date(value)
            if not day or _is_told(scene, value) or found.judged(day) is not False:
                continue
            near = is_one_off(found, value)
            cued = scene.says(fact.predicate, clause)
            rank = 2 * near + cued
            exact = found.exactness == 3 and bool(found.year)
            plain = cued and _is_only_year(scene, found, fact)
            if ((near and (cued or (exact and known))) or (plain and known)) and (best is None or rank > best[0]):
                best = rank, mention, fact, value
    if best:
        _, mention, fact, value = best
        day = fact_date(value)
        yield Claim(
            "fact.date", found.start, found.end, False, fact.subject, fact.predicate, (fact,), found.words,
            like(found, day) if day else "", mention, found, strong=False,
        )  # fmt: skip


def _is_only_year(scene: Scene, found: DateFound, fact: Fact) -> bool:
    """“set up in 2012”: a year alone, right beside the word that speaks of the fact."""
    if found.exactness > 1 or not found.year or found.months != (1, 12):
        return False
    piece = scene.sentence.piece_at(found.start)
    said = any(
        fact.predicate in verb.predicates and scene.sentence.piece_at(verb.start) == piece
        for verb in scene.sentence.verbs
    )
    return said and scene.index.predicate(fact.predicate).object_kind == "date" and fact.subject in scene.named


def places(scene: Scene) -> Iterator[Claim]:
    """A place that nothing explains, where a fact of which the words speak has another."""
    for place in scene.judge.places:
        if scene.is_judged(place.start, place.end) or not scene.is_free(place.start) or len(place.refs) != 1:
            continue
        if scene.names_a_thing(place) or not scene.index.is_city(place.refs[0]) or not _is_at(scene, place):
            continue
        if any(fact.value == place.refs[0] for fact in scene.facts) or scene.is_in_words(place):
            continue
        yield from _of_place(scene, place)


def _is_at(scene: Scene, place: Mention) -> bool:
    text = scene.sentence.text
    if scene.is_line and text[: place.start].rstrip()[-1:] in (*":–—-|,(",):
        return True
    before = [word.folded for word in scene.sentence.before(place.start, 1)]
    return bool(set(before) & _AT) or (scene.sentence.hindi and text[place.end :].lstrip(" ’'").startswith(_AT_HINDI))


def _of_place(scene: Scene, place: Mention) -> Iterator[Claim]:
    clause = scene.clause(place.start)
    for mention in scene.subjects:
        if not scene.is_nearest(mention, place.start):
            continue
        for fact in scene.own(mention.refs[0]):
            if scene.index.type(fact.value) not in PLACED or not scene.index.is_city(fact.value):
                continue
            predicate = scene.index.predicate(fact.predicate)
            if not predicate.functional or scene.is_told(fact) or not scene.says(fact.predicate, clause):
                continue
            yield _other(scene, "fact.place", place, fact, fact.value, mention)
            return


def persons(scene: Scene) -> Iterator[Claim]:
    """Somebody whom no fact joins to anything named, in the part that a fact gives to somebody left untold."""
    for person in scene.judge.persons:
        if scene.is_judged(person.start, person.end) or not scene.is_free(person.start) or len(person.refs) != 1:
            continue
        if not _is_joined(scene, person):
            yield from _of_person(scene, person)


def _is_joined(scene: Scene, person: Mention) -> bool:
    """Whether a fact has a person and something else that the sentence names."""
    ref, named = person.refs[0], scene.refs | {one.refs[0] for one in scene.evoked}
    if any(fact.value in named for fact in scene.own(ref)):
        return True
    if any(fact.subject in named for fact in scene.index.by_value.get(ref, ())):
        return True
    return scene.is_in_words(person)


def _of_person(scene: Scene, person: Mention) -> Iterator[Claim]:
    known = person.refs[0] in scene.index.base.entities
    for mention in scene.subjects:
        if mention.start > person.start and scene.clause(mention.start) != scene.clause(person.start):
            continue
        left = [
            fact
            for fact in scene.own(mention.refs[0])
            if scene.index.type(fact.value) == "person"
            and scene.index.predicate(fact.predicate).functional
            and not scene.is_told(fact)
            and (known or scene.index.role(fact.predicate) != "participant")  # others may have been there too
            and _may_hold(scene, person, fact)
            and _has_part(scene, person, fact)
        ]
        if left:
            fact = _likeliest(scene, person, left)
            yield _other(scene, "fact.person", person, fact, fact.value, mention)
            return


def _may_hold(scene: Scene, person: Mention, fact: Fact) -> bool:
    """Whether somebody may be meant in a part that an office brings: whoever held none or that one."""
    office = scene.index.predicate(fact.predicate).office
    held = {term.value for term in scene.index.terms.get(person.refs[0], ())}
    return not office or not held or office in held


def _likeliest(scene: Scene, person: Mention, left: list[Fact]) -> Fact:
    """Of the parts left untold, that in which the person is known elsewhere."""
    offices = {fact.value for fact in scene.index.terms.get(person.refs[0], ())}
    for fact in left:
        if scene.index.predicate(fact.predicate).office in offices:
            return fact
        if scene.index.as_value.get((fact.predicate, person.refs[0])):
            return fact
    return left[0]


def _has_part(scene: Scene, person: Mention, fact: Fact) -> bool:
    """Whether a person stands where the words put those who do what a fact's predicate says."""
    if _is_listed(scene, person, fact):
        return True
    verbs = [verb for verb in scene.sentence.verbs if fact.predicate in verb.predicates]
    return any(_does(scene, person, verb.start, verb.end) for verb in verbs)


def _is_listed(scene: Scene, person: Mention, fact: Fact) -> bool:
    """“X and Y” of whom a fact gives the one a part in the same thing."""
    told = {
        other.value
        for other in scene.own(fact.subject)
        if other.ref != fact.ref and scene.index.type(other.value) == "person"
        and scene.index.role(other.predicate) == scene.index.role(fact.predicate)
    }  # fmt: skip
    for other in scene.judge.persons:
        if other.refs and other.refs[0] in told:
            first, last = sorted((person, other), key=lambda one: one.start)
            between = scene.sentence.between(first.end, last.start)
            if all(word.key in _BESIDES or scene.sentence.inside(word.start) for word in between):
                return True
    return False


def _does(scene: Scene, person: Mention, start: int, end: int) -> bool:
    """“X signed”, “signed by X”, “X ने … हस्ताक्षर किए”, “X के हस्ताक्षर”."""
    text, sentence = scene.sentence.text, scene.sentence
    if sentence.hindi:
        after = text[person.end : start]
        if sentence.ending(_ON_BEHALF, person.start):
            return scene.clause(start) == scene.clause(person.start)
        near = 0 <= start - person.end <= _FAR and not any(
            person.end <= other.start < start for other in scene.judge.persons
        )
        return near and bool(re.match(r"\s+(?:ने|के\s+द्वारा|द्वारा|के)\s", after))
    if person.end <= start:
        between = sentence.between(person.end, start)
        return len(between) <= 3 and all(word.key in STOP - {"of", "in", "to", "for"} for word in between)
    before = [word.key for word in sentence.between(end, person.start) if not sentence.inside(word.start)]
    while before and before[-1] in TITLES - {"by", "with"}:
        before.pop()
    return before[-1:] == ["by"] and len(before) <= 4


def bearers(scene: Scene) -> Iterator[Claim]:
    """“Renato Ruggiero took office on 1 September 2002”: a day on which somebody else did what the words say."""
    for found in scene.sentence.dates:
        if not found.year or found.exactness < 2 or not scene.is_free(found.start):
            continue
        known = [one for one in scene.judge.persons if len(one.refs) == 1 and _is_near(scene, one, found)]
        if not known or any(_has_day(scene, one.refs[0], found) for one in scene.judge.persons):
            continue
        others = [fact for fact in _begun(scene, found) if fact.subject not in scene.refs]
        if len({fact.subject for fact in others}) == 1:
            last = max(known, key=lambda one: one.start)
            yield _other(scene, "fact.office", last, others[0], others[0].subject, last, whole=True)


def _is_near(scene: Scene, person: Mention, found: DateFound) -> bool:
    return scene.sentence.piece_at(person.start) == scene.sentence.piece_at(found.start) and person.end <= found.start


def _has_day(scene: Scene, ref: str, found: DateFound) -> bool:
    days = days_of(scene.index)
    return any(days.tells(fact, found) for fact in (*scene.own(ref), *scene.index.by_value.get(ref, ())))


def _begun(scene: Scene, found: DateFound) -> Iterator[Fact]:
    """What the facts say of persons on a day, as far as the words speak of it."""
    for fact in scene.index.of_persons:
        if scene.says(fact.predicate):
            day = fact_date(fact.value) or (fact_date(fact.valid_from) if fact.valid_from else None)
            office = fact.value in scene.index.base.entities
            if day and found.judged(day) and (not office or fact.value in scene.refs):
                yield fact


def _other(
    scene: Scene, rule: str, here: Mention, fact: Fact, right: str, mention: Mention, *, whole: bool = False
) -> Claim:
    """That `right` belongs where `here` stands. `whole`: the claim is the sentence's own, and no fact's wording."""
    words = scene.sentence.text[here.start : here.end]
    named = named_like(scene.index.base.entities[right], words, scene.sentence.language)
    return Claim(
        rule, here.start, here.end, False, fact.subject, fact.predicate, (fact,), words, named, mention,
        strong=False, value=here.refs[0], claim=f"{words}: {scene.sentence.said}" if whole else "",
    )  # fmt: skip
