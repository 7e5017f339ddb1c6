"""Rescores a printing under decided keys: a dry run in slices, its application by one row, and the way back."""

import logging
import time
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from functools import partial
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet

from tayari.audit.actions import entries
from tayari.base.locks import locked, patiently
from tayari.mocks import marking
from tayari.mocks.models import Printing, PrintingKey, Rekeying, Rescore, RescoredSitting, Sitting
from tayari.mocks.rescored import Recomputed, Row, raw, whole, write
from tayari.plain.texts import PREVAILING, in_language
from tayari.rules import rescoring as law
from tayari.rules.rescoring import Scheme

SLICE = 1_000
"""Rows a transaction writes: some 25 ms on one slow core, far below the 200 ms that serving allows. While the next ones
are read and computed, others write."""

_BREATH = 0.005  # seconds between two slices, for the threads that serve

_MOST_DIFFERENCES = 60


log = logging.getLogger(__name__)


class CannotRescore(ValueError):
    """There is nothing to rescore, or it cannot be done now; the message says why and what to do."""


def _must_say(reason: Mapping[str, str]) -> None:
    if not any(words.strip() for words in reason.values()):
        raise CannotRescore("Say why in public words: everybody whose score changes reads it.")


def _open(printing: Printing) -> Rescore | None:
    return printing.rescores.filter(state__in=Rescore.OPEN).first()


@transaction.atomic
def draft(printing: Printing, *, undoes: Rescore | None = None, by: Any, now: datetime) -> Rescore:
    """Begin a dry run of every decision that waits for this printing. Raises CannotRescore.

    `fill` then computes it; until `apply` nothing else changes.
    """
    printing = locked(Printing.objects.all()).get(pk=printing.pk)
    if running := _open(printing):
        raise CannotRescore(f"{running} is not applied yet; apply or discard it first.")
    waiting = list(Rekeying.objects.filter(question__printing=printing, state=Rekeying.State.DECIDED))
    if not waiting:
        raise CannotRescore("No decision waits for a rescore; decide about a key first.")
    base = marking.current(printing)
    last = printing.rescores.first()
    run = Rescore.objects.create(
        printing=printing,
        number=last.number + 1 if last else 1,
        based_on=base,
        undoes=undoes,
        over=1,
        was_over=marking.scheme(printing).over,
        at=now,
        by=by,
    )
    Rekeying.objects.filter(pk__in=[row.pk for row in waiting]).update(run=run)
    run.over = after(run).over
    run.save(update_fields=["over"])
    entries.record("rescores.draft", run, by=by, now=now, keys=len(waiting))
    return run


def before(run: Rescore) -> Scheme:
    """The marking that held when the run was begun and, until it is applied, holds."""
    return marking.scheme(run.printing)


def after(run: Rescore) -> Scheme:
    """The marking under the run's decisions."""
    decided = run.rekeyings.select_related("question")
    return marking.scheme(run.printing, {row.question.number: row for row in decided})


def _waiting(run: Rescore) -> QuerySet[Sitting]:
    """Closed timed sittings of the printing that have no row in the run."""
    known = RescoredSitting.objects.filter(run=run, sitting=OuterRef("pk"))
    scored = Sitting.objects.finished().filter(printing=run.printing_id, score__isnull=False)
    return scored.exclude(Exists(known))


def fill(run: Rescore, *, now: datetime) -> Rescore:
    """Compute every sitting that has no row yet, a transaction a slice, and say what it comes to.

    May be interrupted at any moment and begun again: what is written stays, and nothing is computed twice.
    """
    told = Recomputed(before(run), after(run), run)
    idents = [ident for (ident,) in raw(_waiting(run).order_by("pk").values_list("pk"))]
    done = run.rows.count()
    patiently(partial(Rescore.objects.filter(pk=run.pk).update, total=done + len(idents)))
    for part in batched(idents, SLICE):
        rows = list(told.rows(part))
        done += len(rows)
        patiently(partial(_keep, run, rows, done))
        time.sleep(_BREATH)
    return patiently(partial(_filled, run, _summary(run), done))


