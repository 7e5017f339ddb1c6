"""Keeps what a holder rests on in step with what it says."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from tayari.facts.models import Binding, Fact


@dataclass(frozen=True, slots=True)
class Use:
    """A fact used at a place of a holder, with the words that stand there."""

    fact_ref: str
    place: str
    words: str = ""


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
