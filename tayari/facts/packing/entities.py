"""Entities in packs: entities/*.yaml."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.base.packfiles import read_yaml, write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.base.packrows import Told
from tayari.facts.models import Entity


def _slug(ref: str) -> str:
    return ref.replace(".", "-").replace("_", "-")


class EntityPart(Part):
    """Who and what is talked about."""

    kind = "entity"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_yaml(folder, "entities/*.yaml", findings):
            told = Told(row, findings)
            data: Data = {
                "ref": told.text("ref"),
                "type": told.text("type"),
                "name": told.texts("name"),
                "acronyms": told.refs("acronyms"),
                "aliases": self._aliases(told),
                "note": told.texts("note"),
            }
            told.finish()
            items.append(Item(self.kind, data["ref"], data, row.file, row.line))
        return items

    def _aliases(self, told: Told) -> dict[str, list[str]]:
        given = told.mapping("aliases")
        if not all(isinstance(names, list) for names in given.values()):
            told.problem('aliases should be lists by language, such as {en: ["2+2 dialogue"]}')
            return {}
        return {code: [str(name).strip() for name in names] for code, names in given.items() if names}

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        slugs: dict[str, str] = {}
        for item in items:
            if item.data["type"] not in Entity.Type.values:
                findings.about(
                    item, f"there is no entity type {item.data['type']!r}; types are {', '.join(Entity.Type.values)}"
                )
            if not item.data["name"].get("en"):
                findings.about(item, "has no name in English")
            first = slugs.setdefault(_slug(item.ref), item.ref)
            if first != item.ref:
                findings.about(item, f"its address would be that of {first}; choose another ref")

    def current(self) -> Mapping[str, Data]:
        return {
            row.ref: {
                "ref": row.ref,
                "type": row.type,
                "name": row.name,
                "acronyms": row.acronyms,
                "aliases": row.aliases,
                "note": row.note,
            }
            for row in Entity.objects.all()
        }

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        Entity.objects.update_or_create(
            ref=data["ref"],
            defaults={
                "slug": _slug(data["ref"]),
                "type": data["type"],
                "name": data["name"],
                "acronyms": data["acronyms"],
                "aliases": data["aliases"],
                "note": data["note"],
            },
        )

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        if held:
            write_yaml(folder / "entities" / "entities.yaml", list(held.values()))
