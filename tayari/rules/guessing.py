"""What guessing was worth: answers by how sure the candidate was, against what chance gives at this penalty."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tayari.rules.keys import Marked, Place

Confidence = Literal["sure", "unsure", "guess"]
LEVELS: tuple[Confidence, ...] = ("sure", "unsure", "guess")


@dataclass(frozen=True, slots=True)
class Audit:
    """Answers given at one confidence. `earned` are their marks; `by_chance` is what chance would have given them.

    Chance picks one of all options for a guess, one of two for "unsure between two"; nothing is said of it for what was
    sure. Marks are exact.
    """

    confidence: Confidence
    answers: int
    right: int
    earned: Fraction
    by_chance: Fraction | None


def expected(right: Fraction, wrong: Fraction, options: int) -> Fraction:
    """The marks that one pick among `options` earns on average: 0 for four options and a third of the marks."""
    return (right + wrong * (options - 1)) / options


def pays_above(right: Fraction, wrong: Fraction) -> Fraction:
    """The chance of being right above which an answer earns more than a blank that costs nothing: 1/4 at one third."""
    return -wrong / (right - wrong)


def audit(
    places: Iterable[Place],
    marked: Mapping[int, Marked],
    confidences: Mapping[int, str | None],
    options: Mapping[int, int],
    denominator: int,
) -> tuple[Audit, ...]:
    """One row a confidence that was used. Blanks, dropped and uncounted questions are left out.

    `options` says how many each question has; a typed answer has none and is not set against chance.
    """
    rows: dict[str, list[tuple[Place, Marked]]] = {level: [] for level in LEVELS}
    for place in places:
        one = marked[place.number]
        level = confidences.get(place.number)
        if level in rows and one.counts and one.outcome != "blank":
            rows[level].append((place, one))
    return tuple(_row(level, rows[level], options, denominator) for level in LEVELS if rows[level])


def _row(level: Confidence, rows: list[tuple[Place, Marked]], options: Mapping[int, int], denominator: int) -> Audit:
    chance: Fraction | None = None
    if level != "sure" and all(options.get(place.number, 0) > 1 for place, _ in rows):
        each = (
            expected(Fraction(place.right), Fraction(place.wrong), 2 if level == "unsure" else options[place.number])
            for place, _ in rows
        )
        chance = sum(each, Fraction(0)) / denominator
    return Audit(
        level,
        len(rows),
        sum(one.outcome == "right" for _, one in rows),
        Fraction(sum(one.mark for _, one in rows), denominator),
        chance,
    )
