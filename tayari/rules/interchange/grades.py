"""The shares of a mark that Moodle takes; it refuses a file with any other."""

from decimal import Decimal

# In percent, as Moodle writes them: all whole parts that its lists offer.
_SHARES = {
    1: Decimal(100),
    2: Decimal(50),
    3: Decimal("33.33333"),
    4: Decimal(25),
    5: Decimal(20),
    6: Decimal("16.66667"),
}


def share(right: int) -> Decimal:
    """What each of `right` options earns when all of them together earn everything."""
    return _SHARES[right]
