"""Our own downtime: a sitting's time stands still while we are not there."""

from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.timing import Pause, running_ms, wall_ms

PAUSES = st.lists(
    st.builds(
        lambda begin, length: Pause(begin, begin + length), st.integers(-50_000, 500_000), st.integers(0, 90_000)
    ),
    max_size=6,
)


def test_time_stands_from_the_last_sign_of_life_to_the_next() -> None:
    down = [Pause(60_000, 90_000)]

    assert [running_ms(wall, down) for wall in (0, 60_000, 75_000, 90_000, 100_000)] == [
        0,
        60_000,
        60_000,
        60_000,
        70_000,
    ]


def test_an_end_is_told_with_the_pauses_before_it() -> None:
    down = [Pause(60_000, 90_000), Pause(200_000, 210_000)]

    assert wall_ms(100_000, down) == 130_000
    assert wall_ms(180_000, down) == 220_000


def test_what_was_lost_before_the_sitting_is_not_given() -> None:
    assert running_ms(30_000, [Pause(-50_000, 10_000)]) == 20_000
    assert running_ms(30_000, [Pause(-50_000, -10_000)]) == 30_000


def test_spells_that_overlap_count_once() -> None:
    assert running_ms(100, [Pause(10, 40), Pause(20, 30), Pause(35, 50), Pause(50, 60)]) == 50


@given(PAUSES, st.integers(0, 10**6), st.integers(0, 10**6))
def test_time_never_runs_backwards_or_faster(pauses: list[Pause], wall: int, more: int) -> None:
    passed = running_ms(wall + more, pauses) - running_ms(wall, pauses)

    assert 0 <= passed <= more


@given(PAUSES, st.integers(0, 10**6))
def test_there_and_back(pauses: list[Pause], running: int) -> None:
    wall = wall_ms(running, pauses)

    assert running_ms(wall, pauses) == running
    assert running_ms(wall + 1, pauses) == running + 1


@given(PAUSES, PAUSES, st.integers(0, 10**6))
def test_a_pause_found_later_moves_nothing_before_it(known: list[Pause], found: list[Pause], wall: int) -> None:
    later = [pause for pause in found if pause.begin_ms >= wall]

    assert running_ms(wall, [*known, *later]) == running_ms(wall, known)
