"""Keeps what a holder rests on in step with what it says."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from tayari.facts.models import Binding, Entity, Fact, Predicate, QueryBinding


@dataclass(frozen=True, slots=True)
class Use:
    """A fact used at a place of a holder, with the words that stand there."""

    fact_ref: str
    place: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a place of a holder asks of the facts: those about a subject, by a predicate, or both (refs)."""

    subject: str
    predicate: str
    place: str
    words: str = ""


@transaction.atomic
def ask(holder_type: str, holder_ref: str, language: str, questions: Iterable[Question]) -> None:
    """Replace what the holder asks in `language`. A question about what does not exist is left out."""
    wanted = list(questions)
    subjects = dict(Entity.objects.filter(ref__in={one.subject for one in wanted}).values_list("ref", "pk"))
    predicates = set(Predicate.objects.filter(pk__in={one.predicate for one in wanted}).values_list("pk", flat=True))
    held = {"holder_type": holder_type, "holder_ref": holder_ref, "language": language}
    QueryBinding.objects.filter(**held).delete()
    QueryBinding.objects.bulk_create(
        QueryBinding(
            **held,
            subject_id=subjects.get(one.subject),
            predicate_id=one.predicate or None,
            place=one.place[:160],
            words=one.words,
        )
        for one in wanted
        if (not one.subject or one.subject in subjects) and (not one.predicate or one.predicate in predicates)
    )


@transaction.atomic
def rewrite(holder_type: str, holder_ref: str, language: str, uses: Iterable[Use]) -> list[str]:
    """Replace the holder's bindings in `language` by `uses`. Returns the refs that name no fact."""
    wanted = list(uses)
    known = {fact.ref: fact for fact in Fact.objects.filter(ref__in={use.fact_ref for use in wanted})}
    Binding.objects.filter(holder_type=holder_type, holder_ref=holder_ref, language=language).delete()
    Binding.objects.bulk_create(
        Binding(
            fact=known[use.fact_ref],
            revision_seen=known[use.fact_ref].revision,
            holder_type=holder_type,
            holder_ref=holder_ref,
            place=use.place[:160],
            words=use.words,
            language=language,
        )
        for use in wanted
        if use.fact_ref in known
    )
    return sorted({use.fact_ref for use in wanted} - set(known))
