"""Entities and facts by the words an editor remembers: any name, alias or acronym, in any language, however spelt."""

from django.db.models import Q, QuerySet

from tayari.facts.models import Entity, Fact
from tayari.plain import folding


def entities(rows: QuerySet[Entity], words: str) -> QuerySet[Entity]:
    """Those of `rows` one of whose names has each of the words, or begins so."""
    for word in folding.words(words):
        rows = rows.filter(findable__contains=word)
    return rows


def facts(rows: QuerySet[Fact], words: str) -> QuerySet[Fact]:
    """Those of `rows` with each word in a name of subject or object, the ref, the predicate, the date or text."""
    for word in folding.words(words):
        rows = rows.filter(
            Q(subject__findable__contains=word)
            | Q(object_entity__findable__contains=word)
            | Q(ref__icontains=word)
            | Q(predicate__ref__icontains=word)
            | Q(object_date__startswith=word)
            | Q(object_text__en__icontains=word)
        )
    return rows
