"""Names that the base does not have: cities everybody knows, and persons by the shape of their name."""

from collections.abc import Iterable, Iterator

from tayari.rules.lint.base import FactBase
from tayari.rules.lint.lexicon import BUILDINGS, GENERIC, LINKS, STOP, TITLES, words_of
from tayari.rules.lint.reading.cities import cities, city
from tayari.rules.lint.reading.names import Form, Hit
from tayari.rules.lint.reading.tokens import Token

CITY, PERSON = "city:", "person:"
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
    return word.key in TITLES | STOP | LINKS or word.text.casefold() in ("when", "while", "both", "as", "after")


def _run(words: list[Token], text: str, first: int, held: set[int]) -> int:
    """The end of the run of capitalised words that begins at `first`."""
    at = first
    while at < len(words) and at not in held and _is_part(words[at]):
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
    while at < len(words):
        last = _run(words, text, at, held)
        first = at
        at = max(last, at + 1)
        while first < last and _is_small(words[first]):
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
        if any(one.text.isupper() and len(one.text) > 2 for one in parts):
            continue
        yield first, last
