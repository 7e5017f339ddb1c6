"""Makes an editor's working draft what the fact says, under the law of evidence; a workflow only moves its status."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.base.locks import locked
from tayari.facts.actions import changes
from tayari.facts.actions.facts import FactRefused, keep
from tayari.facts.models import Fact, Source
from tayari.rules import evidence


@transaction.atomic
def take(fact: Fact, *, by: Any, now: datetime) -> Fact:
    """The published working draft `fact` becomes a revision, with the sources it chose.

    A draft that says *verified* and has no source with the record of a look-up any more stays a draft.
    """
    held = locked(Fact.objects.all()).get(pk=fact.pk)
    if fact.chosen_sources is not None:
        held.sources.set(Source.objects.filter(pk__in=fact.chosen_sources))
    told = [evidence.Evidence(one.publisher, one.official, one.has_record) for one in held.sources.all()]
    if held.status == Fact.Status.VERIFIED and not evidence.may_be_verified(told):
        held.status = Fact.Status.DRAFT
    held.precision = changes.precision_of(held)
    if held.status == Fact.Status.VERIFIED and held.verified_by_id is None:
        held.verified_by = by
    held.save(update_fields=["status", "precision", "verified_by"])
    return keep(held, by=by, now=now, reason="admin")


def approved(fact: Fact, *, by: Any, now: datetime) -> Fact:
    """A workflow came to its end: the fact is verified when its sources bear it out, else it stays what it is."""
    held = Fact.objects.get(pk=fact.pk)
    if held.status != Fact.Status.DRAFT:
        return held
    try:
        return changes.verify(held, by=by, now=now, reason="workflow")
    except FactRefused:
        return held
