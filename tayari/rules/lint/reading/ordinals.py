"""Ordinals in English and Hindi, read and written in the form in which they stood: second, 2nd, दूसरी, 42वाँ."""

import re
from functools import lru_cache

from tayari.plain.folding import folded


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ONES = _words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = _words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
_TENS_STEMS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_CARDINALS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_HINDI_CARDINALS = _words(
    "एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस "
    "पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस "
    "बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन "
    "अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर "
    "छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे "
    "बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे सौ"
)
# Stem, then the ending of each form: masculine, oblique, feminine.
_HINDI_IRREGULAR = {1: "पहल", 2: "दूसर", 3: "तीसर", 4: "चौथ"}
_ENDINGS = ("ा", "े", "ी")
_LEARNED = {1: "प्रथम", 2: "द्वितीय", 3: "तृतीय", 4: "चतुर्थ", 5: "पंचम", 6: "षष्ठ", 7: "सप्तम", 8: "अष्टम", 9: "नवम", 10: "दशम"}
_REGULAR_ENDINGS = ("वाँ", "वें", "वीं")
_FIGURE = re.compile(r"(\d+)(?:st|nd|rd|th|वां|वें|वीं|वा|वे|वी)")


def _table() -> dict[str, int]:
    found = {word: value for value, word in enumerate(_ONES, 1)}
    found |= {word: value * 10 for value, word in enumerate(_TENS, 2)}
    for value, word in enumerate(_HINDI_CARDINALS, 1):
        for ending in (*_REGULAR_ENDINGS, "वा", "वे", "वी"):
            found[folded(word + ending)] = value
    for value, stem in _HINDI_IRREGULAR.items():
        found |= {folded(stem + ending): value for ending in _ENDINGS}
    found |= {folded(word): value for value, word in _LEARNED.items()} | {"inaugural": 1, "maiden": 1, "opening": 1}
    # Other spellings that are met.
    for word, value in (
        ("पांचव", 5),
        ("छठ", 6),
        ("छटव", 6),
        ("छठव", 6),
        ("सातव", 7),
        ("नौव", 9),
        ("नव", 9),
        ("दसव", 10),
    ):
        found |= {folded(word + ending): value for ending in ("ा", "े", "ी", "ां", "ें", "ीं")}
    return found


_ORDINALS = _table()
_NUMBERS = (
    {word: value for value, word in enumerate(_CARDINALS, 1)}
    | {word: value * 10 for value, word in enumerate(_TENS_STEMS, 2)}
    | {folded(word): value for value, word in enumerate(_HINDI_CARDINALS, 1)}
)
TENS = {word: value * 10 for value, word in enumerate(_TENS_STEMS, 2)}


@lru_cache(maxsize=50_000)
def ordinal(word: str) -> int:
    """The number of an ordinal, 0 for any other word. `word` is folded."""
    match = _FIGURE.fullmatch(word)
    return int(match[1]) if match else _ORDINALS.get(word, 0)


@lru_cache(maxsize=50_000)
def cardinal(word: str) -> int:
    """The number of a cardinal in words or figures, 0 for any other word. `word` is folded."""
    return int(word) if word.isdecimal() and len(word) < 10 else _NUMBERS.get(word, 0)


def _english_words(value: int) -> str:
    if value < 20:
        return _ONES[value - 1]
    tens, ones = divmod(value, 10)
    if value >= 100 or tens < 2:
        return _figure(value)
    return _TENS[tens - 2] if not ones else f"{_TENS_STEMS[tens - 2]}-{_ONES[ones - 1]}"


def _figure(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _hindi_words(value: int, form: int) -> str:
    if value in _HINDI_IRREGULAR:
        return _HINDI_IRREGULAR[value] + _ENDINGS[form]
    if value == 6:
        return "छठ" + _ENDINGS[form]
    return (_HINDI_CARDINALS[value - 1] if value <= 100 else str(value)) + _REGULAR_ENDINGS[form]


def like(words: str, value: int) -> str:
    """`value` as an ordinal in the form of `words`: third for second, 3rd for 2nd, तीसरी for दूसरी."""
    plain = folded(words)
    if not re.search("[\u0900-\u097f]", words):
        told = _figure(value) if plain[:1].isdigit() else _english_words(value)
        return told[:1].upper() + told[1:] if words[:1].isupper() else told
    form = 2 if re.search("(ी|ीं)$", plain) else 1 if re.search("(े|ें)$", plain) else 0
    if not plain[:1].isdigit():
        learned = plain in {folded(word) for word in _LEARNED.values()}
        return _LEARNED[value] if learned and value in _LEARNED else _hindi_words(value, form)
    return f"{value}{_REGULAR_ENDINGS[form]}"
