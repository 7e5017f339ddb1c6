"""C10: one short form that stands for two different full names of one entity."""

from collections.abc import Iterator
from itertools import combinations

from tayari.plain.folding import words
from tayari.rules.contradictions.found import Contradiction, name, refs, retirements
from tayari.rules.contradictions.moments import overlap
from tayari.rules.lint.base import FactBase


def two_expansions(base: FactBase) -> Iterator[Contradiction]:
    """C10: two full names of one entity at one moment. Capitals, hyphens and spaces make no other name."""
    for (subject, ref), facts in base.about.items():
        predicate = base.predicates.get(ref)
        if predicate is None or predicate.role != "expansion":
            continue
        for one, other in combinations([fact for fact in facts if fact.status != "retired"], 2):
            if words(one.value) == words(other.value) or not overlap(one, other):
                continue
            yield Contradiction(
                "C10",
                refs((one, other)),
                f"{name(base, subject)} is expanded in two ways: “{one.value}” and “{other.value}”.",
                "Keep the wording of the body itself; retire the other, or give each the days of its use.",
                ways=retirements(one, other),
            )
