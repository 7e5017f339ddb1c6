"""The values of a sentence: its days, places, persons, things and numbers, as far as they are no part of a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tayari.rules.lint.evidence.outsiders import NAME, countries_in, names_in, paired, same_name, titled
from tayari.rules.lint.evidence.slots import Slot, kind_of
from tayari.rules.lint.evidence.strangers import strangers
from tayari.rules.lint.index import Index
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.unknown import PERSON
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

    def __hash__(self) -> int:
        return self.start

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
        if self.ref.startswith(NAME) or slot.ref.startswith(NAME):
            return self._named_as(index, slot)
        if self.ref.startswith(_STRANGER) and same_name(index, _STRANGER, self.ref, slot.ref):
            return True
        bare = self.ref.startswith(PERSON) or slot.ref.startswith(PERSON)
        if bare and self.kind == slot.kind == "person" and same_name(index, PERSON, self.ref, slot.ref):
            return True
        if self.type == index.type(slot.ref) or self.kind == slot.kind != "thing":
            return False
        return False if slot.side == "object" and self.type in index.kinds[slot.fact.predicate] else None

    def _named_as(self, index: Index, slot: Slot) -> bool | None:
        """Of a bare name, or where a fact in words is one."""
        if self.kind != "thing" or slot.kind != "thing" or slot.side not in ("object", "label"):
            return None
        return same_name(index, NAME, self.ref, slot.ref)


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


_DAY = re.compile(r"\bon\s+the\s+$", re.IGNORECASE)
_DAY_BACK = 30  # characters that “on the” may have, blanks and all


def is_day_of_month(text: str, start: int, end: int) -> bool:
    """“on the 27th”, with nothing after it that is counted."""
    ends = text[end : end + 1] in (".", ",", ";", ":", ")", "", "\n")
    return ends and bool(_DAY.search(text, max(0, start - _DAY_BACK), start))


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
    yield from _unknown(scene)
    for told in numbers(sentence.said):
        number = told.moved(sentence.start)
        if not _is_part(scene, number):
            yield Value("ordinal" if number.ordinal else "number", number.start, number.end, number=number)


def _unknown(scene: Scene) -> Iterator[Value]:
    """What the base does not have, by its noun, as everybody knows it, or by how it is written."""
    text, taken = scene.sentence.text, []
    for start, end, type_ in strangers(scene):
        taken.append((start, end))
        yield Value("thing", start, end, ref=f"{_STRANGER}{text[start:end]}", type=type_)
    for kind, found in (("country", countries_in(scene)), ("person", titled(scene)), ("person", paired(scene))):
        for start, end, ref in found:
            taken.append((start, end))
            yield Value(kind, start, end, ref=ref, type=kind)
    for start, end, ref in names_in(scene):
        if not any(start < last and first < end for first, last in taken):
            yield Value("thing", start, end, ref=ref)


def _is_part(scene: Scene, number: Number) -> bool:
    """Whether a number is part of a date, a name or a word."""
    sentence, text = scene.sentence, scene.sentence.text
    of_date = any(one.start < number.end and number.start < one.end for one in sentence.dates)
    if of_date or sentence.inside(number.end - 1):
        return True
    return text[number.end : number.end + 2] in _TH or (
        number.ordinal and is_day_of_month(text, number.start, number.end)
    )
