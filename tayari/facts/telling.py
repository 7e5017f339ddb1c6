"""Finds an entity by any of its names and tells its facts in words, from holdings and without any page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tayari.facts.packing.holdings import Holdings
from tayari.plain.dates import NotADate, PartialDate
from tayari.plain.folding import folded, words
from tayari.plain.texts import in_language, missing
from tayari.rules import phrases

_EXACT, _BEGINS, _HOLDS = range(3)


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that answers to the words asked for; the lower `rank`, the closer. `by` is the name that did."""

    ref: str
    rank: int
    by: str
    facts: int


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words. `date` is ISO text, empty when it has none."""

    ref: str
    predicate: str
    sentence: str
    language: str
    date: str
    date_words: str
    valid_to: str
    status: str
    sources: tuple[Mapping[str, Any], ...]


def names(entity: Mapping[str, Any]) -> Iterator[str]:
    """Every name, alias and acronym, in any language."""
    yield from entity["name"].values()
    for aliases in entity["aliases"].values():
        yield from aliases
    yield from entity["acronyms"]


def _rank(asked: str, entity: Mapping[str, Any]) -> tuple[int, str] | None:
    wanted = words(asked)
    best: tuple[int, str] | None = None
    for name in names(entity):
        held = words(name)
        if folded(name) == folded(asked) or (wanted and held == wanted):
            found = _EXACT
        elif wanted and held[: len(wanted)] == wanted:
            found = _BEGINS
        elif wanted and set(wanted) <= set(held):
            found = _HOLDS
        else:
            continue
        if best is None or found < best[0]:
            best = found, name
    return best


def find(held: Holdings, asked: str) -> list[Match]:
    """Entities whose ref or name is `asked`, begins with it or holds its words: closest first, then most told of."""
    counts: dict[str, int] = {}
    for fact in held.facts.values():
        for ref in {fact["subject"], fact["object"]}:
            counts[ref] = counts.get(ref, 0) + 1
    found = []
    for ref, entity in held.entities.items():
        ranked = (_EXACT, ref) if ref == asked.strip() else _rank(asked, entity)
        if ranked:
            found.append(Match(ref, ranked[0], ranked[1], counts.get(ref, 0)))
    return sorted(found, key=lambda match: (match.rank, -match.facts, match.ref))


def chosen(held: Holdings, matches: list[Match]) -> Match | None:
    """The one that is meant: the only closest, else the only one of the closest that is the subject of a dossier."""
    closest = [match for match in matches if match.rank == matches[0].rank]
    if len(closest) == 1:
        return closest[0]
    subjects = {dossier["subject"] for dossier in held.dossiers.values() if dossier["state"] == "open"}
    central = [match for match in closest if match.ref in subjects]
    return central[0] if len(central) == 1 else None


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except NotADate:
        return None


def _stood(fact: Mapping[str, Any], predicate: Mapping[str, Any], as_of: date) -> bool:
    """Whether it had happened, or held, on that day. What has no date always has."""
    moment = _moment(fact, predicate)
    if moment and moment.first_day > as_of:
        return False
    end = _day(fact["valid_to"])
    return predicate["temporal"] == "event" or end is None or end.last_day >= as_of


def _moment(fact: Mapping[str, Any], predicate: Mapping[str, Any]) -> PartialDate | None:
    return _day(fact["object"] if predicate["object"] == "date" else fact["valid_from"])


def _value(held: Holdings, fact: Mapping[str, Any], kind: str, language: str) -> str:
    if kind == "entity":
        entity = held.entities.get(fact["object"])
        return in_language(entity["name"], language) if entity else str(fact["object"])
    if kind == "date":
        day = _day(fact["object"])
        return day.in_words(language) if day else str(fact["object"])
    return str(fact["texts"].get(language) or fact["object"])


def _sayable(held: Holdings, fact: Mapping[str, Any], predicate: Mapping[str, Any], language: str) -> bool:
    named = [fact["subject"], *([fact["object"]] if predicate["object"] == "entity" else [])]
    texts = [predicate["phrase"], *(held.entities[ref]["name"] for ref in named if ref in held.entities)]
    worded = predicate["object"] != "text" or language == "en" or language in fact["texts"]
    return worded and not any(missing(text, [language]) for text in texts)


def tell(held: Holdings, ref: str, language: str) -> Told | None:
    """A fact in words, in English where it cannot be said in `language`; None when its predicate is not there."""
    fact = held.facts[ref]
    predicate, subject = held.predicates.get(fact["predicate"]), held.entities.get(fact["subject"])
    if predicate is None or subject is None:
        return None
    language = language if _sayable(held, fact, predicate, language) else "en"
    moment = _moment(fact, predicate)
    dated = moment.precision if moment and predicate["object"] == "date" else ""
    return Told(
        ref=ref,
        predicate=fact["predicate"],
        sentence=phrases.sentence(
            in_language(predicate["phrase"], language),
            in_language(subject["name"], language),
            _value(held, fact, predicate["object"], language),
            language,
            dated=dated,
        ),
        language=language,
        date=str(moment or ""),
        date_words=moment.in_words(language) if moment else "",
        valid_to=fact["valid_to"] if predicate["temporal"] == "interval" else "",
        status=fact["status"],
        sources=tuple(held.sources[source] for source in fact["sources"] if source in held.sources),
    )


def facts_of(held: Holdings, ref: str, language: str, as_of: date | None = None) -> list[Told]:
    """Facts that name the entity as subject or object, and those of its editions that say number, day and place.

    In order of date, the undated first; retired ones are left out.
    """
    editions = set(_editions(held, ref))
    told = []
    for fact_ref, fact in held.facts.items():
        predicate = held.predicates.get(fact["predicate"])
        if predicate is None or fact["status"] == "retired":
            continue
        own = fact["subject"] == ref or (predicate["object"] == "entity" and fact["object"] == ref)
        of_edition = fact["subject"] in editions and predicate["role"] in {"ordinal", "happened", "place"}
        if (own or of_edition) and (as_of is None or _stood(fact, predicate, as_of)):
            said = tell(held, fact_ref, language)
            if said:
                told.append(said)
    return sorted(told, key=lambda one: (one.date, one.ref))


def _editions(held: Holdings, ref: str) -> Iterable[str]:
    for fact in held.facts.values():
        predicate = held.predicates.get(fact["predicate"])
        if predicate and predicate["role"] == "edition-of" and fact["object"] == ref:
            yield fact["subject"]


def positions_of(held: Holdings, ref: str, as_of: date | None = None) -> list[Mapping[str, Any]]:
    """Verified positions about the entity or held by it, in order."""
    found = []
    for position in held.positions.values():
        day = _day(position["stated_on"])
        said = as_of is None or day is None or day.first_day <= as_of
        if position["status"] == "verified" and ref in {position["about"], position["holder"]} and said:
            found.append(position)
    return sorted(found, key=lambda one: (one["order"], one["stated_on"], one["ref"]))
