"""A question is seen outside its papers only after every paper using it has released it (law 6)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.release import Use, released

NOW = datetime(2026, 11, 23, tzinfo=UTC)
OUT = Use("open", NOW - timedelta(days=1), forward=False)


@pytest.mark.parametrize(
    ("uses", "seen"),
    [
        ([], False),
        ([OUT], True),
        ([Use("open", None, forward=False)], True),
        ([Use("open", NOW, forward=False)], True),
        ([Use("open", NOW + timedelta(seconds=1), forward=False)], False),
        ([Use("draft", None, forward=False)], False),
        ([Use("open", None, forward=True)], False),
        ([Use("withdrawn", NOW - timedelta(days=1), forward=True)], True),
        ([Use("withdrawn", NOW + timedelta(days=1), forward=False)], False),
        ([OUT, Use("draft", None, forward=False)], False),
        ([OUT, Use("open", NOW + timedelta(days=1), forward=False)], False),
    ],
)
def test_every_paper_must_have_released_it(uses: list[Use], seen: bool) -> None:
    assert released(uses, NOW) is seen


_USES = st.lists(
    st.builds(
        Use,
        st.sampled_from(["draft", "open", "withdrawn"]),
        st.none() | st.integers(-3, 3).map(lambda days: NOW + timedelta(days=days)),
        st.booleans(),
    )
)


@given(_USES, st.sampled_from([Use("draft", None, forward=False), Use("open", None, forward=True)]))
def test_one_paper_that_has_not_is_enough_to_keep_it(uses: list[Use], keeping: Use) -> None:
    assert not released([*uses, keeping], NOW)
