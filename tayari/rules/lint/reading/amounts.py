"""Amounts in prose: a number in figures or words, the currency before it and the words after it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal

from tayari.rules.lint.reading.ordinals import cardinal
from tayari.rules.lint.reading.tokens import Token, keys, tokens

_DIGITS = {ord("०") + value: str(value) for value in range(10)}
_FIGURE = re.compile(r"(?<![\w.,/–-])(₹|Rs\.?\s?|US\$|\$|€)?\s?(\d[\d,]*(?:\.\d+)?)(?![\d:/]|\.\d)")
_MULTIPLES = frozenset(keys("crore lakh million billion trillion thousand करोड़ लाख हज़ार अरब"))
_RUPEES = frozenset(keys("rupees रुपये रुपए"))
_GAP = re.compile(r"[\s-]{0,2}")
_AFTER = 4
# “Two years later” counts from something else, and “एक-दूसरे” is each other.
_NO_AMOUNT = re.compile(
    r"[\s-]*(?:and\s+a\s+half\s+)?(?:year|month|week|day|decade)s?\s+(?:(?:later|afterwards|earlier|ago|older|younger|apart)\b"
    r"|(?:after|before)\s+(?:that|it|this|then|the\s+first)\b|from\s+(?:the\s+)?\w+\s+to\b)"
    "|\\s*(?:वर्ष|साल|माह|महीने|सप्ताह|दिन|दशक)(?:ों)?\\s+(?:बाद|पहले|पूर्व|पश्चात|पुराना|पुरानी|पुराने)"
    "|(?<=एक)-",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at `start:end`; `unit` are the keys of the words that follow, multiples (crore) first, and the currency
    as the first of them where one stands before the number."""

    start: int
    end: int
    value: Decimal
    unit: tuple[str, ...]
    currency: str = ""


def _unit(words: list[Token], text: str, end: int) -> tuple[str, ...]:
    found: list[str] = []
    at, first = end, bisect_left(words, end, key=lambda word: word.start)
    for word in words[first : first + _AFTER]:
        if not _GAP.fullmatch(text, at, word.start):
            break
        found.append(word.key)
        at = word.end
    return tuple(found)


def amounts(text: str, words: list[Token] | None = None, start: int = 0, end: int | None = None) -> list[Amount]:
    """All amounts between two places of the text, years and parts of dates among them."""
    words = tokens(text) if words is None else words
    end = len(text) if end is None else end
    # The character before tells whether a number begins here, so the piece that is searched has it too.
    begun = max(0, start - 1)
    found = []
    for match in _FIGURE.finditer(text[begun:end].translate(_DIGITS), start - begun):
        sign = (match[1] or "").strip()
        last = begun + match.end(2)
        value = Decimal(match[2].replace(",", ""))
        unit = _unit(words, text, last)
        currency = "₹" if sign in ("Rs", "Rs.") or set(unit[:3]) & _RUPEES else sign
        unit = tuple(one for one in unit if one not in _RUPEES)
        found.append(Amount(begun + match.start(), last, value, unit, currency))
    taken = {one.start for one in found}
    for word in words:
        number = cardinal(word.folded)
        if number and not word.folded.isdecimal() and word.start not in taken:
            found.append(Amount(word.start, word.end, Decimal(number), _unit(words, text, word.end)))
    return sorted((one for one in found if not _NO_AMOUNT.match(text, one.end)), key=lambda one: one.start)


def alike(one: Amount, other: Amount) -> bool:
    """Whether two amounts are of one sort: the same currency and multiple, or a word of the unit in common."""
    if one.currency or other.currency:
        return one.currency == other.currency and multiple(one) == multiple(other)
    if multiple(one) != multiple(other):
        return False
    first = other.unit[1 if multiple(other) else 0 :][:2]
    mine = one.unit[1 if multiple(one) else 0 :][:3]
    return bool(first) and bool(mine) and (first[0] in mine or (len(first) > 1 and first[1] in mine[:2]))


def multiple(one: Amount) -> str:
    return one.unit[0] if one.unit and one.unit[0] in _MULTIPLES else ""
