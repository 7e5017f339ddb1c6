"""The one formatter: every length has its unit and every mark is exact."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.plain import quantities


@pytest.mark.parametrize(
    ("seconds", "english", "hindi"),
    [
        (19, "19 s", "19 सेकंड"),
        (380, "6 min 20 s", "6 मिनट 20 सेकंड"),
        (1800, "30 min", "30 मिनट"),
        # 100 questions at 19 s; a page to beat printed it as "1900m".
        (1900, "31 min 40 s", "31 मिनट 40 सेकंड"),
        (3600, "1 h", "1 घंटे"),
        (3900, "1 h 5 min", "1 घंटे 5 मिनट"),
        (0, "0 s", "0 सेकंड"),
    ],
)
def test_a_length_of_time_has_units(seconds: int, english: str, hindi: str) -> None:
    assert (quantities.duration(seconds), quantities.duration(seconds, "hi")) == (english, hindi)


def test_a_negative_length_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        quantities.duration(-1)


@given(st.integers(min_value=0, max_value=10**6))
def test_the_units_add_up_to_the_seconds(seconds: int) -> None:
    said = quantities.duration(seconds).split()

    assert sum(
        int(n) * {"h": 3600, "min": 60, "s": 1}[unit] for n, unit in zip(said[::2], said[1::2], strict=True)
    ) == (seconds)


@pytest.mark.parametrize(
    ("value", "said"),
    [(Fraction(2), "2"), (Fraction(-2, 3), "−2/3"), (Fraction(4, 3), "1 1/3"), (Fraction(0), "0")],
)
def test_marks_are_written_exactly(value: Fraction, said: str) -> None:
    assert quantities.exact(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(Fraction(98, 3), "32.67"), (Fraction(-2, 3), "−0.67"), (Fraction(18), "18"), (Fraction(-1, 1000), "0")],
)
def test_a_score_is_rounded_once_for_display(value: Fraction, said: str) -> None:
    assert quantities.rounded(value) == said


@pytest.mark.parametrize(("seconds", "said"), [(1900, "31:40"), (3909, "1:05:09"), (5, "0:05"), (-3, "0:00")])
def test_a_running_clock(seconds: int, said: str) -> None:
    assert quantities.clock(seconds) == said
