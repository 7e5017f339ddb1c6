"""Writes what a question's content says of itself into the columns that lists and filters read."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tayari.bank.models import Question, QuestionTopic
from tayari.base.packing import untranslated
from tayari.rules import kinds
from tayari.rules.kinds import Refused
from tayari.rules.kinds.wording import LANGUAGES
from tayari.syllabus.models import Blueprint, Topic

COLUMNS = ("kind", "difficulty", "exam", "pattern", "provenance", "languages", "content")


def describe(
    question: Question, asked: kinds.Question, content: Mapping[str, Any], *, origin: str, by: Any, now: datetime
) -> None:
    """Set the columns and topics of `question`; the caller saves. Raises Refused for what the syllabus lacks."""
    head = asked.head
    if head.pattern and not Blueprint.objects.filter(slug=head.pattern).exists():
        raise Refused(f"{head.ref}: pattern: there is no blueprint {head.pattern!r} in the syllabus; correct its name")
    question.kind, question.difficulty, question.exam = head.kind, head.difficulty, head.exam
    question.pattern, question.provenance = head.pattern, head.provenance
    question.languages = [code for code in LANGUAGES if code in head.stem and not untranslated(dict(content), code)]
    question.content = dict(content)
    _set_topics(question, head.topics, origin=origin, by=by, now=now)


def _set_topics(question: Question, wanted: tuple[str, ...], *, origin: str, by: Any, now: datetime) -> None:
    """Topics that stay keep who put them there."""
    held = set(QuestionTopic.objects.filter(question=question).values_list("topic_id", flat=True))
    known = set(Topic.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    strange = sorted(set(wanted) - known)
    if strange:
        raise Refused(f"{question.ref}: there is no topic {strange[0]!r} in the syllabus; correct its id")
    if held - known:
        QuestionTopic.objects.filter(question=question, topic__in=held - known).delete()
    QuestionTopic.objects.bulk_create(
        QuestionTopic(question=question, topic_id=pk, origin=origin, by=by, at=now) for pk in sorted(known - held)
    )
