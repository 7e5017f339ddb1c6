"""The scores that hold, of sittings that were closed: as they were scored, or as a rescore left them."""

from collections.abc import Collection
from fractions import Fraction
from typing import Any

from tayari.mocks.models import Cohort, Rescore, RescoredSitting, Sitting


def current_runs(printings: Collection[int]) -> dict[int, Rescore]:
    """The rescore in force of each printing that has one. One query."""
    rows = Rescore.objects.filter(printing__in=printings, state=Rescore.State.APPLIED).order_by("number")
    return {run.printing_id: run for run in rows}


def held(sittings: Collection[Sitting]) -> dict[Any, Fraction]:
    """By sitting, for those that are closed. Two queries, whatever their number; their printings must be there."""
    closed = [one for one in sittings if one.closed_at is not None and one.score is not None]
    runs = current_runs({one.printing_id for one in closed}) if closed else {}
    rows = RescoredSitting.objects.filter(run__in=list(runs.values()), sitting__in=closed) if runs else ()
    rescored = {row.sitting_id: row.n for row in rows}
    return {one.pk: _score(one, runs.get(one.printing_id), rescored.get(one.pk)) for one in closed}


def _score(sitting: Sitting, run: Rescore | None, rescored: int | None) -> Fraction:
    if run and rescored is not None:
        return Fraction(rescored, run.over)
    if run and sitting.scored_under_id == run.pk and sitting.mode == Sitting.Mode.TIMED:
        return Fraction(sitting.score or 0, run.over)
    return Fraction(sitting.score or 0, sitting.printing.denominator)


def distribution(cohort: Cohort) -> dict[Fraction, int]:
    """How many candidates had each score."""
    return {Fraction(score, cohort.over): count for score, count in cohort.scores}
