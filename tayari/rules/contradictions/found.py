"""What the search for contradictions says: which rule, which facts, in words, and what could be done."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tayari.rules.lint.base import Fact, FactBase

Level = Literal["error", "warning", "advice"]
WayKind = Literal["merge", "retire", "close"]


@dataclass(frozen=True, slots=True)
class Way:
    """One step that would end it: merge `fact` into `other`, retire `fact`, or close its interval on `day`."""

    kind: WayKind
    fact: str
    other: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Facts that cannot all be so (or need not all be there). `facts` are refs, sorted; `about` tells apart what one
    rule finds twice among the same facts; `message` and `proposal` are sentences."""

    rule: str
    facts: tuple[str, ...]
    message: str
    proposal: str
    level: Level = "error"
    ways: tuple[Way, ...] = ()
    about: str = ""

    @property
    def key(self) -> str:
        """The same while the rule and the facts are the same, whatever they say."""
        told = "\x1f".join([self.rule, self.about, *self.facts])
        return hashlib.sha256(told.encode()).hexdigest()[:20]


def refs(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(sorted({fact.ref for fact in facts}))


def value_words(base: FactBase, fact: Fact) -> str:
    """The object as a person would say it: the entity's name, else the value as it is written."""
    entity = base.entities.get(fact.value)
    kind = base.predicates[fact.predicate].object_kind
    return entity.name("en") if kind == "entity" and entity else fact.value


def name(base: FactBase, ref: str) -> str:
    entity = base.entities.get(ref)
    return entity.name("en") if entity else ref


def label(base: FactBase, fact: Fact) -> str:
    """`held on`, the predicate in words."""
    predicate = base.predicates[fact.predicate]
    return predicate.label.get("en") or predicate.ref


def retirements(*facts: Fact) -> tuple[Way, ...]:
    """Each of the facts could be the wrong one."""
    return tuple(Way("retire", fact.ref) for fact in facts)


def counted(base: FactBase) -> list[Fact]:
    """The facts that say something now: retired ones do not, nor those whose predicate is unknown."""
    return [fact for fact in base.facts if fact.status != "retired" and fact.predicate in base.predicates]
