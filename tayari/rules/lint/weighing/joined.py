"""Two things that a fact joins: the day on which it came to be so, and another in the place of one of them."""

from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.lexicon import BACKGROUND
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import like
from tayari.rules.lint.reading.sentence import CueFound
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.wording import named_like


def days(scene: Scene) -> Iterator[Claim]:
    """“In June 2024 TRUST took its place”: both are named and joined rightly, on a day that no fact gives."""
    for found in scene.sentence.dates:
        judged = scene.is_judged(found.start, found.end) or not scene.is_free(found.start)
        if judged or not found.year or found.exactness < 2 or scene.explains(found):
            continue
        clause = scene.clause(found.start)
        for mention in scene.things:
            for fact in scene.own(mention.refs[0]):
                day = fact_date(fact.valid_from) if fact.valid_from else None
                if day and _is_joined(scene, fact, clause) and found.judged(day) is False:
                    yield Claim(
                        "fact.date", found.start, found.end, False, fact.subject, fact.predicate, (fact,), found.words,
                        like(found, day), mention, found, strong=False,
                    )  # fmt: skip
                    return


def _is_joined(scene: Scene, fact: Fact, clause: int) -> bool:
    """Whether a fact of one day joins two things that are named, and the words of a clause say so."""
    predicate = scene.index.predicate(fact.predicate)
    once = predicate.object_kind == "entity" and not predicate.interval and predicate.functional
    thing = scene.index.type(fact.value) not in BACKGROUND and fact.value in scene.refs
    return once and thing and scene.says(fact.predicate, clause)


def others(scene: Scene) -> Iterator[Claim]:
    """“The Solar Alliance runs IRIS”, which a fact says of somebody whom the sentence leaves out."""
    if any(one.truth is False for one in scene.claims):
        return
    for verb in scene.sentence.verbs:
        if verb.cue and not scene.sentence.is_quoted(verb.start) and not scene.sentence.is_negated(verb.start):
            claim = _of_verb(scene, verb)
            if claim:
                yield claim
                return


def _of_verb(scene: Scene, verb: CueFound) -> Claim | None:
    if not scene.sentence.hindi:
        return None
    piece, clause = scene.sentence.piece_at(verb.start), scene.clause(verb.start)
    here = [one for one in scene.mentions if len(one.refs) == 1 and scene.sentence.piece_at(one.start) == piece]
    before = [one for one in scene.things if one.start < verb.start and scene.clause(one.start) <= clause]
    for mention in before[-2:]:
        for fact in scene.own(mention.refs[0]):
            if fact.predicate in verb.predicates and _may_be_other(scene, fact):
                fitting = [one for one in here if one is not mention and _is_rival(scene, fact, one)]
                if len(fitting) == 1 and not scene.is_judged(fitting[0].start, fitting[0].end):
                    return _claim(scene, fact, fitting[0], mention)
    return None


def _may_be_other(scene: Scene, fact: Fact) -> bool:
    predicate = scene.index.predicate(fact.predicate)
    kind = scene.index.type(fact.value) not in ("place", "person", "country", "event", "office", "")
    return predicate.object_kind == "entity" and predicate.functional and kind and not scene.is_told(fact)


def _is_rival(scene: Scene, fact: Fact, one: Mention) -> bool:
    """Whether something is of the sort of a fact's object, and no fact joins it to the subject."""
    ref = one.refs[0]
    if ref == fact.subject or scene.index.type(ref) != scene.index.type(fact.value) or one.kind == "unknown":
        return False
    about = (*scene.own(fact.subject), *scene.own(ref))
    joined = any({other.subject, other.value} == {ref, fact.subject} for other in about)
    return not joined and not scene.is_in_words(one)


def _claim(scene: Scene, fact: Fact, one: Mention, mention: Mention) -> Claim:
    words = scene.sentence.text[one.start : one.end]
    right = named_like(scene.index.base.entities[fact.value], words, scene.sentence.language)
    return Claim(
        "fact.relation", one.start, one.end, False, fact.subject, fact.predicate, (fact,), words, right, mention,
        strong=False, value=one.refs[0],
    )  # fmt: skip
