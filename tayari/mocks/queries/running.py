"""The sittings that run now: who sits, since when, how far, and what time is left."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q

from tayari.mocks import plans
from tayari.mocks.models import Extension, Paper, Printing, Sitting
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules import timing

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Running:
    """One sitting that runs, as an invigilator sees it."""

    id: UUID
    name: str
    opened_at: datetime
    ends_at: datetime | None
    left: str
    answered: int
    total: int
    share: str
    heard_at: datetime


@dataclass(frozen=True, slots=True)
class Room:
    """Everybody who sits a paper now: how many in all, those shown, and the sections whose time can be changed."""

    count: int
    sittings: tuple[Running, ...]
    sections: tuple[tuple[int, str], ...]
    has_paper_clock: bool
    extensions: tuple[Extension, ...]


def last_contact() -> datetime | None:
    """When a candidate of a running sitting was last answered."""
    found: datetime | None = Sitting.objects.running().aggregate(last=Max("last_contact_at"))["last"]
    return found


def running(paper: Paper, *, now: datetime, named: str = "") -> Room:
    """The timed sittings of a paper that run at `now`, first come first; `named` narrows them to a person or an id."""
    rows = Sitting.objects.running().filter(printing__paper=paper, mode=Sitting.Mode.TIMED)
    count = rows.count()
    if named:
        rows = rows.filter(Q(person__username__icontains=named) | Q(person__name__icontains=named) | _ident(named))
    found = rows.select_related("printing", "person").defer("printing__body").order_by("opened_at")[:_SHOWN]
    told = [(sitting, plans.state(sitting)) for sitting in found]
    printings = {sitting.printing_id: sitting.printing for sitting, _ in told}
    return Room(
        count=count,
        sittings=tuple(
            _running(sitting, state.answered, clock, timing.end_ms(clock.plan, state.place), now)
            for (sitting, state), clock in zip(told, plans.clocks_of(told), strict=True)
        ),
        sections=_sections(paper, list(printings.values())),
        has_paper_clock=any(plans.printed(printing).paper_ms for printing in printings.values()),
        extensions=tuple(Extension.objects.filter(printing__in=printings).select_related("by").order_by("-at")[:20]),
    )


def _ident(named: str) -> Q:
    """The sitting whose address was pasted."""
    try:
        return Q(pk=UUID(named))
    except ValueError:
        return Q(pk__isnull=True)


def _running(sitting: Sitting, answered: int, clock: plans.Clock, end: int | None, now: datetime) -> Running:
    left = None if end is None else max(0, end - clock.running(now)) // 1000
    return Running(
        id=sitting.pk,
        name=f"{sitting.person} · {str(sitting.pk)[:8]}",
        opened_at=sitting.opened_at,
        ends_at=None if end is None else clock.moment(end),
        left="" if left is None else quantities.duration(left, "en"),
        answered=answered,
        total=len(clock.plan.numbers),
        share=sitting.share,
        heard_at=sitting.last_contact_at,
    )


def _sections(paper: Paper, printings: list[Printing]) -> tuple[tuple[int, str], ...]:
    timed = {section.number for printing in printings for section in plans.printed(printing).sections if section.ms}
    names = {section.number: in_language(section.name, "en") for section in paper.sections.all()}
    return tuple((number, names.get(number, f"Section {number}")) for number in sorted(timed))
