"""Keys that were decided about, and scores that changed by it, as those who sat the paper are told."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tayari.accounts.models import Person
from tayari.mocks import plans, reviewing
from tayari.mocks.models import Paper, Printing, PrintingKey, Rekeying, Rescore, RescoredSitting, Sitting
from tayari.mocks.queries.released import free
from tayari.mocks.queries.scores import current_runs
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules import release

_TOLD = timedelta(days=30)


def letters(key: Collection[str], borne: Mapping[str, str] | None = None) -> str:
    """An answer key in words: option ids as the letters that are `borne`, else as printed; what is typed as it is."""
    told = [(borne or {}).get(one, one.upper() if len(one) == 1 else one) for one in key]
    return ", ".join(sorted(told) if borne else told)


def either(words: Iterable[str]) -> str:
    """`A or C`."""
    return f" {pgettext('between keys', 'or')} ".join(words)


def policy_words(
    policy: str,
    key: Collection[str],
    also: Iterable[Collection[str]] = (),
    borne: Mapping[str, str] | None = None,
) -> str:
    """What a decision came to, in words."""
    every = either(letters(one, borne) for one in (key, *also))
    return {
        "none": _("The key stays %(key)s.") % {"key": every},
        "derived": _("The key is %(key)s again.") % {"key": every},
        "corrected": _("The key is %(key)s now.") % {"key": every},
        "second": _("Any of %(key)s counts as right.") % {"key": every},
        "all": _("Everybody gets the marks of this question."),
        "attempters": _("Whoever answered gets the marks of this question."),
        "drop": _("The question is dropped; the others are rescaled to the full marks."),
    }[policy]


@dataclass(frozen=True, slots=True)
class KeyNote:
    """A decision about one question. `place` is its number in the printing."""

    place: int
    words: str
    reason: str
    at: datetime
    changes: bool


def key_notes(printing: Printing, language: str, sitting: Sitting | None = None) -> dict[int, KeyNote]:
    """The decision in force for each question that had one, by number; in the letters that options bear in `sitting`,
    else as printed. One query."""
    rows = Rekeying.objects.filter(question__printing=printing, state=Rekeying.State.APPLIED)
    found = {}
    for row in rows.select_related("question", "run").order_by("settled_at", "pk"):
        if row.origin == Rekeying.Origin.UNDO and row.policy == Rekeying.Policy.DERIVED:
            found.pop(row.question.number, None)
            continue
        borne = plans.letters(sitting, row.question.number) if sitting else None
        found[row.question.number] = KeyNote(
            place=row.question.number,
            words=policy_words(row.policy, row.key, row.also, borne),
            reason=in_language(row.reason, language),
            at=(row.run.applied_at if row.run else None) or row.settled_at or row.at,
            changes=row.policy != Rekeying.Policy.NONE,
        )
    return found


@dataclass(frozen=True, slots=True)
class Moved:
    """A score that a rescore changed, with the public reason; both scores in words. `url` is the result."""

    paper: str
    was: str
    now: str
    up: bool
    undone: bool
    reason: str
    at: datetime
    url: str


def _moved(row: RescoredSitting, language: str) -> Moved:
    run = row.run
    assert run.applied_at is not None
    was, now = Fraction(row.was, run.was_over), Fraction(row.n, run.over)
    return Moved(
        paper=in_language(run.printing.paper.short, language),
        was=quantities.rounded(was),
        now=quantities.rounded(now),
        up=now > was,
        undone=run.undoes_id is not None,
        reason=in_language(run.reason, language),
        at=run.applied_at,
        url=reverse("sitting_result", args=[row.sitting_id]),
    )


def moves(sitting: Sitting, language: str) -> tuple[Moved, ...]:
    """Every rescore that changed this sitting's score, the last first. One query."""
    rows = RescoredSitting.objects.filter(sitting=sitting, run__state=Rescore.State.APPLIED)
    changed = rows.exclude(n=F("was"), run__over=F("run__was_over")).select_related("run__printing__paper")
    found = changed.defer("run__printing__body").order_by("-run__number")
    return tuple(
        _moved(row, language) for row in found if Fraction(row.n, row.run.over) != Fraction(row.was, row.run.was_over)
    )


