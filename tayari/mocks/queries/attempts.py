"""What a person has done with a paper so far."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.urls import reverse

from tayari.accounts.models import Person
from tayari.mocks.models import Paper, Sitting
from tayari.plain import quantities

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sitting in a list: when, its score when it is closed, and where it leads."""

    at: datetime
    running: bool
    practice: bool
    score: str
    url: str


@dataclass(frozen=True, slots=True)
class Attempts:
    rows: tuple[Attempt, ...]
    running_url: str
    used_up: bool


def _attempt(sitting: Sitting) -> Attempt:
    running = sitting.closed_at is None
    earned = Fraction(sitting.score or 0, sitting.printing.denominator)
    return Attempt(
        at=sitting.opened_at,
        running=running,
        practice=sitting.mode == Sitting.Mode.PRACTICE,
        score="" if running else quantities.rounded(earned),
        url=reverse("sitting" if running else "sitting_result", args=[sitting.pk]),
    )


def attempts(paper: Paper, person: Person, *, now: datetime) -> Attempts:
    """The person's sittings of the paper, newest first. Two queries at most."""
    mine = Sitting.objects.of(person).filter(printing__paper=paper)
    rows = list(mine.select_related("printing").defer("printing__body", "responses").order_by("-opened_at")[:_SHOWN])
    running = next((row for row in rows if row.closed_at is None and row.mode == Sitting.Mode.TIMED), None)
    used = mine.filter(mode=Sitting.Mode.TIMED).count() if paper.attempts is not None else 0
    return Attempts(
        rows=tuple(_attempt(row) for row in rows),
        running_url=reverse("sitting", args=[running.pk]) if running else "",
        used_up=paper.attempts is not None and used >= paper.attempts,
    )
