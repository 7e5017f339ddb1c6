"""What the bank does when Wagtail publishes or reviews a question, and when a fact under one has changed."""

import logging
import threading
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction

from tayari.bank.actions import keys, questions, states
from tayari.bank.actions.binding import HOLDER
from tayari.bank.models import Question, ReviewTask
from tayari.base import clock
from tayari.facts.models import Binding, Fact, FactRevision

_log = logging.getLogger(__name__)
# More than so many are not named one by one in a query: a database takes only so many parameters.
_NAMED = 200
_SAID = ("subject_id", "predicate_id")


def published(instance: Question, revision: Any, **_told: Any) -> None:
    """Publishing cuts a version. What the bank refuses is raised, so that nothing is published either."""
    if instance.live:
        by = revision.user if revision else None
        questions.cut_version(content=instance.content, origin="editor", by=by, now=clock.now())


def unpublished(instance: Question, **_told: Any) -> None:
    """Taken from the papers to come; its versions stay with the printings that have them."""
    states.move(instance, Question.State.RETIRED, reason="unpublished", by=None, now=clock.now())


def submitted(instance: Any, user: Any = None, **_told: Any) -> None:
    """A step of the review has begun: the question is in the state that the step names."""
    task, question = instance.task.specific, instance.workflow_state.content_object
    if isinstance(question, Question) and isinstance(task, ReviewTask):
        states.move(question, task.state, reason=task.name, by=user, now=clock.now())


def sent_back(instance: Any, user: Any = None, **_told: Any) -> None:
    """Changes were asked for, or the review was called off; publishing calls it off too, and that stays ready."""
    question = instance.content_object
    if not isinstance(question, Question):
        return
    question.refresh_from_db(fields=["state", "has_unpublished_changes"])
    if question.state != Question.State.READY or question.has_unpublished_changes:
        states.move(question, Question.State.DRAFT, reason="sent back", by=user, now=clock.now())


class _Waiting(threading.local):
    """The facts that this thread changed and whose questions it has not looked at again, and who changed them."""

    def __init__(self) -> None:
        self.facts: set[int] = set()


_waiting = _Waiting()


def fact_changed(fact: Fact, before: FactRevision | None, after: FactRevision, by: Any, now: datetime) -> None:
    """Look at the questions bound to it once the change is stored, once for however many facts it changed."""
    _waiting.facts.add(fact.pk)
    transaction.on_commit(lambda: _look(by, now))


def _look(by: Any, now: datetime) -> None:
    changed, _waiting.facts = _waiting.facts, set()
    if not changed:
        return
    for question, refs in touched(changed):
        try:
            keys.propose_key(question, facts=refs, by=by, now=now)
        except DatabaseError:
            # The fact is stored; the question shows that its binding is behind until somebody looks at it again.
            _log.exception("the key of %s was not looked at again", question.ref)


def touched(facts: set[int]) -> list[tuple[Question, list[str]]]:
    """Questions that rest on one of `facts`, or on another that says the same thing of the same subject.

    Three queries, whatever was changed: a pack's load changes thousands of facts at once.
    """
    near = Binding.objects.filter(holder_type=HOLDER)
    changed = Fact.objects.all()
    if len(facts) <= _NAMED:
        changed = changed.filter(pk__in=facts)
        near = near.filter(fact__subject__in=changed.values("subject"))
    said = {(subject, predicate) for pk, subject, predicate in changed.values_list("pk", *_SAID) if pk in facts}
    refs: dict[str, set[str]] = {}
    for holder, ref, subject, predicate in near.values_list(
        "holder_ref", "fact__ref", *(f"fact__{one}" for one in _SAID)
    ):
        if (subject, predicate) in said:
            refs.setdefault(holder, set()).add(ref)
    found = Question.objects.filter(ref__in=refs) if len(refs) <= _NAMED else Question.objects.all()
    return [(question, sorted(refs[question.ref])) for question in found.order_by("ref") if question.ref in refs]
