"""Begins sittings: those of many at one moment together, and a practice of what was missed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from tayari.accounts.actions import guests
from tayari.accounts.models import Person
from tayari.base.locks import locked
from tayari.mocks import marking, plans, records, remembered, reviewing
from tayari.mocks.actions import sittings
from tayari.mocks.models import Paper, Printing, Sitting
from tayari.mocks.plans import Clock
from tayari.mocks.remembered import Known
from tayari.rules import sittings as law


class SittingStillOpen(ValueError):
    """The sitting has to be handed in first."""


class NotOpen(ValueError):
    """The paper cannot be sat now: it is not published, outside its window, or sat often enough. The message says."""


class AttemptsUsed(NotOpen):
    """All attempts at the paper are used."""


class OutsideWindow(NotOpen):
    """The paper's window has not opened yet, or no sitting may start any more."""


class AnswersNotShown(ValueError):
    """The paper's review policy does not show yet what was right and what was not."""


class NothingMissed(ValueError):
    """Every question was right: there is nothing to practise."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Who wants to begin what. `person` None is a new guest, whom `ident` names (`guests.create_all`).

    `share`: compensatory time, as 1/3. `numbers` and `after` belong to a practice.
    """

    printing: Printing
    person: Person | None
    language: str
    now: datetime
    ident: UUID | None = None
    share: str = ""
    mode: str = Sitting.Mode.TIMED
    after: Sitting | None = None
    numbers: Sequence[int] = ()

    @property
    def is_timed(self) -> bool:
        return self.mode == Sitting.Mode.TIMED


def start(*, printing: Printing, person: Person, language: str, now: datetime, **more: Any) -> Sitting:
    """Begin a sitting: one row, which is its own record. Raises NotOpen. `more` as in Begin.

    A timed sitting that still runs on the same printing is handed back, so that pressing start twice starts once.
    """
    outcome = start_all([Begin(printing, person, language, now, **more)])[0]
    if isinstance(outcome, NotOpen):
        raise outcome
    return outcome


@transaction.atomic
def start_all(asked: Sequence[Begin]) -> list[Sitting | NotOpen]:
    """As `start`, for many in one transaction: read together, judged each for itself, written together.

    Of two that one person asks for, the later finds the earlier one. A guest is made for who is let in, and no other.
    """
    closed = [_not_open(one.printing.paper, one.now) if one.is_timed else None for one in asked]
    let_in = [one for one, why in zip(asked, closed, strict=True) if why is None]
    begun = iter(_begin(let_in, _persons(let_in)))
    return [next(begun) if why is None else why for why in closed]


def _not_open(paper: Paper, now: datetime) -> NotOpen | None:
    if not paper.is_out(now):
        return NotOpen("this paper is not open")
    if paper.awaits(now):
        return OutsideWindow("this paper opens later")
    return OutsideWindow("this paper can no longer be started") if paper.is_over(now) else None


def _persons(asked: Sequence[Begin]) -> list[Person]:
    """Who each is, held until the transaction ends. Raises Person.DoesNotExist for one who is gone."""
    idents = {one.person.pk for one in asked if one.person is not None}
    # In one order, so that two transactions on PostgreSQL do not wait for each other.
    held = {row.pk: row for row in locked(Person.objects.all()).filter(pk__in=idents).order_by("pk")} if idents else {}
    if idents - held.keys():
        raise Person.DoesNotExist("a person who wants to begin is no longer there")
    made = iter(guests.create_all([(one.ident, one.now) for one in asked if one.person is None]))
    return [next(made) if one.person is None else one.person for one in asked]


