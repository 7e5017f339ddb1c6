"""Addresses keep what a title says."""

import pytest

from tayari.plain.slugs import slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2+2", "2-plus-2"),
        ("India–US 2+2 Ministerial Dialogue: every edition", "india-us-2-plus-2-ministerial-dialogue-every-edition"),
        ("C++", "c-plus-plus"),
        ("R&D at 50%", "r-and-d-at-50-percent"),
        ("India's U.S. policy", "indias-us-policy"),
        ("CO₂ and café", "co2-and-cafe"),
        ("Article 370 (1)", "article-370-1"),
        ("  — ", ""),
        ("भारत–अमेरिका 2+2 मंत्रिस्तरीय संवाद", "bharat-amerika-2-plus-2-mantristariya-samvad"),
        ("संविधान", "samvidhan"),
        ("हिन्दी", "hindi"),
        ("हिंदी", "hindi"),
        ("समझौता", "samjhauta"),
        ("विज्ञान", "vigyan"),
        ("फ़्रांस", "frans"),
        ("राष्ट्र", "rashtra"),
        ("२०२६ की योजनाएँ", "2026-ki-yojnaen"),
        ("औद्योगिक सुरक्षा अनुलग्नक", "audyogik-suraksha-anulagnak"),
    ],
)
def test_says_what_the_title_says(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_is_cut_between_words() -> None:
    assert slug("alpha beta gamma", most=12) == "alpha-beta"


def test_never_cuts_a_letter_from_its_marks() -> None:
    cut = slug("தமிழ்", most=10)

    assert cut == "தமி"


def test_is_at_most_a_hundred_bytes() -> None:
    assert len(slug("word " * 60).encode()) <= 100
    assert slug("word " * 60).endswith("-word")
