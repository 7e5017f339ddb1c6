"""Entities in packs: entities/*.yaml."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.base.packfiles import write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.facts import packed
from tayari.facts.models import Entity
from tayari.plain.dates import NotADate, PartialDate


def _slug(ref: str) -> str:
    return ref.replace(".", "-").replace("_", "-")


def data_of(row: Entity) -> Data:
    """An entity in canonical form."""
    return {
        "ref": row.ref,
        "type": row.type,
        "name": row.name,
        "acronyms": row.acronyms,
        "aliases": row.aliases,
        "in_use": row.in_use,
        "note": row.note,
    }


class EntityPart(Part):
    """Who and what is talked about."""

    kind = "entity"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        return packed.entities(folder, findings)

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        slugs: dict[str, str] = {}
        for item in items:
            if item.data["type"] not in Entity.Type.values:
                findings.about(
                    item, f"there is no entity type {item.data['type']!r}; types are {', '.join(Entity.Type.values)}"
                )
            self._check_in_use(item, findings)
            if not item.data["name"].get("en"):
                findings.about(item, "has no name in English")
            first = slugs.setdefault(_slug(item.ref), item.ref)
            if first != item.ref:
                findings.about(item, f"its address would be that of {first}; choose another ref")

    def _check_in_use(self, item: Item, findings: Findings) -> None:
        """Only names that it has carry an interval, and its ends are dates."""
        data = item.data
        names = {
            *data["name"].values(),
            *data["acronyms"],
            *(one for given in data["aliases"].values() for one in given),
        }
        for name, interval in data["in_use"].items():
            if name not in names:
                findings.about(item, f"in_use tells of {name!r}, which is none of its names, aliases and acronyms")
            for day in interval.values():
                try:
                    PartialDate.parse(day)
                except NotADate as error:
                    findings.about(item, f"in_use of {name!r}: {error}")

    def current(self) -> Mapping[str, Data]:
        return {row.ref: data_of(row) for row in Entity.objects.all()}

    def drafted(self) -> set[str]:
        return set(Entity.objects.filter(has_unpublished_changes=True).values_list("ref", flat=True))

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        Entity.objects.update_or_create(
            ref=data["ref"],
            defaults={
                "slug": _slug(data["ref"]),
                "type": data["type"],
                "name": data["name"],
                "acronyms": data["acronyms"],
                "aliases": data["aliases"],
                "in_use": data["in_use"],
                "note": data["note"],
                "live": True,
                "has_unpublished_changes": False,
            },
        )

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        if held:
            write_yaml(folder / "entities" / "entities.yaml", list(held.values()))
