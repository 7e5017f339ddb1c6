"""C6: somebody took part as holder of an office that they did not hold on that day."""

from collections.abc import Iterator

from tayari.rules.contradictions.found import Contradiction, Way, counted, name, refs
from tayari.rules.contradictions.moments import covers, day_of
from tayari.rules.lint.base import Fact, FactBase


def _terms(base: FactBase) -> dict[tuple[str, str], list[Fact]]:
    """Facts of holding an office, by person and office."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in counted(base):
        if base.predicates[fact.predicate].role == "term":
            found.setdefault((fact.subject, fact.value), []).append(fact)
    return found


def _interval(fact: Fact) -> str:
    return f"{fact.valid_from or '…'} to {fact.valid_to or '…'}"


def outside_term(base: FactBase) -> Iterator[Contradiction]:
    """C6: the event's day lies in none of the participant's known terms of that office. No known term: no word."""
    terms = _terms(base)
    for fact in counted(base):
        predicate = base.predicates[fact.predicate]
        held = terms.get((fact.value, predicate.office), []) if predicate.role == "participant" else []
        when = day_of(base, fact.subject, "happened") if held else None
        if when is None or any(covers(term, when[0]) for term in held):
            continue
        day, by_day = when
        person, office = name(base, fact.value), name(base, predicate.office)
        known = ", ".join(_interval(term) for term in sorted(held, key=lambda term: term.valid_from))
        yield Contradiction(
            "C6",
            refs((fact, by_day, *held)),
            f"{person} took part in {name(base, fact.subject)} on {day} as {office}, and held it {known}.",
            "Correct the day, the participant or the term, whichever its source does not bear out.",
            ways=(Way("retire", fact.ref),),
            about=fact.ref,
        )
