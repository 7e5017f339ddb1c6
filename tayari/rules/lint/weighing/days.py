"""The days that facts tell: their own, those between which they hold, and those in their words."""

from functools import lru_cache

from tayari.plain.dates import NotADate, PartialDate
from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.reading.dates import DateFound, dates


@lru_cache(maxsize=50_000)
def _days_in(text: str) -> tuple[PartialDate, ...]:
    return tuple(
        PartialDate(one.year, one.month or None, one.day or None)
        for one in dates(text)
        if one.year and any(character.isdigit() for character in text)
    )


@lru_cache(maxsize=50_000)
def day_of(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except NotADate:
        return None


def is_day_of(fact: Fact, found: DateFound) -> bool:
    """Whether a fact's own day, if it has one, and a date can be the same."""
    day = day_of(fact.value)
    return day is not None and found.agrees(day)


class Days:
    """The days that the facts of a base tell, each read once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._kept: dict[str, tuple[PartialDate, ...]] = {}

    def tells(self, fact: Fact, found: DateFound) -> bool:
        """Whether a fact tells of a day. That something held from a month on tells of no day in it."""
        if self._index.role(fact.predicate) != "term" and found.exactness == 3:
            held = {day_of(text) for text in (fact.valid_from, fact.valid_to)} - {day_of(fact.value)}
            return any(found.agrees(day) for day in self.of(fact) if day not in held or day.precision == "day")
        return any(found.agrees(day) for day in self.of(fact))

    def of(self, fact: Fact) -> tuple[PartialDate, ...]:
        """Every day that a fact tells: its own, those between which it holds, and those in its words."""
        if fact.ref not in self._kept:
            told = [day for text in (fact.value, fact.valid_from, fact.valid_to) if text and (day := day_of(text))]
            if self._index.predicate(fact.predicate).object_kind == "text":
                told += _days_in(fact.value)
            self._kept[fact.ref] = tuple(told)
        return self._kept[fact.ref]


def days_of(index: Index) -> Days:
    """The days of a base, read as they are asked for."""
    return index.once(Days)
