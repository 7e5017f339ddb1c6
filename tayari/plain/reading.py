"""How long a text takes to read, by script, and the whole minutes that a page says."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

# Words a minute. Silent reading of English non-fiction runs near 238 (Brysbaert 2019, Journal of Memory and Language
# 109); study is slower. The rate for Devanagari is our own assumption in the same proportion to its longer words.
RATES: Mapping[str, int] = {"latin": 200, "devanagari": 170}
_SECONDS_A_PICTURE = 12
_SECONDS_A_ROW = 3
_INSIDE = frozenset("'’\u200c\u200d-")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is to read: words by script, pictures, and rows of tables and timelines."""

    words: Mapping[str, int]
    pictures: int = 0
    rows: int = 0


def words(text: str) -> dict[str, int]:
    """How many words of each script: a run of letters, marks and digits is one word, also across a hyphen."""
    counted = dict.fromkeys(RATES, 0)
    script = ""
    for character in text:
        if unicodedata.category(character)[0] in "LMN":
            script = script or ("devanagari" if "\u0900" <= character <= "\u097f" else "latin")
        elif script and character not in _INSIDE:
            counted[script] += 1
            script = ""
    if script:
        counted[script] += 1
    return counted


def seconds(extent: Extent) -> int:
    """The whole seconds that reading takes."""
    reading = sum(count * 60 / RATES[script] for script, count in extent.words.items())
    return round(reading) + extent.pictures * _SECONDS_A_PICTURE + extent.rows * _SECONDS_A_ROW


def minutes(length: int) -> int:
    """Seconds as whole minutes, rounded up, at least 1."""
    return max(1, -(-length // 60))
