"""What a response earns under every policy that a key can stand under, in every form of answer."""

from fractions import Fraction

import pytest

from tayari.rules import marking
from tayari.rules.keys import POLICIES, Place, Policy, judge
from tayari.rules.marking import Marking, NotMarks

A = ("a",)


def place(policy: Policy = "derived", **values: object) -> Place:
    """+2, −2/3 and 0 over thirds, the key is a."""
    return Place(**{"number": 1, "key": A, "right": 6, "wrong": -2, "blank": 0, "policy": policy, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("policy", "right", "wrong", "blank"),
    [
        ("derived", 6, -2, 0),
        ("corrected", 6, -2, 0),
        ("second", 6, -2, 0),
        ("all", 6, 6, 6),
        ("attempters", 6, 6, 0),
        ("drop", 0, 0, 0),
    ],
)
def test_marks_under_each_policy(policy: Policy, right: int, wrong: int, blank: int) -> None:
    """ "Marks to all" and "marks to attempters" both stand in one NTA notice (exams.md §2.3)."""
    one = place(policy)

    assert [judge(one, said).mark for said in (["a"], ["b"], [])] == [right, wrong, blank]


def test_every_policy_has_its_row() -> None:
    assert set(POLICIES) == {"derived", "corrected", "second", "all", "attempters", "drop"}


def test_a_second_key_makes_either_right() -> None:
    one = place("second", also=(("c",),))

    assert [judge(one, [said]).outcome for said in "abcd"] == ["right", "wrong", "right", "wrong"]


def test_what_policy_gave_is_told_apart_from_what_was_right() -> None:
    assert (judge(place("all"), []).outcome, judge(place("all"), []).standing) == ("right", "awarded")
    assert judge(place("all"), ["a"]).standing == ""
    assert (judge(place("drop"), ["a"]).outcome, judge(place("drop"), ["a"]).standing) == ("right", "dropped")


def test_what_is_printed_without_counting_earns_nothing() -> None:
    """CSAT 2014: six items were printed and left out of the merit (exams.md §2.1.9)."""
    one = judge(place(counted=False), ["b"])

    assert (one.outcome, one.mark, one.standing, one.counts) == ("wrong", 0, "uncounted", False)


@pytest.mark.parametrize(
    ("kind", "key", "response", "outcome"),
    [
        ("single", A, ["a", "b"], "wrong"),
        ("multi-select", ("a", "c"), ["c", "a"], "right"),
        ("multi-select", ("a", "c"), ["a"], "wrong"),
        ("multi-select", ("a", "c"), [], "blank"),
        ("numeric", ("2.4", "2.6"), ["2.5"], "right"),
        ("numeric", ("2.4", "2.6"), ["२.६"], "right"),
        ("numeric", ("2.4", "2.6"), ["2.7"], "wrong"),
        ("numeric", ("2.4", "2.6"), [" "], "blank"),
        ("short-answer", ("BECA",), ["beca"], "right"),
        ("short-answer", ("BECA",), ["LEMOA"], "wrong"),
    ],
)
def test_each_kind_marks_its_own_answers(kind: str, key: tuple[str, ...], response: list[str], outcome: str) -> None:
    assert judge(place(kind=kind, key=key), response).outcome == outcome


@pytest.mark.parametrize(
    ("response", "outcome", "mark"),
    [
        (["a", "b", "c"], "right", 4),
        (["a", "b"], "partial", 2),
        (["c"], "partial", 1),
        (["a", "d"], "wrong", -2),
        ([], "blank", 0),
    ],
)
def test_some_of_the_right_options_earn_a_part(response: list[str], outcome: str, mark: int) -> None:
    """As JEE Advanced marks what has several right options: +4, +1 for each of them, −2."""
    one = Place(1, ("a", "b", "c"), 4, -2, 0, kind="multi-select", partial=1)

    assert (judge(one, response).outcome, judge(one, response).mark) == (outcome, mark)


def test_options_may_be_graded_and_one_may_say_not_attempted() -> None:
    """CSAT 2011-13 graded decision-making options; RPSC's fifth option is free where a blank costs a third."""
    graded = Place(1, A, 6, 0, 0, weights={"a": 6, "b": 3, "c": 0})
    rpsc = Place(2, A, 3, -1, -1, weights={"e": 0})

    assert [(judge(graded, [one]).outcome, judge(graded, [one]).mark) for one in "abc"] == [
        ("right", 6),
        ("partial", 3),
        ("blank", 0),
    ]
    assert [judge(rpsc, said).mark for said in (["a"], ["b"], ["e"], [])] == [3, -1, 0, -1]


def test_partial_and_graded_marks_are_read_exactly() -> None:
    told = Marking.read({"right": "4", "wrong": "-2", "partial": "1/2", "options": {"e": "0", "b": "1/3"}})

    assert (told.partial, told.options) == (Fraction(1, 2), {"e": 0, "b": Fraction(1, 3)})
    assert marking.denominator([told]) == 6
    assert Marking.read({"right": "2", "wrong": "-2/3"}).kept() == {"right": 2, "wrong": Fraction(-2, 3), "blank": 0}


@pytest.mark.parametrize(
    "more", [{"partial": "2"}, {"partial": "-1"}, {"options": {"a": "3"}}, {"options": ["a"]}, {"options": {"a": "x"}}]
)
def test_parts_that_are_more_than_the_whole_are_refused(more: dict[str, object]) -> None:
    with pytest.raises(NotMarks):
        Marking.read({"right": "2", "wrong": "0", **more})