@transaction.atomic
def _keep(run: Rescore, rows: Sequence[Row], done: int) -> None:
    write(run, rows)
    Rescore.objects.filter(pk=run.pk).update(done=done)


@transaction.atomic
def _filled(run: Rescore, summary: dict[str, Any], done: int) -> Rescore:
    run = locked(Rescore.objects.all()).get(pk=run.pk)
    if run.state == Rescore.State.DRAFTING:
        run.state = Rescore.State.READY
    run.summary, run.total, run.done = summary, done, done
    run.save(update_fields=["state", "summary", "total", "done"])
    return run


def fill_waiting(*, now: datetime) -> int:
    """Compute the dry runs that were begun and left to the background, the oldest first: a job. Gives how many.

    One that undoes another is applied as well: nobody is asked twice.
    """
    waiting = Rescore.objects.filter(state=Rescore.State.DRAFTING).select_related("printing", "by").order_by("at")
    return sum(_finished(run, now=now) for run in list(waiting))


def _finished(run: Rescore, *, now: datetime) -> bool:
    try:
        filled = fill(run, now=now)
        if filled.undoes_id and filled.state == Rescore.State.READY:
            apply(filled, reason=filled.reason, by=filled.by, now=now)
    except Exception:
        # It is tried again the next time, and keeps no other waiting.
        log.exception("%s could not be computed", run)
        return False
    return True


def _summary(run: Rescore) -> dict[str, Any]:
    pairs = run.rows.order_by().values_list("was", "n").annotate(Count("id"))
    found = law.summary((Fraction(was, run.was_over), Fraction(n, run.over), count) for was, n, count in pairs)
    shown = found.differences if len(found.differences) <= _MOST_DIFFERENCES else ()
    return {
        "sittings": found.sittings,
        "up": found.up,
        "down": found.down,
        "differences": [[by.numerator, by.denominator, count] for by, count in shown],
        "least": str(found.differences[0][0]) if found.differences else "0",
        "most": str(found.differences[-1][0]) if found.differences else "0",
    }


def apply(run: Rescore, *, reason: Mapping[str, str], by: Any, now: datetime) -> Rescore:
    """Make the run current: one short transaction, after what was closed meanwhile is computed too.

    Raises CannotRescore without a public reason, and when another run became current since.
    """
    _must_say(reason)
    if run.state != Rescore.State.READY:
        raise CannotRescore("It is not computed yet, or was applied or discarded.")
    run = patiently(partial(_in_force, fill(run, now=now), reason=reason, by=by, now=now))
    settle_late(run)
    return run


@transaction.atomic
def _in_force(run: Rescore, *, reason: Mapping[str, str], by: Any, now: datetime) -> Rescore:
    printing = locked(Printing.objects.all()).get(pk=run.printing_id)
    run = locked(Rescore.objects.all()).get(pk=run.pk)
    base = marking.current(printing)
    if run.state != Rescore.State.READY or (base and base.pk) != run.based_on_id:
        raise CannotRescore("Another rescore was applied since; discard this one and begin again.")
    for row in run.rekeyings.select_related("question"):
        _put_in_force(row, undoing=run.undoes_id is not None, now=now)
    run.state, run.reason, run.applied_at, run.applied_by = Rescore.State.APPLIED, dict(reason), now, by
    run.save(update_fields=["state", "reason", "applied_at", "applied_by"])
    entries.record(
        "rescores.undo" if run.undoes_id else "rescores.apply",
        run,
        by=by,
        now=now,
        reason=in_language(reason, PREVAILING),
        **{name: run.summary[name] for name in ("sittings", "up", "down")},
    )
    return run


