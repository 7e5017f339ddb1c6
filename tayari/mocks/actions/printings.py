"""Freezes a paper: question versions, keys, marks over one denominator, clocks and bodies."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db import transaction

from tayari.audit.actions import entries
from tayari.bank.models import QuestionVersion, VersionKey
from tayari.base.locks import locked
from tayari.mocks import marking as marked
from tayari.mocks import plans
from tayari.mocks.models import Paper, PaperQuestion, Printing, PrintingKey, PrintingQuestion
from tayari.mocks.unattempted import Unattempted
from tayari.rules import kinds, marking, orders, timing
from tayari.rules.kinds import shuffling
from tayari.rules.kinds.question import Question
from tayari.rules.marking import Marking
from tayari.rules.timing import Asked, Navigation, Plan, Section


class PaperRefused(ValueError):
    """The paper cannot be printed; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Printed:
    place: PaperQuestion
    number: int
    version: QuestionVersion
    key: VersionKey
    asked: Question
    marks: Marking
    spare: Unattempted | None = None

    def options(self) -> frozenset[str]:
        own = {option.id for option in self.asked.options()}
        return frozenset(own | {one["id"] for one in self.spared()})

    def spared(self) -> list[dict[str, Any]]:
        return self.spare.printed(self.asked) if self.spare else []

    def body(self) -> dict[str, Any]:
        """The question as printed, with the option that leaves it out where the paper has one."""
        printed = self.asked.printed()
        return {**printed, "options": [*printed["options"], *self.spared()]}

    @property
    def section(self) -> int:
        return self.place.section.number if self.place.section else 1

    @property
    def ms(self) -> int | None:
        section = self.place.section
        return self.place.ms or (section and section.question_ms) or self.place.paper.question_ms


def _questions(paper: Paper) -> list[_Printed]:
    places = list(paper.places.select_related("question", "section", "paper").order_by("number"))
    if not places:
        raise PaperRefused(f"{paper.ref}: the paper has no questions; add some before it is printed")
    wanted = [place.question_id for place in places]
    versions: dict[int, QuestionVersion] = {}
    rows = QuestionVersion.objects.filter(question__in=wanted).select_related("question").prefetch_related("keys")
    for row in rows.order_by("number"):
        versions[row.question_id] = row
    printed = []
    spare = Unattempted.of(paper.blueprint)
    for number, place in enumerate(places, start=1):
        version = versions.get(place.question_id)
        key = max(version.keys.all(), key=lambda one: (one.at, one.pk), default=None) if version else None
        if version is None or key is None:
            raise PaperRefused(
                f"{paper.ref}: {place.question.ref} has no published version; publish the question first"
            )
        asked = kinds.parse(version.content)
        marks = _marks(paper, place)
        marks = spare.marking(asked, marks) if spare else marks
        printed.append(_Printed(place, number, version, key, asked, marks, spare))
    return printed


def _marks(paper: Paper, place: PaperQuestion) -> Marking:
    """The question's own marks, else its section's, else the paper's. Raises PaperRefused."""
    told = place.marking or (place.section and place.section.marking) or paper.marking
    try:
        return Marking.read(told)
    except marking.NotMarks as problem:
        raise PaperRefused(f"{paper.ref}: {problem}") from None


def _check(paper: Paper, questions: list[_Printed], plan: Plan) -> None:
    """Clocks that can be kept and kinds that the room can take an answer to. Raises PaperRefused."""
    times = [one.ms for one in questions]
    if any(times) and not plan.forward:
        raise PaperRefused(f"{paper.ref}: a clock for each question needs navigation: forward; set it")
    unlimited = [section.number for section in plan.sections if not section.ms]
    if plan.navigation == "free" and len(unlimited) < len(plan.sections):
        raise PaperRefused(f"{paper.ref}: a clock for a section needs navigation: sections (or forward); set it")
    if plan.navigation == "sections" and unlimited and not plan.leave_early:
        raise PaperRefused(
            f"{paper.ref}: section {unlimited[0]} has no time and cannot be left; give it one, or set leave_early"
        )
    if timing.longest_ms(plan) is None:
        raise PaperRefused(f"{paper.ref}: the paper has no clock; give the paper or each question a time")
    for one in questions:
        if one.asked.ANSWER == "prose":
            raise PaperRefused(
                f"{paper.ref}: question {one.number} ({one.asked.head.ref}) is of the kind {one.asked.head.kind}, and "
                "no machine marks an answer in prose; take it out"
            )


