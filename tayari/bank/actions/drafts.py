"""Keeps the working draft of a question: what is not published may be unfinished."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.bank.actions import marks
from tayari.bank.actions.describing import describe
from tayari.bank.actions.questions import as_stored
from tayari.bank.models import Question
from tayari.base.locks import locked
from tayari.rules import kinds
from tayari.rules.kinds import Refused


@transaction.atomic
def keep(*, content: Mapping[str, Any], origin: str = "editor", by: Any, now: datetime) -> Question:
    """Store `content` as the newest draft of its question, which is made when there is none.

    What was published stays as it is until the draft is published. Raises Refused when it has no ref or no kind.
    """
    stored = as_stored(content)
    ref, kind = str(stored.get("ref") or ""), str(stored.get("kind") or "")
    if not ref or kind not in kinds.KINDS:
        raise Refused(f"{ref or 'a question without ref'}: a draft needs a ref and a kind; write both")
    question = locked(Question.objects.all()).filter(ref=ref).first()
    if question is None:
        question = Question.objects.create(ref=ref, kind=kind, content=stored, live=False, has_unpublished_changes=True)
    question.kind, question.content = kind, stored
    question.save_revision(user=by, clean=False, log_action=False)
    entries.record("questions.draft_kept", question, by=by, now=now, origin=origin)
    return follow(question, stored, origin=origin, by=by, now=now)


@transaction.atomic
def follow(
    question: Question, content: Mapping[str, Any], *, origin: str = "editor", by: Any, now: datetime
) -> Question:
    """Bring the columns and marks of a question that was never published in step with its newest draft."""
    held = locked(Question.objects.all()).get(pk=question.pk)
    if held.versions.exists():
        return held
    held.content, held.kind, held.ref = dict(content), str(content["kind"]), str(content["ref"])
    try:
        describe(held, kinds.parse(content), content, origin=origin, by=by, now=now)
    except Refused:
        _describe_unfinished(held, content)
    held.save(update_fields=["content", "kind", "ref", "difficulty", "exam", "pattern", "provenance", "languages"])
    marks.rewrite(held, content)
    return held


def _describe_unfinished(question: Question, content: Mapping[str, Any]) -> None:
    """The columns that need no more than the words themselves; nothing is whole in any language yet."""
    question.difficulty, question.languages = str(content.get("difficulty") or "")[:10], []
    question.exam = str(content.get("exam") or "")[:60]
    known = content.get("provenance") in Question.Provenance.values
    question.provenance = str(content["provenance"]) if known else ""
