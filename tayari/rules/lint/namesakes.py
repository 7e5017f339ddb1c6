"""Tells apart what shares a name: the same forum of other countries, the same agreement with somebody else."""

import re

from tayari.rules.lint.index import Index
from tayari.rules.lint.reading.countries import countries as everybodys
from tayari.rules.lint.reading.names import Hit
from tayari.rules.lint.reading.tokens import Token, keys, tokens

_PAIR = re.compile(
    r"([^\W\d_][\w.]*(?:\s[A-Z][\w.]*)?)\s?[–—/-]\s?([^\W\d_][\w.]*)\s+(?:(?:[Mm]inisterial|annual|मंत्रिस्तरीय)\s+)?$"
)
_BEFORE_DEVANAGARI = re.compile("([\u0900-\u097f]+)\\s?[–—/-]\\s?([\u0900-\u097f]+)\\s+(?:मंत्रिस्तरीय\\s+)?$")
_AFTER = re.compile(
    r"\s+(?:(?:ministerial|dialogue|meeting|talks|format|forum)\s+){0,3}(?:with|between|of|among)\s+(?:the\s+)?"
    r"([A-Z][\w.]*(?:\s+[A-Z][\w.]*)?)(?:\s+and\s+(?:the\s+)?([A-Z][\w.]*(?:\s+[A-Z][\w.]*)?))?"
)
_AFTER_HINDI = re.compile(
    "([\u0900-\u097f]+)\\s+के\\s+साथ\\s+(?:(?:ऐसा|ऐसी|ऐसे|यह)\\s+)?"
    "(?:(?:भारत|हमारे|हमारी|हमारा)\\s+(?:(?:का|की|के)\\s+)?)?"
    "(?:(?:पहल[ाीे]|दूसर[ाीे]|तीसर[ाीे]|चौथ[ाीे]|[\u0900-\u097f]+व[ाीे]ँ?ं?|[०-९0-9]+व[ाीे]ँ?ं?)\\s+)?$"
)
_WITH = re.compile(r"\b[Ww]ith\s+(?:the\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?),?\s+(?:the|its|a)\s+$")
_BOTH = re.compile(r"\b([A-Z]\w+)\s+and\s+(?:the\s+)?([A-Z]\w+(?:\s+[A-Z]\w+)?)\s+(?:have\s+|had\s+)?[\w’' ]{0,40}$")
_BOTH_HINDI = re.compile(
    "([\u0900-\u097f]+)\\s+(?:और|तथा|एवं)\\s+([\u0900-\u097f]+)\\s+(?:का|की|के|ने)\\s+[\u0900-\u097f ]{0,30}$"
)
_PARTIES = re.compile(
    r"\b(?:[Tt]he\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?)\s+and\s+(?:the\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?)\b(?=[^.;]*$)"
)
_BETWEEN = re.compile(
    r"\s+(?:between|of)\s+(?:the\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?)\s+and\s+(?:the\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_PARTIES_HINDI = re.compile(
    "([\u0900-\u097f]+)\\s+(?:और|तथा|एवं)\\s+((?:[\u0900-\u097f]+\\s+)?[\u0900-\u097f]+)\\s+ने\\s"
)
_ANOTHER = re.compile(r"\b(?:another|similar)\s+$")
_ADJECTIVES = {
    "australian": "australia", "japanese": "japan", "russian": "russia", "british": "uk", "french": "france",
    "chinese": "china", "german": "germany", "korean": "korea", "american": "us", "indian": "india", "indo": "india",
    "canadian": "canada", "israeli": "israel", "brazilian": "brazil", "philippine": "philippines",
}  # fmt: skip


def _meant(told: str, countries: dict[tuple[str, ...], str]) -> str:
    """A country's ref, or its folded name when the base does not know it; empty for what is no country's name."""
    row = keys(told)
    while row:
        if row in countries:
            return countries[row]
        if len(row) == 1 and row[0] in _ADJECTIVES:
            return countries.get(keys(_ADJECTIVES[row[0]]), _ADJECTIVES[row[0]])
        if len(row) == 1:
            return row[0]
        row = row[:-1]
    return ""


def _is_country(told: str) -> bool:
    """Whether words begin with the name of a country that everybody knows."""
    return any(first == 0 for first, _, _ in everybodys().find(tokens(told)))