def _plan(paper: Paper, questions: list[_Printed]) -> Plan:
    asked = {one.number: Asked(one.options(), one.asked.ANSWER, one.ms) for one in questions}
    times = dict(paper.sections.values_list("number", "ms"))
    sections = tuple(
        Section(tuple(one.number for one in questions if one.section == number), times.get(number), number)
        for number in sorted({one.section for one in questions})
    )
    navigation = cast(Navigation, paper.navigation)
    return Plan(asked, sections, paper.paper_ms, navigation, paper.leave_early, paper.late_ms)


def _hash(parts: Any) -> str:
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode()).hexdigest()


@transaction.atomic
def freeze(paper: Paper, *, by: Any, now: datetime) -> Printing:
    """The paper as it stands, as a printing. When nothing changed since the last printing, that one.

    Raises PaperRefused.
    """
    paper = locked(Paper.objects.all()).get(pk=paper.pk)
    questions = _questions(paper)
    plan = _plan(paper, questions)
    _check(paper, questions, plan)
    frozen = {
        "paper_ms": paper.paper_ms,
        "question_ms": paper.question_ms,
        "navigation": paper.navigation,
        "marking": paper.marking,
        "languages": paper.languages,
        "plan": plans.as_json(plan),
        "body": {str(one.number): one.body() for one in questions},
    }
    _freeze_shuffling(paper, questions, frozen)
    # The key is part of what a printing is: when facts flip one, new sittings get a new printing, old ones keep theirs.
    keyed = [[one.version.pk, one.key.key, one.marks.kept(), one.place.counted] for one in questions]
    pattern = paper.blueprint.pattern if paper.blueprint else {}
    scoring = marked.frozen(paper.sections.all(), paper.qualifying, str(pattern.get("blank_limit", "")))
    body_hash = _hash([frozen, keyed, *([scoring] if scoring else [])])
    last = paper.printings.order_by("-number").first()
    if last and last.body_hash == body_hash:
        return last
    printing = Printing.objects.create(
        paper=paper,
        number=last.number + 1 if last else 1,
        at=now,
        denominator=marking.denominator(one.marks for one in questions),
        body_hash=body_hash,
        scoring=scoring,
        **frozen,
    )
    _write_questions(printing, questions, last, now)
    entries.record("printings.freeze", paper, by=by, now=now, printing=printing.number, questions=len(questions))
    return printing


def _freeze_shuffling(paper: Paper, questions: list[_Printed], frozen: dict[str, Any]) -> None:
    """What each sitting will have in an order of its own; nothing is added where nothing is shuffled."""
    inside = paper.shuffle in {Paper.Shuffle.QUESTIONS, Paper.Shuffle.BOTH}
    within = paper.shuffle in {Paper.Shuffle.OPTIONS, Paper.Shuffle.BOTH}
    if within:
        for one in questions:
            frozen["body"][str(one.number)]["moves"] = shuffling.options_may_move(one.asked)
    if inside or within:
        groups = {number: orders.group(printed) for number, printed in frozen["body"].items()}
        frozen["plan"]["shuffle"] = {
            "questions": inside,
            "options": within,
            "groups": {number: ref for number, ref in groups.items() if ref},
        }


def _write_questions(printing: Printing, questions: list[_Printed], last: Printing | None, now: datetime) -> None:
    def whole(mark: Any) -> int:
        return marking.over(mark, printing.denominator)

    rows = PrintingQuestion.objects.bulk_create(
        PrintingQuestion(
            printing=printing,
            number=one.number,
            version=one.version,
            right=whole(one.marks.right),
            wrong=whole(one.marks.wrong),
            blank=whole(one.marks.blank),
            partial=whole(one.marks.partial),
            weights={option: whole(mark) for option, mark in one.marks.options.items()},
            section=one.section,
            counted=one.place.counted,
        )
        for one in questions
    )
    decided = _decided(last)
    PrintingKey.objects.bulk_create(
        _key(row, one.key, decided.get(one.version.pk), now) for row, one in zip(rows, questions, strict=True)
    )


def _decided(last: Printing | None) -> dict[int, PrintingKey]:
    """Keys of the last printing that were decided and not derived, by question version."""
    if last is None:
        return {}
    held = {row.version_id: marked.newest(row) for row in last.questions.prefetch_related("keys")}
    return {version: key for version, key in held.items() if key.policy != "derived"}


def _key(row: PrintingQuestion, derived: VersionKey, decided: PrintingKey | None, now: datetime) -> PrintingKey:
    """The derived key, unless a decision about this version came after it."""
    if decided is None or derived.at > decided.at:
        return PrintingKey(question=row, key=derived.key, at=now)
    return PrintingKey(
        question=row,
        key=decided.key,
        also=decided.also,
        policy=decided.policy,
        standing=decided.standing,
        reason=decided.reason,
        at=now,
    )
