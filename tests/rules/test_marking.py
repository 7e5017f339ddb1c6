"""Marks are exact: what coaching pages round to 0.66 is two thirds here."""

from fractions import Fraction

import pytest

from tayari.rules import marking
from tayari.rules.marking import Marking
from tayari.rules.scoring import Place, missed, score

GS1 = Marking(Fraction(2), Fraction(-2, 3))
CSAT = Marking(Fraction(5, 2), Fraction(-5, 6))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", Fraction(2)),
        ("-2/3", Fraction(-2, 3)),
        ("−2/3", Fraction(-2, 3)),
        ("2.5", Fraction(5, 2)),
        ("-0.25", Fraction(-1, 4)),
        ("+4", Fraction(4)),
        (" 0 ", Fraction(0)),
    ],
)
def test_marks_are_read_exactly(text: str, value: Fraction) -> None:
    assert marking.parse(text) == value


@pytest.mark.parametrize("text", ["", "two", "1/0", "1/2/3", "2,5", "--1", "1e3", "-0.66", "0.33", "0.83"])
def test_what_is_not_exact_marks_is_refused(text: str) -> None:
    with pytest.raises(marking.NotMarks):
        marking.parse(text)


def test_a_rounded_third_is_told_how_to_be_written() -> None:
    with pytest.raises(marking.NotMarks, match=r"'-0\.66' is rounded; write it exactly, as a fraction such as 2/3"):
        marking.parse("-0.66")


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"right": "2"},
        {"right": "0", "wrong": "0"},
        {"right": "2", "wrong": "2/3"},
        {"right": "2", "wrong": "0", "blank": "1"},
    ],
)
def test_marking_that_makes_no_sense_is_refused(content: dict[str, str]) -> None:
    with pytest.raises(marking.NotMarks):
        Marking.read(content)


@pytest.mark.parametrize(
    ("marks", "common"), [([GS1], 3), ([CSAT], 6), ([GS1, CSAT], 6), ([Marking(Fraction(4, 3), Fraction(-4, 9))], 9)]
)
def test_the_denominator_makes_every_mark_whole(marks: list[Marking], common: int) -> None:
    assert marking.denominator(marks) == common


def test_a_mark_that_is_not_whole_over_the_denominator_is_an_error() -> None:
    assert marking.over(Fraction(-2, 3), 3) == -2
    with pytest.raises(ValueError, match="-2/3 is not a whole number of 2ths"):
        marking.over(Fraction(-2, 3), 2)


@pytest.mark.parametrize(
    ("options", "key", "expected"),
    [
        ([], ["a"], "blank"),
        (["a"], ["a"], "right"),
        (["b"], ["a"], "wrong"),
        (["a", "b"], ["a"], "wrong"),
        (["b"], ["a", "b"], "right"),
    ],
)
def test_outcomes(options: list[str], key: list[str], expected: str) -> None:
    assert marking.outcome(options, key) == expected


def _paper(count: int, marks: Marking, common: int) -> list[Place]:
    right, wrong = marking.over(marks.right, common), marking.over(marks.wrong, common)
    return [Place(number, ("a",), right, wrong, 0, ("t1",)) for number in range(1, count + 1)]


def test_thirty_wrong_of_a_hundred_cost_exactly_twenty() -> None:
    """UPSC GS-I: 30 × 2/3 = 20; with 0.66 it would be 19.8 (exams.md §2.1.2)."""
    chosen = {number: ["b" if number <= 30 else "a"] for number in range(1, 101)}

    result = score(_paper(100, GS1, 3), chosen, 3)

    assert result.marks(result.total.lost) == 20
    assert result.marks(result.total.earned) == 120
    assert result.marks(result.total.best) == 200


@pytest.mark.parametrize(
    ("marks", "common", "right", "wrong", "total"),
    [
        (GS1, 3, 50, 50, Fraction(200, 3)),
        (GS1, 3, 1, 0, Fraction(2)),
        (GS1, 3, 0, 1, Fraction(-2, 3)),
        (CSAT, 6, 40, 24, Fraction(80)),
        (CSAT, 6, 27, 1, Fraction(200, 3)),
    ],
)
def test_golden_scores(marks: Marking, common: int, right: int, wrong: int, total: Fraction) -> None:
    chosen = {number: ["a" if number <= right else "b"] for number in range(1, right + wrong + 1)}

    result = score(_paper(100, marks, common), chosen, common)

    assert result.marks(result.total.earned) == total
    assert (result.total.right, result.total.wrong, result.total.blank) == (right, wrong, 100 - right - wrong)


def test_a_blind_guess_among_four_is_worth_exactly_nothing() -> None:
    result = score(_paper(4, GS1, 3), {1: ["a"], 2: ["b"], 3: ["c"], 4: ["d"]}, 3)

    assert result.total.earned == 0


def test_topics_count_their_own_questions_and_blanks_are_missed_too() -> None:
    places = [Place(1, ("a",), 6, -2, 0, ("t1", "t2")), Place(2, ("a",), 6, -2, 0, ("t2",)), Place(3, ("a",), 6, -2, 0)]

    result = score(places, {1: ["a"], 2: ["b"]}, 3)

    assert (result.by_topic["t1"].right, result.by_topic["t1"].questions) == (1, 1)
    assert (result.by_topic["t2"].right, result.by_topic["t2"].wrong, result.by_topic["t2"].earned) == (1, 1, 4)
    assert missed(result.marked) == (2, 3)
