"""What a sentence may be speaking of, and how near each of that stands: named here, named before, or meant by a day."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tayari.rules.lint.base import Fact
from tayari.rules.lint.evidence.echoes import memory
from tayari.rules.lint.evidence.slots import Slot, slots_of
from tayari.rules.lint.evidence.values import Value, values
from tayari.rules.lint.lexicon import PLACED
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.weighing.texts import root

_BACK = 4  # sentences whose names add to what the words of one call to mind
_AROUND = 6  # things whose names add to what the words of a sentence call to mind
_KIN = 0.6
_MANY = 40  # editions of a row at most


@dataclass
class Anchor:
    """Something that the sentence may be speaking of: `near` says how it is there, `told` which of its facts are."""

    ref: str
    near: str
    mention: Mention | None = None
    told: set[str] = field(default_factory=set)
    share: float = 0.0  # of the words of a name or a fact that call it to mind


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of something: its values that facts of that have, with those facts, and the slots that hold
    one of them; and the slots that hold another value than one of its sort."""

    facts: dict[Value, set[str]]
    slots: set[Slot]
    others: dict[Value, list[Slot]]

    def refs(self) -> set[str]:
        """All those facts."""
        return {ref for found in self.facts.values() for ref in found}


class Focus:
    """The anchors of a sentence with the values that they explain."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.index = scene, scene.index
        self.slots = slots_of(scene.index)
        self.values = list(values(scene))
        self.said = frozenset(root(word.key) for word in scene.sentence.words)
        self.recalled: list[tuple[float, Fact]] = memory(scene.index).facts.of(self.said)
        once = dict.fromkeys(self.values)  # a value may be read twice
        self._dated = [one for one in once if one.date]
        self._numbered = [one for one in once if one.number]
        self._named = [one for one in once if one.ref]
        self._told: dict[str, Told] = {}
        self._untold: dict[tuple[str, str], frozenset[str]] = {}
        self.anchors: dict[str, Anchor] = {}
        for anchor in self._found():
            self.anchors.setdefault(anchor.ref, anchor)
        self.explained: dict[Value, set[str]] = {value: set() for value in self.values}
        for anchor in self.anchors.values():
            told = self.told(anchor.ref)
            anchor.told |= told.refs()
            for value in told.facts:
                self.explained[value].add(anchor.ref)
        for value in self.values:
            if value.edition:
                own = self.anchors.get(value.edition)
                self.explained[value] = {value.edition} if own and len(own.told) > 1 else set()
        for ref in [one.ref for one in self.anchors.values() if not one.told and self._is_idle(one)]:
            del self.anchors[ref]
        self.explaining: dict[str, tuple[Value, ...]] = {}  # the other way round: by what explains values
        for value, refs in self.explained.items():
            for ref in refs:
                self.explaining[ref] = (*self.explaining.get(ref, ()), value)

    def _found(self) -> Iterator[Anchor]:
        """What the sentence may be speaking of, the surest first."""
        named = [one for one in self.scene.mentions if one.refs and self.index.type(one.refs[0]) != "place"]
        yield from (Anchor(one.refs[0], "here", one) for one in named)
        yield from (Anchor(ref, "day") for ref in self._of_days())
        before = [
            (back, ref)
            for back, refs in enumerate(self.scene.around.trail)
            for ref in refs
            if self.index.type(ref) not in PLACED
        ]
        yield from (Anchor(ref, "earlier" if back else "before") for back, ref in before)
        yield from self._called_to_mind()
        rows = dict.fromkeys([*(one.row or one.refs[0] for one in named), *(ref for _, ref in before)])
        for row in (ref for ref in rows if ref in self.index.rows):
            yield from (Anchor(edition.ref, "edition") for edition in self.index.rows[row].editions[:_MANY])

    def _called_to_mind(self) -> Iterator[Anchor]:
        """What the words tell a fact of, or part of the name of, by themselves or with the names around them."""
        memory_, free = memory(self.index), self._unnamed()
        yield from (Anchor(fact.subject, "text", share=share) for share, fact in self.recalled)
        yield from (Anchor(ref, "name", share=share) for share, ref in memory_.names.of(free))
        trail = [ref for refs in self.scene.around.trail[:_BACK] for ref in refs]
        around = [one.refs[0] for one in self.scene.things] or trail
        known = frozenset(word for ref in around[:_AROUND] for word in memory_.of(ref))
        yield from (Anchor(ref, "kin", share=share) for share, ref in memory_.names.of(free | known) if share > _KIN)

    def _is_idle(self, anchor: Anchor) -> bool:
        """Whether an anchor of which nothing is told is there by mere resemblance, or too far back to be meant."""
        return anchor.near in ("edition", "day", "kin") or (anchor.near == "earlier" and bool(self.scene.things))

    def _unnamed(self) -> frozenset[str]:
        """The words of the sentence that are no part of a name."""
        sentence = self.scene.sentence
        return frozenset(root(word.key) for word in sentence.words if not sentence.inside(word.start))

    def _of_days(self) -> Iterator[str]:
        """What one fact alone has the very day of."""
        for one in self.scene.sentence.dates:
            if one.exactness == 3 and one.year:
                refs = {fact.subject for fact in self.index.by_day.get(one.first, ())}
                if len(refs) == 1:
                    yield from refs

    def comparable(self, slot: Slot) -> list[Value]:
        """The values that are of the sort that a slot holds: days, numbers, or somebody and something."""
        return self._dated if slot.day else self._numbered if slot.number else self._named

    def told(self, ref: str) -> Told:
        """What the sentence tells of something."""
        if ref not in self._told:
            self._told[ref] = told = Told({}, set(), {})
            for slot in self.slots.of(ref):
                for value in self.comparable(slot):
                    judged = value.judged(self.index, slot)
                    if _agrees(value, judged):
                        told.facts.setdefault(value, set()).add(slot.fact.ref)
                        told.slots.add(slot)
                    elif judged is False:
                        told.others.setdefault(value, []).append(slot)
        return self._told[ref]

    def agrees(self, value: Value, slot: Slot) -> bool:
        """Whether a value may be what a slot holds, if more exactly so."""
        return value in self.comparable(slot) and _agrees(value, value.judged(self.index, slot))

    def untold(self, ref: str, kind: str) -> frozenset[str]:
        """The predicates of the facts of something that hold a value of a kind which the sentence does not have."""
        key = ref, kind
        if key not in self._untold:
            told = self.told(ref).slots
            slots = (one for one in self.slots.of(ref) if one.kind == kind and one not in told)
            self._untold[key] = frozenset(one.fact.predicate for one in slots)
        return self._untold[key]

    def is_told(self, slot: Slot) -> bool:
        """Whether a value of the sentence is what a slot holds."""
        if slot.side == "bearer":
            return any(self.agrees(one, slot) for one in self._named)
        return slot in self.told(slot.anchor).slots


def _agrees(value: Value, judged: bool | None) -> bool:
    """A day is right for a fact that has but its month, a name or a number only for what is the same."""
    return judged is not False if value.date else judged is True
