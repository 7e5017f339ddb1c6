"""Freezes a paper: question versions, keys, marks over one denominator, clocks and bodies."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.bank.models import QuestionVersion, VersionKey
from tayari.base.locks import locked
from tayari.mocks.models import Paper, Printing, PrintingKey, PrintingQuestion
from tayari.rules import kinds, marking
from tayari.rules.marking import Marking


class PaperRefused(ValueError):
    """The paper cannot be printed; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Printed:
    number: int
    version: QuestionVersion
    key: VersionKey


def _questions(paper: Paper) -> list[_Printed]:
    places = list(paper.places.select_related("question").order_by("number"))
    if not places:
        raise PaperRefused(f"{paper.ref}: the paper has no questions; add some before it is printed")
    wanted = [place.question_id for place in places]
    versions: dict[int, QuestionVersion] = {}
    rows = QuestionVersion.objects.filter(question__in=wanted).select_related("question").prefetch_related("keys")
    for row in rows.order_by("number"):
        versions[row.question_id] = row
    printed = []
    for number, place in enumerate(places, start=1):
        version = versions.get(place.question_id)
        key = max(version.keys.all(), key=lambda one: (one.at, one.pk), default=None) if version else None
        if version is None or key is None:
            raise PaperRefused(
                f"{paper.ref}: {place.question.ref} has no published version; publish the question first"
            )
        printed.append(_Printed(number, version, key))
    return printed


def _check(paper: Paper) -> Marking:
    """Marking and clocks that can be kept. Raises PaperRefused."""
    if paper.question_ms and paper.navigation != Paper.Navigation.FORWARD:
        raise PaperRefused(f"{paper.ref}: a clock for each question needs navigation: forward; set it")
    if not paper.paper_ms and not paper.question_ms:
        raise PaperRefused(f"{paper.ref}: the paper has no clock; give the paper or each question a time")
    try:
        return Marking.read(paper.marking)
    except marking.NotMarks as problem:
        raise PaperRefused(f"{paper.ref}: {problem}") from None


def _body(paper: Paper, questions: list[_Printed]) -> dict[str, Any]:
    """What candidates see, by number. Raises PaperRefused for a kind that the room cannot take an answer to."""
    body = {}
    for one in questions:
        asked = kinds.parse(one.version.content)
        if asked.ANSWER != "one":
            raise PaperRefused(
                f"{paper.ref}: question {one.number} ({asked.head.ref}) is of the kind {asked.head.kind}, and the exam "
                "room takes answers by one option only; take it out"
            )
        body[str(one.number)] = asked.printed()
    return body


def _hash(parts: Any) -> str:
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


@transaction.atomic
def freeze(paper: Paper, *, by: Any, now: datetime) -> Printing:
    """The paper as it stands, as a printing. When nothing changed since the last printing, that one.

    Raises PaperRefused.
    """
    paper = locked(Paper.objects.all()).get(pk=paper.pk)
    marks = _check(paper)
    questions = _questions(paper)
    body = _body(paper, questions)
    frozen = {
        "paper_ms": paper.paper_ms,
        "question_ms": paper.question_ms,
        "navigation": paper.navigation,
        "marking": paper.marking,
        "languages": paper.languages,
        "body": body,
    }
    # The key is part of what a printing is: when facts flip one, new sittings get a new printing, old ones keep theirs.
    body_hash = _hash([frozen, [[one.version.pk, one.key.key] for one in questions]])
    last = paper.printings.order_by("-number").first()
    if last and last.body_hash == body_hash:
        return last
    printing = Printing.objects.create(
        paper=paper,
        number=last.number + 1 if last else 1,
        at=now,
        denominator=marking.denominator([marks]),
        body_hash=body_hash,
        **frozen,
    )
    _write_questions(printing, questions, marks, now)
    entries.record("printings.freeze", paper, by=by, now=now, printing=printing.number, questions=len(questions))
    return printing


def _write_questions(printing: Printing, questions: list[_Printed], marks: Marking, now: datetime) -> None:
    def whole(mark: Any) -> int:
        return marking.over(mark, printing.denominator)

    rows = PrintingQuestion.objects.bulk_create(
        PrintingQuestion(
            printing=printing,
            number=one.number,
            version=one.version,
            right=whole(marks.right),
            wrong=whole(marks.wrong),
            blank=whole(marks.blank),
        )
        for one in questions
    )
    PrintingKey.objects.bulk_create(
        PrintingKey(question=row, key=one.key.key, at=now) for row, one in zip(rows, questions, strict=True)
    )
