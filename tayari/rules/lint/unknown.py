"""Names that the base does not have: cities everybody knows, and persons by the shape of their name."""

import re
from collections.abc import Iterable, Iterator

from tayari.rules.lint.base import FactBase
from tayari.rules.lint.lexicon import BUILDINGS, GENERIC, LINKS, STOP, TITLES, words_of
from tayari.rules.lint.reading.cities import cities, city
from tayari.rules.lint.reading.countries import countries
from tayari.rules.lint.reading.names import Form, Hit
from tayari.rules.lint.reading.tokens import Token, keys

CITY, PERSON = "city:", "person:"
_SMALL = TITLES | STOP | LINKS
_LONGEST = 4  # words of a person's name
# Words in the names of bodies, buildings, papers and peoples: who bears one is no person.
_NO_PERSON = (
    GENERIC
    | BUILDINGS
    | words_of(
        "ministry department government cabinet parliament house senate congress court council commission "
        "committee board bank fund university institute college school academy society association union nation "
        "republic kingdom state federation league party army navy force guard command corps police embassy mission "
        "airport port station hotel palace centre hall tower block building street road avenue park square garden "
        "museum temple island sea ocean river valley mount mountain lake bay strait gulf coast corporation company "
        "limited industry industries systems technology technologies laboratory research times post herald express "
        "hindu review journal bureau news north south east west northern southern eastern western central new "
        "great world international national global european african asian pacific atlantic american british french "
        "german russian chinese japanese australian korean fort bhawan nagar pradesh monday tuesday wednesday "
        "thursday friday saturday sunday january february march april june july august september october november "
        "december day week year general assembly security accord protocol convention declaration charter plan "
        "policy bill code order joint statement side leader agenda"
    )
)

_RANKS = words_of("group captain wing commander squadron leader air marshal lieutenant colonel major vice brigadier")


def type_of(ref: str) -> str:
    """The type of a name that the base does not have, empty for any other ref."""
    return "place" if ref.startswith(CITY) else "person" if ref.startswith(PERSON) else ""


def city_forms(base: FactBase) -> Iterator[Form]:
    """All cities: as the base's own place where one of their names is its, else as unknown."""
    own = {city(*(name.text for name in one.names)): one.ref for one in base.entities.values() if one.type == "place"}
    for names in cities():
        ref = own.get(names[0], "")
        yield from (Form(ref or f"{CITY}{names[0]}", name, "alias" if ref else "city") for name in names)


def _is_part(word: Token) -> bool:
    return word.text[0].isupper() and word.text.isalpha() and word.text.isascii() and not word.key.startswith("#")


def _is_small(word: Token) -> bool:
    return word.key in _SMALL or word.text.casefold() in _OPENERS


# After a name: a figure, or an acronym in brackets.
_OF_A_THING = re.compile(r"\s+\d|\s+\([A-Za-z]*[A-Z][A-Za-z&-]*[A-Z][\w-]*\)")
_OPENERS = words_of("when while both as after what who whose where how why whether if then")


def _run(words: list[Token], text: str, first: int, held: set[int]) -> int:
    """The end of the run of capitalised words that begins at `first`."""
    at = first
    while at < len(words) and _is_part(words[at]) and at not in held:
        at += 1
        if at < len(words) and text[words[at - 1].end : words[at].start] not in (" ", ". ", "."):
            break
    return at


