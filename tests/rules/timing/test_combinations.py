"""Clocks of the paper, of sections and of questions, alone and together, with what is added to them."""

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tayari.rules import timing
from tayari.rules.timing import Asked, Change, Place, Plan, Section

MINUTE = 60_000
CAT = Plan(
    {number: Asked(frozenset("abcd")) for number in range(1, 7)},
    (Section((1, 2), 40 * MINUTE, 1), Section((3, 4), 40 * MINUTE, 2), Section((5, 6), 40 * MINUTE, 3)),
    navigation="sections",
)
"""Three sections with clocks of their own, none left before its time."""

LEFT = replace(CAT, leave_early=True)


def plan(paper: int | None, section: int | None, question: int | None, navigation: str) -> Plan:
    questions = {number: Asked(frozenset("abcd"), ms=question) for number in range(1, 7)}
    sections = (Section((1, 2, 3), section, 1), Section((4, 5, 6), section, 2))
    return Plan(questions, sections, paper, navigation)  # type: ignore[arg-type]


TIMES: list[int | None] = [None, 30_000, 100_000]
# A question's clock goes with forward navigation, a section's with either that closes sections.
ALL = [
    plan(paper, section, question, navigation)
    for paper, section, question, navigation in itertools.product(TIMES, TIMES, [None, 12_000], ["sections", "forward"])
    if question is None or navigation == "forward"
] + [plan(paper, None, None, "free") for paper in TIMES]
PLANS = st.sampled_from(ALL)


@pytest.mark.parametrize(
    ("paper", "section", "question", "longest"),
    [
        (None, None, None, None),
        (100_000, None, None, 100_000),
        (None, 30_000, None, 60_000),
        (None, None, 12_000, 72_000),
        (50_000, 30_000, None, 50_000),
        (50_000, None, 12_000, 50_000),
        (None, 30_000, 12_000, 60_000),
        (None, 100_000, 12_000, 72_000),
        (50_000, 30_000, 12_000, 50_000),
    ],
)
def test_the_first_clock_to_end_ends_what_it_is_for(
    paper: int | None, section: int | None, question: int | None, longest: int | None
) -> None:
    assert timing.longest_ms(plan(paper, section, question, "forward")) == longest


def test_a_section_closes_when_its_time_ends_and_the_next_opens() -> None:
    assert timing.open_numbers(CAT, Place().at(CAT, 40 * MINUTE - 1)) == (1, 2)
    assert timing.open_numbers(CAT, Place().at(CAT, 40 * MINUTE)) == (3, 4)
    assert timing.open_numbers(CAT, Place().at(CAT, 120 * MINUTE)) == ()
    assert timing.section_remaining_ms(CAT, Place(), 50 * MINUTE) == 30 * MINUTE
    assert timing.remaining_ms(CAT, Place(), 50 * MINUTE) == 70 * MINUTE


def test_a_section_left_early_gives_its_time_to_nobody() -> None:
    place = Place().left(LEFT, 10 * MINUTE)

    assert timing.open_numbers(LEFT, place) == (3, 4)
    assert timing.end_ms(LEFT, place) == 90 * MINUTE


def test_a_sections_end_closes_the_questions_in_it_that_have_time_left() -> None:
    both = plan(None, 30_000, 12_000, "forward")

    assert Place().at(both, 29_999).number(both) == 3
    assert Place().at(both, 30_000).number(both) == 4
    assert timing.question_remaining_ms(both, Place(), 25_000) == 5_000
    assert timing.section_remaining_ms(both, Place(), 25_000) == 5_000


def test_the_last_questions_clock_ends_a_section_before_its_own() -> None:
    both = plan(None, 100_000, 12_000, "forward")

    assert Place().at(both, 36_000).number(both) == 4
    assert timing.section_remaining_ms(both, Place(), 36_000) == 36_000


def test_questions_may_have_different_times() -> None:
    mixed = Plan({1: Asked(ms=10_000), 2: Asked(ms=60_000), 3: Asked(ms=20_000)}, navigation="forward")

    assert [Place().at(mixed, ms).number(mixed) for ms in (0, 9_999, 10_000, 69_999, 70_000, 90_000)] == [
        1,
        1,
        2,
        2,
        3,
        None,
    ]
    assert mixed.question_ms is None
    assert timing.question_remaining_ms(mixed, Place(), 15_000) == 55_000


def test_a_third_more_time_is_twenty_minutes_an_hour() -> None:
    """Compensatory time of the Indian rules: not less than twenty minutes for an hour."""
    shared = replace(CAT, share=Fraction(1, 3), paper_ms=180 * MINUTE)

    assert timing.longest_ms(shared) == 160 * MINUTE
    assert replace(shared, sections=()).paper_end == 240 * MINUTE


