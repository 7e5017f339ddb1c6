"""Where a score stands among others: the percentile as NTA defines it, and a rank that ties share."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

FEWEST = 30
"""Below so many candidates nothing is said of where a score stands."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`below` candidates scored less, `level` the same (the one asked about among them), of `candidates`."""

    below: int
    level: int
    candidates: int

    @property
    def rank(self) -> int:
        """1 is the highest; who scored the same shares it, and the next rank is as many lower ("1, 2, 2, 4")."""
        return self.candidates - self.below - self.level + 1

    @property
    def percentile(self) -> Fraction:
        """100 × (candidates with a score not above this) ÷ (candidates): NTA's formula, before any rounding."""
        return Fraction(100 * (self.below + self.level), self.candidates)


def standing(score: Fraction, others: Mapping[Fraction, int]) -> Standing | None:
    """Where `score` stands in a distribution (score → candidates); None below FEWEST.

    One that is not in the distribution yet is counted to it.
    """
    there = others if others.get(score) else {**others, score: 1}
    candidates = sum(there.values())
    if candidates < FEWEST:
        return None
    return Standing(sum(count for value, count in there.items() if value < score), there[score], candidates)
