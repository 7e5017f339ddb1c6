"""What judging looks up in a fact base, compiled once a base: names, cues, rows of editions, terms, expansions."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tayari.plain.dates import PartialDate
from tayari.rules.lint import unknown
from tayari.rules.lint.base import Fact, FactBase, Predicate
from tayari.rules.lint.cues import Cue, cue_phrases
from tayari.rules.lint.forms import forms
from tayari.rules.lint.implied import completed
from tayari.rules.lint.keeping import Keeper
from tayari.rules.lint.lexicon import COMMON_HINDI, STOP
from tayari.rules.lint.reading.cities import city
from tayari.rules.lint.reading.names import Names
from tayari.rules.lint.reading.phrases import Phrases
from tayari.rules.lint.reading.spoken import Spoken
from tayari.rules.lint.reading.tokens import Token, keys


@dataclass(frozen=True, slots=True)
class Edition:
    """One of a row: its number (0 when unknown), day and place with the facts that say so."""

    ref: str
    row: str
    number: int
    number_fact: Fact | None
    held: Fact | None
    places: tuple[Fact, ...]

    @property
    def day(self) -> PartialDate | None:
        return PartialDate.parse(self.held.value) if self.held else None


@dataclass(frozen=True, slots=True)
class Row:
    """All editions of a meeting, exercise or the like that the base knows."""

    ref: str
    editions: tuple[Edition, ...]
    by_number: dict[int, Edition] = field(default_factory=dict)

    def latest(self) -> Edition | None:
        told = [(edition.day.first_day, edition) for edition in self.editions if edition.day]
        return max(told, key=lambda pair: pair[0])[1] if told else None


_BECAME = frozenset(keys("became member"))


def content(row: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a row that say something by themselves."""
    return tuple(key for key in row if key not in STOP)


