"""What the bank does when Wagtail publishes or reviews a question, and when a fact under one has changed."""

import logging
import threading
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import Q

from tayari.bank.actions import keys, questions, states
from tayari.bank.actions.binding import HOLDER
from tayari.bank.models import Question, ReviewTask
from tayari.base import clock
from tayari.facts.models import Binding, Fact, FactRevision

_log = logging.getLogger(__name__)


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


def fact_changed(fact: Fact, before: FactRevision | None, by: Any, now: datetime) -> None:
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
    """Questions that rest on one of `facts`, or on another that says the same thing of the same subject."""
    alike = Q(pk__in=facts)
    for subject, predicate in Fact.objects.filter(pk__in=facts).values_list("subject_id", "predicate_id"):
        alike |= Q(subject=subject, predicate=predicate)
    near = Binding.objects.filter(holder_type=HOLDER, fact__in=Fact.objects.filter(alike))
    refs = dict[str, set[str]]()
    for holder, ref in near.values_list("holder_ref", "fact__ref"):
        refs.setdefault(holder, set()).add(ref)
    found = Question.objects.filter(ref__in=refs).order_by("ref")
    return [(question, sorted(refs[question.ref])) for question in found]
