"""Papers as sets of questions that the bank can write to a file."""

from tayari.bank.choosing import Way
from tayari.mocks.models import Paper, PaperQuestion


def _offered() -> list[tuple[str, str]]:
    return [(paper.ref, f"{paper} ({paper.ref})") for paper in Paper.objects.order_by("ref")]


def _questions(ref: str) -> list[int]:
    return list(PaperQuestion.objects.filter(paper__ref=ref).order_by("number").values_list("question_id", flat=True))


PAPERS = Way("paper", "The questions of a paper", _offered, _questions)
