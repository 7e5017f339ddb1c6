"""Spellings of one word fold together; different words stay apart."""

import pytest

from tayari.plain.folding import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("हिन्दी", "हिंदी"),
        ("क़ानून", "कानून"),
        ("सम्बन्ध", "संबंध"),
        ("चाँद", "चांद"),
        ("२१", "21"),
        ("U.S.", "us"),
        ("Café", "cafe"),
        ("क्\u200dष", "क्ष"),
    ],
)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), [("दिन", "दान"), ("संविधान", "धन"), ("वन", "प्रस्तावना"), ("2+2", "22")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert set(words(one)).isdisjoint(words(other))


def test_signs_that_belong_to_a_word_stay_in_it() -> None:
    assert words("India–US 2+2, C++ and संविधान।") == ["india", "us", "2+2", "c++", "and", "संविधान"]