def persons(words: list[Token], text: str, hits: Iterable[Hit], taken: set[int]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) word of what has the shape of a person's name: two to four words with capitals, none
    of which is a word for something else, and not beside part of another name."""
    surnames = {hit.first for hit in hits if all(form.kind == "surname" for form in hit.forms)}
    held = {at for hit in hits if hit.first not in surnames for at in range(hit.first, hit.last)} | taken
    at = 0
    for first in [at for at, word in enumerate(words) if word.text[0].isupper()]:
        if first < at:
            continue
        at = last = _run(words, text, first, held)
        while first < last and (_is_small(words[first]) or words[first].folded in _RANKS):
            first += 1
        while first < last and _is_small(words[last - 1]):
            last -= 1
        parts = words[first:last]
        if (
            not 2 <= len(parts) <= _LONGEST
            or any(one.key in _NO_PERSON or one.folded in _NO_PERSON for one in parts)
            or len(parts[-1].text) < 3
        ):
            continue
        if any(one.text.isupper() and len(one.text) > 2 for one in parts) or countries().has(parts):
            continue
        if text.endswith(("-", "–"), 0, parts[0].start) or _OF_A_THING.match(text, parts[-1].end):
            continue
        yield first, last


_DEVANAGARI = re.compile("[\u0900-\u097f]+\\.?")
_ACTS = {"ने", "के"}
_NO_NAME = words_of(
    "भारत अमेरिका देश सरकार पक्ष दोनों देशों मंत्री सचिव प्रधानमंत्री राष्ट्रपति राजदूत "
    "विदेश रक्षा वाणिज्य वित्त मंत्रालय परिषद संसद बोर्ड आयोग समिति मंत्रिमंडल कैबिनेट "
    "संगठन संघ सदस्य नेताओं मंत्रियों अधिकारियों किसानों सदस्यों पहले बाद दौरान साथ तहत "
    "अनुसार लिए बारे उन्होंने उसने इसने जिसने जिन्होंने इन सभी अन्य कई दो तीन चार पाँच "
    "लोगों राज्यों केंद्र कंपनी बैंक न्यायालय"
)


def persons_in_hindi(words: list[Token], text: str, taken: set[int]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) word of what stands where a person acts: two or three words before ने, or between
    “की ओर से” and और; in Devanagari no capital shows a name, so only such a place does."""
    if any(word.folded in _BECAME for word in words[-3:]):
        at = next((at for at, word in enumerate(words) if word.text[0].isdigit()), 0)
        if _name_before(words, text, at, taken) == 0:
            yield 0, at
    for at, word in enumerate(words):
        if word.folded in ("ने", "और", "तथा", "एवं", "व"):
            first = _name_before(words, text, at, taken)
            if (first >= 0 and (word.folded == "ने" or _is_side(words, first))) or (
                word.folded != "ने" and at + 1 < len(words) and first >= 0 and _other_acts(words, text, at, taken)
            ):
                yield first, at
        elif word.folded == "के" and at + 1 < len(words) and words[at + 1].folded.startswith("हस्ताक्षर"):
            first = _name_before(words, text, at, taken)
            if first >= 0:
                yield first, at


def _other_acts(words: list[Token], text: str, at: int, taken: set[int]) -> bool:
    """“X और Y ने”: somebody after a link who acts as well."""
    last = at + 1
    while last < len(words) and last - at <= _LONGEST and words[last].folded not in _ACTS:
        last += 1
    return last < len(words) and last > at + 2 and words[last].folded in _ACTS


def _is_side(words: list[Token], first: int) -> bool:
    return [one.folded for one in words[max(0, first - 3) : first]][-3:] in (["की", "ओर", "से"], ["की", "तरफ़", "से"])


def _name_before(words: list[Token], text: str, at: int, taken: set[int]) -> int:
    """The first word of two or three before a place that may be a name; -1 when they may not."""
    first = at
    while first and at - first < _LONGEST and first - 1 not in taken and may_be_name(words[first - 1], text):
        if text[words[first - 1].end : words[first].start].strip(". ") and first != at:
            break
        first -= 1
    while first < at and words[first].folded in _TITLES_HINDI:
        first += 1
    named = 2 <= at - first <= _LONGEST - 1 and words[at - 1].folded not in _TITLES_HINDI
    return first if named else -1


_BECAME = words_of("बने बनीं बनी नियुक्त हुए हुईं संभाला सँभाला")


_TITLES_HINDI = words_of("राजदूत मंत्री सचिव श्री श्रीमती डॉ डॉ. वाणिज्य विदेश रक्षा वित्त प्रधानमंत्री राष्ट्रपति केंद्रीय तत्कालीन")


def may_be_name(word: Token, text: str) -> bool:
    """Whether a word in Devanagari may be part of a name."""
    plain = word.text
    if text[word.end : word.end + 1] == "." and len(plain) <= len("डब्ल्यू"):
        return True
    if not _DEVANAGARI.fullmatch(plain) or word.key in _NOT_A_NAME or word.key.startswith("#"):
        return False
    return plain not in _NO_NAME or plain in _TITLES_HINDI


_NOT_A_NAME = frozenset(keys("पर को में से तक का के की ने वाले वाला वाली हुए हुई हुआ जिस इस उस यह वह वर्ष दिन माह"))
_NOT_A_NAME |= STOP | LINKS | GENERIC
