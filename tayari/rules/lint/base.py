"""The fact base as the linter and the rules of contradictions read it: plain values, and predicates as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from tayari.rules.lint.keeping import Keeper

NameKind = Literal["name", "alias", "acronym"]

# What a predicate's `role` may be, with what the rules take from it. A predicate without a role is still judged by its
# cues and the kind of its object.
ROLES: Mapping[str, str] = {
    "edition-of": "the subject is one of an ordered row of meetings, exercises or issues of the object",
    "ordinal": "the subject's number in that row",
    "happened": "the day on which the subject took place",
    "place": "where the subject took place",
    "participant": "somebody who took part in the subject, as holder of `office` where that is given",
    "term": "the subject held the object, an office, from … to …",
    "begun": "the day on which the subject came to be: signed, launched, founded",
    "announced": "the day on which the subject was announced or agreed, before it came to be",
    "operational": "the day from which the subject works or is in force",
    "ended": "the day on which the subject ceased, lapsed or was withdrawn",
    "replaced": "the subject took the place of the object",
    "replaced-by": "the object took the place of the subject",
    "part-of": "the subject is a part, an annex or a member of the object, which must be there first",
    "expansion": "the subject's name in full",
    "seat": "where the subject has its headquarters",
    "count": "how many the subject has of something, with a unit",
    "effect": "what the subject does or allows",
    "outcome": "what came of the subject",
    "kind": "what the subject is, in words",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entity in one language (empty: any), in use from … to … (ISO dates, empty when open)."""

    text: str
    language: str
    kind: NameKind
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what facts are about."""

    ref: str
    type: str
    names: tuple[Name, ...]

    def name(self, language: str) -> str:
        """Its name in `language`, else in English, else its ref."""
        own = {name.language: name.text for name in self.names if name.kind == "name"}
        return own.get(language) or own.get("en") or self.ref


@dataclass(frozen=True, slots=True)
class Predicate:
    """What can be said of an entity. `cues` are, by language, words of prose that say that this is being said.

    `denies` is the predicate whose contrary this one states (`not_member_of` denies `member_of`), `inverse` the one
    that says the same from the object's side, `office` the office that a participant held.
    """

    ref: str
    object_kind: Literal["entity", "date", "quantity", "text"]
    functional: bool
    interval: bool
    subject_types: tuple[str, ...] = ()
    object_types: tuple[str, ...] = ()
    role: str = ""
    inverse: str = ""
    denies: str = ""
    office: str = ""
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    label: Mapping[str, str] = field(default_factory=dict)
    phrase: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that may be held against a text. `value` is an entity ref, an ISO date, a quantity (`31 aircraft`) or the
    English text; `texts` its wording in other languages. `sources` are one line each, as a reader would see them, and
    `published` the days of publication of those, empty where unknown. `feeds_key` says whether the law of evidence
    lets it decide a key."""

    ref: str
    subject: str
    predicate: str
    value: str
    valid_from: str = ""
    valid_to: str = ""
    precision: str = ""
    status: str = "verified"
    revision: int = 1
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    sources: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    feeds_key: bool = False

    def __hash__(self) -> int:
        return hash(self.ref)


class FactBase(Keeper):
    """All entities, predicates and facts, with the indexes that judging needs. Immutable once made."""

    def __init__(self, entities: Iterable[Entity], predicates: Iterable[Predicate], facts: Iterable[Fact]) -> None:
        self.entities: Mapping[str, Entity] = {entity.ref: entity for entity in entities}
        self.predicates: Mapping[str, Predicate] = {predicate.ref: predicate for predicate in predicates}
        self.facts: tuple[Fact, ...] = tuple(facts)

    @cached_property
    def about(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        """Facts by subject and predicate."""
        found: dict[tuple[str, str], list[Fact]] = {}
        for fact in self.facts:
            found.setdefault((fact.subject, fact.predicate), []).append(fact)
        return {key: tuple(facts) for key, facts in found.items()}

    @cached_property
    def of_subject(self) -> Mapping[str, tuple[Fact, ...]]:
        """Facts by subject."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.subject, []).append(fact)
        return {key: tuple(facts) for key, facts in found.items()}

    def with_role(self, *roles: str) -> tuple[Predicate, ...]:
        """The predicates that have one of these roles."""
        return tuple(predicate for predicate in self.predicates.values() if predicate.role in roles)
