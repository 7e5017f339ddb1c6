"""Latin names as Devanagari spells them by their sound: लेमोआ for LEMOA, सेपा for CEPA, भागलपुर for Bhagalpur."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

# Each letter of Devanagari by the Latin letters that it may stand for.
_CONSONANTS = {
    "क": "k|c|ck|q|ch", "ख": "kh|k", "ग": "g|gh", "घ": "gh|g", "ङ": "n|ng", "च": "ch|c", "छ": "ch|chh", "ज": "j|z|g|s",
    "झ": "jh|zh|z", "ञ": "n", "ट": "t|tt", "ठ": "th|t", "ड": "d|dd", "ढ": "dh|d", "ण": "n", "त": "t|th", "थ": "th|t",
    "द": "d|th", "ध": "dh", "न": "n|nn", "प": "p|pp", "फ": "f|ph|ff", "ब": "b|bb", "भ": "bh|b", "म": "m|mm",
    "य": "y|i|", "र": "r|rr", "ल": "l|ll", "व": "v|w|u|o", "श": "sh|s|ti", "ष": "sh|s", "स": "s|c|ss|x", "ह": "h",
}  # fmt: skip
_VOWELS = {
    "अ": "a|u", "आ": "a|aa", "इ": "i|e", "ई": "i|ee|y|e", "उ": "u", "ऊ": "u|oo", "ए": "e|a", "ऐ": "ai|a|e", "ओ": "o|oa",
    "औ": "au|o", "ऑ": "o|a|au", "ा": "a|aa", "ि": "i", "ी": "i|ee|y|e|ie", "ु": "u|oo", "ू": "u|oo", "े": "e|ai|ae",
    "ै": "ai|a|e", "ो": "o|oa|ow", "ौ": "au|o|ou", "ॉ": "o|a|au", "ॅ": "e|a", "ँ": "n|m|", "ं": "n|m|", "ृ": "ri|r",
}  # fmt: skip
_INHERENT = "(?:a|u|e|i|o)?"
_SOUND = re.compile("[^a-z]")


def _letters(word: str) -> str:
    return word.replace("\u093c", "").replace("\u200c", "").replace("\u200d", "")


@lru_cache(maxsize=20_000)
def _pattern(word: str, loose: bool) -> re.Pattern[str] | None:
    told = []
    row = _letters(word).replace("क्स", "\0")
    for at, letter in enumerate(row):
        after = row[at + 1] if at + 1 < len(row) else ""
        if letter == "\0":
            told.append("(?:x|ks|cs|cks|chs)" + (_INHERENT if after and after not in _VOWELS else ""))
        elif letter in _CONSONANTS:
            told.append(f"(?:{_CONSONANTS[letter]})")
            # The sound that is not written is not spoken either at the end, unless two letters are joined there.
            spoken = bool(after) or row[at - 1 : at] == "्"
            if spoken and after != "्" and (after not in _VOWELS or after in "ँंअआइईउऊएऐओऔऑ"):
                told.append("[aeiouy]{0,2}" if loose else _INHERENT)
        elif letter in _VOWELS:
            vowel = loose and letter not in "ँंृ"
            told.append("[aeiouy]{0,2}" if vowel else f"(?:{_VOWELS[letter]})")
        elif letter != "्":
            return None
    return re.compile("".join(told) + ("e?" if loose else ""))


def _first(letter: str) -> str:
    """The Latin letters with which what begins with a letter of Devanagari may begin."""
    return "".join(sorted({one[:1] for one in (_CONSONANTS | _VOWELS).get(letter, "").split("|")}))


class Spoken:
    """Latin names by how they may begin, and which of them a word in Devanagari spells. `loose` looks at consonants
    alone, where only few words can be meant."""

    def __init__(self, names: Iterable[str], *, loose: bool = False) -> None:
        self._loose = loose
        self._by_first: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        self._kept: dict[str, str] = {}
        for name in dict.fromkeys(names):
            sound = _SOUND.sub("", name.casefold())
            if len(sound) > (1 if loose else 3) and len(sound) >= len(name) - 1:
                self._by_first["" if loose else sound[0], len(sound)].append((sound, name))

    def name(self, word: str) -> str:
        """The Latin name that a word spells, empty when there is none."""
        if word not in self._kept:
            self._kept[word] = self._meant(word)
        return self._kept[word]

    def _meant(self, word: str) -> str:
        pattern = _pattern(word, self._loose)
        size = len(_letters(word))
        if pattern is None or (size < 3 and not self._loose):
            return ""
        for first in [""] if self._loose else _first(word[0]):
            for length in range(max(2, size - 4), size + 5):
                for sound, name in self._by_first.get((first, length), ()):
                    if pattern.fullmatch(sound):
                        return name
        return ""


def begins_like(word: str, name: str) -> bool:
    """Whether a word in Devanagari begins with the sounds of a Latin one, and so may be that one spelt otherwise."""
    pattern = _pattern(_letters(word)[:3], True)
    return bool(pattern and pattern.match(_SOUND.sub("", name.casefold())))