def _put_in_force(row: Rekeying, *, undoing: bool, now: datetime) -> None:
    standing = PrintingKey.Standing.PROVISIONAL if undoing else PrintingKey.Standing.FINAL
    PrintingKey.objects.create(
        question=row.question,
        key=row.key,
        also=row.also,
        policy=row.policy,
        standing=standing,
        reason=in_language(row.reason, PREVAILING),
        at=now,
    )
    row.state = Rekeying.State.APPLIED
    row.save(update_fields=["state"])


def settle_late(run: Rescore) -> int:
    """Rows for sittings that were closing under the former keys while the run became current. Gives how many."""
    how = marking.scheme(run.printing)
    late = _waiting(run).exclude(scored_under=run)
    before = dict(raw(late.filter(scored_under=run.based_on_id).values_list("pk", "score")))
    found = 0
    for part in batched([ident for (ident,) in raw(late.values_list("pk"))], SLICE):
        rows = [(ident, how.earned(responses)) for ident, responses in whole(part)]
        told = [(ident, n, before.get(ident, n)) for ident, n in rows]
        found += patiently(partial(write, run, told))
    return found


def settle_all_late(*, now: datetime) -> int:
    """As `settle_late` for every rescore of the last day: a job that looks again."""
    recent = Rescore.objects.filter(state=Rescore.State.APPLIED, applied_at__gt=now - timedelta(days=1))
    runs = [run for run in recent.select_related("printing") if marking.current(run.printing) == run]
    return sum(settle_late(run) for run in runs)


@transaction.atomic
def discard(run: Rescore, *, by: Any, now: datetime) -> Rescore:
    """Give a dry run up; its decisions wait again. Raises CannotRescore when it was applied."""
    run = locked(Rescore.objects.all()).get(pk=run.pk)
    if run.state not in Rescore.OPEN:
        raise CannotRescore("It was applied or discarded already; an applied one can be undone.")
    run.rekeyings.update(run=None)
    run.state = Rescore.State.DISCARDED
    run.save(update_fields=["state"])
    entries.record("rescores.discard", run, by=by, now=now)
    return run


def undo(run: Rescore, *, reason: Mapping[str, str], by: Any, now: datetime) -> Rescore:
    """Put the keys from before `run` back, by a rescore of its own, so that nothing of what happened is lost.

    Raises CannotRescore unless `run` is the current one, and without a public reason.
    """
    made = draft_undo(run, reason=reason, by=by, now=now)
    return apply(fill(made, now=now), reason=reason, by=by, now=now)


@transaction.atomic
def draft_undo(run: Rescore, *, reason: Mapping[str, str], by: Any, now: datetime) -> Rescore:
    """Begin to undo `run`; `fill_waiting` does the rest. Raises as `undo`."""
    _must_say(reason)
    printing = locked(Printing.objects.all()).get(pk=run.printing_id)
    base = marking.current(printing)
    if base is None or base.pk != run.pk:
        raise CannotRescore("Only the rescore that is in force can be undone.")
    if Rekeying.objects.filter(question__printing=printing, state=Rekeying.State.DECIDED).exists():
        raise CannotRescore("Other decisions wait for a rescore; apply or dismiss them first.")
    for row in run.rekeyings.select_related("question").prefetch_related("question__keys"):
        former = _former(row.question.keys.all())
        Rekeying.objects.create(
            question=row.question,
            origin=Rekeying.Origin.UNDO,
            policy=former.policy,
            key=former.key,
            also=former.also,
            reason=dict(reason),
            state=Rekeying.State.DECIDED,
            at=now,
            settled_at=now,
            settled_by=by,
        )
    made = draft(printing, undoes=run, by=by, now=now)
    made.reason = dict(reason)
    made.save(update_fields=["reason"])
    return made


def _former(keys: Sequence[PrintingKey]) -> PrintingKey:
    """The key before the one that holds."""
    return sorted(keys, key=lambda key: (key.at, key.pk))[-2]