def told_countries(index: Index, text: str, hit: Hit) -> set[str]:
    """The countries that the words around a name say it belongs to."""
    countries = index.country_words
    before = text[max(0, hit.start - 60) : hit.start]
    pair = _PAIR.search(before) or _BEFORE_DEVANAGARI.search(before)
    if pair and keys(pair[0].strip())[:1] == keys(pair[0].strip()) and keys(pair[0])[0].startswith("#"):
        pair = None  # twenty-second
    told = [pair[1], pair[2]] if pair else []
    after = _AFTER.match(text, hit.end)
    if after:
        known = [one for one in (after[1], after[2]) if one]
        told += [one for one in known if _meant(one, countries) in countries.values() or len(known) > 1]
    beside = _WITH.search(before)
    if beside and _meant(beside[1], countries) in countries.values():
        told.append(beside[1])
    with_ = _AFTER_HINDI.search(before)
    if with_:
        told.append(with_[1])
    both = _BOTH.search(before) or _BOTH_HINDI.search(before)
    if both and not told:
        known = [_meant(both[1], countries), _meant(both[2], countries)]
        told += [both[1], both[2]] if set(known) & set(countries.values()) else []
    single = re.search(r"([A-Z]\w+)(?:['’]s)?\s+$", before)
    if single and not pair and single[1].casefold() in _ADJECTIVES:
        told.append(single[1])
    return {meant for one in told if (meant := _meant(one, countries))}


def countries_among(index: Index, words: list[Token]) -> list[tuple[int, str]]:
    """Where each country stands that some words name, as a noun or an adjective, whether the base has it or not."""
    row, known = [word.key for word in words], index.country_words
    found = {words[first].start: " ".join(keys(name)) for first, _, name in everybodys().find(words)}
    for at, key in enumerate(row):
        held = known.get((key, *row[at + 1 : at + 2])) or known.get((key,))
        if not held and key in _ADJECTIVES:
            held = known.get(keys(_ADJECTIVES[key]), _ADJECTIVES[key])
        if held:
            found[words[at].start] = held
    return sorted(found.items())


def with_country(text: str, at: int) -> bool:
    """“ऑस्ट्रेलिया के साथ पहली बैठक”: what follows is between us and somebody named just before."""
    return bool(_AFTER_HINDI.search(text[max(0, at - 40) : at]))


def _before(index: Index, words: list[Token], hit: Hit) -> set[str]:
    """The countries named in the sentence before a name."""
    row = tuple(word.key for word in words[: hit.first])
    spans = (row[first:last] for first in range(len(row)) for last in range(first + 1, min(first + 4, len(row) + 1)))
    return {index.country_words[span] for span in spans if span in index.country_words}


def namesake(index: Index, words: list[Token], hit: Hit, text: str) -> str | None:
    """The row that is really meant by the name of a row; empty when it is one that the base does not know; None when
    nothing speaks against the name."""
    if any(word.key in keys_ for word in words[hit.first : hit.last] for keys_ in index.country_words):
        return None
    told = told_countries(index, text, hit)
    if not told:
        return None
    rows = [ref for ref in hit.refs if ref in index.rows]
    strangers = {ref for ref in _before(index, words, hit)}
    own = [ref for ref in rows if told <= index.countries_of(ref)]
    if own:
        return own[0]
    core = {word.key for word in words[hit.first : hit.last]}
    fitting = [
        ref
        for ref in index.rows
        if told <= index.countries_of(ref)
        and any(core & set(keys(name.text)) for name in index.base.entities[ref].names)
    ]
    fitting = [ref for ref in fitting if strangers <= index.countries_of(ref)]
    if len(told) == 1 and len(fitting) > 1:
        fitting = [ref for ref in fitting if ref in rows] or fitting
    return fitting[0] if fitting else ""


def foreign(index: Index, words: list[Token], hit: Hit, text: str) -> bool:
    """Whether an agreement or the like is said to be that of other countries than those it is known for."""
    ref = hit.refs[0]
    if index.type(ref) not in ("agreement", "mechanism", "exercise", "concept"):
        return False
    before = text[max(0, hit.start - 90) : hit.start]
    pair = (
        _PAIR.search(before)
        or _PARTIES.search(before)
        or _PARTIES_HINDI.search(before)
        or _BETWEEN.match(text, hit.end)
    )
    if not pair:
        return index.type(ref) == "agreement" and bool(_ANOTHER.search(before))
    countries = index.country_words
    told = {_meant(pair[1], countries), _meant(pair[2], countries)}
    known = told & set(countries.values()) or any(_is_country(one) for one in (pair[1], pair[2]))
    return bool(told) and bool(known) and len(told) == 2 and not told <= (index.parties(ref) or told)
