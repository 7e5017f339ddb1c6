"""Percentile, rank, interval and the worth of guessing, against figures that others published."""

from fractions import Fraction

import pytest

from tayari.rules import guessing
from tayari.rules.keys import Place, judge
from tayari.rules.ranking import Standing, standing
from tayari.stats.percentiles import median, wilson


def test_ntas_own_example() -> None:
    """CUET 2025, as the Indian Express reported it: 37,244 of 41,326 candidates at or below give 90.1224411."""
    found = Standing(below=37_243, level=1, candidates=41_326).percentile

    assert f"{float(found):.7f}" == "90.1224411"


def test_ties_share_a_rank() -> None:
    scores = {Fraction(90): 1, Fraction(80): 2, Fraction(70): 27}

    assert [standing(Fraction(score), scores).rank for score in (90, 80, 70)] == [1, 2, 4]  # type: ignore[union-attr]
    assert standing(Fraction(80), scores) == Standing(27, 2, 30)


def test_below_thirty_nothing_is_said() -> None:
    assert standing(Fraction(1), {Fraction(1): 29}) is None
    assert standing(Fraction(2), {Fraction(1): 29}) == Standing(29, 1, 30)


def test_the_top_has_percentile_100_and_the_interval_stays_inside() -> None:
    assert standing(Fraction(5), {Fraction(5): 1, Fraction(1): 49}).percentile == 100  # type: ignore[union-attr]
    assert wilson(50, 50)[1] == 1.0


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"), [(15, 148, 0.0624, 0.1605), (1, 29, 0.0061, 0.1718), (81, 263, 0.2553, 0.3662)]
)
def test_wilsons_interval(successes: int, n: int, low: float, high: float) -> None:
    """Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3."""
    found = wilson(successes, n)

    assert (round(found[0], 4), round(found[1], 4)) == (low, high)


def test_no_share_of_nothing() -> None:
    for successes, n in ((0, 0), (3, 2)):
        with pytest.raises(ValueError, match="no share"):
            wilson(successes, n)
    with pytest.raises(ValueError, match="median"):
        median([])


def test_the_median_is_a_value_that_occurred() -> None:
    assert (median([5, 1, 9]), median([4, 1, 9, 5])) == (5, 4)


def test_a_blind_guess_among_four_is_worth_nothing_at_one_third() -> None:
    """Exactly 0; with 0.66 for 2/3 a coaching page printed +0.005 (exams.md §2.1.2)."""
    right, wrong = Fraction(2), Fraction(-2, 3)

    assert guessing.expected(right, wrong, 4) == 0
    assert guessing.expected(right, wrong, 2) == Fraction(2, 3)
    assert guessing.pays_above(right, wrong) == Fraction(1, 4)
    assert guessing.pays_above(Fraction(1), Fraction(0)) == 0


def test_the_audit_sets_each_confidence_against_chance() -> None:
    places = [Place(number, ("a",), 6, -2, 0) for number in range(1, 7)]
    answers = {1: ["a"], 2: ["a"], 3: ["b"], 4: ["b"], 5: ["b"], 6: []}
    marked = {place.number: judge(place, answers[place.number]) for place in places}
    said = {1: "sure", 2: "guess", 3: "guess", 4: "guess", 5: "unsure", 6: "guess"}

    rows = guessing.audit(places, marked, said, dict.fromkeys(answers, 4), 3)

    assert [(row.confidence, row.answers, row.right, row.earned, row.by_chance) for row in rows] == [
        ("sure", 1, 1, Fraction(2), None),
        ("unsure", 1, 0, Fraction(-2, 3), Fraction(2, 3)),
        ("guess", 3, 1, Fraction(2, 3), Fraction(0)),
    ]
