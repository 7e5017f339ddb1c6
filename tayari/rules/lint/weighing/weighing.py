"""Adds to the claims of a sentence what its words together speak for, and drops what they speak against."""

from collections.abc import Iterator

from tayari.rules.lint.index import content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.judging.sentences import Judge
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.weighing import acronyms, joined, profiles, slots, tenses, texts
from tayari.rules.lint.weighing.scene import Scene, Surroundings

_ALL = (
    slots.dates, slots.places, slots.persons, tenses.claims, acronyms.claims, texts.claims, joined.days, joined.others,
)  # fmt: skip


def weighed(judge: Judge, claims: list[Claim], around: Surroundings) -> list[Claim]:
    """The claims of a sentence with those that it makes as a whole."""
    scene = Scene(judge, claims, around)
    for ref in profiles.rows(scene):
        for claim in profiles.Profiles(scene, ref).claims():
            # What fits another edition is not wrong by itself.
            own = {ref, *(one.ref for one in scene.index.rows[ref].editions)}
            same = [
                one for one in scene.claims if one.truth is False and (one.start, one.end) == (claim.start, claim.end)
            ]
            kept = [one for one in scene.claims if one.truth is not False or one.subject not in own or one in same]
            scene.claims = kept if same else [*kept, claim]
    scene.claims = list(_meant(scene))
    for claim in slots.bearers(scene):
        piece = scene.sentence.piece_at(claim.start)
        kept = [one for one in scene.claims if one.truth is not False or scene.sentence.piece_at(one.start) != piece]
        scene.claims = [*kept, claim]
    for weigh in _ALL:
        scene.claims = [*scene.claims, *weigh(scene)]
    return scene.claims


def _meant(scene: Scene) -> Iterator[Claim]:
    """Without a day called wrong that is the very day of something else, of which the sentence has the name in part."""
    for claim in scene.claims:
        if not (claim.truth is False and claim.date and claim.rule == "fact.date" and _is_of_other(scene, claim)):
            yield claim


def _is_of_other(scene: Scene, claim: Claim) -> bool:
    """Whether a day is right for something else that the words say of the subject, or for something else meant."""
    if not claim.date or not claim.date.year:
        return False
    for fact in scene.own(claim.subject):
        joins = fact.value in scene.refs and not scene.index.predicate(fact.predicate).interval
        day = fact_date(fact.valid_from if joins and fact.valid_from else fact.value)
        if day and fact.predicate != claim.predicate and claim.date.judged(day) and scene.says(fact.predicate):
            return True
    exact = claim.date.exactness == len(("day", "month", "year"))
    return exact and any(_speaks_of(scene, ref) for ref in _others(scene, claim))


def _others(scene: Scene, claim: Claim) -> set[str]:
    facts = scene.index.by_day.get(claim.date.first, ()) if claim.date else ()
    return {fact.subject for fact in facts if fact.subject != claim.subject and scene.says(fact.predicate)}


def _speaks_of(scene: Scene, ref: str) -> bool:
    """Whether the words that no name takes up are most of a name of something."""
    free = {word.key for word in scene.sentence.words if not scene.sentence.inside(word.start)}
    rows = (content(keys(name.text)) for name in scene.index.base.entities[ref].names)
    return any(len(row) > 1 and 2 * len(free & set(row)) >= len(row) for row in rows)
