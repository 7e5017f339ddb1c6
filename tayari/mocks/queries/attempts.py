"""What a person has done with a paper so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.urls import reverse

from tayari.accounts.models import Person
from tayari.mocks import reviewing
from tayari.mocks.models import Paper, Sitting
from tayari.mocks.queries import scores
from tayari.plain import quantities

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sitting in a list: when, its score when it is closed and may be told, and where it leads."""

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


def _attempt(sitting: Sitting, earned: Fraction | None, now: datetime) -> Attempt:
    running = sitting.closed_at is None
    told = earned is not None and reviewing.shown(sitting, now=now).score
    return Attempt(
        at=sitting.opened_at,
        running=running,
        practice=sitting.mode == Sitting.Mode.PRACTICE,
        score=quantities.rounded(earned) if told and earned is not None else "",
        url=reverse("sitting" if running else "sitting_result", args=[sitting.pk]),
    )


def _of_timed(sitting: Sitting, held: Mapping[Any, Fraction]) -> Fraction | None:
    """A practice is no score to compare: it has no full marks, and no rescore touches it."""
    return held.get(sitting.pk) if sitting.mode == Sitting.Mode.TIMED else None


def attempts(paper: Paper, person: Person, *, now: datetime) -> Attempts:
    """The person's sittings of the paper, newest first. Five queries at most, and one a sitting that waits for a final
    key."""
    mine = Sitting.objects.of(person).filter(printing__paper=paper)
    rows = list(
        mine.select_related("printing__paper").defer("printing__body", "responses").order_by("-opened_at")[:_SHOWN]
    )
    running = next((row for row in rows if row.closed_at is None and row.mode == Sitting.Mode.TIMED), None)
    used = mine.filter(mode=Sitting.Mode.TIMED).count() if paper.attempts is not None else 0
    held = scores.held(rows)
    return Attempts(
        rows=tuple(_attempt(row, _of_timed(row, held), now) for row in rows),
        running_url=reverse("sitting", args=[running.pk]) if running else "",
        used_up=paper.attempts is not None and used >= paper.attempts,
    )
