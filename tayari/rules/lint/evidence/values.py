"""The values of a sentence: its days, places, persons, things and numbers, as far as they are no part of a name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tayari.rules.lint.evidence.slots import Slot, kind_of
from tayari.rules.lint.evidence.strangers import strangers
from tayari.rules.lint.index import Index
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.weighing.texts import Number, numbers

_STRANGER = "thing:"
_TH = ("वा", "वी", "वे", "th", "st", "nd", "rd")
_CURRENCIES = ("$", "₹", "€")


@dataclass(frozen=True, slots=True)
class Value:
    """A value at `start:end`: a date, a number, or an entity (`ref`), which need not be one of the base."""

    kind: str
    start: int
    end: int
    ref: str = ""
    date: DateFound | None = None
    number: Number | None = None
    edition: str = ""  # that which bears the number
    type: str = ""  # of the entity

    def judged(self, index: Index, slot: Slot) -> bool | None:
        """True when a slot holds this value, False when another of its sort, None when they cannot be compared."""
        if self.date and slot.day:
            return self.date.judged(slot.day)
        if self.number and slot.number:
            return _alike(self.number, slot.number, slot)
        if not self.ref or not slot.ref:
            return None
        if self.ref == slot.ref:
            return True
        if self.type == index.type(slot.ref) or self.kind == slot.kind != "thing":
            return False
        return False if slot.side == "object" and self.type in index.kinds[slot.fact.predicate] else None


def _alike(one: Number, other: Number, slot: Slot) -> bool | None:
    if one.ordinal != other.ordinal:
        if not (one.ordinal and slot.fact.value.isdecimal()):
            return None
        return one.value.lstrip("#") == other.value
    return one.value == other.value or (False if _of_one_size(one, other) else None)


def _of_one_size(one: Number, other: Number) -> bool:
    """Whether two numbers count in the same multiples and, where both tell it, the same currency."""
    if one.sign.lstrip("$₹€") != other.sign.lstrip("$₹€"):
        return False
    return one.sign[:1] not in _CURRENCIES or other.sign[:1] not in _CURRENCIES or one.sign[0] == other.sign[0]


def values(scene: Scene) -> Iterator[Value]:
    """All values of a sentence, in no order."""
    sentence = scene.sentence
    for found in scene.judge.dates:
        yield Value("date", found.start, found.end, date=found)
        if found.last_day:
            yield Value("date", found.start, found.end, date=replace(found, day=found.last_day, last_day=0))
    for one in scene.mentions:
        if len(one.refs) == 1 and one.kind in ("name", "person", "unknown"):
            ref = one.refs[0]
            yield Value(kind_of(scene.index, ref), one.start, one.end, ref=ref, type=scene.index.type(ref))
        if one.kind == "edition" and one.number and one.refs and one.number_at[1]:
            start, end = one.number_at
            number = Number(start, end, f"#{one.number}", True, ())
            yield Value("ordinal", start, end, number=number, edition=one.refs[0])
    for start, end, type_ in strangers(scene):
        yield Value("thing", start, end, ref=f"{_STRANGER}{sentence.text[start:end]}", type=type_)
    for told in numbers(sentence.said):
        number = told.moved(sentence.start)
        dated = any(one.start <= number.start < one.end for one in sentence.dates)
        part = sentence.text[number.end : number.end + 2] in _TH
        if not dated and not part and not sentence.inside(number.end - 1):
            yield Value("ordinal" if number.ordinal else "number", number.start, number.end, number=number)
