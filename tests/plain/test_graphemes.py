"""Text is never cut inside what a reader sees as one letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.plain.graphemes import clusters, cut


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("हिन्दी", ["हि", "न्दी"]),
        ("क्षेत्र", ["क्षे", "त्र"]),
        ("भारत–US", ["भा", "र", "त", "–", "U", "S"]),
        ("é", ["é"]),
    ],
)
def test_a_letter_keeps_its_marks_and_a_conjunct_its_parts(text: str, seen: list[str]) -> None:
    assert clusters(text) == seen


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        ("संविधान की प्रस्तावना", 8, "संविधान की…"),
        ("India–US 2+2 Ministerial Dialogue", 20, "India–US 2+2…"),
        ("short", 20, "short"),
    ],
)
def test_cuts_between_words(text: str, most: int, said: str) -> None:
    assert cut(text, most) == said


@given(st.text(alphabet="अकषतरमन्ािीुं़ abc", max_size=60), st.integers(min_value=1, max_value=30))
def test_a_cut_is_a_whole_number_of_letters(text: str, most: int) -> None:
    shown = cut(text, most)

    whole = clusters(text)
    assert len(clusters(shown)) <= most
    assert shown == text or shown[:-1] in {"".join(whole[:count]).rstrip(" ,;:–—-") for count in range(len(whole) + 1)}
