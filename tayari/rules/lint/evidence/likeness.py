"""How like two values of one sort are: a day that differs in its year alone, a number with the same unit."""

from collections.abc import Iterable, Iterator

from tayari.rules.lint.evidence.echoes import memory
from tayari.rules.lint.evidence.slots import Slot
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.index import Index
from tayari.rules.lint.weighing.texts import Number

_NEAR = 0.75  # of the greater of two numbers


def signs(index: Index, said: frozenset[str], value: Value, slot: Slot) -> Iterable[str]:
    """What can be seen of a value beside what a slot holds, where a sentence says so many words."""
    if value.date and slot.day:
        return _of_dates(value, slot)
    if value.number and slot.number:
        edition = ("edition number",) if value.edition else ()
        return (*_of_numbers(value.number, slot.number), *_of_fact(index, said, slot), *edition)
    return _of_names(index, value, slot) if value.ref and slot.ref else ()


def _of_dates(value: Value, slot: Slot) -> Iterator[str]:
    found, day = value.date, slot.day
    if not found or not day:
        return
    parts = (("day", found.day, day.day), ("month", found.month, day.month), ("year", found.year, day.year))
    other = [name for name, said, held in parts if said and held and said != held]
    yield f"other {' '.join(other) or 'exactness'}"
    yield f"held {day.precision}"


def _of_numbers(one: Number, other: Number) -> Iterator[str]:
    if not one.after or not other.after:
        yield "unit none"
    elif set(one.after[:1]) & set(other.after):
        yield "unit same"
    else:
        yield "unit later" if set(one.after) & set(other.after) else "unit other"
    if one.sign:
        yield "sign"
    if one.sign != other.sign:
        yield "sign of one"
    if len(one.value) != len(other.value):
        yield "other length"
    elif sum(a != b for a, b in zip(one.value, other.value, strict=True)) == 1:
        yield "one digit"
    low, high = sorted((float(one.value.lstrip("#")), float(other.value.lstrip("#"))))
    if high and low / high > _NEAR:
        yield "near number"


def _of_fact(index: Index, said: frozenset[str], slot: Slot) -> Iterator[str]:
    """How much of a fact in words the sentence says, and whether it is an amount alone."""
    shares = [len(words & said) / len(words) for words in memory(index).besides(slot.fact)]
    yield f"fact words {int(4 * max(shares)) if shares else 'none'}"
    first = slot.fact.value.split()[0].replace(",", "").replace(".", "").strip("₹$")
    yield "amount" if first.isdigit() else "in prose"


def _of_names(index: Index, value: Value, slot: Slot) -> Iterator[str]:
    if slot.side == "object" and index.as_value.get((slot.fact.predicate, value.ref)):
        yield "sibling"
    if value.type != index.type(slot.ref):
        yield "other type"
    if value.kind == "place" and index.is_city(slot.ref):
        yield "held a city"
    if value.kind == "person":
        own = {fact.value for fact in index.terms.get(value.ref, ())}
        other = {fact.value for fact in index.terms.get(slot.ref, ())}
        office = index.predicate(slot.fact.predicate).office
        if own & other or (office and office in own):
            yield "same office"
        elif own and (office or other):
            yield "other office"
