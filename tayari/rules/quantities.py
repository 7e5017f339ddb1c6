"""A quantity as facts write it: an exact amount and its unit, `31 aircraft`."""

import re
from dataclasses import dataclass
from decimal import Decimal

_FORM = re.compile(r"(-?\d+(?:\.\d+)?)(?:\s+(\S.*))?")


class NotAQuantity(ValueError):
    """The text is not an amount with a unit."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount and its unit; the unit is empty for a bare number such as an edition's."""

    amount: Decimal
    unit: str

    def has_unit(self, unit: str) -> bool:
        """Amounts of different units are not weighed against each other: 31 is not a denial of 31 aircraft."""
        return self.unit.casefold() == unit.casefold()


def read(text: str) -> Quantity:
    """Read `31 aircraft` or `3`; commas between digits are allowed. Raises NotAQuantity."""
    match = _FORM.fullmatch(re.sub(r"(?<=\d),(?=\d)", "", text.strip()))
    if not match:
        raise NotAQuantity(f"{text!r} is not a quantity; write an amount and a unit, for example 31 aircraft")
    return Quantity(Decimal(match[1]), match[2] or "")


def written(amount: Decimal, unit: str) -> str:
    """`31 aircraft`: no trailing zeros, no exponent."""
    return f"{amount.normalize():f} {unit}".strip()
