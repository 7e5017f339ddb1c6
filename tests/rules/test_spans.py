"""Years that a title may claim."""

import pytest

from tayari.rules.spans import beyond


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("India and the United States 1947–2028", "1947–2028"),  # from a page of 2025
        ("India and the United States, 1947 to 2026", "1947 to 2026"),
        ("भारत और अमेरिका 1947 से 2028", "1947 से 2028"),
        ("India and the United States 1947–2025", ""),
        ("Years 1962–1971 and 2024-2030", "2024-2030"),
        ("Budget 2025-26", ""),
        ("2+2 in 2028", ""),
        ("Resolution 2028-1947", ""),
        ("Numbers 11947–20281", ""),
        ("", ""),
    ],
)
def test_a_span_must_be_over(title: str, found: str) -> None:
    assert beyond(title, 2025) == found
