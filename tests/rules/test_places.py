"""Between two places there is a third, until floating point has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.places import NoRoom, between


@given(low=st.integers(0, 10**6), gap=st.integers(1, 1000), sides=st.lists(st.booleans(), max_size=30))
def test_thirty_moves_into_one_gap_each_find_a_place(low: int, gap: int, sides: list[bool]) -> None:
    under, over = float(low), float(low + gap)
    for up in sides:
        middle = between(under, over)
        assert under < middle < over
        under, over = (middle, over) if up else (under, middle)


def test_where_no_third_fits_it_is_refused() -> None:
    with pytest.raises(NoRoom, match="no place left"):
        between(1.0, 1.0 + 2**-52)
