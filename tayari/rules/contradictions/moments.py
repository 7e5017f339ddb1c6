"""Whether two facts hold at one moment, and in which order two inexact days must have come."""

from datetime import date

from tayari.plain.dates import NotADate, PartialDate
from tayari.rules.lint.base import Fact, FactBase


def read(text: str) -> PartialDate | None:
    """The date, or None when there is none or it cannot be read (which other checks tell of)."""
    try:
        return PartialDate.parse(text) if text else None
    except NotADate:
        return None


def surely_before(first: PartialDate | None, second: PartialDate | None) -> bool:
    """True only when every day that `first` may mean comes before every day of `second`."""
    return first is not None and second is not None and first.last_day < second.first_day


def _surely_from(fact: Fact) -> date:
    begun = read(fact.valid_from)
    return begun.last_day if begun else date.min


def _surely_until(fact: Fact) -> date:
    ended = read(fact.valid_to)
    return ended.first_day if ended else date.max


def overlap(one: Fact, other: Fact) -> bool:
    """Whether both surely hold at one moment. A shared day of handing over is no overlap: intervals include both ends,
    because that is how sources state them. A single day that is the whole of both is."""
    begins, ends = max(_surely_from(one), _surely_from(other)), min(_surely_until(one), _surely_until(other))
    if begins < ends:
        return True
    return begins == ends and (one.valid_from, one.valid_to) == (other.valid_from, other.valid_to)


def covers(fact: Fact, day: PartialDate) -> bool:
    """Whether the fact's interval may cover some day that `day` can mean."""
    begun, ended = read(fact.valid_from), read(fact.valid_to)
    return (begun is None or begun.first_day <= day.last_day) and (ended is None or day.first_day <= ended.last_day)


def day_of(base: FactBase, subject: str, *roles: str) -> tuple[PartialDate, Fact] | None:
    """The first known date of `subject` by a predicate with one of these roles, and the fact that gives it."""
    found = []
    for fact in base.of_subject.get(subject, ()):
        predicate = base.predicates.get(fact.predicate)
        if not predicate or fact.status == "retired" or predicate.role not in roles:
            continue
        moment = read(fact.value) if predicate.object_kind == "date" else read(fact.valid_from)
        if moment:
            found.append((moment, fact))
    return min(found, key=lambda pair: (pair[0], pair[1].ref), default=None)
