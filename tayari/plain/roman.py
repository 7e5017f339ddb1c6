"""Devanagari in plain Latin letters as Hindi is commonly written in addresses: भारत → bharat, संवाद → samvad."""

import re
import unicodedata

_CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "chh", "ज": "j", "झ": "jh", "ञ": "n",
    "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t", "थ": "th", "द": "d", "ध": "dh", "न": "n",
    "प": "p", "फ": "ph", "ब": "b", "भ": "bh", "म": "m", "य": "y", "र": "r", "ल": "l", "ळ": "l", "व": "v",
    "श": "sh", "ष": "sh", "स": "s", "ह": "h",
}  # fmt: skip
_DOTTED = {"क": "q", "ख": "kh", "ग": "g", "ज": "z", "ड": "r", "ढ": "rh", "फ": "f"}
_VOWELS = {
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ऍ": "e", "ए": "e", "ऐ": "ai", "ऑ": "o",
    "ओ": "o", "औ": "au",
}  # fmt: skip
_SIGNS = {
    "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "ॅ": "e", "े": "e", "ै": "ai", "ॉ": "o", "ो": "o",
    "ौ": "au",
}  # fmt: skip
_NUKTA, _VIRAMA, _ANUSVARA, _CANDRABINDU, _VISARGA = "\u093c", "\u094d", "\u0902", "\u0901", "\u0903"
_INVISIBLE = "\u200c\u200d"
_LIPS = frozenset("पफबभमव")
_WORD = re.compile(r"[\u0900-\u0963\u0970-\u097f\u200c\u200d]+")
_SCHWA = "ə"
_NASALS = frozenset("MN")


def romanised(text: str) -> str:
    """`text` with its Devanagari words and digits in Latin letters; everything else as it was."""
    text = _WORD.sub(lambda word: _word(word[0]), text)
    return "".join(
        str(unicodedata.digit(character)) if "\u0966" <= character <= "\u096f" else character for character in text
    )


def _word(word: str) -> str:
    letters = [letter for letter in word.replace("ज्ञ", "ग्य") if letter not in _INVISIBLE]
    return "".join(_without_silent_vowels(_sounds(letters))).replace(_SCHWA, "a").lower()


def _sounds(letters: list[str]) -> list[str]:
    """One entry a consonant, vowel or nasal; the inherent vowel has its own mark until it is known to be spoken."""
    sounds: list[str] = []
    for place, letter in enumerate(letters):
        following = letters[place + 1] if place + 1 < len(letters) else ""
        if letter in _CONSONANTS:
            sounds += [_DOTTED.get(letter, _CONSONANTS[letter]) if following == _NUKTA else _CONSONANTS[letter], _SCHWA]
        elif letter == _VIRAMA and sounds:
            sounds.pop()
        elif letter in _SIGNS and sounds:
            sounds[-1] = _SIGNS[letter]
        elif letter in _VOWELS:
            sounds.append(_VOWELS[letter])
        elif letter in {_ANUSVARA, _CANDRABINDU}:
            sounds.append("M" if following in _LIPS and letter == _ANUSVARA else "N")
        elif letter == "ॐ":
            sounds.append("om")
    return sounds


def _is_vowel(sound: str) -> bool:
    return sound == _SCHWA or sound[0] in "aeiou"


def _without_silent_vowels(sounds: list[str]) -> list[str]:
    """Hindi drops the inherent vowel at a word's end and between single consonants with vowels around them."""
    kept = list(sounds)
    if len(kept) > 2 and kept[-1] == _SCHWA and not _speaks_its_end(kept):
        kept.pop()
    for place in range(len(kept) - 3, 1, -1):
        before, after = kept[place - 2 : place], kept[place + 1 : place + 3]
        single = _is_vowel(before[0]) and not _is_vowel(before[1]) and not _is_vowel(after[0])
        if kept[place] == _SCHWA and single and _is_vowel(after[1]):
            del kept[place]
    return kept


def _speaks_its_end(sounds: list[str]) -> bool:
    """A final inherent vowel is heard after a cluster (राष्ट्र) and after iy (भारतीय)."""
    cluster = not _is_vowel(sounds[-3]) and sounds[-3] not in _NASALS
    return cluster or (sounds[-2] == "y" and sounds[-3] == "i")
