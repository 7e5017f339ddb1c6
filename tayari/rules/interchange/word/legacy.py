"""Hindi typed for fonts from before Unicode, whose Latin letters are drawn as parts of Devanagari.

The table says what the letters of Kruti Dev 010 and of DevLys 010 draw, which share one layout; it holds only letters
on which published tables of both fonts agree (the tests name them). Chanakya and others have layouts of their own:
their text is told and stays as it is.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_LAYOUT = re.compile(r"^(?:kruti\s*dev|devlys)\s*0*10(?!\d)", re.IGNORECASE)
_LEGACY = re.compile(
    r"kruti|devlys|chanakya|akruti|shusha|shivaji|walkman|agra\b|aps-|dv-?tt|dvb-?tt|sudha\b|yogesh", re.IGNORECASE
)
_FULL = {
    "d": "क", "x": "ग", "³": "ङ", "p": "च", "N": "छ", "t": "ज", ">": "झ", "¥": "ञ", "V": "ट", "B": "ठ", "M": "ड",
    "<": "ढ", "r": "त", "n": "द", "u": "न", "i": "प", "Q": "फ", "c": "ब", "e": "म", ";": "य", "j": "र", "y": "ल",
    "G": "ळ", "o": "व", "l": "स", "g": "ह", "v": "अ", "b": "इ", "m": "उ", "Å": "ऊ", "_": "ऋ", ",": "ए",
    "ê": "ट्ट", "ë": "ट्ठ", "ì": "ड्ड", "ï": "ड्ढ", ")": "द्ध", "í": "द्द", "}": "द्व", "|": "द्य", "æ": "द्र", "K": "ज्ञ",
    "=": "त्र", "J": "श्र", "Ø": "क्र", "Ý": "फ्र", "ç": "प्र", "à": "ह्न", "á": "ह्य", "ã": "ह्म", "ô": "क्क",
    "â": "हृ", "–": "दृ", "—": "कृ", "#": "रु", ":": "रू", "Ã": "ई", "Á": "प्र", "Ñ": "कृ",
}  # fmt: skip
# These lack the stem of their letter; the sign of aa after them draws it and is no vowel.
_HALF = {
    "D": "क", "[": "ख", "X": "ग", "?": "घ", "P": "च", "T": "ज", "÷": "झ", ".": "ण", "R": "त", "F": "थ", "/": "ध",
    "U": "न", "I": "प", "¶": "फ", "C": "ब", "H": "भ", "E": "म", "¸": "य", "Y": "ल", "O": "व", "'": "श", '"': "ष",
    "L": "स", "º": "ह", "{": "क्ष", "Ù": "त्त", "«": "त्र", "è": "ध", "Ü": "श",
}  # fmt: skip
_SIGNS = {
    "h": "ी", "q": "ु", "w": "ू", "`": "ृ", "s": "े", "S": "ै", "a": "ं", "¡": "ँ", "W": "ॅ", "‚": "ॉ", "~": "्",
    "z": "्र", "ª": "्र", "+": "़", "È": "ीं", "î": "्य",
}  # fmt: skip
_POINTS = {
    "A": "।", "-": ".", "&": "-", "]": ",", "\\": "?", "(": ";", "^": "‘", "*": "’", "Þ": "“", "ß": "”", "@": "/",
    "¼": "(", "½": ")", "¿": "{", "À": "}", "¾": "=", "Œ": "॰", "·": "ऽ",
    "å": "०", "ƒ": "१", "„": "२", "…": "३", "†": "४", "‡": "५", "ˆ": "६", "‰": "७", "Š": "८", "‹": "९",
}  # fmt: skip
_SAME = frozenset("0123456789 \t\n\u200c\u200d")
# Word makes straight quotes curly while one types; the letters behind them are the straight ones.
_QUOTES = str.maketrans("‘’“”", "''\"\"")
_SHORT_I, _REPH, _VIRAMA, _AA = "\ue000", "\ue001", "\u094d", "\u093e"
_LETTER = "[क-ह]\u093c?"
_CLUSTER = f"{_LETTER}(?:{_VIRAMA}{_LETTER})*"
_MOVED_I = re.compile(f"{_SHORT_I}({_CLUSTER}|[अ-औ]?)")
_MOVED_REPH = re.compile(f"({_CLUSTER}[\u093e-\u094c\u0901-\u0903\u0945]*){_REPH}")
_JOINED = (
    ("अाै", "औ"), ("अाे", "ओ"), ("अा", "आ"), ("अॉ", "ऑ"), ("एे", "ऐ"), ("ाे", "ो"), ("ाै", "ौ"), ("ाॅ", "ॉ"),
    (f"इ{_REPH}", "ई"), ("।।", "॥"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Converted:
    """The words in Unicode; `unknown` are letters that the table does not know and that stayed as they were."""

    text: str
    unknown: str = ""


@lru_cache(maxsize=256)
def is_legacy(font: str) -> bool:
    """Whether a font draws Devanagari for Latin letters."""
    return bool(_LEGACY.search(font))


def converted(text: str, font: str) -> Converted | None:
    """The Hindi that `text` shows in `font`; None for a layout that we have no table for."""
    if not _LAYOUT.match(font.strip()):
        return None
    said, unknown, half = "", "", False
    for sign in text.translate(_QUOTES):
        if half and sign == "k":
            half = False
            continue
        if half:
            said += _VIRAMA
        half = sign in _HALF
        if half:
            said += _HALF[sign]
        elif sign == "%":
            said += "ः" if said and not said[-1].isdigit() and not said[-1].isspace() else ":"
        else:
            told = _one(sign)
            unknown += "" if told else sign
            said += told or sign
    return Converted(_ordered(said + (_VIRAMA if half else "")), unknown)


def _one(sign: str) -> str:
    special = {"f": _SHORT_I, "Z": _REPH, "k": _AA, "±": f"{_REPH}\u0902"}
    if sign in _SAME:
        return sign
    return special.get(sign) or _FULL.get(sign) or _SIGNS.get(sign) or _POINTS.get(sign) or ""


def _ordered(said: str) -> str:
    """Signs in the order in which they are spoken: i after its letters, r before them."""
    said = said.replace(_VIRAMA * 2, _VIRAMA)
    said = said.replace(f"इ{_REPH}", "ई")
    said = _MOVED_I.sub(r"\1ि", said)
    for apart, whole in _JOINED:
        said = said.replace(apart, whole)
    said = _MOVED_REPH.sub(r"र्\1", said)
    return said.replace(_REPH, "र्").replace(_SHORT_I, "ि")
