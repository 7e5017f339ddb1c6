"""What a changed fact means for a paper: a question of its last printing has another key now."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse

from tayari.bank.actions.questions import HOLDER as QUESTION
from tayari.facts.hooks import CannotApply, Described, Holder
from tayari.facts.models import Consequence, Fact
from tayari.mocks import marking
from tayari.mocks.actions import objections, printings
from tayari.mocks.models import Paper, PrintingQuestion

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
        "printing takes the new key, and for printings that were sat already it is proposed, for you to decide."
    )


def apply(row: Consequence, correction: Mapping[str, str], by: Any, now: datetime) -> str:
    """Freeze a printing with the keys as they are now, and propose them for the printings before it. None is added when
    no key changed."""
    paper = Paper.objects.filter(ref=row.holder_ref).first()
    if paper is None:
        raise CannotApply("The paper is there no more; say that nothing needs to change.")
    before = paper.printings.first()
    try:
        after = printings.freeze(paper, by=by, now=now)
    except printings.PaperRefused as refusal:
        raise CannotApply(str(refusal)) from refusal
    proposed = _propose(paper, row, by=by, now=now)
    done = f"printing {after.number}" if before != after else f"printing {after.number} still holds"
    return f"{done}; {proposed} keys proposed for earlier printings" if proposed else done


def _propose(paper: Paper, row: Consequence, *, by: Any, now: datetime) -> int:
    """The key that the facts give now, for every earlier printing of the same version that was sat under another."""
    rows = PrintingQuestion.objects.filter(printing__paper=paper, printing__sittings__isnull=False).distinct()
    made = 0
    for question in rows.select_related("version").prefetch_related("version__keys", "keys"):
        derived = max(question.version.keys.all(), key=lambda key: (key.at, key.pk))
        held = marking.newest(question)
        if held.policy == "derived" and held.key != derived.key:
            cause = f"{row.fact.ref}: {row.get_cause_display()}"
            made += objections.propose(question, key=derived.key, cause=cause, by=by, now=now) is not None
    return made


HOLDER = Holder(describe, consequence, apply, resting)
