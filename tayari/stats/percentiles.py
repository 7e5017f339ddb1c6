"""Shares with their uncertainty, and medians."""

from collections.abc import Sequence
from math import sqrt

Z95 = 1.959963984540054
"""The 97.5 % point of the standard normal distribution: two sides of 2.5 % leave 95 %."""


def wilson(successes: int, n: int, z: float = Z95) -> tuple[float, float]:
    """The score interval for a share (E. B. Wilson, JASA 22, 1927, 209-212), lowest and highest, from 0 to 1.

    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = successes / n. Unlike p ± z·SE it stays inside 0 to 1
    and is usable when p is near either. Raises ValueError without observations.
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is no share")
    share = successes / n
    middle = share + z * z / (2 * n)
    spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    bottom = 1 + z * z / n
    return max(0.0, (middle - spread) / bottom), min(1.0, (middle + spread) / bottom)


def median(values: Sequence[int]) -> int:
    """The middle value, of an even number the lower of the two, so that it is one that occurred.

    Raises ValueError without values.
    """
    if not values:
        raise ValueError("no values have no median")
    return sorted(values)[(len(values) - 1) // 2]
