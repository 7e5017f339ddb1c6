"""Dates that are exact only to a day, a month or a year, written as ISO text: 2018-09-06, 2024-08, 2012."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Literal, Self

Precision = Literal["day", "month", "year"]
PRECISIONS: tuple[Precision, ...] = ("day", "month", "year")
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "hi": (
        "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून",
        "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
    ),
}  # fmt: skip


class NotADate(ValueError):
    """The text is not a date of the form 2018-09-06, 2018-09 or 2018, or no such day exists."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with its precision. Ordered by its first possible day, the less exact one first."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ISO text. Raises NotADate with a sentence that says what is wrong."""
        match = _FORM.fullmatch(text.strip())
        if not match:
            raise NotADate(f"{text!r} is not a date; write 2018-09-06, 2018-09 or 2018")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if month is not None and not 1 <= month <= 12:
            raise NotADate(f"{text!r} has no month {month:02d}; months run from 01 to 12")
        if year == 0:
            raise NotADate(f"{text!r} has no year 0000")
        if month is not None and day is not None:
            last = monthrange(year, month)[1]
            if not 1 <= day <= last:
                raise NotADate(f"{text!r} has no day {day:02d}; that month has {last} days")
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return "day"
        return "month" if self.month is not None else "year"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def agrees_with(self, other: "PartialDate") -> bool:
        """True when both can name the same day: they overlap and so differ at most in precision."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.first_day, PRECISIONS[::-1].index(self.precision)) < (
            other.first_day,
            PRECISIONS[::-1].index(other.precision),
        )

    def in_words(self, language: str) -> str:
        """`6 September 2018`, `August 2024`, `2012`; in Hindi `6 सितंबर 2018`."""
        names = MONTHS.get(language, MONTHS["en"])
        words = []
        if self.day is not None:
            words.append(str(self.day))
        if self.month is not None:
            words.append(names[self.month - 1])
        words.append(str(self.year))
        return " ".join(words)
