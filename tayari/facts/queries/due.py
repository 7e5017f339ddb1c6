"""Facts to be looked at again: their review is due, or what they say ends soon."""

from dataclasses import dataclass
from datetime import date, timedelta

from tayari.facts import hooks
from tayari.facts.models import Binding, Fact
from tayari.facts.queries import SpokenFact, speak
from tayari.facts.queries.contradictions import edit_address
from tayari.plain.dates import NotADate, PartialDate

SOON = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Due:
    """A fact to check: why, by when, and how often what rests on it was read."""

    fact: SpokenFact
    edit_url: str
    why: str
    day: date
    readers: int
    holders: int


def last_day(fact: Fact) -> date | None:
    """The last day on which the fact can be so; None while it is open or cannot be read."""
    try:
        return PartialDate.parse(fact.valid_to).last_day if fact.valid_to else None
    except NotADate:
        return None


def _why(fact: Fact, today: date) -> tuple[str, date] | None:
    if fact.review_by and fact.review_by <= today:
        return "its review is due", fact.review_by
    ends = last_day(fact)
    if ends and today <= ends <= today + SOON:
        return "it stops being so", ends
    return None


def candidates(today: date) -> list[Fact]:
    """Standing facts of which one or the other could be so, by what the database can compare. Two queries and those of
    their words."""
    years = {str(today.year), str((today + SOON).year)}
    standing = Fact.objects.spoken().exclude(status=Fact.Status.RETIRED)
    due = standing.filter(review_by__lte=today)
    ending = standing.filter(valid_to__gte=min(years), valid_to__lt=str(int(max(years)) + 1))
    return list({fact.pk: fact for fact in (*due, *ending)}.values())


def to_check(today: date, *, most: int = 200) -> tuple[Due, ...]:
    """The most read first, then by day. A handful of queries, however many facts."""
    found = [(fact, why) for fact in candidates(today) if (why := _why(fact, today))]
    bound = Binding.objects.filter(fact__in=[fact.pk for fact, _ in found])
    holders: dict[int, set[tuple[str, str]]] = {}
    for row in bound:
        holders.setdefault(row.fact_id, set()).add((row.holder_type, row.holder_ref))
    described = hooks.describe({holder for held in holders.values() for holder in held})
    rows = [
        Due(
            fact=speak(fact, "en"),
            edit_url=edit_address(fact),
            why=why,
            day=day,
            readers=sum(described[holder].readers for holder in holders.get(fact.pk, ())),
            holders=len(holders.get(fact.pk, ())),
        )
        for fact, (why, day) in found
    ]
    return tuple(sorted(rows, key=lambda row: (-row.readers, row.day, row.fact.ref))[:most])
