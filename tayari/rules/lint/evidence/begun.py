"""When something began, said of it outright: “LEMOA was signed in 2002”, though another thing began on that day."""

import re
from collections.abc import Iterator

from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.wrong import wrong_date
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.sentence import CueFound
from tayari.rules.lint.weighing.days import day_of, is_day_of
from tayari.rules.lint.weighing.scene import Scene

_WAS = re.compile(
    r"(?:\s*\([^)]*\))?(?:,[^,;:.]{0,80},)?\s+(?:was|were|had\s+been)\s+(?:(?:only|first|finally|formally|itself)\s+)?"
)
_THEN = re.compile(
    r"(?:\s+\S+){0,4}?\s+(?:in|on)\s+(?:the\s+)?(?:early\s+|late\s+|end\s+of\s+)?(?:\S+\s+)?", re.IGNORECASE
)
_WHEN = re.compile(r",?\s+when\s+(?:the\s+)?", re.IGNORECASE)


def begun(focus: Focus) -> Iterator[Claim]:
    """The date of each thing that is told to have begun then and did not, where it is none of its other dates."""
    scene = focus.scene
    for thing in scene.things:
        if thing.inferred or not scene.is_free(thing.start):
            continue
        facts = [fact for fact in focus.index.facts(thing.refs[0], "begun") if day_of(fact.value)]
        if len(facts) != 1 or (when := _then(scene, thing, facts[0].predicate)) is None:
            continue
        told = any(is_day_of(fact, when) for fact in scene.own(thing.refs[0]))
        if not told and scene.is_free(when.start):
            yield wrong_date(scene, thing, when, facts[0])


def _then(scene: Scene, thing: Mention, predicate: str) -> DateFound | None:
    """The one date that stands with the verb: after it, or before “, when it was signed”."""
    text, sentence = scene.sentence.text, scene.sentence
    verb = next((one for one in sentence.verbs if _follows(scene, thing, one) and predicate in one.predicates), None)
    dates = [one for one in sentence.dates if one.year]
    if verb is None:
        return None
    before = [one for one in dates if one.end <= thing.start and _WHEN.fullmatch(text, one.end, thing.start)]
    after = [one for one in dates if one.start >= verb.end and scene.clause(one.start) == scene.clause(verb.start)]
    if before:
        return before[0]
    return after[0] if len(after) == 1 and _THEN.fullmatch(text, verb.end, after[0].start) else None


def _follows(scene: Scene, thing: Mention, verb: CueFound) -> bool:
    return verb.start >= thing.end and _WAS.fullmatch(scene.sentence.text, thing.end, verb.start) is not None
