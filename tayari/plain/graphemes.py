"""Unicode text that keeps its letters whole: NFC, and cuts between what a reader sees as characters."""

import re
import unicodedata
from functools import lru_cache

_ZWJ = "\N{ZERO WIDTH JOINER}"
_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d")


def nfc(text: str) -> str:
    """Text in NFC, the form in which everything is stored and compared."""
    return unicodedata.normalize("NFC", text)


def clusters(text: str) -> list[str]:
    """What a reader sees as single characters: a letter with its marks, and a whole Indic conjunct.

    After the extended grapheme clusters of Unicode UAX #29 with its rule GB9c (a virama joins the next
    consonant), without its emoji and Hangul rules, which exam text does not meet.
    """
    found: list[str] = []
    for character in text:
        joins = unicodedata.category(character) in {"Mn", "Mc", "Me"} or character in {_ZWJ, "\u200c"}
        after_virama = bool(found) and found[-1].rstrip(_ZWJ)[-1:] in _VIRAMAS and character.isalpha()
        if found and (joins or after_virama):
            found[-1] += character
        else:
            found.append(character)
    return found


@lru_cache(maxsize=2_000)
def cut(text: str, most: int) -> str:
    """At most `most` visible characters, cut between words where there is one, with an ellipsis when cut."""
    if len(text) <= most:
        return text
    seen = clusters(text)
    if len(seen) <= most:
        return text
    kept = "".join(seen[: most - 1])
    if not seen[most - 1].isspace():
        at_word = re.sub(r"\s+\S*$", "", kept)
        kept = at_word or kept
    return kept.rstrip(" ,;:–—-") + "…"
