"""Clocks as values: nothing here sleeps."""

from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import timing
from tayari.rules.timing import Place, Plan

OPTIONS = {number: frozenset("abcd") for number in range(1, 5)}
SPRINT = Plan.of(OPTIONS, question_ms=19_000, forward=True)
PAPER = Plan.of({1: frozenset("abcd")}, paper_ms=1_800_000)


def test_a_sprint_takes_at_most_the_sum_of_its_questions() -> None:
    assert timing.longest_ms(SPRINT) == 76_000
    assert timing.longest_ms(Plan.of(OPTIONS, paper_ms=60_000, question_ms=19_000, forward=True)) == 60_000
    assert timing.longest_ms(Plan.of(OPTIONS)) is None


def test_the_next_question_opens_at_the_end_of_the_one_before() -> None:
    start = Place()

    assert start.at(SPRINT, 18_999) == Place(0, 0)
    assert start.at(SPRINT, 19_000) == Place(1, 19_000, 0, 19_000)
    assert start.at(SPRINT, 40_000) == Place(2, 38_000, 0, 38_000)
    assert start.at(SPRINT, 10**9) == Place(4, 76_000, 76_000, 76_000)


def test_a_question_left_early_brings_the_end_forward() -> None:
    place = Place().left(SPRINT, 5_000)

    assert place == Place(1, 5_000, 0, 5_000)
    assert timing.end_ms(SPRINT, place) == 62_000
    assert timing.remaining_ms(SPRINT, place, 5_000) == 57_000
    assert timing.question_remaining_ms(SPRINT, place, 6_000) == 18_000


def test_after_the_last_question_nothing_is_open_and_nothing_is_left() -> None:
    place = Place(3, 50_000)

    assert place.at(SPRINT, 69_000).number(SPRINT) is None
    assert timing.question_remaining_ms(SPRINT, place, 70_000) == 0
    assert timing.remaining_ms(SPRINT, place, 70_000) == 0


def test_a_question_does_not_outlast_the_paper() -> None:
    plan = Plan.of(OPTIONS, paper_ms=30_000, question_ms=19_000, forward=True)

    assert timing.question_remaining_ms(plan, Place(1, 19_000), 20_000) == 10_000


def test_an_action_happened_between_last_contact_and_arrival() -> None:
    assert timing.action_ms(contact_ms=1_000, after_ms=500, arrival_ms=5_000) == 1_500
    assert timing.action_ms(contact_ms=1_000, after_ms=-900, arrival_ms=5_000) == 1_000
    assert timing.action_ms(contact_ms=1_000, after_ms=60_000, arrival_ms=5_000) == 5_000
    assert timing.action_ms(contact_ms=None, after_ms=0, arrival_ms=5_000) == 5_000


def test_lag_is_forgiven_up_to_its_quota_and_no_further() -> None:
    assert timing.in_time(action=19_000, arrival=21_000, end=19_000, grace=timing.LAG_MS)
    assert not timing.in_time(action=19_000, arrival=21_001, end=19_000, grace=timing.LAG_MS)
    assert not timing.in_time(action=19_001, arrival=19_001, end=19_000, grace=timing.LAG_MS)


@given(contact=st.integers(0, 10**7), after=st.integers(-(10**8), 10**8), wait=st.integers(0, 10**7))
def test_no_claim_leaves_the_span_from_contact_to_arrival(contact: int, after: int, wait: int) -> None:
    action = timing.action_ms(contact_ms=contact, after_ms=after, arrival_ms=contact + wait)

    assert contact <= action <= contact + wait


@given(moments=st.lists(st.integers(0, 200_000), min_size=1, max_size=12), leaves=st.lists(st.booleans(), max_size=12))
def test_what_remains_never_grows(moments: list[int], leaves: list[bool]) -> None:
    place, before = Place(), timing.longest_ms(SPRINT)
    for now, leave in zip(sorted(moments), leaves, strict=False):
        place = place.at(SPRINT, now)
        if leave and place.number(SPRINT) is not None:
            place = place.left(SPRINT, now)
        left = timing.remaining_ms(SPRINT, place, now)
        assert left is not None
        assert before is not None
        assert left <= before
        before = left


@given(now=st.integers(0, 10**6), later=st.integers(0, 10**6))
def test_a_closed_question_stays_closed(now: int, later: int) -> None:
    assert Place().at(SPRINT, now).at(SPRINT, now + later) == Place().at(SPRINT, now + later)
    assert Place().at(SPRINT, now).index <= Place().at(SPRINT, now + later).index


def test_a_paper_clock_counts_down_to_nothing() -> None:
    assert timing.remaining_ms(PAPER, Place(), 0) == 1_800_000
    assert timing.remaining_ms(PAPER, Place(), 1_799_999) == 1
    assert timing.remaining_ms(PAPER, Place(), 2_000_000) == 0
