"""C8: a member, a part or an annex that is there before its whole."""

from collections.abc import Iterator

from tayari.plain.dates import PartialDate
from tayari.rules.contradictions.found import Contradiction, Way, counted, label, name, refs, retirements
from tayari.rules.contradictions.moments import day_of, read, surely_before
from tayari.rules.lint.base import Fact, FactBase


def _joined(base: FactBase, fact: Fact) -> tuple[PartialDate, Fact] | None:
    """When the part became one: the day the fact gives, and for what belongs to one whole only (an annex) also its own
    beginning. A country is older than what it joins."""
    begun = read(fact.valid_from)
    if begun:
        return begun, fact
    return day_of(base, fact.subject, "begun") if base.predicates[fact.predicate].functional else None


def part_before_whole(base: FactBase) -> Iterator[Contradiction]:
    """C8: it is a part from a day on which the whole had not yet come to be."""
    for fact in counted(base):
        if base.predicates[fact.predicate].role != "part-of":
            continue
        whole, joined = day_of(base, fact.value, "begun"), _joined(base, fact)
        if whole is None or joined is None or not surely_before(joined[0], whole[0]):
            continue
        facts = (fact, joined[1], whole[1])
        yield Contradiction(
            "C8",
            refs(facts),
            f"{name(base, fact.subject)}, {label(base, fact)} {name(base, fact.value)} from {joined[0]}: "
            f"{name(base, fact.value)} came to be only on {whole[0]}.",
            "Correct the day of the part or that of the whole.",
            ways=(Way("retire", fact.ref), *retirements(whole[1])),
        )