class Index(Keeper):
    """Everything is computed on first use and kept."""

    def __init__(self, base: FactBase) -> None:
        self.base = completed(base)
        self._countries: dict[str, frozenset[str]] = {}
        self._parties: dict[str, frozenset[str]] = {}

    def role(self, ref: str) -> str:
        held = self.base.predicates.get(ref)
        return held.role if held else ""

    def predicate(self, ref: str) -> Predicate:
        return self.base.predicates[ref]

    def type(self, ref: str) -> str:
        held = self.base.entities.get(ref)
        return held.type if held else unknown.type_of(ref)

    def is_city(self, ref: str) -> bool:
        """Whether a place is a city that readers know by name, so that it is neither in another nor around it."""
        held = self.base.entities.get(ref)
        return bool(city(*(name.text for name in held.names))) if held else ref.startswith(unknown.CITY)

    def facts(self, subject: str, *roles: str) -> list[Fact]:
        """Facts of a subject whose predicate has one of the roles."""
        return [fact for fact in self.base.of_subject.get(subject, ()) if self.role(fact.predicate) in roles]

    @cached_property
    def edition_row(self) -> dict[str, str]:
        """The row of each edition."""
        refs = {one.ref for one in self.base.with_role("edition-of")}
        return {fact.subject: fact.value for fact in self.base.facts if fact.predicate in refs}

    def _edition(self, ref: str, row: str) -> Edition:
        numbers = [fact for fact in self.facts(ref, "ordinal") if fact.value.split()[0].isdecimal()]
        held = self.facts(ref, "happened") or self.dated(ref)[:1]
        number = numbers[0] if numbers else None
        return Edition(
            ref,
            row,
            int(number.value.split()[0]) if number else 0,
            number,
            held[0] if held else None,
            tuple(self.facts(ref, "place")),
        )

    def dated(self, ref: str) -> list[Fact]:
        """The days of an event of which no fact says that it happened: began and ended, released, the first first."""
        apart = ("announced", "operational")
        told = [fact for fact in self.base.of_subject.get(ref, ()) if self.predicate(fact.predicate).functional]
        own = [fact for fact in told if self.predicate(fact.predicate).object_kind == "date"]
        return sorted((fact for fact in own if self.role(fact.predicate) not in apart), key=lambda fact: fact.value)

    @cached_property
    def editions(self) -> dict[str, Edition]:
        return {ref: self._edition(ref, row) for ref, row in self.edition_row.items()}

    @cached_property
    def rows(self) -> dict[str, Row]:
        grouped: dict[str, list[Edition]] = defaultdict(list)
        for edition in self.editions.values():
            grouped[edition.row].append(edition)
        return {
            ref: Row(ref, tuple(found), {one.number: one for one in found if one.number})
            for ref, found in grouped.items()
        }

    @cached_property
    def names(self) -> Names:
        judged = [one.ref for one in self.editions.values() if one.number or one.held]
        own = forms(self.base, self.edition_row, judged)
        known = {keys(form.text) for form in own if not form.weak}
        return Names([*own, *(one for one in unknown.city_forms(self.base) if keys(one.text) not in known)])

    @cached_property
    def _spoken(self) -> tuple[Spoken, frozenset[str]]:
        """Acronyms as Devanagari spells them, and the words of names that stand in Devanagari by themselves."""
        told = (key for entity in self.base.entities.values() for name in entity.names for key in keys(name.text))
        return Spoken(self.acronyms), frozenset(told)

    def as_spelt(self, word: Token) -> Token:
        """A word, or the acronym that it spells: लेमोआ stands for LEMOA where no name has it."""
        if word.text.isascii() or word.key in COMMON_HINDI:
            return word
        spoken, known = self._spoken
        acronym = "" if word.key in known else spoken.name(word.text)
        return word._replace(text=acronym, folded=acronym.casefold(), key=keys(acronym)[0]) if acronym else word

    @cached_property
    def country_words(self) -> dict[tuple[str, ...], str]:
        """Every name of a country, as keys, with the country."""
        return {
            keys(name.text): entity.ref
            for entity in self.base.entities.values()
            if entity.type == "country"
            for name in entity.names
        }

    def countries_of(self, ref: str) -> frozenset[str]:
        """The countries in the names of an entity."""
        if ref not in self._countries:
            found = set()
            for name in self.base.entities[ref].names:
                row = keys(name.text)
                spans = ((first, last) for first in range(len(row)) for last in range(first + 1, len(row) + 1))
                found |= {self.country_words[row[a:b]] for a, b in spans if row[a:b] in self.country_words}
            found |= self._paired(ref)
            self._countries[ref] = frozenset(found)
        return self._countries[ref]

    def _paired(self, ref: str) -> set[str]:
        """Countries that no entity stands for, out of names such as India–Russia 2+2."""
        texts = [name.text for name in self.base.entities[ref].names if name.language == "en"]
        pairs = [match for text in texts for match in re.findall(r"([A-Z]\w+)[–—-]([A-Z]\w+)", text)]
        return {keys(one)[0] for pair in pairs for one in pair if keys(one) not in self.country_words}

    @cached_property
    def kinds(self) -> dict[str, frozenset[str]]:
        """What each predicate takes: a date, a quantity, a text, or the types of entity that are its values."""
        found: dict[str, set[str]] = {
            one.ref: set(one.object_types) if one.object_kind == "entity" else {one.object_kind}
            for one in self.base.predicates.values()
        }
        for fact in self.base.facts:
            if self.predicate(fact.predicate).object_kind == "entity":
                found[fact.predicate].add(self.type(fact.value))
        return {ref: frozenset(types) for ref, types in found.items()}

    @cached_property
    def acronyms(self) -> dict[str, tuple[str, ...]]:
        """The entities of each acronym."""
        found: dict[str, dict[str, None]] = {}
        for entity in self.base.entities.values():
            for name in entity.names:
                if name.kind == "acronym":
                    found.setdefault(name.text.replace(".", ""), {})[entity.ref] = None
        return {text: tuple(refs) for text, refs in found.items()}

    def expansions(self, ref: str) -> list[str]:
        """The names in full of an entity, and what its facts give as its full name."""
        entity = self.base.entities[ref]
        acronyms = {name.text for name in entity.names if name.kind == "acronym"}
        told = [name.text for name in entity.names if name.kind != "acronym" and name.text not in acronyms]
        full = [fact.value for fact in self.facts(ref, "expansion")]
        return [text for text in told + full if len(content(keys(text))) > 1]

    @cached_property
    def phrase_words(self) -> dict[str, tuple[frozenset[str], ...]]:
        """The words of each predicate's phrases that say something, by language."""
        found = {}
        for one in self.base.predicates.values():
            texts = (re.sub(r"\{\w+\}", " ", text) for text in one.phrase.values())
            rows = [row for text in texts if len(row := frozenset(content(keys(text)))) > 1]
            rows += [
                row - _BECAME | {verb}
                for row in rows
                if row >= _BECAME and len(row) > 2
                for verb in ("joined", "acceded")
            ]
            found[one.ref] = tuple(rows)
        return found

    @cached_property
    def text_values(self) -> dict[str, tuple[Fact, ...]]:
        """Facts whose value is a text, by predicate."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.base.facts:
            if self.predicate(fact.predicate).object_kind == "text":
                found[fact.predicate].append(fact)
        return {ref: tuple(facts) for ref, facts in found.items()}

    def parties(self, ref: str) -> frozenset[str]:
        """The countries that an entity's names or facts tie it to; empty when nothing tells."""
        if ref not in self._parties:
            self._parties[ref] = self._find_parties(ref)
        return self._parties[ref]

    def _find_parties(self, ref: str) -> frozenset[str]:
        own = self.countries_of(ref)
        if len(own) > 1:
            return own
        told = set(own)
        for fact in self.base.of_subject.get(ref, ()):
            row = keys(f"{self.predicate(fact.predicate).phrase.get('en', '')} {fact.value}")
            spans = (
                row[first:last] for first in range(len(row)) for last in range(first + 1, min(first + 4, len(row) + 1))
            )
            told |= {self.country_words[span] for span in spans if span in self.country_words}
        return frozenset(told) if len(told) > 1 else frozenset()

    @cached_property
    def cues(self) -> Phrases[Cue]:
        return Phrases(cue_phrases(self.base))

    @cached_property
    def terms(self) -> dict[str, list[Fact]]:
        """Terms of office by person."""
        return self._grouped("term", by_value=False)

    @cached_property
    def holders(self) -> dict[str, list[Fact]]:
        """Terms of office by office."""
        return self._grouped("term", by_value=True)

    def _grouped(self, role: str, *, by_value: bool) -> dict[str, list[Fact]]:
        refs = {one.ref for one in self.base.with_role(role)}
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.base.facts:
            if fact.predicate in refs:
                found[fact.value if by_value else fact.subject].append(fact)
        return found

    @cached_property
    def as_value(self) -> dict[tuple[str, str], list[Fact]]:
        """Facts by predicate and value, of predicates that take an entity."""
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.base.facts:
            if self.predicate(fact.predicate).object_kind == "entity":
                found[fact.predicate, fact.value].append(fact)
        return found

    @cached_property
    def by_day(self) -> dict[date, list[Fact]]:
        """Facts by the very day that they give."""
        found: dict[date, list[Fact]] = defaultdict(list)
        for fact in self.base.facts:
            if self.predicate(fact.predicate).object_kind == "date" and len(fact.value) == len("2018-09-06"):
                found[PartialDate.parse(fact.value).first_day].append(fact)
        return found

    @cached_property
    def by_month(self) -> dict[tuple[int, int], list[Fact]]:
        """Facts by the month in which the day is that they give."""
        found: dict[tuple[int, int], list[Fact]] = defaultdict(list)
        for fact in self.base.facts:
            if self.predicate(fact.predicate).object_kind == "date" and len(fact.value) >= len("2018-09"):
                day = PartialDate.parse(fact.value).first_day
                found[day.year, day.month].append(fact)
        return found

    @cached_property
    def by_ref(self) -> dict[str, Fact]:
        return {fact.ref: fact for fact in self.base.facts}

    @cached_property
    def of_persons(self) -> tuple[Fact, ...]:
        """Facts about persons that give a day, or from which day an office was held."""
        own = (fact for fact in self.base.facts if self.type(fact.subject) == "person")
        return tuple(
            fact for fact in own
            if self.predicate(fact.predicate).object_kind == "date" or self.role(fact.predicate) == "term"
        )  # fmt: skip

    @cached_property
    def by_value(self) -> dict[str, list[Fact]]:
        """Facts by the entity that is their value."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for (_, value), facts in self.as_value.items():
            found[value] += facts
        return found


def index_of(base: FactBase) -> Index:
    """The index of a base, made once."""
    return base.once(Index)
