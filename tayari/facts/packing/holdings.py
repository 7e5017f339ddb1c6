"""All that a pack or the site holds of the fact base, in the form of packs: drafts, positions and dossiers too."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tayari.base.packing import Findings, Part
from tayari.facts.packing.dossiers import DossierPart
from tayari.facts.packing.entities import EntityPart
from tayari.facts.packing.facts import FactPart
from tayari.facts.packing.positions import PositionPart
from tayari.facts.packing.predicates import PredicatePart
from tayari.facts.packing.sources import SourcePart

Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Holdings:
    """Items by ref, a mapping for each kind."""

    entities: Rows
    predicates: Rows
    sources: Rows
    facts: Rows
    positions: Rows
    dossiers: Rows


_PARTS: tuple[type[Part], ...] = (EntityPart, PredicatePart, SourcePart, FactPart, PositionPart, DossierPart)


def of_pack(folder: Path, findings: Findings) -> Holdings:
    """What the pack's files hold, without any database. What cannot be read becomes a finding."""
    return Holdings(*({item.ref: item.data for item in part().read(folder, findings)} for part in _PARTS))


def of_site() -> Holdings:
    """What the site holds: a few queries for each kind."""
    return Holdings(*(part().current() for part in _PARTS))
