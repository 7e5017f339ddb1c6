"""What a changed fact means for a paper: a question of its last printing has another key now."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse

from tayari.bank.actions.questions import HOLDER as QUESTION
from tayari.facts.hooks import CannotApply, Described, Holder
from tayari.facts.models import Consequence, Fact
from tayari.mocks.actions import printings
from tayari.mocks.models import Paper

PAPER = "mocks.paper"


def describe(refs: Collection[str]) -> dict[str, Described]:
    return {
        paper.ref: Described(f"Paper: {paper}", reverse("wagtailsnippets_mocks_paper:edit", args=[paper.pk]))
        for paper in Paper.objects.filter(ref__in=refs)
    }


def resting(kind: str, refs: Collection[str]) -> list[str]:
    """The papers that print one of the questions. Those withdrawn are sat by nobody any more."""
    if kind != QUESTION:
        return []
    papers = Paper.objects.filter(questions__ref__in=refs, printings__isnull=False).exclude(state=Paper.State.WITHDRAWN)
    return list(papers.values_list("ref", flat=True).distinct())


def consequence(ref: str, fact: Fact, cause: str, now: datetime) -> str:
    paper = Paper.objects.filter(ref=ref).first()
    last = paper.printings.first() if paper else None
    number = last.number if last else 0
    return (
        f"Printing {number} was frozen with the keys that the facts gave then. Settle the question first; then a new "
        "printing takes the new key. Sittings keep the printing they began with."
    )


def apply(row: Consequence, correction: Mapping[str, str], by: Any, now: datetime) -> str:
    """Freeze a printing with the keys as they are now; none is added when no key changed."""
    paper = Paper.objects.filter(ref=row.holder_ref).first()
    if paper is None:
        raise CannotApply("The paper is there no more; say that nothing needs to change.")
    before = paper.printings.first()
    try:
        after = printings.freeze(paper, by=by, now=now)
    except printings.PaperRefused as refusal:
        raise CannotApply(str(refusal)) from refusal
    return f"printing {after.number}" if before != after else f"printing {after.number} still holds"


HOLDER = Holder(describe, consequence, apply, resting)
