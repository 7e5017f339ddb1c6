"""A place is stale when what a reader could have read there is so no more, and only then."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.staleness import answers_anew, cause

SAID = {
    "subject": "e1", "predicate": "held_on", "object": "2018-09-06", "texts": {}, "valid_from": "", "valid_to": "",
    "precision": "day", "status": "verified", "sources": ["s.mea"], "note": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, None),
        ({"note": "seen twice"}, None),
        ({"sources": ["s.mea", "s.one"]}, None),
        ({"precision": "month"}, None),
        ({"object": "2018-09-07"}, "changed"),
        ({"texts": {"hi": "x"}}, "changed"),
        ({"valid_from": "2018"}, "changed"),
        ({"valid_to": "2019-12-18"}, "closed"),
        ({"status": "disputed"}, "disputed"),
        ({"status": "retired", "object": "2018-09-07"}, "retired"),
        ({"status": "draft"}, "unverified"),
    ],
)
def test_why_a_place_is_stale(changes: dict[str, Any], why: str | None) -> None:
    assert cause(SAID, {**SAID, **changes}) == why


def test_a_last_day_that_moves_is_a_change_and_not_a_closing() -> None:
    assert cause({**SAID, "valid_to": "2019"}, {**SAID, "valid_to": "2020"}) == "changed"


def test_what_may_no_longer_feed_a_key_makes_stale_though_it_says_the_same() -> None:
    assert cause(SAID, {**SAID, "sources": []}, fed=True, feeds=False) == "evidence"
    assert cause(SAID, {**SAID, "sources": []}, fed=True, feeds=True) is None


@pytest.mark.parametrize(
    ("before", "after", "anew"),
    [
        (None, SAID, True),
        (None, {**SAID, "status": "draft"}, False),
        ({**SAID, "status": "draft"}, SAID, True),
        (SAID, {**SAID, "object": "2019"}, False),
        (SAID, {**SAID, "subject": "e2"}, True),
    ],
)
def test_a_fact_answers_anew_when_it_is_verified_or_is_about_something_else(
    before: dict[str, Any] | None, after: dict[str, Any], anew: bool
) -> None:
    assert answers_anew(before, after) is anew


@given(st.sampled_from(sorted(SAID)), st.text(max_size=3))
def test_nothing_is_stale_by_its_own_saying_and_a_new_fact_has_no_places(name: str, value: str) -> None:
    said = {**SAID, name: value}

    assert cause(said, said) is None
    assert cause(None, said) is None
