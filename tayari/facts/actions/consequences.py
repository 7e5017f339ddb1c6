"""Lists what a changed fact means for everything bound to it, and settles each in one place."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.facts import hooks
from tayari.facts.models import Binding, Consequence, Fact, FactRevision, QueryBinding, Source
from tayari.facts.queries import feeds_key
from tayari.facts.queries.affected import proposal
from tayari.facts.queries.due import last_day
from tayari.rules import evidence, staleness

_Place = dict[str, str]
_Holders = dict[tuple[str, str], list[_Place]]


class Settled(ValueError):
    """The consequence is settled already, or what was asked cannot be done; the message says which."""


def follow(fact: Fact, before: FactRevision | None, after: FactRevision, by: Any, now: datetime) -> None:
    """Open a consequence for every holder that the new revision of `fact` makes stale; in the caller's transaction."""
    earlier, later = before.content if before else None, after.content
    fed = _fed(earlier)
    cause = staleness.cause(earlier, later, fed=fed, feeds=fed and feeds_key(fact))
    bound = list(fact.bindings.all())
    if cause:
        stale = [row for row in bound if row.revision_seen < fact.revision]
        _open(fact, cause, before, _by_holder(stale), now)
    if staleness.answers_anew(earlier, later):
        asked = _by_holder(_asking(fact))
        for holder in _by_holder(bound):
            asked.pop(holder, None)
        _open(fact, "new", before, asked, now)


def _fed(content: Mapping[str, Any] | None) -> bool:
    """Whether the fact could decide a key as it was, with the sources it had."""
    if content is None or content["status"] != Fact.Status.VERIFIED:
        return False
    sources = Source.objects.filter(ref__in=content["sources"])
    return evidence.may_feed_key(evidence.Evidence(one.publisher, one.official, one.has_record) for one in sources)


def _asking(fact: Fact) -> Iterable[QueryBinding]:
    return QueryBinding.objects.filter(
        Q(subject=fact.subject_id) | Q(subject=None), Q(predicate=fact.predicate_id) | Q(predicate=None)
    )


def _by_holder(rows: Iterable[Binding | QueryBinding]) -> _Holders:
    found: _Holders = {}
    for row in rows:
        place = {"place": row.place, "words": row.words, "language": row.language}
        places = found.setdefault((row.holder_type, row.holder_ref), [])
        if place not in places:
            places.append(place)
    return found


def _open(fact: Fact, cause: str, before: FactRevision | None, holders: _Holders, now: datetime) -> None:
    """One open row a holder, and one for whatever rests on it in turn. A handful of queries, however many there are."""
    if not holders:
        return
    for other in hooks.resting(list(holders)):
        holders.setdefault(other, [])
    told = {"cause": cause, "revision_now": fact.revision}
    held = fact.consequences.filter(status=Consequence.Status.OPEN)
    known = {(row.holder_type, row.holder_ref): row for row in held}
    again = [known[holder] for holder in holders if holder in known]
    for row in again:
        row.cause, row.revision_now, row.places = cause, fact.revision, holders[row.holder_type, row.holder_ref]
    Consequence.objects.bulk_update(again, ["cause", "revision_now", "places"])
    Consequence.objects.bulk_create(
        Consequence(
            fact=fact,
            holder_type=kind,
            holder_ref=ref,
            revision_before=before.number if before else 0,
            places=places,
            opened_at=now,
            **told,
        )
        for (kind, ref), places in holders.items()
        if (kind, ref) not in known
    )


def close_due(*, now: datetime) -> int:
    """Open consequences for facts whose last day has passed since yesterday's look: nobody changed them, time did.

    A week is looked back on, so that a site which was off for some days misses none; a revision is told once.
    """
    today = timezone.localdate(now)
    since = today - timedelta(days=7)
    found = Fact.objects.filter(valid_to__gte=str(since.year), valid_to__lt=str(today.year + 1))
    passed = [fact for fact in found.exclude(status=Fact.Status.RETIRED) if since <= (last_day(fact) or since) < today]
    for fact in passed:
        with transaction.atomic():
            told = fact.consequences.filter(cause=Consequence.Cause.CLOSED, revision_now=fact.revision)
            if not told.exists():
                before = FactRevision.objects.filter(fact=fact, number=fact.revision).first()
                _open(fact, "closed", before, _by_holder(fact.bindings.all()), now)
    return len(passed)


def _lock(pk: int) -> Consequence:
    row = locked(Consequence.objects.filter(pk=pk)).select_related("fact").first()
    if row is None or row.status != Consequence.Status.OPEN:
        raise Settled("It is settled already; look at the list again.")
    return row


@transaction.atomic
def apply(pk: int, *, correction: Mapping[str, str], by: Any, now: datetime) -> Consequence:
    """Do what follows in the holder, and tell readers `correction` (by language; empty when they read nothing wrong).

    Raises Settled, also with the holder's own reason when it cannot be done; nothing is changed then.
    """
    row = _lock(pk)
    said = {code: text.strip() for code, text in correction.items() if text.strip()}
    known = hooks.holder(row.holder_type)
    row.words = hooks.follows(row, now=now)
    try:
        done = known.apply(row, said, by, now) if known else ""
    except hooks.CannotApply as refusal:
        raise Settled(str(refusal)) from refusal
    row.correction = said
    return _settle(row, Consequence.Status.APPLIED, done, by=by, now=now)


@transaction.atomic
def leave(pk: int, *, reason: str, by: Any, now: datetime) -> Consequence:
    """Nothing needs to change there. Raises Settled, also without a reason."""
    row = _lock(pk)
    row.words = hooks.follows(row, now=now)
    if not reason.strip():
        raise Settled("Say why nothing changes: the next editor will ask.")
    return _settle(row, Consequence.Status.UNNEEDED, reason.strip(), by=by, now=now)


@transaction.atomic
def settled_by_holder(
    holder: tuple[str, str], facts: Collection[str], *, done: bool, told: str, by: Any, now: datetime
) -> int:
    """Settle the open rows of a holder (type, ref) for `facts`, once its own room has decided what follows there.

    When something was `done`, readers are told what applying the row would have proposed to tell them. How many rows.
    """
    open_rows = locked(Consequence.objects.filter(status=Consequence.Status.OPEN, fact__ref__in=facts))
    rows = open_rows.filter(holder_type=holder[0], holder_ref=holder[1]).select_related("fact")
    for row in rows:
        row.words, row.correction = told, proposal(row) if done else {}
        status = Consequence.Status.APPLIED if done else Consequence.Status.UNNEEDED
        _settle(row, status, told, by=by, now=now)
    return len(rows)


def rename_holder(holder_type: str, before: str, after: str) -> int:
    """What is open about a holder goes on under its new name; gives how many rows that were."""
    open_ones = Consequence.objects.filter(holder_type=holder_type, holder_ref=before, status=Consequence.Status.OPEN)
    return open_ones.update(holder_ref=after) if before != after else 0


def _settle(row: Consequence, status: str, reason: str, *, by: Any, now: datetime) -> Consequence:
    row.status, row.reason, row.settled_by, row.settled_at = status, reason, by, now
    row.save(update_fields=["status", "reason", "settled_by", "settled_at", "correction", "words"])
    bound = Binding.objects.filter(fact=row.fact, holder_type=row.holder_type, holder_ref=row.holder_ref)
    bound.update(revision_seen=row.revision_now)
    target = f"{row.holder_type}:{row.holder_ref}"
    told = {"fact": row.fact.ref, "revision": row.revision_now, "correction": row.correction}
    entries.record(f"consequences.{status}", target, by=by, now=now, reason=reason, **told)
    return row
