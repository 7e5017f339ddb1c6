"""Keeps the list of contradictions in step with the facts, and settles what an editor has decided."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.facts.actions import changes
from tayari.facts.models import Contradiction, Fact
from tayari.facts.neighbourhoods import around
from tayari.facts.packing.bases import STANDING, site_base
from tayari.plain.dates import PartialDate
from tayari.rules import contradictions as rules

# Rows written in one transaction, which is to stay far under 200 ms.
_SLICE = 40
# From here on looking at everything is cheaper than at each neighbourhood.
_MANY = 25
_GONE = "The facts no longer contradict each other."


class NotOpen(ValueError):
    """The contradiction is settled already, or it offers no such way out."""


def look_again(subjects: Collection[int], *, now: datetime) -> int:
    """Find again what the facts of these entities contradict. Returns how many contradictions stand open there."""
    if len(subjects) > _MANY:
        return look_at_all(now=now)
    base = around(subjects)
    refs = set(Fact.objects.filter(subject__in=subjects).values_list("ref", flat=True))
    found = [one for one in rules.find(base) if refs.intersection(one.facts)]
    known = Contradiction.objects.filter(facts__subject__in=subjects).distinct()
    _write(found, set(known.values_list("key", flat=True)), now=now)
    return len(found)


def look_at_all(*, now: datetime) -> int:
    """Find again what contradicts what in the whole base: nightly, and after a pack was loaded."""
    found = rules.find(site_base(STANDING))
    _write(found, set(Contradiction.objects.values_list("key", flat=True)), now=now)
    return len(found)


def _write(found: Iterable[rules.Contradiction], known: set[str], *, now: datetime) -> None:
    """Store what was found, in slices; what was known and is found no more is resolved by itself."""
    told = {one.key: one for one in found}
    for keys in _slices(told):
        with transaction.atomic():
            rows = {row.key: row for row in locked(Contradiction.objects.filter(key__in=keys))}
            facts = _facts({ref for key in keys for ref in told[key].facts})
            for key in keys:
                _store(told[key], rows.get(key), facts, now)
    for keys in _slices(known - set(told)):
        with transaction.atomic():
            for row in locked(Contradiction.objects.filter(key__in=keys, status=Contradiction.Status.OPEN)):
                _settle(row, Contradiction.Status.RESOLVED, _GONE, by=None, now=now)


def _slices(keys: Iterable[str]) -> Iterator[tuple[str, ...]]:
    return batched(sorted(keys), _SLICE, strict=False)


def _facts(refs: set[str]) -> dict[str, Fact]:
    return {fact.ref: fact for fact in Fact.objects.filter(ref__in=refs)}


def _store(one: rules.Contradiction, row: Contradiction | None, facts: dict[str, Fact], now: datetime) -> None:
    """A new row, the old one brought up to date, or a settled one opened again because a fact was changed."""
    revisions = {ref: facts[ref].revision for ref in one.facts if ref in facts}
    if len(revisions) < len(one.facts):
        return
    told = {
        "message": one.message,
        "proposal": one.proposal,
        "level": one.level,
        "ways": [{"kind": way.kind, "fact": way.fact, "other": way.other, "day": way.day} for way in one.ways],
    }
    if row is None:
        row = Contradiction.objects.create(key=one.key, rule=one.rule, revisions=revisions, found_at=now, **told)
        row.facts.set([facts[ref] for ref in one.facts])
        return
    quiet = row.status == Contradiction.Status.DISMISSED and row.revisions == revisions
    if quiet or (row.status == Contradiction.Status.OPEN and row.revisions == revisions and _says(row, told)):
        return
    for name, value in {**told, "revisions": revisions}.items():
        setattr(row, name, value)
    if row.status != Contradiction.Status.OPEN:
        row.status, row.found_at, row.settled_at, row.settled_by, row.reason = "open", now, None, None, ""
    row.save()


def _says(row: Contradiction, told: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in told.items())


def _settle(row: Contradiction, status: str, reason: str, *, by: Any, now: datetime) -> None:
    row.status, row.reason, row.settled_by, row.settled_at = status, reason, by, now
    row.save(update_fields=["status", "reason", "settled_by", "settled_at"])
    entries.record(f"contradictions.{status}", f"facts.contradiction:{row.key}", by=by, now=now, reason=reason)


def _open(key: str) -> Contradiction:
    row = locked(Contradiction.objects.filter(key=key)).first()
    if row is None or row.status != Contradiction.Status.OPEN:
        raise NotOpen("It is settled already; look at the list again.")
    return row


@transaction.atomic
def dismiss(key: str, *, reason: str, by: Any, now: datetime) -> Contradiction:
    """It is no contradiction: it stays quiet until one of its facts changes. Raises NotOpen, also without a reason."""
    row = _open(key)
    if not reason.strip():
        raise NotOpen("Say why it is none: the next editor will ask.")
    _settle(row, Contradiction.Status.DISMISSED, reason.strip(), by=by, now=now)
    return row


@transaction.atomic
def resolve(key: str, way: int, *, by: Any, now: datetime) -> Contradiction:
    """Take the way out with this number: merge, retire or close. Raises NotOpen and what changing a fact raises."""
    row = _open(key)
    if not 0 <= way < len(row.ways):
        raise NotOpen("There is no such way out any more; look at the list again.")
    step = row.ways[way]
    facts = _facts({step["fact"], step["other"]} - {""})
    fact, reason = facts[step["fact"]], f"{row.rule}: {row.message}"
    if step["kind"] == "merge":
        changes.merge(fact, facts[step["other"]], reason=reason, by=by, now=now)
    elif step["kind"] == "close":
        changes.close(fact, str(PartialDate.parse(step["day"])), reason=reason, by=by, now=now)
    else:
        changes.retire(fact, reason=reason, by=by, now=now)
    _settle(row, Contradiction.Status.RESOLVED, f"{step['kind']} {step['fact']}", by=by, now=now)
    return row
