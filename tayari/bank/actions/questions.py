"""Publishes a question: a new version when its content is new, with a key derived from the facts."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from tayari.audit.actions import entries
from tayari.bank.judging import Judged, judge
from tayari.bank.models import Question, QuestionVersion, VersionKey
from tayari.base.locks import locked
from tayari.facts.actions import bindings
from tayari.plain.graphemes import nfc
from tayari.plain.texts import in_language
from tayari.rules import kinds
from tayari.rules.kinds import Refused
from tayari.syllabus.models import Topic

__all__ = ["Refused", "cut_version"]

HOLDER = "bank.question"
_PLACES = {
    "single": "option",
    "multi-select": "option",
    "pairs-how-many": "pair",
    "pairs-combinations": "pair",
    "chronology": "item",
    "location": "item",
    "list-how-many": "item",
    "match": "list",
    "numeric": "answer",
    "true-false": "answer",
    "short-answer": "answer",
    "descriptive": "point",
}


def as_stored(value: Any) -> Any:
    """Content as JSON keeps it: days as ISO text, keys as text, words in NFC."""
    if isinstance(value, Mapping):
        return {str(key): as_stored(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_stored(inner) for inner in value]
    if isinstance(value, date):
        return value.isoformat()
    return nfc(value) if isinstance(value, str) else value


def content_hash(content: Mapping[str, Any]) -> str:
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


@transaction.atomic
def cut_version(*, content: Mapping[str, Any], by: Any, now: datetime) -> QuestionVersion:
    """Publish the question of `content` (schema tayari-question/1) and return its newest version.

    The same content returns the version there is; its key gets a new row only when the facts now give another one.
    Raises Refused, naming the question, the reason and the way out; nothing is written then.
    """
    stored = as_stored(content)
    asked = kinds.parse(stored)
    judged = judge(asked, as_of=asked.head.as_of or timezone.localtime(now).date())
    derived = kinds.derive(asked, judged.truths)
    question, _ = Question.objects.get_or_create(ref=asked.head.ref, defaults={"kind": asked.head.kind})
    question = locked(Question.objects.all()).get(pk=question.pk)
    _describe(question, asked)
    version = question.latest
    if version is None or version.content_hash != content_hash(stored):
        version = QuestionVersion.objects.create(
            question=question,
            number=version.number + 1 if version else 1,
            content=stored,
            content_hash=content_hash(stored),
            at=now,
            by=by,
        )
        entries.record("questions.cut_version", question, by=by, now=now, version=version.number)
    _set_key(version, derived.key, judged, by=by, now=now)
    _bind(asked, judged)
    return version


@transaction.atomic
def rederive(version: QuestionVersion, *, by: Any, now: datetime) -> VersionKey:
    """The version's key from the facts as they stand: a new row when they give another, else the one there is.

    Raises Refused when the facts cannot settle it any more.
    """
    locked(Question.objects.all()).get(pk=version.question_id)
    asked = kinds.parse(version.content)
    judged = judge(asked, as_of=asked.head.as_of or timezone.localtime(now).date())
    _set_key(version, kinds.derive(asked, judged.truths).key, judged, by=by, now=now)
    _bind(asked, judged)
    newest = version.keys.first()
    assert newest is not None
    return newest


def _describe(question: Question, asked: kinds.Question) -> None:
    question.kind, question.difficulty, question.state = asked.head.kind, asked.head.difficulty, Question.State.READY
    question.save(update_fields=["kind", "difficulty", "state"])
    topics = list(Topic.objects.filter(pk__in=asked.head.topics))
    strange = sorted(set(asked.head.topics) - {topic.pk for topic in topics})
    if strange:
        raise Refused(f"{question.ref}: there is no topic {strange[0]!r} in the syllabus; correct its id")
    question.topics.set(topics)


def _set_key(version: QuestionVersion, key: tuple[str, ...], judged: Judged, *, by: Any, now: datetime) -> None:
    newest = version.keys.first()
    if newest and (newest.key, newest.truths, newest.derived_from) == (list(key), judged.truths, judged.revisions):
        return
    VersionKey.objects.create(
        version=version,
        key=list(key),
        truths=judged.truths,
        shown_by=judged.shown_by,
        as_of=judged.as_of,
        derived_from=judged.revisions,
        at=now,
    )
    if newest:
        entries.record("questions.rederived", version.question, by=by, now=now, key=list(key), before=newest.key)


def _bind(asked: kinds.Question, judged: Judged) -> None:
    place = _PLACES.get(asked.head.kind, "statement")
    uses = [
        bindings.Use(ref, f"{place}:{item.id}", in_language(item.text, "en"))
        for item in asked.items()
        for ref in judged.shown_by[item.id]
    ]
    bindings.rewrite(HOLDER, asked.head.ref, "", uses)
    claims = [
        bindings.Question(item.claim[0], item.claim[1], f"{place}:{item.id}", in_language(item.text, "en"))
        for item in asked.items()
        if item.claim
    ]
    bindings.ask(HOLDER, asked.head.ref, "", claims)
