"""What a changed fact means for a question: its key is derived again, or the question waits for its facts."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from tayari.audit.actions import entries
from tayari.bank.actions import questions
from tayari.bank.judging import judge
from tayari.bank.models import Question, QuestionVersion
from tayari.facts.hooks import CannotApply, Described, Holder
from tayari.facts.models import Consequence, Fact
from tayari.rules import kinds
from tayari.rules.kinds import Refused


def describe(refs: Collection[str]) -> dict[str, Described]:
    return {
        ref: Described(f"Question {ref}", reverse("question_preview", args=[ref]))
        for ref in Question.objects.filter(ref__in=refs).values_list("ref", flat=True)
    }


def _derived(version: QuestionVersion, now: datetime) -> tuple[str, ...]:
    """The key that the facts give now. Raises Refused."""
    asked = kinds.parse(version.content)
    judged = judge(asked, as_of=asked.head.as_of or timezone.localtime(now).date())
    return kinds.derive(asked, judged.truths).key


def consequence(ref: str, fact: Fact, cause: str, now: datetime) -> str:
    """Whether the key flips, stays, or is lost."""
    question = Question.objects.filter(ref=ref).first()
    version = question.latest if question else None
    if version is None:
        return "The question is there no more."
    newest = version.keys.first()
    held = ", ".join(newest.key).upper() if newest else "none"
    try:
        key = ", ".join(_derived(version, now)).upper()
    except Refused as refusal:
        return f"The key {held} is lost: {refusal}"
    if key == held:
        return f"The key stays {held}; look at the words and the reasons."
    return f"The key flips from {held} to {key}."


def apply(row: Consequence, correction: Mapping[str, str], by: Any, now: datetime) -> str:
    """Derive the key again. A key that is lost sends the question back to the check of facts."""
    question = Question.objects.filter(ref=row.holder_ref).first()
    version = question.latest if question else None
    if question is None or version is None:
        raise CannotApply("The question is there no more; say that nothing needs to change.")
    before = version.keys.first()
    try:
        after = questions.rederive(version, by=by, now=now)
    except Refused as refusal:
        question.state = Question.State.FACT_CHECK
        question.save(update_fields=["state"])
        entries.record("questions.lost_key", question, by=by, now=now, reason=str(refusal))
        return f"sent back to the check of facts: {refusal}"
    if before and before.key != after.key:
        return f"key {', '.join(before.key)} became {', '.join(after.key)} on {timezone.localdate(now)}"
    return "the key stays"


HOLDER = Holder(describe, consequence, apply)
