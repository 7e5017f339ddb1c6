"""C7: what ends before it begins, in one fact or between two of one subject."""

from collections.abc import Iterator

from tayari.rules.contradictions.found import Contradiction, Way, counted, label, name, refs, retirements
from tayari.rules.contradictions.moments import day_of, read, surely_before
from tayari.rules.lint.base import FactBase

# A scheme may take effect from a day before its launch, so these two are not weighed against each other.
_BEGINNINGS = ("begun", "operational")


def ends_before_it_begins(base: FactBase) -> Iterator[Contradiction]:
    """C7: an interval whose last day comes before its first, and a subject that ended before it came to be."""
    for fact in counted(base):
        if surely_before(read(fact.valid_to), read(fact.valid_from)):
            yield Contradiction(
                "C7",
                (fact.ref,),
                f"{name(base, fact.subject)}, {label(base, fact)}: it ends on {fact.valid_to}, before it begins on "
                f"{fact.valid_from}.",
                "Correct one of the two days.",
                ways=(Way("retire", fact.ref),),
            )
    yield from _ended_first(base)


def _ended_first(base: FactBase) -> Iterator[Contradiction]:
    for subject in base.of_subject:
        ended = day_of(base, subject, "ended")
        for role in _BEGINNINGS if ended else ():
            begun = day_of(base, subject, role)
            if begun and ended and surely_before(ended[0], begun[0]):
                yield Contradiction(
                    "C7",
                    refs((begun[1], ended[1])),
                    f"{name(base, subject)}: {label(base, ended[1])} {ended[0]}, before {label(base, begun[1])} "
                    f"{begun[0]}.",
                    "One of the two days is wrong: compare the sources and correct that fact.",
                    ways=retirements(begun[1], ended[1]),
                )
