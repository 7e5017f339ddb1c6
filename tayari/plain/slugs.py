"""Addresses from titles: signs become words, Devanagari readable Latin letters, and no word is cut."""

import re
import unicodedata

from tayari.plain.graphemes import clusters
from tayari.plain.roman import romanised

_SPOKEN = {
    "+": "plus",
    "&": "and",
    "%": "percent",
    "@": "at",
    "=": "equals",
    "₹": "rupees",
    "$": "dollars",
    "°": "degrees",
}
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")


def slug(title: str, most: int = 100) -> str:
    """`2+2` → `2-plus-2`, `C++` → `c-plus-plus`, `भारत` → `bharat`; at most `most` bytes of UTF-8, whole words.

    Letters of other scripts are kept as they are. Empty when the title has neither letter nor digit.
    """
    text = romanised(unicodedata.normalize("NFC", title))
    text = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), text)
    text = _APOSTROPHES.sub("", text)
    text = "".join(f" {_SPOKEN[sign]} " if sign in _SPOKEN else sign for sign in text)
    return _cut(_words(_plain_latin(text).lower()), most)


def _plain_latin(text: str) -> str:
    """Latin letters without accents, compatible forms opened (`é` → e, `₂` → 2); other scripts keep their marks."""
    kept: list[str] = []
    for character in unicodedata.normalize("NFKD", text):
        is_mark = unicodedata.category(character).startswith("M")
        if not (is_mark and kept and kept[-1].isascii()):
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def _words(text: str) -> list[str]:
    kept = "".join(character if unicodedata.category(character)[0] in "LMN" else " " for character in text)
    return kept.split()


def _cut(words: list[str], most: int) -> str:
    fitting = ""
    for word in words:
        longer = f"{fitting}-{word}" if fitting else word
        if len(longer.encode()) > most:
            return fitting or _whole_characters(word, most)
        fitting = longer
    return fitting


def _whole_characters(word: str, most: int) -> str:
    kept = ""
    for cluster in clusters(word):
        if len((kept + cluster).encode()) > most:
            break
        kept += cluster
    return kept
