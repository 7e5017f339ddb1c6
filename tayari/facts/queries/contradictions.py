"""The queue of contradictions as an editor reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from tayari.facts.models import Contradiction, Fact
from tayari.facts.queries import SpokenFact, speak


@dataclass(frozen=True, slots=True)
class Side:
    """One of the facts, in words with its sources, when it holds, and where it is edited."""

    fact: SpokenFact
    holds: str
    edit_url: str


@dataclass(frozen=True, slots=True)
class Step:
    """A way out as its button says it; `number` is its place among the ways."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One contradiction with everything that deciding needs."""

    key: str
    rule: str
    level: str
    message: str
    proposal: str
    found_at: datetime
    sides: tuple[Side, ...]
    steps: tuple[Step, ...]
    settled_at: datetime | None
    settled_by: str
    reason: str


def edit_address(fact: Fact) -> str:
    return reverse("wagtailsnippets_facts_fact:edit", args=[fact.pk])


def _holds(fact: Fact) -> str:
    if not fact.valid_from and not fact.valid_to:
        return ""
    return f"{fact.valid_from or '…'} to {fact.valid_to or '…'}"


def _words(way: Mapping[str, Any]) -> str:
    if way["kind"] == "merge":
        return f"Merge {way['fact']} into {way['other']}"
    if way["kind"] == "close":
        return f"Close {way['fact']} on {way['day']}"
    return f"Retire {way['fact']}"


def queue(status: str, *, most: int = 200) -> tuple[QueueRow, ...]:
    """Contradictions with `status`, those that are surely wrong first. Three queries."""
    found = Contradiction.objects.filter(status=status).select_related("settled_by")
    rows = list(found.prefetch_related("facts__subject", "facts__predicate", "facts__object_entity", "facts__sources"))
    grave = [level.value for level in Contradiction.Level]
    rows.sort(key=lambda row: grave.index(row.level))
    return tuple(_row(row) for row in rows[:most])


def _row(row: Contradiction) -> QueueRow:
    return QueueRow(
        key=row.key,
        rule=row.rule,
        level=row.level,
        message=row.message,
        proposal=row.proposal,
        found_at=row.found_at,
        sides=tuple(Side(speak(fact, "en"), _holds(fact), edit_address(fact)) for fact in row.facts.all()),
        steps=tuple(Step(number, _words(way)) for number, way in enumerate(row.ways)),
        settled_at=row.settled_at,
        settled_by=str(row.settled_by or ""),
        reason=row.reason,
    )
