"""Which responses count, and what is left when questions are dropped; all exact."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.keys import POLICIES, Place
from tayari.rules.rescoring import Scheme, changed, mover, summary
from tayari.rules.scoring import Choice, common, missed, score

GS1 = {"right": 6, "wrong": -2, "blank": 0}


def places(count: int, start: int = 1, section: int = 1, **values: object) -> list[Place]:
    return [
        Place(number=number, key=("a",), **{**GS1, "section": section, **values})  # type: ignore[arg-type]
        for number in range(start, start + count)
    ]


def replaced(rows: list[Place], number: int, **values: object) -> list[Place]:
    from dataclasses import replace

    return [replace(row, **values) if row.number == number else row for row in rows]  # type: ignore[arg-type]


def test_three_dropped_of_a_hundred_rescale_to_two_hundred() -> None:
    """Cut-offs such as 87.98 fit 97 counted questions rescaled by 200/194 (exams.md §2.1.10)."""
    rows = places(100)
    for number in (3, 50, 77):
        rows = replaced(rows, number, policy="drop")
    chosen = {number: ["a" if number <= 60 else "b"] for number in range(1, 81)}

    found = score(rows, chosen, 3)

    # Of 97 counted 58 are right and 19 wrong: 116 − 38/3 = 310/3 of 194, rescaled by 200/194.
    assert found.earned == Fraction(310, 3) * Fraction(100, 97)
    assert found.best == 200
    assert common(rows, 3) == 3 * 97
    assert (found.earned * 3 * 97).denominator == 1
    assert found.total.out == 3
    assert 3 not in missed(found.marked)


def test_a_section_is_rescaled_to_its_own_full_marks() -> None:
    rows = replaced(places(4) + places(6, start=5, section=2), 1, policy="drop")
    found = score(rows, {number: ["a"] for number in range(1, 11)}, 3)

    assert [(one.earned, one.best) for one in found.sections] == [(8, 8), (12, 12)]
    assert score(rows, {2: ["a"], 5: ["a"]}, 3).earned == 2 * Fraction(4, 3) + 2


def test_a_section_that_was_dropped_altogether_counts_for_nothing() -> None:
    rows = [*places(2, policy="drop"), *places(2, start=3, section=2)]

    assert (score(rows, {3: ["a"]}, 3).earned, score(rows, {}, 3).best) == (2, 4)


def test_the_first_answers_as_printed_count() -> None:
    """CSIR-NET: "answer any k"; of more than k the first k are evaluated (exams.md §2.1.7)."""
    found = score(places(5), {1: ["b"], 3: ["a"], 4: ["a"], 5: ["b"]}, 3, {1: Choice(3)})

    assert [one.standing for one in found.marked] == ["", "surplus", "", "", "surplus"]
    assert (found.earned, found.best) == (Fraction(-2, 3) + 4, 6)


def test_or_those_that_earn_most() -> None:
    assert score(places(5), {1: ["b"], 3: ["a"], 4: ["a"], 5: ["a"]}, 3, {1: Choice(3, "best")}).earned == 6


def test_blanks_that_are_not_needed_cost_nothing() -> None:
    rows = places(5, blank=-2)

    assert score(rows, {1: ["a"], 2: ["a"], 5: ["a"]}, 3, {1: Choice(3)}).earned == 6
    assert score(rows, {5: ["a"]}, 3, {1: Choice(3)}).earned == 2 - Fraction(4, 3)


def test_who_spent_a_choice_on_a_dropped_question_loses_nothing() -> None:
    rows = replaced(places(5), 2, policy="drop")
    found = score(rows, {1: ["a"], 2: ["b"], 3: ["a"]}, 3, {1: Choice(3)})

    assert (found.earned, found.best) == (6, 6)
    assert common(rows, 3, {1: Choice(3)}) == 6


def test_marks_given_to_blanks_fill_free_places_only() -> None:
    rows = replaced(places(4), 4, policy="all")

    assert score(rows, {1: ["a"], 2: ["a"]}, 3, {1: Choice(2)}).earned == 4
    assert score(rows, {1: ["a"]}, 3, {1: Choice(2)}).earned == 4


def test_penalties_and_what_was_forgone_are_kept_apart() -> None:
    found = score(places(4, blank=-1), {1: ["a"], 2: ["b"]}, 3).total

    assert (found.lost, found.lost_blank, found.forgone, found.forgone_blank) == (2, 2, 6, 12)
    assert found.earned == 6 - 2 - 2 == found.best - found.forgone - found.lost - found.forgone_blank - found.lost_blank


# -- changing keys --------------------------------------------------------------------------------------------------

OPTION = st.sampled_from([(), ("a",), ("b",), ("c",)])


@st.composite
def schemes(draw: st.DrawFn) -> tuple[Scheme, Scheme]:
    """A paper of one or two sections, before and after some of its keys changed."""
    rows = places(draw(st.integers(1, 5)))
    if draw(st.booleans()):
        rows += places(draw(st.integers(1, 4)), start=len(rows) + 1, section=2, right=12, wrong=-3)
    choices = {1: Choice(draw(st.integers(1, 3)))} if draw(st.integers(0, 3)) == 0 else {}

    def rekeyed() -> Scheme:
        found = rows
        for number in draw(st.sets(st.sampled_from([row.number for row in rows]), max_size=3)):
            key, also = draw(st.sampled_from("abc")), draw(st.sampled_from([(), (("c",),)]))
            found = replaced(found, number, key=(key,), also=also, policy=draw(st.sampled_from(POLICIES)))
        return Scheme(tuple(found), 3, choices)

    return rekeyed(), rekeyed()


@given(schemes(), st.dictionaries(st.integers(1, 9), OPTION))
def test_every_score_is_whole_over_its_schemes_number(
    pair: tuple[Scheme, Scheme], chosen: dict[int, tuple[str, ...]]
) -> None:
    for scheme in pair:
        found = scheme.of(chosen)
        assert Fraction(scheme.whole(found.earned), scheme.over) == found.earned
        assert scheme.earned(chosen) == scheme.whole(found.earned)
        assert found.earned <= found.best


@given(schemes(), st.dictionaries(st.integers(1, 9), OPTION))
def test_moving_a_score_gives_what_scoring_from_scratch_gives(
    pair: tuple[Scheme, Scheme], chosen: dict[int, tuple[str, ...]]
) -> None:
    before, after = pair
    was, now = (scheme.whole(scheme.of(chosen).earned) for scheme in pair)

    assert _moved(was, before, after, chosen) == now
    assert _moved(now, after, before, chosen) == was


def _moved(score: int, before: Scheme, after: Scheme, chosen: dict[int, tuple[str, ...]]) -> int:
    move = mover(before, after)
    assert set(move.numbers) >= set(changed(before, after))
    return move.score(score, move.gain({number: chosen.get(number, ()) for number in move.numbers}))


def test_what_is_no_score_is_not_rounded_to_one() -> None:
    rows = places(3)
    move = mover(Scheme(tuple(replaced(rows, 1, policy="drop")), 3), Scheme(tuple(rows), 3))

    assert (move.score(18, move.gain({1: ["a"]})), move.numbers) == (12, (1,))
    with pytest.raises(ValueError, match="no score"):
        move.score(17, 0)


def test_a_summary_says_who_gains_and_who_loses() -> None:
    found = summary([(Fraction(2), Fraction(4), 3), (Fraction(4), Fraction(4), 5), (Fraction(2), Fraction(0), 1)])

    assert (found.sittings, found.up, found.down, found.changed) == (9, 3, 1, 4)
    assert found.differences == ((-2, 1), (0, 5), (2, 3))


def test_a_score_of_another_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="1/7 is not a whole number of 3ths"):
        Scheme(tuple(places(1)), 3).whole(Fraction(1, 7))
