"""Dates as prose writes them in English and Hindi, with their precision and the form in which they stood."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tayari.plain.dates import MONTHS, PartialDate

_DIGITS = {ord("०") + value: str(value) for value in range(10)}
_TO_DEVANAGARI = {ord(str(value)): chr(ord("०") + value) for value in range(10)}
_HINDI_MONTHS = tuple(
    unicodedata.normalize("NFC", names)
    for names in (
    "जनवरी", "फ़रवरी|फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर|सितम्बर|सितंबर",
    "अक्टूबर|अक्तूबर|अक्टूबर", "नवंबर|नवम्बर", "दिसंबर|दिसम्बर",
    )
)  # fmt: skip
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS["en"], 1)}
_NUMBERS |= {name.casefold(): number for number, name in enumerate(_SHORT, 1)} | {"sept": 9}
_NUMBERS |= {name: number for number, names in enumerate(_HINDI_MONTHS, 1) for name in names.split("|")}
_MONTH = "(?P<m>" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_YEAR = "(?P<y>1[4-9]\\d\\d|20\\d\\d)(?![\\d%]|,\\d{3}|\\.\\d|s\\b|['’]s\\s+\\d|[-–/]\\d)"
_DAY = "(?P<d>3[01]|[12]\\d|0?[1-9])"
_TH = "(?P<th>st|nd|rd|th)?"
_RANGE = f"(?:{_TH}\\s*(?:[-–—]|to|and|&|से|और|व|तथा)\\s*(?P<d2>3[01]|[12]\\d|0?[1-9]))?"
_SUFFIX = "(?:st|nd|rd|th)?"
_QUALIFIER = "(?:(?P<q>early|mid|late|beginning of|start of|end of|middle of|close of)[-–\\s]+(?:the\\s+)?)?"
_HINDI_QUALIFIER = "(?:\\s+(?:के|की)\\s+(?P<hq>अंत|अन्त|आरंभ|आरम्भ|शुरू|शुरुआत|मध्य|अंतिम))?"
_LEFT = "(?<![\\w.,+₹$/–-])"
# What a form can begin with, which is sooner seen than which of many names stands there.
_DIGIT = "(?=[0-9])"
_LETTER = f"(?=[{''.join(sorted({name[0] for name in _NUMBERS}))}])"
_WORD = f"(?=[{''.join(sorted({name[0] for name in _NUMBERS} | set('emlbsc')))}])"  # or a qualifier
_PATTERNS = tuple(
    (form, re.compile(pattern, re.IGNORECASE))
    for form, pattern in (
        ("dmy", f"{_DIGIT}{_LEFT}{_DAY}{_RANGE}{_SUFFIX}(?:\\s+of)?\\s+{_MONTH}(?!\\w)\\.?,?\\s+{_YEAR}"),
        ("mdy", f"\\b{_LETTER}{_MONTH}\\.?\\s+{_DAY}{_RANGE}{_SUFFIX},?\\s+{_YEAR}"),
        (
            "iso",
            f"{_DIGIT}{_LEFT}(?P<y>1[4-9]\\d\\d|20\\d\\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>3[01]|[12]\\d|0[1-9])(?![\\w-])",
        ),
        (
            "num",
            f"{_DIGIT}{_LEFT}{_DAY}(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>1[4-9]\\d\\d|20\\d\\d)(?![\\w/])",
        ),
        ("my", f"\\b{_WORD}{_QUALIFIER}{_MONTH}(?!\\w)\\.?,?\\s+(?:of\\s+)?{_YEAR}{_HINDI_QUALIFIER}"),
        ("ym", f"{_DIGIT}{_LEFT}(?P<y>1[4-9]\\d\\d|20\\d\\d)\\s+(?:के|की)\\s+{_MONTH}"),
        ("md", f"{_LETTER}{_LEFT}{_MONTH}\\s+(?:की|के)\\s+{_DAY}(?P<th>)\\s+तारी[ख]़?"),
        ("dm", f"{_DIGIT}{_LEFT}{_DAY}{_RANGE}{_SUFFIX}\\s+{_MONTH}(?!\\w)"),
        ("md", f"\\b{_LETTER}{_MONTH}\\.?\\s+{_DAY}{_TH}(?![\\d,.]\\d|\\w|\\s*(?:%|per))"),
        ("y", f"{_LEFT}\\b{_QUALIFIER}{_YEAR}(?!\\w){_HINDI_QUALIFIER}"),
    )
)
_SPANS = {
    "early": (1, 5), "beginning of": (1, 4), "start of": (1, 4), "mid": (4, 9), "middle of": (4, 9),
    "late": (8, 12), "end of": (9, 12), "close of": (9, 12),
    "अंत": (9, 12), "अन्त": (9, 12), "अंतिम": (9, 12), "आरंभ": (1, 5), "आरम्भ": (1, 5), "शुरू": (1, 5),
    "शुरुआत": (1, 5), "मध्य": (4, 9),
}  # fmt: skip
_FIGURE = re.compile("[0-9]")  # each form has one
_MONTH_CASE = frozenset({"may", "mar", "march"})
_NOT_A_YEAR = re.compile(
    "\\s*(?:crore|lakh|million|billion|km|kg|per cent|%|करोड़|लाख|mm|MW|people|रुपये|troops|hectares?)\\b"
)


@dataclass(frozen=True)
class DateFound:
    """A date at `start:end`. `year` is 0 where the text gives none; `first` and `last` are the days it can mean."""

    start: int
    end: int
    form: str
    year: int
    month: int
    day: int
    last_day: int
    months: tuple[int, int]
    words: str

    def _end_of(self, month: int) -> int:
        return monthrange(self.year, month)[1]

    @cached_property
    def first(self) -> date:
        return date(self.year, self.month or self.months[0], self.day or 1)

    @cached_property
    def last(self) -> date:
        month = self.month or self.months[1]
        return date(self.year, month, self.last_day or self.day or self._end_of(month))

    @property
    def exactness(self) -> int:
        """3 for a day, 2 for a month, 1 for a year."""
        return 3 if self.day else 2 if self.month else 1

    def agrees(self, held: PartialDate) -> bool:
        """Whether both can name one day."""
        if self.year:
            return self.first <= held.last_day and held.first_day <= self.last
        if held.month != self.month:
            return held.month is None
        return held.day is None or self.day <= held.day <= (self.last_day or self.day)

    def judged(self, held: PartialDate) -> bool | None:
        """True when the fact says as much, None when the text is more exact than the fact, else False."""
        if not self.agrees(held):
            return False
        return True if exactness_of(held) >= self.exactness else None


def exactness_of(day: PartialDate) -> int:
    """That of a fact's day, as `DateFound.exactness`."""
    return 3 if day.day else 2 if day.month else 1


