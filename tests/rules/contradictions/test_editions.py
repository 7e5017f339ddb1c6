"""C3 order, C4 one number twice, C5 one day in two places, C6 terms of office."""

from tayari.rules.lint.base import Fact
from tests.rules.contradictions.bases import fact, found, only


def edition(ref: str, number: int, day: str, place: str = "delhi") -> list[Fact]:
    return [
        fact(f"{ref}.edition_of", "dialogue"),
        fact(f"{ref}.edition_number", str(number)),
        fact(f"{ref}.held_on", day),
        fact(f"{ref}.held_in", place),
    ]


def test_editions_in_their_order_are_quiet() -> None:
    assert found(*edition("one", 1, "2018-09-06"), *edition("two", 2, "2019"), *edition("three", 3, "2019-12")) == []


def test_c3_a_later_number_on_an_earlier_day() -> None:
    one = only(*edition("one", 1, "2018-09-06"), *edition("two", 2, "2017-12-18"), *edition("three", 3, "2020-10-27"))

    assert one.rule == "C3"
    assert one.message == "Dialogue: number 2 met on 2017-12-18, before number 1 on 2018-09-06."
    assert one.facts == ("one.edition_number", "one.held_on", "two.edition_number", "two.held_on")


def test_c3_says_nothing_where_a_less_exact_day_leaves_it_open() -> None:
    assert found(*edition("one", 1, "2018-09-06"), *edition("two", 2, "2018")) == []


def test_c4_two_editions_with_one_number() -> None:
    both = edition("one", 1, "2018-09-06") + edition("two", 1, "2019-12-18")

    assert found(*both) == [("C4", ("one.edition_number", "two.edition_number"))]


def test_c4_numbers_of_different_rows_are_their_own() -> None:
    other = [fact("two.edition_of", "another"), fact("two.edition_number", "1")]

    assert found(*edition("one", 1, "2018-09-06"), *other) == []


def test_c5_one_day_in_two_places() -> None:
    both = edition("one", 1, "2018-09-06") + edition("two", 2, "2018-09-06", "paris")

    assert [rule for rule, _ in found(*both)] == ["C5"]


def _met(day: str) -> list[Fact]:
    return [fact("second.held_on", day), fact("second.minister", "mattis")]


def test_c6_a_participant_outside_the_known_terms_of_the_office() -> None:
    term = fact("mattis.holds_office", "office", "2017-01-20", "2018-12-31")
    one = only(*_met("2019-12-18"), term)

    assert one.rule == "C6"
    assert one.facts == ("mattis.holds_office", "second.held_on", "second.minister")
    assert "on 2019-12-18 as Office, and held it 2017-01-20 to 2018-12-31" in one.message


def test_c6_is_quiet_inside_a_term_and_where_no_term_is_known() -> None:
    former = fact("mattis.holds_office#1", "office", "2001", "2003")
    latter = fact("mattis.holds_office#2", "office", "2019-01-01", "")
    other = fact("mattis.holds_office#3", "second-office", "1990", "1991")

    assert found(*_met("2019-12-18"), former, latter) == []
    assert found(*_met("2019-12-18"), other) == []
    assert found(*_met("2019"), fact("mattis.holds_office", "office", "2017-01-20", "2019-01-05")) == []
