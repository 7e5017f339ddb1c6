"""Which questions may be shown outside a sitting."""

from collections.abc import Collection
from datetime import datetime

from tayari.delivery import press
from tayari.mocks.models import Paper, PaperQuestion
from tayari.rules import release


def _using(refs: Collection[str]) -> dict[str, list[Paper]]:
    """The papers of each question that stands in one. One query."""
    press.until(None)  # each paper says when it releases them
    by_question: dict[str, list[Paper]] = {}
    for place in PaperQuestion.objects.filter(question__ref__in=refs).select_related("paper", "question"):
        by_question.setdefault(place.question.ref, []).append(place.paper)
    return by_question


def _use(paper: Paper) -> release.Use:
    """A paper that waits with its answers waits with its questions too: outside the room both are shown together."""
    waits = paper.shows_answers == Paper.Release.CLOSED
    days = [paper.published_at, paper.opens_at, paper.closes_at if waits else None]
    stepped = paper.navigation != Paper.Navigation.FREE or paper.shows_answers == Paper.Release.FINAL
    return release.Use(paper.state, max((day for day in days if day), default=None), stepped)


def _free(papers: Collection[Paper], now: datetime) -> bool:
    uses = [_use(paper) for paper in papers]
    press.until(min((use.starts for use in uses if use.starts and use.starts > now), default=None))
    return release.released(uses, now)


def free(refs: Collection[str], *, now: datetime) -> set[str]:
    """Those that every paper using them has released, whether or not one of these is open still. One query."""
    return {ref for ref, papers in _using(refs).items() if _free(papers, now)}


def papers_of(refs: Collection[str], *, now: datetime) -> dict[str, list[Paper]]:
    """Those that every paper using them has released, each with the papers that readers can open. One query."""
    found = {}
    for ref, papers in _using(refs).items():
        open_now = [one for one in papers if one.is_out(now)]
        if open_now and _free(papers, now):
            found[ref] = open_now
    return found


def released(refs: Collection[str], *, now: datetime) -> dict[str, Paper]:
    """Those that every paper using them has released, each with a paper that readers can open. One query.

    A paper has released its questions when it is open and its start has come, and with it the day of its answers; one
    that opens its questions or sections one by one never does so outside a sitting.
    """
    return {ref: papers[0] for ref, papers in papers_of(refs, now=now).items()}
