"""Who took part in what the sentence before told of: “The first dialogue was held in Delhi. X represented India.”"""

import re
from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.wrong import wrong_person
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.persons import could_be
from tayari.rules.lint.weighing.days import is_day_of
from tayari.rules.lint.weighing.scene import Scene

_TOOK_PART = re.compile(
    r"\b(?:hosted|represented|co-?chaired|chaired|led|headed|attended|participated|took\s+part|met|received|welcomed|counterparts?"
    r"|delegations?|joined\s+by|held\s+talks)\b"
    "|शामिल|प्रतिनिधित्व|भाग\\s+लिया|हिस्सा\\s+लिया|मेज़बानी|मेजबानी|अध्यक्षता|नेतृत्व|समकक्ष|उपस्थित",
    re.IGNORECASE,
)
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:former|ex-|later|earlier|previously|since|before|after|then\s+on|succeeded|replaced|instead|absent|not|next|would|will)\b"
    "|पूर्व|बाद|पहले|अनुपस्थित|नहीं|स्थान\\s+पर|जगह|अगली|अगले|अगला",
    re.IGNORECASE,
)


def attending(focus: Focus) -> Iterator[Claim]:
    """Each person who had no part in that event, though the facts know him in such a part at others."""
    scene = focus.scene
    said = scene.sentence.said
    if any(not one.inferred for one in scene.things) or not _TOOK_PART.search(said) or _AT_ANOTHER_TIME.search(said):
        return
    facts = _parts(scene)
    there = {fact.value for fact in facts}
    for person in scene.judge.persons:
        ref = person.refs[0]
        if len(person.refs) > 1 or ref in there or not scene.is_free(person.start):
            continue
        could = [fact for fact in facts if could_be(scene.index, ref, fact.predicate)]
        if len(could) == 1:
            yield wrong_person(scene, person, could[0])


def _parts(scene: Scene) -> list[Fact]:
    """Who had which part in the one event that the sentence before named, unless this one speaks of another day."""
    named = scene.around.trail[0] if scene.around.trail else ()
    told = {
        ref: [one for one in scene.index.facts(ref, "participant") if _is_personal(scene.index, one)] for ref in named
    }
    events = [ref for ref in named if told[ref]]
    if len(events) != 1:
        return []
    held = scene.index.facts(events[0], "happened")
    if any(one.year and not any(is_day_of(fact, one) for fact in held) for one in scene.sentence.dates):
        return []
    return told[events[0]]


def _is_personal(index: Index, fact: Fact) -> bool:
    predicate = index.predicate(fact.predicate)
    return predicate.functional and index.type(fact.value) == "person"
