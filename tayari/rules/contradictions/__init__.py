"""Facts that cannot all be so: numbered rules over the plain fact base, which read predicates as data."""

from collections.abc import Callable, Iterator, Mapping

from tayari.rules.contradictions import (
    editions,
    intervals,
    names,
    precision,
    reports,
    terms,
    values,
    wholes,
)
from tayari.rules.contradictions.found import Contradiction, Way
from tayari.rules.lint.base import FactBase

__all__ = ["RULES", "Contradiction", "Way", "find"]

RULES: Mapping[str, Callable[[FactBase], Iterator[Contradiction]]] = {
    "C1": values.two_values,
    "C2": values.denied,
    "C3": editions.order,
    "C4": editions.one_number_twice,
    "C5": editions.one_day_two_places,
    "C6": terms.outside_term,
    "C7": intervals.ends_before_it_begins,
    "C8": wholes.part_before_whole,
    "C9": reports.after_its_page,
    "C10": names.two_expansions,
    "C11": precision.same_but_for_precision,
}


def find(base: FactBase) -> tuple[Contradiction, ...]:
    """Everything that the rules find, each thing once, in the order of the rules."""
    found = {one.key: one for rule in RULES.values() for one in rule(base)}
    return tuple(found.values())
