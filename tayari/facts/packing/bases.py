"""The fact base of the linter from what the site holds; a pack's gives entities and facts in the same form."""

from tayari.facts.models import Fact
from tayari.facts.packing.entities import EntityPart
from tayari.facts.packing.facts import FactPart
from tayari.facts.packing.predicates import PredicatePart
from tayari.facts.packing.sources import SourcePart
from tayari.facts.readers.bases import SETTLED, STANDING, base_of, pack_base
from tayari.rules.lint.base import FactBase

__all__ = ["SETTLED", "STANDING", "base_of", "pack_base", "site_base"]
_PARTS = (PredicatePart, EntityPart, SourcePart, FactPart)


def site_base(statuses: frozenset[str] = SETTLED) -> FactBase:
    """The base of the site. Four queries and those that facts need."""
    held = {part.kind: part().current() for part in _PARTS}
    revisions = dict(Fact.objects.values_list("ref", "revision"))
    facts = {ref: {**data, "revision": revisions[ref]} for ref, data in held["fact"].items()}
    return base_of(held["entity"], held["predicate"], facts, held["source"], statuses)
