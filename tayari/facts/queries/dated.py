"""The dated facts about an entity, for blocks that draw whatever there is."""

from collections.abc import Collection
from operator import attrgetter

from django.db.models import Q

from tayari.facts.models import Fact


def dated_about(entities: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Refs of the verified facts about each entity that have a day, by entity ref. One query, none for none."""
    if not entities:
        return {}
    rows = Fact.objects.verified().filter(~Q(object_date="") | ~Q(valid_from=""), subject__ref__in=entities)
    found: dict[str, list[Fact]] = {}
    for row in rows.select_related("subject"):
        found.setdefault(row.subject.ref, []).append(row)
    return {ref: tuple(row.ref for row in sorted(facts, key=attrgetter("ref"))) for ref, facts in found.items()}
