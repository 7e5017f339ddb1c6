"""Errors made by a program, to fit on: in a true text, one value that a fact explains is changed for another."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tayari.plain.dates import PartialDate
from tayari.rules.lint.base import Entity, FactBase
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.slots import Slot
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.judging.counts import said_like
from tayari.rules.lint.reading.dates import like
from tayari.rules.lint.reading.ordinals import like as ordinal_like
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.wording import named_like

_SURE = ("here", "before", "earlier", "edition", "kin")


@dataclass(frozen=True, slots=True)
class Change:
    """`start:end` of a block's text, what to put there, and the fact that this contradicts."""

    text: str
    start: int
    end: int
    words: str
    fact: str
    was: str = ""  # what stood there, where the name of that of which facts are told is changed
    now: str = ""  # and what stands there then

    @property
    def changed(self) -> str:
        return self.text[: self.start] + self.words + self.text[self.end :]


class Mutator:
    """Makes changes in the scenes of true texts, always the same for the same texts."""

    def __init__(self, base: FactBase) -> None:
        self._base, self._chance = base, random.Random()  # noqa: S311 (no secret)
        self._of_type: dict[str, list[Entity]] = defaultdict(list)
        for entity in base.entities.values():
            self._of_type[entity.type].append(entity)

    def changes(self, scenes: list[Scene], most: int) -> list[list[Change]]:
        """At most so many places to change, each with the changes that there may be."""
        self._chance.seed("".join(scene.sentence.said for scene in scenes))  # so that no text changes another's
        found: dict[tuple[str, int], list[Change]] = defaultdict(list)
        for scene in scenes:
            if not scene.sentence.disowned:
                for one in self._of(scene):
                    found[one.text, one.start].append(one)
        places = list(found.values())
        self._chance.shuffle(places)
        return [[one for one in place if one.words == place[0].words] for place in places[:most]]

    def _of(self, scene: Scene) -> Iterator[Change]:
        focus = Focus(scene)
        for value in focus.values:
            if not scene.is_free(value.start):
                continue
            for anchor in focus.anchors.values():
                if anchor.near not in _SURE or anchor.ref not in focus.explained[value]:
                    continue
                for slot in focus.slots.of(anchor.ref):
                    if slot.side in ("object", "from", "to") and focus.agrees(value, slot):
                        words = self._other(scene, value, slot)
                        here = scene.sentence.text[value.start : value.end]
                        if words and words.strip() != here.strip():
                            yield Change(scene.sentence.text, value.start, value.end, words, slot.fact.ref)

        yield from self._names(scene, focus)

    def _names(self, scene: Scene, focus: Focus) -> Iterator[Change]:
        """Names of what the sentence tells several facts of, changed for others of their type."""
        for value in focus.values:
            anchor = focus.anchors.get(value.ref)
            here = scene.sentence.text[value.start : value.end]
            if value.kind not in ("thing", "person") or not anchor or not anchor.told or not scene.is_free(value.start):
                continue
            rivals = sorted(one.ref for one in self._of_type[value.type] if one.ref != value.ref)
            other = self._base.entities[self._chance.choice(rivals)] if rivals else None
            words = named_like(other, here, scene.sentence.language) if other else ""
            if other and words:
                fact = min(anchor.told)
                yield Change(scene.sentence.text, value.start, value.end, words, fact, value.ref, other.ref)

    def _other(self, scene: Scene, value: Value, slot: Slot) -> str:
        """Another value of the same sort, as the text writes it; empty where it is not sure that the fact is meant."""
        words = scene.sentence.text[value.start : value.end]
        said = scene.says(slot.fact.predicate)
        if value.date and slot.day:
            exact = 1 + (slot.day.month is not None) + (slot.day.day is not None)
            sure = value.date.exactness <= exact and (value.date.exactness > 1 or said)
            return like(value.date, self._other_day(value, slot.day)) if sure else ""
        if value.number and slot.number:
            same = slot.number.after[:1] and slot.number.after[0] in value.number.after
            return self._other_number(words, value, slot.number.value.lstrip("#")) if same or said else ""
        if value.type and (value.kind in ("place", "person") or said):
            return self._other_name(scene, value, slot, words)
        return ""

    def _other_day(self, value: Value, held: PartialDate) -> PartialDate:
        assert value.date
        parts = [value.date.year or held.year, value.date.month, value.date.day]
        at = self._chance.choice([at for at, part in enumerate(parts) if part])
        span = ((parts[0] - 2, parts[0] + 2), (1, 12), (1, 28))[at]
        parts[at] = self._chance.choice([one for one in range(span[0], span[1] + 1) if one != parts[at]])
        return PartialDate(parts[0], parts[1] or None, min(parts[2], 28) or None)

    def _other_number(self, words: str, value: Value, held: str) -> str:
        try:
            number = Decimal(held) + self._chance.choice((-10, -2, -1, 1, 2, 3, 10))
        except InvalidOperation:
            return ""
        if number <= 0:
            return ""
        return ordinal_like(words, int(number)) if value.kind == "ordinal" else said_like(words, f"{number:f}")

    def _other_name(self, scene: Scene, value: Value, slot: Slot, words: str) -> str:
        siblings = {one.value for one in self._base.facts if one.predicate == slot.fact.predicate}
        others = [self._base.entities[ref] for ref in sorted(siblings - {slot.ref}) if ref in self._base.entities]
        other = self._chance.choice([*others, self._chance.choice(self._of_type[value.type] or others)])
        return named_like(other, words, scene.sentence.language) if other.ref != value.ref else ""