def _read(match: re.Match[str], form: str) -> DateFound | None:
    held = match.groupdict()
    year = int(held.get("y") or 0)
    said = held.get("m") or ""
    month = 0 if not said else int(said) if said.isdecimal() else _NUMBERS[said.casefold()]
    day = int(held.get("d") or 0)
    last = int(held.get("d2") or 0)
    if said.casefold() in _MONTH_CASE and not said[0].isupper():
        return None
    if day and (max(day, last) > monthrange(year or 2000, month)[1] or (last and last < day)):
        return None
    qualifier = (held.get("q") or held.get("hq") or "").casefold()
    months = _SPANS.get(qualifier, (1, 12)) if not month else (month, month)
    return DateFound(match.start(), match.end(), form, year, month, day, last, months, "")


def dates(text: str) -> list[DateFound]:
    """All dates of the text in order. Fiscal years, decades and amounts are not dates."""
    plain = text if text.isascii() else text.translate(_DIGITS)
    if not _FIGURE.search(plain):
        return []
    taken = bytearray(len(plain))
    found: list[DateFound] = []
    for form, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            if any(taken[match.start() : match.end()]):
                continue
            if form == "y" and _NOT_A_YEAR.match(plain, match.end("y")):
                continue
            one = _read(match, form)
            if one:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                words = text[one.start : one.end]
                found.append(
                    DateFound(one.start, one.end, form, one.year, one.month, one.day, one.last_day, one.months, words)
                )
    return sorted(found, key=lambda one: one.start)


def _month_like(words: str, month: int) -> str:
    if re.search("[\u0900-\u097f]", words):
        return MONTHS["hi"][month - 1]
    short = re.search(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(\.?)", words)
    return _SHORT[month - 1] + short[2] if short and month != 5 else MONTHS["en"][month - 1]


def like(said: DateFound, right: PartialDate) -> str:
    """The right date in the form of the one said: `Dec. 18, 2019` for `Dec. 19, 2019`, never more exact than known."""
    words = said.words
    exact = min(said.exactness, exactness_of(right))
    month = _month_like(words, right.month) if right.month and exact > 1 else ""
    day = str(right.day or "")
    if re.search(r"\d(?:st|nd|rd|th)\b", words) and day:
        day += "th" if int(day) in (11, 12, 13) else {"1": "st", "2": "nd", "3": "rd"}.get(day[-1], "th")
    if exact == 3 and said.form == "iso":
        told = str(right)
    elif exact == 3 and said.form == "num":
        sep = re.sub(r"\d", "", words)[:1] or "."
        told = f"{right.day}{sep}{right.month:02d}{sep}{right.year}"
    elif exact == 3 and said.form in ("mdy", "md"):
        told = f"{month} {day}, {right.year}" if said.year else f"{month} {day}"
    elif exact == 3:
        told = f"{day} {month} {right.year}" if said.year else f"{day} {month}"
    else:
        told = f"{month} {right.year}" if exact == 2 else str(right.year)
    return told.translate(_TO_DEVANAGARI) if re.search("[०-९]", words) else told
