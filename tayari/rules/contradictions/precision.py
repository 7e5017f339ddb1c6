"""C11: facts that say the same, one only less exactly: a merger, not an alarm."""

from collections.abc import Iterator
from itertools import combinations

from tayari.plain.dates import PRECISIONS, PartialDate
from tayari.plain.folding import words
from tayari.rules.contradictions.found import Contradiction, Way, label, name, refs
from tayari.rules.contradictions.moments import read
from tayari.rules.lint.base import Fact, FactBase


def _within(one: str, other: str) -> bool:
    """Whether two dates are the same, or one lies inside the other; both may be missing, not one of them."""
    first, second = read(one), read(other)
    if first is None or second is None:
        return first is second
    return first.agrees_with(second)


def _same_value(base: FactBase, one: Fact, other: Fact) -> bool:
    kind = base.predicates[one.predicate].object_kind
    if kind == "date":
        return _within(one.value, other.value)
    return one.value == other.value if kind == "entity" else words(one.value) == words(other.value)


def _exactness(fact: Fact) -> tuple[int, int, int, str]:
    """The more exact first; then what is verified, then what has more sources."""
    dates: list[PartialDate] = [date for date in map(read, (fact.value, fact.valid_from, fact.valid_to)) if date]
    vague = sum(PRECISIONS.index(date.precision) for date in dates)
    return vague, fact.status != "verified", -len(fact.sources), fact.ref


def _keeps(one: Fact, other: Fact) -> tuple[Fact, Fact]:
    kept, given = sorted((one, other), key=_exactness)
    return kept, given


def same_but_for_precision(base: FactBase) -> Iterator[Contradiction]:
    """C11: of one subject and predicate, with one value and one interval as far as both are exact."""
    for (subject, ref), facts in base.about.items():
        if ref not in base.predicates:
            continue
        for one, other in combinations([fact for fact in facts if fact.status != "retired"], 2):
            same = _within(one.valid_from, other.valid_from) and _within(one.valid_to, other.valid_to)
            if not same or not _same_value(base, one, other):
                continue
            kept, given = _keeps(one, other)
            yield Contradiction(
                "C11",
                refs((one, other)),
                f"{name(base, subject)}, {label(base, one)}: {given.ref} is said at least as exactly by {kept.ref}.",
                f"Merge {given.ref} into {kept.ref}, which keeps the sources of both.",
                level="advice",
                ways=(Way("merge", given.ref, kept.ref),),
            )
