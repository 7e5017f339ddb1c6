"""The rows of the fact base."""

from tayari.facts.models.bindings import Binding, QueryBinding
from tayari.facts.models.consequences import Consequence
from tayari.facts.models.contradictions import Contradiction
from tayari.facts.models.dossiers import Dossier, DossierEntity
from tayari.facts.models.entities import Entity
from tayari.facts.models.facts import Fact, FactRevision
from tayari.facts.models.linting import Dismissal, LintFinding, LintRun
from tayari.facts.models.notes import Note
from tayari.facts.models.positions import Position
from tayari.facts.models.predicates import Predicate
from tayari.facts.models.sources import Source

__all__ = [
    "Binding",
    "Consequence",
    "Contradiction",
    "Dismissal",
    "Dossier",
    "DossierEntity",
    "Entity",
    "Fact",
    "FactRevision",
    "LintFinding",
    "LintRun",
    "Note",
    "Position",
    "Predicate",
    "QueryBinding",
    "Source",
]
