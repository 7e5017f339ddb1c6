"""Gives running sittings more time or less: all of a paper, or one; for the paper's clock or a section's."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.tasks import task

from tayari.audit.actions import entries
from tayari.base.later import enqueue
from tayari.base.locks import locked
from tayari.mocks import plans
from tayari.mocks.models import Extension, Paper, Printing, Sitting, SittingEvent
from tayari.mocks.plans import Clock
from tayari.mocks.records import PROJECTED, project
from tayari.rules.sittings import Event, State, step
from tayari.rules.timing import Change, Plan

MOST = timedelta(hours=12)
STAFF = "staff"
"""The client of events that an editor makes."""

_AT_ONCE = 100
_MS = timedelta(milliseconds=1)


class NotExtended(ValueError):
    """The time cannot be changed so; the message says why and what to do."""


def _checked(plan: Plan, by: timedelta, section: int | None, reason: str) -> int:
    """`by` in ms. Raises NotExtended."""
    if not reason.strip():
        raise NotExtended("say why: candidates and the log are told")
    if not by or abs(by) > MOST:
        raise NotExtended(f"give more or less time, at most {MOST // timedelta(hours=1)} hours of it")
    if section is None and plan.paper_ms is None:
        raise NotExtended("this paper has no clock of its own; choose a section that has one")
    if section is not None and not any(one.number == section and one.ms for one in plan.sections):
        raise NotExtended("that section has no clock of its own; choose another, or the paper")
    return by // _MS


@transaction.atomic
def extend_all(
    paper: Paper, *, more: timedelta, section: int | None = None, reason: str, by: Any, now: datetime
) -> int:
    """So much more time (or less, when negative) for each sitting of the paper that runs now. Returns how many run.

    One row for each printing that is being sat; each sitting's clock reads it. Raises NotExtended.
    """
    running = Sitting.objects.running().filter(printing__paper=paper, mode=Sitting.Mode.TIMED)
    count = running.count()
    wanted = set(running.values_list("printing", flat=True))
    printings = list(Printing.objects.filter(pk__in=wanted).defer("body"))
    if not printings:
        raise NotExtended("nobody sits this paper now")
    for printing in printings:
        ms = _checked(plans.printed(printing), more, section, reason)
        Extension.objects.create(printing=printing, at=now, ms=ms, section=section, reason=reason, by=by)
        enqueue(put_off, printing.pk)
    entries.record(
        "papers.extend", paper, by=by, now=now, reason=reason, ms=more // _MS, section=section, running=count
    )
    return count


@transaction.atomic
def extend_one(
    ident: UUID, *, more: timedelta, section: int | None = None, reason: str, by: Any, now: datetime
) -> Sitting:
    """So much more time (or less, when negative) for one running sitting: an event of it. Raises NotExtended."""
    rows = locked(Sitting.objects.running()).select_related("printing__paper").defer("printing__body")
    sitting = rows.filter(pk=ident, mode=Sitting.Mode.TIMED).first()
    if sitting is None:
        raise NotExtended("that sitting is closed, and what is closed stays closed")
    clock = plans.clock_of(sitting)
    ms = _checked(clock.plan, more, section, reason)
    change = Change(clock.running(now), ms, section)
    state = step(clock.plan, plans.state(sitting), Event("extended", 0, change.at_ms, change=change))
    sitting.last_seq += 1
    SittingEvent.objects.create(
        sitting=sitting,
        seq=sitting.last_seq,
        client=STAFF,
        client_seq=sitting.last_seq,
        kind=SittingEvent.Kind.EXTENDED,
        data={"ms": ms, "section": section, "reason": reason},
        at=now,
    )
    _keep(sitting, plans.clock_of(sitting, state), state, "last_seq")
    entries.record("sittings.extend", sitting, by=by, now=now, reason=reason, ms=ms, section=section)
    return sitting


def _keep(sitting: Sitting, clock: Clock, state: State, *more: str) -> None:
    project(sitting, clock, state)
    sitting.save(update_fields=[*PROJECTED, *more])


@task()
def put_off(printing: int) -> int:
    """Set anew when each running sitting of a printing is due. In slices, so that no candidate waits for it.

    The clocks themselves need none of this: it is for the sweep, which looks at what is due by the rows.
    """
    idents = Sitting.objects.running().filter(printing=printing).values_list("pk", flat=True)
    done, waiting = 0, list(idents)
    while waiting:
        now_these, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
        done += _put_off(now_these)
    return done


@transaction.atomic
def _put_off(idents: list[UUID]) -> int:
    rows = locked(Sitting.objects.running()).select_related("printing__paper").defer("printing__body", "printing__plan")
    sittings = list(rows.filter(pk__in=idents))
    told = [(sitting, plans.state(sitting)) for sitting in sittings]
    for (sitting, state), clock in zip(told, plans.clocks_of(told), strict=True):
        _keep(sitting, clock, state)
    return len(sittings)
