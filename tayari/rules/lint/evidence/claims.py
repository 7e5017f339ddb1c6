"""The claims that the evidence makes: of each value the slot for which most speaks, where that is enough."""

from math import exp

from tayari.rules.lint.evidence import weights
from tayari.rules.lint.evidence.pairs import Pair, pairs
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.counts import said_like
from tayari.rules.lint.reading.dates import like
from tayari.rules.lint.reading.ordinals import like as ordinal_like
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.wording import named_like

_RULES = {"date": "fact.date", "place": "fact.place", "person": "fact.person", "number": "fact.count"}


def probability(pair: Pair) -> float:
    """How likely it is that a value with these signs is wrong, by what was seen on the corpus."""
    told = weights.WEIGHTS[pair.value.kind]
    return 1 / (1 + exp(-told["basis"] - sum(told.get(sign, 0.0) for sign in pair.signs)))


def evidenced(scene: Scene) -> list[Claim]:
    """The claims of one sentence: those that stand in the light of the evidence, and those that it makes itself.

    What an author does not say himself makes none.
    """
    if scene.sentence.disowned:
        return scene.claims
    weighed = sorted(((probability(pair), pair) for pair in pairs(scene)), key=lambda one: -one[0])
    found = [one for one in scene.claims if _stands(scene, one, weighed)]
    for likely, pair in weighed:
        if likely < weights.ENOUGH:
            break
        told = "held told" in pair.signs and pair.value.kind != "date"  # what the fact has stands beside it
        if not told and not any(one.truth is False and _overlap(one, pair) for one in found):
            found.append(_claim(scene, pair))
    return found


def _overlap(claim: Claim, pair: Pair) -> bool:
    return claim.start < pair.value.end and pair.value.start < claim.end


def _stands(scene: Scene, claim: Claim, weighed: list[tuple[float, Pair]]) -> bool:
    """Whether the evidence leaves a claim standing: a day or month called wrong must not be most unlikely to be so, and
    a number is no part of a date."""
    if claim.truth is not False:
        return True
    if claim.rule == "fact.count":
        return not any(one.start <= claim.start < one.end for one in scene.sentence.dates)
    if claim.rule != "fact.date" or not claim.date or claim.date.exactness == 1:
        return True
    likely = [one for one, pair in weighed if _overlap(claim, pair)]
    return not likely or likely[0] >= weights.UNLIKELY


def _claim(scene: Scene, pair: Pair) -> Claim:
    value, slot = pair.value, pair.slot
    words = scene.sentence.text[value.start : value.end]
    start = value.start + len(words) - len(words.lstrip())
    words = words.strip()
    mention = pair.anchor.mention
    fact = slot.fact
    return Claim(
        _rule(scene.index, pair), start, start + len(words), False, fact.subject, fact.predicate, (fact,), words,
        _right(scene, pair, words), mention, value.date, strong=False, value=value.ref,
        claim=scene.sentence.said if slot.side != "object" else "",
    )  # fmt: skip


def _rule(index: Index, pair: Pair) -> str:
    value, slot = pair.value, pair.slot
    if value.number and value.number.ordinal:
        return "fact.ordinal"
    if slot.side in ("from", "to") or (index.role(slot.fact.predicate) == "term" and value.kind == "person"):
        return "fact.office"
    return _RULES.get(value.kind, "fact.relation")


def _right(scene: Scene, pair: Pair, words: str) -> str:
    """What should stand there instead, in the form of what does."""
    value, slot = pair.value, pair.slot
    if value.date and slot.day:
        return like(value.date, slot.day)
    if value.number and slot.number:
        right = slot.number.value.lstrip("#")
        return ordinal_like(words, int(right)) if value.number.ordinal else said_like(words, right)
    held = scene.index.base.entities.get(slot.ref)
    return named_like(held, words, scene.sentence.language) if held else ""
