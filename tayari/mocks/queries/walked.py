"""A paper at another moment: what readers have of it then, and its room. Nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tayari.accounts.models import Person
from tayari.mocks import plans, records, reviewing
from tayari.mocks.models import Paper, Printing, Sitting
from tayari.mocks.plans import Clock
from tayari.mocks.queries import rooms
from tayari.rules import release
from tayari.rules import sittings as law


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that readers have at that moment, or not, with the reason."""

    what: str
    there: bool
    why: str


def newest(paper: Paper) -> Printing | None:
    """The printing that a start takes."""
    return paper.printings.defer("body").select_related("paper").order_by("-number").first()


def lines(paper: Paper, printing: Printing | None, *, at: datetime) -> Sequence[Line]:
    """What readers have at `at`, by the paper and the keys as they stand now. One query."""
    final = printing is not None and reviewing.is_final(printing)
    asked = {"closes": paper.closes_at, "final": final, "now": at, "objections": paper.objections_until is not None}
    begins = _start(paper, printing, at)
    return (
        Line("The cover, and a place in the list of mocks", paper.is_out(at), _out(paper)),
        Line("A start", not begins, begins or "the paper is open"),
        *_seal(paper, at),
        Line(
            "The score of who has handed in",
            release.shows(paper.shows_score, **asked),
            f"policy: {paper.get_shows_score_display()}",
        ),
        Line(
            "Keys, reasons and what was right, for them",
            release.shows(paper.shows_answers, **asked),
            f"policy: {paper.get_shows_answers_display()}",
        ),
        Line(
            "Objections to keys",
            paper.objections_until is None or at < paper.objections_until,
            f"until {_said(paper.objections_until)}" if paper.objections_until else "at any time",
        ),
    )


def _said(moment: datetime | None) -> str:
    return f"{moment:%d %b %Y, %H:%M} UTC" if moment else "no set time"


def _out(paper: Paper) -> str:
    if paper.state != Paper.State.OPEN:
        return f"the paper is {paper.get_state_display()}"
    return f"from {_said(paper.published_at)} on" if paper.published_at else "since it was opened"


def _start(paper: Paper, printing: Printing | None, at: datetime) -> str:
    """Why no sitting can start; empty when one can."""
    if printing is None:
        return "the paper was never printed"
    if not paper.is_out(at):
        return _out(paper)
    if paper.awaits(at):
        return f"the window opens at {_said(paper.opens_at)}"
    if paper.is_over(at):
        return f"the window closed at {_said(paper.closes_at)}"
    return ""


def _seal(paper: Paper, at: datetime) -> Sequence[Line]:
    if not (paper.has_seal and paper.opens_at):
        return ()
    return (
        Line("The sealed body", paper.is_out(at), "while the paper is out"),
        Line("The key to it", paper.is_out(at) and not paper.awaits(at), f"from {_said(paper.opens_at)} on"),
    )


def room(
    printing: Printing, person: Person, *, at: datetime, after_s: int, language: str, asked: int | None
) -> rooms.Room:
    """The room of a sitting that nobody has: begun at `at`, looked at `after_s` seconds later with nothing answered."""
    sitting = Sitting(
        printing=printing,
        person=person,
        language=language,
        shuffled=plans.shuffling(printing).any,
        opened_at=at,
        last_contact_at=at,
    )
    plan = plans.plan(sitting)
    records.project(sitting, Clock(at, plan), law.begin(plan))
    return rooms.room(sitting, now=at + timedelta(seconds=after_s), asked=asked)
