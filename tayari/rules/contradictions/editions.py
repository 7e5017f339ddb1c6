"""C3 to C5: the numbers, days and places of an ordered row of meetings."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from tayari.plain.dates import PartialDate
from tayari.rules import quantities
from tayari.rules.contradictions.found import Contradiction, counted, name, refs, retirements, value_words
from tayari.rules.contradictions.moments import day_of, surely_before
from tayari.rules.lint.base import Fact, FactBase


@dataclass(frozen=True, slots=True)
class Edition:
    """One of a row, with its number, its day and its place, and the facts that give them."""

    ref: str
    number: Decimal | None
    by_number: Fact | None
    day: PartialDate | None
    by_day: Fact | None
    place: Fact | None


def _first(base: FactBase, subject: str, role: str) -> Fact | None:
    told = (fact for fact in base.of_subject.get(subject, ()) if fact.status != "retired")
    found = (
        fact for fact in told if fact.predicate in base.predicates and base.predicates[fact.predicate].role == role
    )
    return min(found, key=lambda fact: fact.ref, default=None)


def _number(fact: Fact | None) -> Decimal | None:
    try:
        return quantities.read(fact.value).amount if fact else None
    except quantities.NotAQuantity:
        return None


def rows(base: FactBase) -> dict[str, list[Edition]]:
    """The editions of each row, as far as they are known."""
    found: dict[str, dict[str, Edition]] = {}
    for fact in counted(base):
        if base.predicates[fact.predicate].role != "edition-of":
            continue
        ordinal = _first(base, fact.subject, "ordinal")
        day = day_of(base, fact.subject, "happened") or (None, None)
        place = _first(base, fact.subject, "place")
        edition = Edition(fact.subject, _number(ordinal), ordinal, day[0], day[1], place)
        found.setdefault(fact.value, {})[fact.subject] = edition
    return {row: list(editions.values()) for row, editions in found.items()}


def _told(*facts: Fact | None) -> list[Fact]:
    return [fact for fact in facts if fact]


def order(base: FactBase) -> Iterator[Contradiction]:
    """C3: a later number met on an earlier day. Neighbours in number are compared: one wrong day is told once or
    twice, not with every edition there is."""
    for row, editions in rows(base).items():
        known = sorted((one for one in editions if one.number is not None and one.day), key=lambda one: one.number or 0)
        for earlier, later in pairwise(known):
            if earlier.number == later.number or not surely_before(later.day, earlier.day):
                continue
            facts = _told(earlier.by_number, earlier.by_day, later.by_number, later.by_day)
            yield Contradiction(
                "C3",
                refs(facts),
                f"{name(base, row)}: number {later.number} met on {later.day}, before number {earlier.number} "
                f"on {earlier.day}.",
                "One of the numbers or one of the days is wrong: compare the sources and correct that fact.",
                ways=retirements(*facts),
            )


def one_number_twice(base: FactBase) -> Iterator[Contradiction]:
    """C4: two editions of one row have the same number."""
    for row, editions in rows(base).items():
        known = sorted((one for one in editions if one.number is not None), key=lambda one: one.ref)
        for one, other in combinations(known, 2):
            if one.number == other.number:
                facts = _told(one.by_number, other.by_number)
                yield Contradiction(
                    "C4",
                    refs(facts),
                    f"{name(base, row)}: {name(base, one.ref)} and {name(base, other.ref)} both have number "
                    f"{one.number}.",
                    "Correct the number of one; if both are the same meeting, keep one entity.",
                    ways=retirements(*facts),
                )


def one_day_two_places(base: FactBase) -> Iterator[Contradiction]:
    """C5: two editions of one row met on the same day in different places."""
    for row, editions in rows(base).items():
        known = [one for one in editions if one.day and one.day.precision == "day" and one.place]
        for one, other in combinations(sorted(known, key=lambda edition: edition.ref), 2):
            if one.day != other.day or not one.place or not other.place or one.place.value == other.place.value:
                continue
            facts = _told(one.by_day, one.place, other.by_day, other.place)
            yield Contradiction(
                "C5",
                refs(facts),
                f"{name(base, row)}: {name(base, one.ref)} met in {value_words(base, one.place)} and "
                f"{name(base, other.ref)} in {value_words(base, other.place)} on the same day, {one.day}.",
                "One of the days or one of the places is wrong: compare the sources and correct that fact.",
                ways=retirements(*facts),
            )
