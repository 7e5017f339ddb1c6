"""C1 and C2: two values where there can be one, and a fact beside its denial."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from tayari.plain.dates import NotADate, PartialDate
from tayari.plain.folding import words
from tayari.rules import quantities
from tayari.rules.contradictions.found import (
    Contradiction,
    Way,
    counted,
    label,
    name,
    refs,
    retirements,
    value_words,
)
from tayari.rules.contradictions.moments import overlap, read, surely_before
from tayari.rules.lint.base import Fact, FactBase


def agree(base: FactBase, one: Fact, other: Fact) -> bool:
    """Whether the two values can both be so: equal, or dates of which one is only less exact, or unlike units."""
    kind = base.predicates[one.predicate].object_kind
    if kind == "entity":
        return one.value == other.value
    try:
        if kind == "date":
            return PartialDate.parse(one.value).agrees_with(PartialDate.parse(other.value))
        if kind == "quantity":
            first, second = quantities.read(one.value), quantities.read(other.value)
            return not first.has_unit(second.unit) or first.amount == second.amount
    except (NotADate, quantities.NotAQuantity):
        return True
    return words(one.value) == words(other.value)


def _at_one_moment(base: FactBase, one: Fact, other: Fact) -> bool:
    """What happened once has one value for ever; what holds for a time has one at a time."""
    return not base.predicates[one.predicate].interval or overlap(one, other)


def _closings(one: Fact, other: Fact) -> tuple[Way, ...]:
    """Close the open fact that began first, where the other began surely later: on the day before, if that is known."""
    for earlier, later in ((one, other), (other, one)):
        begun = read(later.valid_from)
        starts_first = not earlier.valid_from or surely_before(read(earlier.valid_from), begun)
        if begun and not earlier.valid_to and starts_first:
            last = PartialDate.of(begun.first_day - timedelta(days=1)) if begun.precision == "day" else begun
            return (Way("close", earlier.ref, later.ref, str(last)),)
    return ()


def two_values(base: FactBase) -> Iterator[Contradiction]:
    """C1: a predicate that takes one value at a time has two at one moment."""
    for (subject, ref), facts in base.about.items():
        predicate = base.predicates.get(ref)
        # Two expansions of one name are C9's.
        if predicate is None or not predicate.functional or predicate.role == "expansion":
            continue
        for one, other in combinations([fact for fact in facts if fact.status != "retired"], 2):
            if agree(base, one, other) or not _at_one_moment(base, one, other):
                continue
            closings = _closings(one, other) if predicate.interval else ()
            said = f"“{value_words(base, one)}” and “{value_words(base, other)}”"
            yield Contradiction(
                "C1",
                refs((one, other)),
                f"{name(base, subject)}, {label(base, one)}: {said} cannot both be so at one moment.",
                f"Close {closings[0].fact} when the other begins, or retire the wrong one."
                if closings
                else "Compare the two sources and retire the wrong one.",
                ways=(*closings, *retirements(one, other)),
            )


def denied(base: FactBase) -> Iterator[Contradiction]:
    """C2: a fact and another that denies it, of one subject and object at one moment."""
    for fact in counted(base):
        contrary = base.predicates[fact.predicate].denies
        for other in base.about.get((fact.subject, contrary), ()) if contrary else ():
            if other.status == "retired" or other.predicate not in base.predicates or not agree(base, fact, other):
                continue
            if overlap(fact, other):
                closings = _closings(fact, other)
                yield Contradiction(
                    "C2",
                    refs((fact, other)),
                    f"{name(base, fact.subject)}: “{label(base, other)} {value_words(base, other)}” and "
                    f"“{label(base, fact)} {value_words(base, fact)}” deny each other.",
                    "Close the one that stopped being so, or retire the wrong one.",
                    ways=(*closings, *retirements(fact, other)),
                )
