"""A small base about a dialogue, made of as few words as a test needs."""

from typing import Any

from tayari.rules.contradictions import Contradiction, find
from tayari.rules.lint.base import Entity, Fact, FactBase, Name, Predicate

_PREDICATES = (
    Predicate("edition_of", "entity", True, True, role="edition-of"),
    Predicate("edition_number", "quantity", True, True, role="ordinal"),
    Predicate("held_on", "date", True, False, role="happened", label={"en": "held on"}),
    Predicate("held_in", "entity", True, False, role="place"),
    Predicate("minister", "entity", True, False, role="participant", office="office"),
    Predicate("second_minister", "entity", True, False, role="participant", office="second-office"),
    Predicate("holds_office", "entity", False, True, role="term"),
    Predicate("signed_on", "date", True, False, role="begun"),
    Predicate("established_in", "date", True, False, role="begun"),
    Predicate("in_force_from", "date", True, False, role="operational"),
    Predicate("ended_on", "date", True, False, role="ended"),
    Predicate("annex_to", "entity", True, True, role="part-of"),
    Predicate("member_of", "entity", False, True, role="part-of", label={"en": "member of"}),
    Predicate("not_member_of", "entity", False, True, denies="member_of", label={"en": "not a member of"}),
    Predicate("full_name", "text", True, True, role="expansion"),
    Predicate("seat", "entity", True, True, role="seat", label={"en": "seat"}),
    Predicate("staff", "quantity", True, True, role="count"),
    Predicate("aim", "text", False, True),
)


def fact(ref: str, value: str, valid_from: str = "", valid_to: str = "", **more: Any) -> Fact:
    """`fact("second.held_on", "2019-12-18")`: subject and predicate are told by the ref; a number after # tells
    two facts of one subject and predicate apart."""
    subject, predicate = ref.split("#")[0].split(".")
    return Fact(ref, subject, predicate, value, valid_from, valid_to, **more)


def base(*facts: Fact) -> FactBase:
    names = {one.subject for one in facts} | {one.value for one in facts}
    entities = [Entity(ref, "any", (Name(ref.title(), "en", "name"),)) for ref in sorted(names)]
    return FactBase(entities, _PREDICATES, facts)


def found(*facts: Fact) -> list[tuple[str, tuple[str, ...]]]:
    """(rule, refs of facts) of everything that is found."""
    return [(one.rule, one.facts) for one in find(base(*facts))]


def only(*facts: Fact) -> Contradiction:
    (one,) = find(base(*facts))
    return one
