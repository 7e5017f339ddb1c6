"""The claims that the evidence makes: of each value the slot for which most speaks, where that is enough."""

from math import exp
from typing import Protocol

from tayari.rules.lint.evidence import weights
from tayari.rules.lint.evidence.attending import attending
from tayari.rules.lint.evidence.begun import begun
from tayari.rules.lint.evidence.denials import denials
from tayari.rules.lint.evidence.expansions import expansions
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.fullforms import full_forms
from tayari.rules.lint.evidence.occasions import occasions
from tayari.rules.lint.evidence.pairs import Pair, pairs
from tayari.rules.lint.evidence.rows import dated_rows
from tayari.rules.lint.evidence.signing import signing
from tayari.rules.lint.evidence.slots import Slot
from tayari.rules.lint.evidence.tenses import to_come
from tayari.rules.lint.evidence.values import Value, is_day_of_month
from tayari.rules.lint.evidence.words import speaking
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.counts import said_like
from tayari.rules.lint.lexicon import PLACED, words_of
from tayari.rules.lint.reading.dates import exactness_of, like
from tayari.rules.lint.reading.ordinals import like as ordinal_like
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.wording import named_like

_WEIGHED = frozenset({"fact.date", "fact.place", "fact.person", "fact.count"})
_RULES = {"date": "fact.date", "place": "fact.place", "person": "fact.person", "number": "fact.count"}


_SUCH = words_of("ऐसा ऐसे ऐसी कोई अन्य किसी")


class _Span(Protocol):
    """Something that stands at a place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def _overlap(one: _Span, other: _Span) -> bool:
    return one.start < other.end and other.start < one.end


def probability(pair: Pair) -> float:
    """How likely it is that a value with these signs is wrong, by what was seen on the corpus."""
    told = weights.WEIGHTS[pair.value.kind]
    return 1 / (1 + exp(-told["basis"] - sum([told[sign] for sign in pair.signs if sign in told])))


def enough(pair: Pair) -> float:
    """How likely a pair must be for its value to be called wrong."""
    return weights.ENOUGH["bearer" if pair.slot.side == "bearer" else pair.value.kind]


def evidenced(scene: Scene) -> list[Claim]:
    """The claims of one sentence: those that stand in the light of the evidence, and those that it makes itself.

    What an author does not say himself makes none.
    """
    if scene.sentence.disowned:
        return scene.claims
    focus = Focus(scene)
    weighed = sorted(((probability(pair), pair) for pair in pairs(focus)), key=lambda one: -one[0])
    found = [one for one in scene.claims if _stands(focus, one, weighed)]
    misnamed: set[str] = set()  # of which nothing more is said, since another is meant
    for likely, pair in weighed:
        if (
            likely < enough(pair)
            or _is_idle(pair)
            or pair.anchor.ref in misnamed
            or any(_is_turned(one, pair) or _is_named_so(one, pair) for one in found)
            or any(one.truth is False and _overlap(one, pair.value) for one in found)
        ):
            continue
        if pair.slot.side == "bearer":
            misnamed.add(pair.value.ref)
            found = [one for one in found if one.truth is not False or one.subject != pair.value.ref]
        found.append(_claim(scene, pair))
    for one in (
        *expansions(focus),
        *full_forms(focus),
        *denials(focus),
        *attending(focus),
        *dated_rows(focus),
        *occasions(focus),
        *signing(focus),
        *begun(focus),
    ):
        if not any(other.truth is False and _overlap(other, one) for other in found):
            found.append(one)
    return found if any(one.truth is False for one in found) else [*found, *to_come(focus)]


def _is_turned(claim: Claim, pair: Pair) -> bool:
    """Whether a claim says the same from the other side: of two things that do not go together one is wrong."""
    beside = pair.anchor.mention
    return claim.truth is False and claim.subject == pair.value.ref and beside is not None and _overlap(claim, beside)


def _is_named_so(claim: Claim, pair: Pair) -> bool:
    """Whether the name that a pair calls wrong is called so already, where it stands another time."""
    return claim.truth is False and claim.rule == "fact.relation" and claim.subject == pair.value.ref


def _is_idle(pair: Pair) -> bool:
    """Whether nothing speaks of the pair: the value is “such an Act”, what the fact has stands beside it, of two lists
    none tells which goes with which, or all words that speak there speak of something else."""
    if "list beside list" in pair.signs or pair.value.ref.partition(":")[2].split(" ")[0] in _SUCH:
        return True
    if pair.value.kind != "date" and "held told" in pair.signs:
        return True
    loose = pair.value.kind == "date" or pair.anchor.near in ("text", "name", "kin") or "anchor after" in pair.signs
    return loose and {"words none", "other cue in piece"} <= set(pair.signs)


def _stands(focus: Focus, claim: Claim, weighed: list[tuple[float, Pair]]) -> bool:
    """Whether the evidence leaves a claim standing: what the order of words calls wrong must be likely enough to be so,
    and right for nothing else.
    A number that is part of a date counts nothing, and numbers no edition; a person's own first is none of a row."""
    scene = focus.scene
    if claim.truth is not False or claim.level:
        return True
    if claim.rule == "fact.ordinal":
        return not (is_day_of_month(scene.sentence.text, claim.start, claim.end) or _is_own(scene, claim))
    if claim.rule not in _WEIGHED:
        return True
    if claim.rule == "fact.count" and _counts_nothing(scene, claim):
        return False
    likely = [one for one, pair in weighed if _overlap(claim, pair.value) and _is_of(claim, pair)]
    if not likely:
        return not any(_fits(focus, claim, one) for one in focus.values if _overlap(claim, one))
    return likely[0] >= weights.STANDS


def _counts_nothing(scene: Scene, claim: Claim) -> bool:
    """Whether a number is part of a date, or stands beside the right one of the same facts."""
    told = {fact.ref for one in scene.claims if one.truth for fact in one.facts}
    of_date = any(one.start <= claim.start < one.end for one in scene.sentence.dates)
    return of_date or any(fact.ref in told for fact in claim.facts)


def _fits(focus: Focus, claim: Claim, value: Value) -> bool:
    """Whether a value is right for something of which the sentence may be speaking. Where that is a place, of which
    much is said, or what the claim is about has a more or a less exact day, the words must speak of that too."""
    slots = [slot for slot in focus.slots.of(claim.subject) if focus.agrees(value, slot)]
    said = any(focus.scene.says(one.fact.predicate) for one in slots)
    if value.kind in PLACED or said:
        return said
    others = focus.explained[value] - {claim.subject}
    return bool(others) or any(_is_as_exact(value, one) or _speaks(focus, one) for one in slots)


def _is_as_exact(value: Value, slot: Slot) -> bool:
    return not (value.date and slot.day) or value.date.exactness == exactness_of(slot.day)


def _speaks(focus: Focus, slot: Slot) -> bool:
    return speaking(focus.index).strength(slot.fact.predicate, focus.said) > 0


def _is_of(claim: Claim, pair: Pair) -> bool:
    """Whether a pair is that of a claim's own facts, or of others that have the same."""
    return any(pair.slot.fact.ref == fact.ref or pair.slot.fact.value == fact.value for fact in claim.facts)


def _is_own(scene: Scene, claim: Claim) -> bool:
    """“Austin's first dialogue”."""
    before = [one for one in scene.judge.persons if one.end <= claim.start]
    return bool(before) and scene.sentence.text[before[-1].end : claim.start] in ("'s ", "’s ")


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
    if slot.side == "label":
        return slot.ref.partition(":")[2]
    held = scene.index.base.entities.get(slot.ref)
    return named_like(held, words, scene.sentence.language) if held else ""
