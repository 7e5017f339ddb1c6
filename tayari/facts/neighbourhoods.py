"""The part of the fact base that can contradict what is said of some entities, without reading all of it."""

from collections.abc import Collection

from django.db.models import Q

from tayari.facts.models import Entity, Fact, Predicate, Source
from tayari.facts.packing import bases, entities, facts, predicates, sources
from tayari.rules.lint.base import FactBase

# Facts with these roles lead from one subject to another whose facts a rule weighs together with its own.
_LINKS = ("edition-of", "part-of", "participant")


def _linked(subjects: Collection[int], roles: Collection[str]) -> set[int]:
    """The entities that a fact with one of these roles joins to one of `subjects`, from either side. One query."""
    joined = Fact.objects.filter(predicate__role__in=roles).exclude(status=Fact.Status.RETIRED)
    pairs = joined.filter(Q(subject__in=subjects) | Q(object_entity__in=subjects))
    return {end for pair in pairs.values_list("subject", "object_entity") for end in pair if end}


def around(subjects: Collection[int]) -> FactBase:
    """The standing facts of `subjects`, of what they are joined to, and of the other editions of their rows."""
    ring = {*subjects, *_linked(subjects, _LINKS)}
    ring |= _linked(ring, ("edition-of",))
    held = {fact.ref: fact for fact in Fact.objects.spoken().filter(subject__in=ring)}
    named = ring | {fact.object_entity_id for fact in held.values() if fact.object_entity_id}
    offices = Predicate.objects.exclude(office="").values_list("office", flat=True)
    people = Entity.objects.filter(Q(pk__in=named) | Q(ref__in=list(offices)))
    read = Source.objects.filter(facts__in=[fact.pk for fact in held.values()]).distinct()
    return bases.base_of(
        {row.ref: entities.data_of(row) for row in people},
        {row.ref: predicates.data_of(row) for row in Predicate.objects.all()},
        {ref: facts.data_of(fact) | {"revision": fact.revision} for ref, fact in held.items()},
        {row.ref: sources.data_of(row) for row in read},
        bases.STANDING,
    )
