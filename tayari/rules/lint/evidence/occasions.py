"""What was signed or launched at an event on whose day it was not: “LEMOA was signed at the first dialogue”."""

import re
from collections.abc import Iterator
from datetime import timedelta

from tayari.plain.dates import PartialDate
from tayari.rules.lint.base import Fact
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.weighing.days import day_of, is_day_of
from tayari.rules.lint.weighing.scene import Scene

_AT = re.compile(r"\b(?:at|during)\s+(?:the\s+|its\s+|their\s+)?$")
_AT_HINDI = re.compile(
    "\\s+(?:संवाद\\s+|बैठक\\s+|वार्ता\\s+|सम्मेलन\\s+)?(?:में|के\\s+(?:दौरान|अवसर\\s+पर|समय)|की\\s+बैठक\\s+में)(?=\\s)"
)
_LASTS = timedelta(days=4)  # of which mostly only the first day is known


def occasions(focus: Focus) -> Iterator[Claim]:
    """Each thing that began on another day than the event at which it is said to have begun."""
    scene = focus.scene
    for event in scene.mentions:
        if len(event.refs) != 1 or event.kind == "row" or not _is_occasion(scene, event):
            continue
        held = [day for fact in focus.index.facts(event.refs[0], "happened") if (day := day_of(fact.value))]
        thing = _said_to_begin(scene, event)
        if not held or thing is None or not scene.is_free(thing.start):
            continue
        begun = [fact for fact in focus.index.facts(thing.refs[0], "begun") if scene.says(fact.predicate)]
        if not begun or _is_settled(scene, thing, event, begun):
            continue
        if not any(_meet(fact, day) for fact in begun for day in held):
            yield _claim(scene, thing, event, begun[0])


def _is_settled(scene: Scene, thing: Mention, event: Mention, begun: list[Fact]) -> bool:
    """Whether the facts have it there, or something else is wrong: the event, where the thing's own day is told."""
    if any(fact.value == event.refs[0] for fact in scene.own(thing.refs[0])):
        return True
    own = any(one.year and is_day_of(fact, one) for one in scene.sentence.dates for fact in begun)
    return own or scene.sentence.is_negated(event.start) or scene.has_false_about({*thing.refs, *event.refs})


def _is_occasion(scene: Scene, event: Mention) -> bool:
    if scene.sentence.hindi:
        return bool(_AT_HINDI.match(scene.sentence.text, event.end))
    return bool(_AT.search(_before(scene, event)))


def _before(scene: Scene, event: Mention) -> str:
    start = min(event.start, event.number_at[0]) if event.number else event.start
    return scene.sentence.text[scene.sentence.start : start]


def _said_to_begin(scene: Scene, event: Mention) -> Mention | None:
    """What stands before the verb and the event, in its clause, with no other thing; in Hindi the verb is the last."""
    clause = scene.clause(event.start)
    before = [one for one in scene.things if one.end <= event.start and scene.clause(one.start) == clause]
    if not before:
        return None
    last = before[-1]
    after = scene.sentence.hindi
    verbs = [one for one in scene.sentence.verbs if last.end <= one.start and (after or one.start < event.start)]
    begins = [ref for one in verbs for ref in one.predicates if scene.index.role(ref) == "begun"]
    return last if begins and all(one.refs == last.refs for one in before) else None


def _meet(fact: Fact, held: PartialDate) -> bool:
    day = day_of(fact.value)
    return day is not None and day.first_day <= held.last_day + _LASTS and held.first_day <= day.last_day + _LASTS


def _claim(scene: Scene, thing: Mention, event: Mention, fact: Fact) -> Claim:
    # Of “it” the sentence before spoke: what is new, and so may be wrong, is the event.
    named = event if thing.inferred else thing
    words = scene.sentence.text[named.start : named.end]
    return Claim(
        "fact.relation", named.start, named.end, False, fact.subject, fact.predicate, (fact,), words, "", named,
        strong=False, claim=scene.sentence.said, value=named.refs[0],
    )  # fmt: skip
