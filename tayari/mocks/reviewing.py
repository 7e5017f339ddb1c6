"""What a sitting that was handed in may show, by its paper's review policy."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from tayari.mocks.models import Printing, PrintingKey, PrintingQuestion, Sitting
from tayari.rules import release


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether the score and whether the answers (keys, reasons, what was right) may be seen now. `provisional`: by keys
    that are not final, where the paper has a time for objections."""

    score: bool
    answers: bool
    provisional: bool = False


NOTHING = Shown(score=False, answers=False)


def provisional(printing: Printing) -> QuerySet[PrintingQuestion]:
    """The questions whose key is not final."""
    held = PrintingKey.objects.filter(question=OuterRef("pk")).order_by("-at", "-pk").values("standing")[:1]
    return printing.questions.annotate(held=Subquery(held)).exclude(held=PrintingKey.Standing.FINAL)


def is_final(printing: Printing) -> bool:
    """Every question's key is final. One query."""
    return not provisional(printing).exists()


def shown(sitting: Sitting, *, now: datetime) -> Shown:
    """Nothing while the sitting runs; then as the paper's policy says. One query at most."""
    if sitting.closed_at is None:
        return NOTHING
    paper = sitting.printing.paper
    policies = (paper.shows_score, paper.shows_answers)
    objections = paper.objections_until is not None
    final = (objections or "final" in policies) and is_final(sitting.printing)
    score, answers = (
        release.shows(one, closes=paper.closes_at, final=final, now=now, objections=objections) for one in policies
    )
    return Shown(score or answers, answers, objections and not final)