def test_a_section_may_have_a_share_of_its_own_and_the_paper_does_not_take_it_back() -> None:
    """Three sections of 40 minutes under a paper of 120: a third of 40 more in all, a half of 40 more in the second."""
    plan = replace(CAT, paper_ms=120 * MINUTE)
    second = plan.parts[1].number

    own = replace(plan, shares={second: Fraction(1, 2)})
    both = replace(plan, share=Fraction(1, 3), shares={second: Fraction(1, 2)})
    less = replace(plan, share=Fraction(1, 3), shares={second: Fraction(1, 4)})

    assert [own.section_time(part) for part in range(3)] == [40 * MINUTE, 60 * MINUTE, 40 * MINUTE]
    assert timing.longest_ms(own) == own.paper_time == 140 * MINUTE
    assert timing.longest_ms(both) == both.paper_time == (160 * MINUTE + 60 * MINUTE - 160 * MINUTE // 3)
    assert less.paper_time == 160 * MINUTE


def test_the_questions_of_a_section_have_its_share() -> None:
    plan = Plan(
        {number: Asked(frozenset("ab"), ms=30_000) for number in (1, 2)},
        (Section((1,), number=1), Section((2,), number=2)),
        60_000,
        "forward",
        shares={2: Fraction(1, 3)},
    )

    assert (plan.question_time(1), plan.question_time(2)) == (30_000, 40_000)
    assert plan.question_ms is None
    assert timing.longest_ms(plan) == 70_000


def test_a_share_of_a_question_is_exact_to_the_millisecond() -> None:
    shared = replace(Plan.of({1: frozenset("ab"), 2: frozenset("ab")}, question_ms=19_000, forward=True))
    shared = replace(shared, share=Fraction(1, 3))

    assert shared.question_ms == 25_334  # 25 333 and a third; the rest of a millisecond is the candidate's


def test_more_time_for_the_paper_or_for_a_section() -> None:
    more = replace(CAT, changes=(Change(10 * MINUTE, 5 * MINUTE, 1), Change(50 * MINUTE, 2 * MINUTE, 2)))

    assert Place().at(more, 44 * MINUTE).part(more) == 0
    assert Place().at(more, 45 * MINUTE).part(more) == 1
    assert timing.longest_ms(more) == 127 * MINUTE


def test_a_section_that_closed_is_not_opened_again_by_more_time() -> None:
    late = replace(CAT, changes=(Change(40 * MINUTE, 5 * MINUTE, 1),))

    assert Place().at(late, 41 * MINUTE).part(late) == 1
    assert timing.longest_ms(late) == 120 * MINUTE


def test_time_taken_away_ends_a_clock_at_that_moment_at_the_earliest() -> None:
    paper = Plan.of({1: frozenset("ab")}, paper_ms=60 * MINUTE)

    assert replace(paper, changes=(Change(50 * MINUTE, -30 * MINUTE),)).paper_end == 50 * MINUTE
    assert replace(paper, changes=(Change(10 * MINUTE, -30 * MINUTE),)).paper_end == 30 * MINUTE
    assert replace(paper, changes=(Change(-1, 30 * MINUTE),)).paper_end == 60 * MINUTE


def test_a_section_yet_to_open_gets_its_change_too() -> None:
    early = replace(CAT, changes=(Change(10 * MINUTE, -15 * MINUTE, 3),))

    assert timing.longest_ms(early) == 105 * MINUTE


CHANGES = st.lists(
    st.builds(Change, st.integers(0, 200_000), st.integers(-60_000, 60_000), st.sampled_from([None, 1, 2])), max_size=4
)


@given(PLANS, CHANGES, st.fractions(0, 2, max_denominator=12), st.integers(0, 400_000), st.integers(0, 400_000))
def test_what_has_closed_stays_closed(plan: Plan, changes: list[Change], share: Fraction, now: int, more: int) -> None:
    plan = replace(plan, changes=tuple(changes), share=share)

    here, later = Place().at(plan, now), Place().at(plan, now + more)

    assert later.index >= here.index
    assert here.at(plan, now + more) == later


@given(PLANS, CHANGES, CHANGES, st.integers(0, 200_000))
def test_a_change_moves_nothing_that_was_before_it(
    plan: Plan, before: list[Change], after: list[Change], now: int
) -> None:
    known = tuple(change for change in before if change.at_ms <= now)
    later = tuple(change for change in after if change.at_ms > now)

    assert Place().at(replace(plan, changes=known), now) == Place().at(replace(plan, changes=known + later), now)


@given(PLANS, CHANGES, st.integers(0, 400_000))
def test_less_time_never_ends_before_now(plan: Plan, changes: list[Change], now: int) -> None:
    plan = replace(plan, changes=tuple(change for change in changes if change.at_ms <= now))
    end = timing.end_ms(plan, Place())
    assume(end is not None and end > now)

    shorter = replace(plan, changes=(*plan.changes, Change(now, -(10**9)), Change(now, -(10**9), 1)))
    ended = timing.end_ms(shorter, Place())

    assert ended is not None
    assert ended >= now


@given(PLANS, st.fractions(0, 2, max_denominator=12))
def test_a_share_lengthens_everything_by_itself(plan: Plan, share: Fraction) -> None:
    before, after = timing.longest_ms(plan), timing.longest_ms(replace(plan, share=share))

    if before is None:
        assert after is None
    else:
        # Each of at most six clocks in a row is rounded up by less than a millisecond.
        assert after is not None
        assert before * (1 + share) <= after < before * (1 + share) + 6


@given(PLANS, st.integers(0, 400_000))
def test_nothing_remains_longer_than_what_it_is_part_of(plan: Plan, now: int) -> None:
    whole = timing.remaining_ms(plan, Place(), now)
    section = timing.section_remaining_ms(plan, Place(), now)
    question = timing.question_remaining_ms(plan, Place(), now)

    for inner, outer in ((question, section), (section, whole), (question, whole)):
        if inner is not None and outer is not None:
            assert 0 <= inner <= outer
