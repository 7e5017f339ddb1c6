"""Predicates in packs: predicates/*.yaml."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.base.packfiles import write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.facts import packed
from tayari.facts.models import Entity, Predicate
from tayari.rules.lint.base import ROLES


def data_of(row: Predicate) -> Data:
    """A predicate in canonical form."""
    return {
        "ref": row.ref,
        "label": row.label,
        "subject": row.subject_types,
        "object": row.object_kind,
        "object_types": row.object_types,
        "functional": row.functional,
        "temporal": row.temporal,
        "phrase": row.phrase,
        "role": row.role,
        "inverse": row.inverse,
        "denies": row.denies,
        "office": row.office,
        "cues": row.cues,
    }


class PredicatePart(Part):
    """What can be said."""

    kind = "predicate"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        return packed.predicates(folder, findings)

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        types = {*Entity.Type.values, "any"}
        for item in items:
            if item.data["object"] not in Predicate.ObjectKind.values:
                findings.about(item, f"object is {item.data['object']!r}; it must be entity, date, quantity or text")
            if item.data["temporal"] not in Predicate.Temporal.values:
                findings.about(item, f"temporal is {item.data['temporal']!r}; it must be event or interval")
            for name in (*item.data["subject"], *item.data["object_types"]):
                if name not in types:
                    findings.about(item, f"there is no entity type {name!r}; types are {', '.join(sorted(types))}")
            for language, phrase in item.data["phrase"].items():
                if "{subject}" not in phrase or "{object}" not in phrase:
                    findings.about(item, f"its phrase in {language} needs {{subject}} and {{object}}")
            self._check_names(item, world, findings)
            for name in ("label", "phrase"):
                if not item.data[name].get("en"):
                    findings.about(item, f"has no {name} in English")

    def _check_names(self, item: Item, world: World, findings: Findings) -> None:
        """Its role is a known one, and what it names is there."""
        if item.data["role"] not in {"", *ROLES}:
            findings.about(item, f"there is no role {item.data['role']!r}; roles are {', '.join(ROLES)}")
        for name, kind in (("inverse", "predicate"), ("denies", "predicate"), ("office", "entity")):
            if item.data[name] and not world.has(kind, item.data[name]):
                findings.about(item, f"{name} is {item.data[name]!r}, and there is no such {kind}")

    def current(self) -> Mapping[str, Data]:
        return {row.ref: data_of(row) for row in Predicate.objects.all()}

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        Predicate.objects.update_or_create(
            ref=data["ref"],
            defaults={
                "label": data["label"],
                "subject_types": data["subject"],
                "object_kind": data["object"],
                "object_types": data["object_types"],
                "functional": data["functional"],
                "temporal": data["temporal"],
                "phrase": data["phrase"],
                **{name: data[name] for name in ("role", "inverse", "denies", "office", "cues")},
            },
        )

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        if held:
            write_yaml(folder / "predicates" / "predicates.yaml", list(held.values()))
