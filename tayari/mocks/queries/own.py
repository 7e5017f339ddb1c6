"""A person's own sittings, of all papers: what runs, and what is done."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from tayari.accounts.models import Person
from tayari.mocks import marks, reviewing
from tayari.mocks.models import Sitting
from tayari.mocks.queries import rekeyed, scores
from tayari.mocks.queries.outlines import full_marks
from tayari.mocks.queries.rekeyed import Moved
from tayari.plain import quantities
from tayari.plain.texts import in_language

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Begun:
    """One sitting: of which paper, since when, its score of the `best` when it is done and may be told, its page."""

    paper: str
    at: datetime
    practice: bool
    score: str
    best: str
    url: str


@dataclass(frozen=True, slots=True)
class Own:
    """The last sittings, newest first, and what rescores changed of them."""

    running: tuple[Begun, ...]
    done: tuple[Begun, ...]
    news: tuple[Moved, ...]


def own(person: Person, language: str, *, now: datetime) -> Own:
    """Eight queries at most, and one a sitting that waits for a final key."""
    rows = Sitting.objects.of(person).select_related("printing__paper").defer("printing__body", "responses")
    running = rows.running().order_by("-opened_at")[:_SHOWN]
    done = list(rows.filter(closed_at__isnull=False).order_by("-opened_at")[:_SHOWN])
    held = scores.held(done)
    full = full_marks({row.printing_id: row.printing for row in done if row.pk in held}.values())

    def begun(row: Sitting, score: str = "") -> Begun:
        return Begun(
            paper=in_language(row.printing.paper.short, language),
            at=row.opened_at,
            practice=row.mode == Sitting.Mode.PRACTICE,
            score=score,
            best=marks.in_words(full[row.printing_id]) if score else "",
            url=reverse("sitting_result" if row.closed_at else "sitting", args=[row.pk]),
        )

    def score(row: Sitting) -> str:
        earned = held.get(row.pk) if row.mode == Sitting.Mode.TIMED else None
        return quantities.rounded(earned) if earned is not None and reviewing.shown(row, now=now).score else ""

    return Own(
        running=tuple(map(begun, running)),
        done=tuple(begun(row, score(row)) for row in done),
        news=rekeyed.news(person, language, now=now),
    )