def news(person: Person, language: str, *, now: datetime) -> tuple[Moved, ...]:
    """What changed for this person within the last month and may be told, the last first. Three queries at most."""
    rows = RescoredSitting.objects.filter(
        sitting__person=person, run__state=Rescore.State.APPLIED, run__applied_at__gt=now - _TOLD
    )
    found = rows.select_related("run__printing__paper", "sitting").defer("run__printing__body", "sitting__responses")
    current = {run.pk for run in current_runs({row.run.printing_id for row in found}).values()}
    told = []
    for row in sorted(found, key=lambda one: one.run.applied_at, reverse=True):  # type: ignore[arg-type, return-value]
        row.sitting.printing = row.run.printing
        moved = Fraction(row.n, row.run.over) != Fraction(row.was, row.run.was_over)
        if row.run_id in current and moved and reviewing.shown(row.sitting, now=now).score:
            told.append(_moved(row, language))
    return tuple(told)


@dataclass(frozen=True, slots=True)
class Run:
    """A rescore as the public reads it."""

    number: int
    at: datetime
    reason: str
    sittings: int
    changed: int
    undone: bool


@dataclass(frozen=True, slots=True)
class PrintingOutcome:
    """What became of one printing's keys. `notes` are empty where they may not be shown to whoever asks. `moved`: each
    sitting had its options in an order of its own."""

    number: int
    questions: int
    final: bool
    decided: int
    moved: bool
    notes: tuple[KeyNote, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of objections to a paper's keys. Not `open`: the keys are for those who have sat it."""

    title: str
    short: str
    slug: str
    until: datetime | None
    open: bool
    printings: tuple[PrintingOutcome, ...]


def has_outcome(paper: Paper) -> bool:
    """Whether anything was decided about a key of the paper, or its keys are final. One query."""
    return PrintingKey.objects.filter(question__printing__paper=paper, standing=PrintingKey.Standing.FINAL).exists()


def outcome(paper: Paper, language: str, *, person: Person | None, now: datetime) -> Outcome:
    """Per printing, the newest first. Keys are told to those who have seen them in a result, and to everybody once the
    paper's window is over, every paper with the question has released it, and its answers are shown."""
    seen = _seen(paper, person, now)
    made = []
    for printing in paper.printings.defer("body").prefetch_related("questions__version__question"):
        notes = key_notes(printing, language)
        final = reviewing.is_final(printing)
        if not notes and not final:
            continue
        public = _public(paper, printing, notes, final=final, now=now)
        shown = notes if printing.pk in seen else {number: note for number, note in notes.items() if number in public}
        made.append(
            PrintingOutcome(
                number=printing.number,
                questions=len(printing.questions.all()),
                final=final,
                decided=len(notes),
                moved=plans.shuffling(printing).options,
                notes=tuple(shown[number] for number in sorted(shown)),
                runs=_runs(printing, language),
            )
        )
    return Outcome(
        title=in_language(paper.title, language),
        short=in_language(paper.short, language),
        slug=paper.slug,
        until=paper.objections_until,
        open=all(len(one.notes) == one.decided for one in made),
        printings=tuple(made),
    )


def _seen(paper: Paper, person: Person | None, now: datetime) -> set[int]:
    """The printings whose answers this person has in a result."""
    if person is None:
        return set()
    mine = Sitting.objects.of(person).filter(printing__paper=paper, closed_at__isnull=False)
    rows = mine.select_related("printing__paper").defer("printing__body", "responses")
    return {one.printing_id for one in rows if reviewing.shown(one, now=now).answers}


def _public(paper: Paper, printing: Printing, notes: Mapping[int, KeyNote], *, final: bool, now: datetime) -> set[int]:
    """The questions whose keys anybody may be told: nobody sits the paper any more, now or later."""
    over = paper.state == Paper.State.WITHDRAWN or paper.is_over(now)
    objections = paper.objections_until is not None
    if not over or not release.shows(
        paper.shows_answers, closes=paper.closes_at, final=final, now=now, objections=objections
    ):
        return set()
    if Sitting.objects.running().filter(printing__paper=paper, mode=Sitting.Mode.TIMED).exists():
        return set()
    refs = {row.number: row.version.question.ref for row in printing.questions.all() if row.number in notes}
    shown = free(set(refs.values()), now=now)
    return {number for number, ref in refs.items() if ref in shown}


def _runs(printing: Printing, language: str) -> tuple[Run, ...]:
    rows = printing.rescores.filter(state=Rescore.State.APPLIED)
    return tuple(
        Run(
            number=row.number,
            at=row.applied_at or row.at,
            reason=in_language(row.reason, language),
            sittings=row.summary.get("sittings", 0),
            changed=row.summary.get("up", 0) + row.summary.get("down", 0),
            undone=row.undoes_id is not None,
        )
        for row in rows
    )
