"""The fact base's part of a content pack."""

from tayari.facts.packing.dossiers import DossierPart
from tayari.facts.packing.entities import EntityPart
from tayari.facts.packing.facts import FactPart
from tayari.facts.packing.positions import PositionPart
from tayari.facts.packing.predicates import PredicatePart
from tayari.facts.packing.sources import SourcePart

PARTS = (PredicatePart, EntityPart, SourcePart, FactPart, PositionPart, DossierPart)

__all__ = ["PARTS"]
