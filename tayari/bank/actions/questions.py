"""Publishes a question: a new version when its content is new, with a key derived from the facts."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from tayari.audit.actions import entries
from tayari.bank.actions import keys, marks
from tayari.bank.actions.binding import HOLDER, bind
from tayari.bank.actions.describing import describe
from tayari.bank.judging import derived as derive
from tayari.bank.models import Question, QuestionVersion, VersionKey
from tayari.base.locks import locked
from tayari.plain.graphemes import nfc
from tayari.rules.kinds import Refused

__all__ = ["HOLDER", "Refused", "as_stored", "cut_version", "rederive"]


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
def cut_version(*, content: Mapping[str, Any], origin: str = "pack", by: Any, now: datetime) -> QuestionVersion:
    """Publish the question of `content` (schema tayari-question/1) and return its newest version.

    The same content returns the version there is; its key gets a new row only when the facts now give another one.
    `origin` (pack, editor, draft) is who put new topics there.
    Raises Refused, naming the question, the reason and the way out; nothing is written then.
    """
    stored = as_stored(content)
    asked, judged, derived = derive(stored, on=timezone.localtime(now).date())
    question, _ = Question.objects.get_or_create(ref=asked.head.ref, defaults={"kind": asked.head.kind})
    question = locked(Question.objects.all()).get(pk=question.pk)
    describe(question, asked, stored, origin=origin, by=by, now=now)
    _make_ready(question, by=by, now=now)
    marks.rewrite(question, stored)
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
    keys.set_key(version, derived.key, judged, by=by, now=now)
    bind(asked, judged)
    return version


def _make_ready(question: Question, *, by: Any, now: datetime) -> None:
    """The state is ready; Wagtail's side is told that nothing waits to be published."""
    before, question.state = question.state, Question.State.READY
    waits = question.latest_revision_id and question.latest_revision_id != question.live_revision_id
    question.live, question.has_unpublished_changes, question.last_published_at = True, False, now
    question.first_published_at = question.first_published_at or now
    if waits or (question.latest_revision_id and question.latest_revision.content.get("content") != question.content):
        # An editor's older draft would otherwise come back in the form.
        question.save()
        question.live_revision = question.save_revision(user=by, clean=False, log_action=False)
        question.has_unpublished_changes = False
    question.save()
    if before != question.state:
        entries.record("questions.moved", question, by=by, now=now, before=before, after=question.state)


@transaction.atomic
def rederive(version: QuestionVersion, *, by: Any, now: datetime) -> VersionKey:
    """The version's key from the facts as they stand: a new row when they give another, else the one there is.

    Raises Refused when the facts cannot settle it any more.
    """
    locked(Question.objects.all()).get(pk=version.question_id)
    asked, judged, found = derive(version.content, on=timezone.localtime(now).date())
    bind(asked, judged)
    return keys.set_key(version, found.key, judged, by=by, now=now)
