"""Hindi of old fonts: what their Latin letters draw, in the order in which it is spoken."""

import pytest

from tayari.plain.graphemes import nfc
from tayari.rules.interchange.word import legacy

# Words as typists know them; letters and conjuncts as the fixtures of doc-jawwad/UnicodeKruti- and the tables of
# JujuAdams/KrutidevDevanagari and of the package hinlegacy 1.0.1 give them, which agree on each of these.
WORDS = {
    "ueLrs HkkjrA": "नमस्ते भारत।",
    'fgUnh Hkk"kk gSA': "हिन्दी भाषा है।",
    "dk;ZØe py jgk gSA": "कार्यक्रम चल रहा है।",
    "/keZ": "धर्म",
    "izèkku": "प्रधान",
    "dk;Z": "कार्य",
    "ljdkj": "सरकार",
    "nzZ": "र्द्र",
    "{kf=;": "क्षत्रिय",
    "Kku": "ज्ञान",
    "vks": "ओ",
    "vkS": "औ",
    ",s": "ऐ",
    "bZ": "ई",
    "j~": "र्",
    "LFk": "स्थ",
    '"V': "ष्ट",
    "PN": "च्छ",
    "M+": "ड़",
    "åƒ„…": "०१२३",
    "2024%": "2024:",
    "AA": "॥",
    "jke 123": "राम 123",
    "vkfFkZd fLFkfr": "आर्थिक स्थिति",
    "fuEufyf[kr esa ls dkSu&lk lgh gS\\": "निम्नलिखित में से कौन-सा सही है?",
    "loksZPp U;k;ky;": "सर्वोच्च न्यायालय",
    'jk"Vªifr': "राष्ट्रपति",
}


@pytest.mark.parametrize("typed", WORDS)
def test_words_of_kruti_dev_read_as_hindi(typed: str) -> None:
    for font in ("Kruti Dev 010", "KrutiDev010", "DevLys 010"):
        made = legacy.converted(typed, font)
        assert made is not None
        assert nfc(made.text) == nfc(WORDS[typed])
        assert not made.unknown


def test_a_letter_that_the_table_does_not_know_stays_and_is_told() -> None:
    made = legacy.converted("djõk", "Kruti Dev 010")

    assert made is not None
    assert made.unknown == "õ"


@pytest.mark.parametrize(
    ("font", "is_legacy", "has_table"),
    [
        ("Kruti Dev 010", True, True),
        ("DevLys 010", True, True),
        ("Kruti Dev 500", True, False),
        ("Walkman-Chanakya905", True, False),
        ("Chanakya", True, False),
        ("Mangal", False, False),
        ("Times New Roman", False, False),
        ("", False, False),
    ],
)
def test_fonts_are_known_by_their_names(font: str, is_legacy: bool, has_table: bool) -> None:
    assert legacy.is_legacy(font) is is_legacy
    assert (legacy.converted("d", font) is not None) is has_table