def _begin(asked: Sequence[Begin], persons: Sequence[Person]) -> list[Sitting | NotOpen]:
    running, taken = _running(asked, persons), _taken(asked, persons)
    outcomes: list[Sitting | NotOpen] = []
    new: list[Known] = []
    for one, person in zip(asked, persons, strict=True):
        place, counted = (person.pk, one.printing.pk), (person.pk, one.printing.paper_id)
        if one.is_timed and place in running and not _still_runs(running[place], person, one.now):
            del running[place]
        if one.is_timed and place in running:
            outcomes.append(running[place])
        elif one.is_timed and _is_used_up(one.printing.paper, taken.get(counted, 0)):
            outcomes.append(AttemptsUsed("all attempts at this paper are used"))
        else:
            known = _new(one, person)
            new.append(known)
            outcomes.append(known.sitting)
            if one.is_timed:
                running[place], taken[counted] = known.sitting, taken.get(counted, 0) + 1
    Sitting.objects.bulk_create([known.sitting for known in new])
    _remember(new)
    return outcomes


def _running(asked: Sequence[Begin], persons: Sequence[Person]) -> dict[tuple[UUID, int], Sitting]:
    """The timed sittings that these persons have open of these printings."""
    # A guest who was made just now may be one that an earlier start made, whose answer was lost.
    who = {person.pk for one, person in zip(asked, persons, strict=True) if one.is_timed}
    if not who:
        return {}
    printings = {one.printing.pk: one.printing for one in asked}
    rows = Sitting.objects.running().filter(person__in=who, printing__in=printings, mode=Sitting.Mode.TIMED)
    found = {(row.person_id, row.printing_id): row for row in rows.order_by("opened_at")}
    for row in found.values():
        row.printing = printings[row.printing_id]
    return found


def _still_runs(sitting: Sitting, person: Person, now: datetime) -> bool:
    """Whether it does; where its time is over it is closed."""
    if not sittings.is_due(sitting, now):
        return True
    return not sittings.close_or_put_off(sittings.held(sitting.pk, person), "clock", now)


def _taken(asked: Sequence[Begin], persons: Sequence[Person]) -> dict[tuple[UUID, int], int]:
    """How often each has begun each paper, of papers that may be sat only so often."""
    limited = {one.printing.paper_id for one in asked if one.is_timed and one.printing.paper.attempts is not None}
    if not limited:
        return {}
    rows = Sitting.objects.filter(
        person__in={person.pk for person in persons}, printing__paper__in=limited, mode=Sitting.Mode.TIMED
    )
    counted = rows.order_by().values_list("person", "printing__paper").annotate(times=Count("pk"))
    return {(person, paper): times for person, paper, times in counted}


def _is_used_up(paper: Paper, taken: int) -> bool:
    return paper.attempts is not None and taken >= paper.attempts


def _new(asked: Begin, person: Person) -> Known:
    sitting = Sitting(
        printing=asked.printing,
        person=person,
        mode=asked.mode,
        numbers=list(asked.numbers),
        after=asked.after,
        language=asked.language,
        share=asked.share,
        shuffled=asked.is_timed and plans.shuffling(asked.printing).any,
        opened_at=asked.now,
        last_contact_at=asked.now,
    )
    plan = plans.plan(sitting)
    clock, state = Clock(asked.now, plan), law.begin(plan)
    records.project(sitting, clock, state)
    return Known(sitting, state, clock)


def _remember(new: Iterable[Known]) -> None:
    """Their first messages follow soon, and need not read them."""
    kept = [Known(remembered.bare(known.sitting), known.state.packed(), known.clock) for known in new]
    transaction.on_commit(partial(remembered.remembered.put, kept))


@transaction.atomic
def practise_missed(sitting: Sitting, *, by: Person, now: datetime) -> Sitting:
    """An untimed sitting of what was wrong or blank. Raises SittingStillOpen, AnswersNotShown and NothingMissed."""
    if sitting.closed_at is None:
        raise SittingStillOpen("hand the sitting in first")
    if not reviewing.shown(sitting, now=now).answers:
        raise AnswersNotShown("what was missed is not told yet")
    missed = marking.missed(sitting)
    if not missed:
        raise NothingMissed("every question was right")
    return start(
        printing=sitting.printing,
        person=by,
        language=sitting.language,
        now=now,
        mode=Sitting.Mode.PRACTICE,
        after=sitting,
        numbers=missed,
    )
