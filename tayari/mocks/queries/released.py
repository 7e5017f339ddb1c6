"""Which questions may be shown outside a sitting."""

from collections.abc import Collection
from datetime import datetime

from tayari.mocks.models import Paper, PaperQuestion


def released(refs: Collection[str], *, now: datetime) -> dict[str, Paper]:
    """Those that every paper using them has released, each with a paper that readers can open. Two queries.

    A paper has released its questions when it is open and its day has come; one with a clock for each question or with
    forward navigation only never does so outside a sitting.
    """
    places = PaperQuestion.objects.filter(question__ref__in=refs).select_related("paper", "question")
    by_question: dict[str, list[Paper]] = {}
    for place in places:
        by_question.setdefault(place.question.ref, []).append(place.paper)
    return {
        ref: papers[0]
        for ref, papers in by_question.items()
        if all(paper.is_out(now) and paper.navigation == Paper.Navigation.FREE for paper in papers)
    }
