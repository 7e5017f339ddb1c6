"""Exact numbers of answers: read as people and programs write them, ranges joined, written without exponents."""

import re
from collections.abc import Sequence
from decimal import Context, Decimal, localcontext

from tayari.rules.interchange.asked import Span
from tayari.rules.interchange.numbers import DIGITS

_SIGNS = DIGITS | str.maketrans("\u2212\u2013", "--")
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{2,3})+|\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?")
# Sums and halves of numbers of this length are exact in what the kind numeric counts with (28 digits).
_MOST_DIGITS = 24
_EXACT = Context(prec=60)


def number(text: str) -> Decimal | None:
    """`1,200`, `-3.5`, `6.02e23`, `१२`; None for what is no number, or too long to be kept exactly."""
    said = text.strip().translate(_SIGNS)
    match = _NUMBER.fullmatch(said)
    if not match or not (match[2] or match[3]):
        return None
    found = Decimal(f"{match[1]}{(match[2] or '0').replace(',', '')}.{match[3] or '0'}E{match[4] or '0'}")
    plain = written(found)
    return found if sum(sign.isdigit() for sign in plain) <= _MOST_DIGITS else None


def written(value: Decimal) -> str:
    """`31`, `0.5`: no exponent, no idle zeros, no minus before nothing."""
    said = f"{value:f}"
    if "." in said:
        said = said.rstrip("0").rstrip(".")
    return "0" if said in {"-0", ""} else said


def within(middle: Decimal, reach: Decimal) -> tuple[Decimal, Decimal]:
    """The lowest and the highest number within `reach` of `middle`."""
    with localcontext(_EXACT):
        return middle - abs(reach), middle + abs(reach)


def centred(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """The middle of a range and its reach to both sides, exactly."""
    with localcontext(_EXACT):
        return (low + high) / 2, (high - low) / 2


def joined(spans: Sequence[Span]) -> tuple[Decimal, Decimal] | None:
    """Middle and reach of the one range that the spans make together; None when they leave a gap."""
    if not spans:
        return None
    ordered = sorted(spans, key=lambda span: (span.low, span.high))
    high = ordered[0].high
    for span in ordered[1:]:
        if span.low > high:
            return None
        high = max(high, span.high)
    return centred(ordered[0].low, high)
