"""C7 intervals, C8 wholes, C9 pages."""

from tests.rules.contradictions.bases import fact, found, only


def test_c7_an_interval_that_ends_before_it_begins() -> None:
    assert found(fact("a.seat", "delhi", "2011-05", "2011-04-30")) == [("C7", ("a.seat",))]
    assert found(fact("a.seat", "delhi", "2011-05-09", "2011")) == []


def test_c7_what_ended_before_it_came_to_be() -> None:
    one = only(fact("treaty.signed_on", "2012-04-05"), fact("treaty.ended_on", "2010"))

    assert (one.rule, one.facts) == ("C7", ("treaty.ended_on", "treaty.signed_on"))


def test_c7_leaves_what_takes_effect_from_a_day_before_its_launch() -> None:
    assert found(fact("scheme.signed_on", "2019-02-24"), fact("scheme.in_force_from", "2018-12-01")) == []


def test_c8_a_member_before_the_whole_was_there() -> None:
    whole = fact("cdri.established_in", "2019-09-23")

    assert found(whole, fact("india.member_of", "cdri", "2018")) == [("C8", ("cdri.established_in", "india.member_of"))]
    assert found(whole, fact("india.member_of", "cdri", "2019")) == []


def test_c8_an_annex_signed_before_what_it_is_annexed_to() -> None:
    whole, part = fact("gsomia.signed_on", "2002-01-17"), fact("isa.annex_to", "gsomia")

    assert found(whole, part, fact("isa.signed_on", "2001-12-17"))[0][0] == "C8"
    assert found(whole, part, fact("isa.signed_on", "2019-12-17")) == []


def test_c8_a_country_is_older_than_what_it_joins() -> None:
    whole, founded = fact("un.established_in", "1945"), fact("france.established_in", "1792")

    assert found(whole, founded, fact("france.member_of", "un")) == []


def test_c9_an_event_after_the_page_that_reports_it() -> None:
    one = only(fact("second.held_on", "2019-12-18", published=("2019-12-10", "2019-11")))

    assert (one.rule, one.level, one.facts) == ("C9", "warning", ("second.held_on",))
    assert "its latest source is of 2019-12-10" in one.message


def test_c9_is_quiet_with_one_later_page_an_undated_one_or_none() -> None:
    assert found(fact("second.held_on", "2019-12-18", published=("2019-12-10", "2019-12-18"))) == []
    assert found(fact("second.held_on", "2019-12-18", published=("2019-12-10", ""))) == []
    assert found(fact("second.held_on", "2019-12-18", published=("2019",))) == []
    assert found(fact("second.held_on", "2019-12-18")) == []
