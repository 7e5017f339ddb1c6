"""Changes of a fact's standing: retired, closed, merged into another, verified, disputed.

Each raises FactRefused for a fact with an unpublished draft.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.base.locks import locked
from tayari.facts.actions.facts import FactRefused, keep
from tayari.facts.models import Fact
from tayari.plain.dates import PRECISIONS, PartialDate
from tayari.rules import evidence


def precision_of(fact: Fact) -> str:
    """That of its least exact date; empty when it has none."""
    dated = [PartialDate.parse(text) for text in (fact.object_date, fact.valid_from, fact.valid_to) if text]
    return max((date.precision for date in dated), key=PRECISIONS.index, default="")


def _lock(fact: Fact) -> Fact:
    """The fact's row, locked. A working draft would undo the change when it is published, so it has to go first."""
    held = locked(Fact.objects.all()).get(pk=fact.pk)
    if held.has_unpublished_changes or not held.live:
        raise FactRefused(f"{held.ref} has an unpublished draft: publish it or discard it first")
    return held


@transaction.atomic
def retire(fact: Fact, *, superseded_by: Fact | None = None, reason: str, by: Any, now: datetime) -> Fact:
    """It is not so, or another fact says it: it feeds nothing any more and its revisions stay."""
    held = _lock(fact)
    held.status, held.superseded_by = Fact.Status.RETIRED, superseded_by
    held.save(update_fields=["status", "superseded_by"])
    return keep(held, by=by, now=now, reason=reason)


@transaction.atomic
def dispute(fact: Fact, *, reason: str, by: Any, now: datetime) -> Fact:
    """Its truth is in doubt: it stays, says so and feeds no key."""
    held = _lock(fact)
    held.status = Fact.Status.DISPUTED
    held.save(update_fields=["status"])
    return keep(held, by=by, now=now, reason=reason)


@transaction.atomic
def verify(fact: Fact, *, reason: str = "", by: Any, now: datetime) -> Fact:
    """It is borne out by a look-up. Raises FactRefused when no source has the record of one."""
    held = _lock(fact)
    told = [evidence.Evidence(one.publisher, one.official, one.has_record) for one in held.sources.all()]
    if not evidence.may_be_verified(told):
        raise FactRefused(f"{held.ref}: no source has the record of a look-up; add one, or leave it a draft")
    held.status, held.verified_by = Fact.Status.VERIFIED, by
    held.save(update_fields=["status", "verified_by"])
    return keep(held, by=by, now=now, reason=reason)


@transaction.atomic
def close(fact: Fact, day: str, *, reason: str, by: Any, now: datetime) -> Fact:
    """It was so until `day` (2019-12-18, 2019-12 or 2019), that day included. Raises NotADate and FactRefused."""
    held, last = _lock(fact), PartialDate.parse(day)
    if held.valid_from and last.last_day < PartialDate.parse(held.valid_from).first_day:
        raise FactRefused(f"{held.ref}: it cannot end on {day}, before it begins on {held.valid_from}")
    held.valid_to = str(last)
    held.precision = precision_of(held)
    held.save(update_fields=["valid_to", "precision"])
    return keep(held, by=by, now=now, reason=reason)


@transaction.atomic
def merge(fact: Fact, into: Fact, *, reason: str, by: Any, now: datetime) -> Fact:
    """Retire `fact`: `into` says the same at least as exactly, and keeps the sources of both. Returns `into`."""
    if fact.pk == into.pk:
        raise FactRefused(f"{fact.ref} cannot be merged into itself")
    first, second = sorted((fact.pk, into.pk))
    rows = {row.pk: row for row in locked(Fact.objects.filter(pk__in=(first, second))).order_by("pk")}
    kept = rows[into.pk]
    kept.sources.add(*fact.sources.all())
    keep(kept, by=by, now=now, reason=reason)
    retire(rows[fact.pk], superseded_by=kept, reason=reason, by=by, now=now)
    return kept
