"""C1 two values, C2 a denial, C10 two expansions, C11 precision."""

import pytest

from tests.rules.contradictions.bases import fact, found, only


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        # What happened once has one day.
        (fact("a.held_on#1", "2018-09-06"), fact("a.held_on#2", "2018-09-07"), True),
        (fact("a.held_on#1", "2018-09-06"), fact("b.held_on#2", "2018-09-07"), False),
        (fact("a.held_in#1", "delhi"), fact("a.held_in#2", "paris"), True),
        # What holds for a time has one value at a time; the day of moving belongs to both.
        (fact("a.seat#1", "delhi", "2002", "2011"), fact("a.seat#2", "paris", "2012"), False),
        (fact("a.seat#1", "delhi", "2002", "2011-05-01"), fact("a.seat#2", "paris", "2011-05-01"), False),
        (fact("a.seat#1", "delhi", "2002", "2013-05"), fact("a.seat#2", "paris", "2011-05-01"), True),
        # A year may mean its last day: what need not overlap is not said to.
        (fact("a.seat#1", "delhi", "2002", "2011"), fact("a.seat#2", "paris", "2011"), False),
        (fact("a.seat#1", "delhi"), fact("a.seat#2", "paris"), True),
        # Unlike units are not weighed against each other, nor an unreadable value.
        (fact("a.staff#1", "31 aircraft"), fact("a.staff#2", "40 ships"), False),
        (fact("a.staff#1", "31 aircraft"), fact("a.staff#2", "40 aircraft"), True),
        # Many values are allowed here.
        (fact("a.aim#1", "peace"), fact("a.aim#2", "trade"), False),
        (fact("a.seat#1", "delhi"), fact("a.seat#2", "paris", status="retired"), False),
        (fact("a.seat#1", "delhi"), fact("a.seat#2", "paris", status="draft"), True),
    ],
)
def test_c1_two_values_of_a_predicate_that_takes_one_at_a_moment(one: object, other: object, told: bool) -> None:
    assert [rule for rule, _ in found(one, other)] == (["C1"] if told else [])  # type: ignore[arg-type]


def test_c1_proposes_to_close_the_earlier_open_fact_when_the_later_begins() -> None:
    one = only(fact("a.seat#1", "delhi", "2002"), fact("a.seat#2", "paris", "2011-05"))

    assert one.facts == ("a.seat#1", "a.seat#2")
    assert one.message == "A, seat: “Delhi” and “Paris” cannot both be so at one moment."
    assert [(way.kind, way.fact, way.other, way.day) for way in one.ways] == [
        ("close", "a.seat#1", "a.seat#2", "2011-05"),
        ("retire", "a.seat#1", "", ""),
        ("retire", "a.seat#2", "", ""),
    ]


def test_c2_a_fact_and_its_denial_of_one_moment() -> None:
    member, outside = fact("india.member_of", "mtcr", "2016"), fact("india.not_member_of", "mtcr")

    assert found(member, outside) == [("C2", ("india.member_of", "india.not_member_of"))]


def test_c2_is_quiet_where_one_stopped_before_the_other_began() -> None:
    outside = fact("india.not_member_of", "mtcr", "", "2016-06-26")

    assert found(fact("india.member_of", "mtcr", "2016-06-27"), outside) == []
    assert found(fact("india.member_of", "wassenaar"), fact("india.not_member_of", "mtcr")) == []


def test_c10_one_short_form_with_two_full_names() -> None:
    one, other = fact("beca.full_name#1", "Basic Exchange Agreement"), fact("beca.full_name#2", "Better Exchange Act")

    assert found(one, other) == [("C10", ("beca.full_name#1", "beca.full_name#2"))]


def test_c10_is_quiet_when_only_signs_differ_or_each_name_had_its_time() -> None:
    plain, dashed = fact("beca.full_name#1", "Basic Exchange"), fact("beca.full_name#2", "basic-exchange")
    old, new = fact("x.full_name#1", "Old name", "", "2013"), fact("x.full_name#2", "New name", "2014")

    assert [rule for rule, _ in found(plain, dashed)] == ["C11"]
    assert found(old, new) == []


def test_c11_what_differs_only_in_precision_is_merged_into_the_more_exact() -> None:
    one = only(fact("a.held_on#1", "2018"), fact("a.held_on#2", "2018-09-06"))

    assert (one.rule, one.level) == ("C11", "advice")
    assert [(way.kind, way.fact, way.other) for way in one.ways] == [("merge", "a.held_on#1", "a.held_on#2")]


def test_c11_among_equals_the_verified_one_stays() -> None:
    one = only(fact("a.seat#1", "delhi", "2002", status="draft"), fact("a.seat#2", "delhi", "2002-05"))

    assert one.ways[0].other == "a.seat#2"


def test_c11_an_open_interval_is_not_a_less_exact_closed_one() -> None:
    assert found(fact("a.aim#1", "peace", "2002"), fact("a.aim#2", "peace", "2002", "2011")) == []
