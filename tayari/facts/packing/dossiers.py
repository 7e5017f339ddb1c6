"""Dossiers in packs: dossiers/*.yaml."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.base.packfiles import read_yaml, write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.base.packrows import Told
from tayari.facts.actions import dossiers as actions
from tayari.facts.models import Dossier, DossierEntity
from tayari.syllabus.models import Topic

SCHEMA = "tayari-dossier/1"
_List = DossierEntity.List
# Actors are told with their institutions under them; the other lists are plain refs.
LISTS = (_List.EDITIONS, _List.AGREEMENTS, _List.COMMITMENTS, _List.CONCEPTS)


class DossierPart(Part):
    """Which entities stand together as one subject."""

    kind = "dossier"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_yaml(folder, "dossiers/*.yaml", findings):
            told = Told(row, findings)
            if told.text("schema") != SCHEMA:
                told.problem(f"its schema must be {SCHEMA}, not {row.data.get('schema')!r}")
                continue
            actors = []
            for entry in told.rows("actors"):
                actors.append({"entity": entry.text("entity"), "institutions": entry.refs("institutions")})
                entry.finish()
            data: Data = {
                "schema": SCHEMA,
                "ref": told.text("ref"),
                "slug": told.text("slug") or told.text("ref"),
                "subject": told.text("subject"),
                "title": told.texts("title"),
                "summary": told.texts("summary"),
                "state": told.text("state") or Dossier.State.OPEN.value,
                "topics": sorted(told.refs("topics")),
                **{name.value: told.refs(name.value) for name in LISTS},
                "actors": actors,
            }
            told.finish()
            items.append(Item(self.kind, data["ref"], data, row.file, row.line))
        return items

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        topics = set(Topic.objects.values_list("id", flat=True))
        slugs: dict[str, str] = {}
        for item in items:
            self._check_words(item, findings)
            for topic in item.data["topics"]:
                if topic not in topics:
                    findings.about(item, f"there is no topic {topic!r} in the syllabus")
            for place, refs in actions.named(item.data).items():
                for ref in dict.fromkeys(ref for ref in refs if refs.count(ref) > 1):
                    findings.about(item, f"{place}: {ref} stands twice")
                for ref in refs:
                    if not world.has("entity", ref):
                        findings.about(item, f"{place}: there is no entity {ref!r}; add it to entities/")
            first = slugs.setdefault(item.data["slug"], item.ref)
            if first != item.ref:
                findings.about(item, f"its address is that of {first}; choose another slug")

    def _check_words(self, item: Item, findings: Findings) -> None:
        for field in ("title", "summary"):
            if not item.data[field].get("en"):
                findings.about(item, f"has no {field} in English")
        if not item.data["subject"]:
            findings.about(item, "has no subject: the entity that it is about")
        if item.data["state"] not in Dossier.State.values:
            findings.about(item, f"state {item.data['state']!r} is none of {', '.join(Dossier.State.values)}")

    def current(self) -> Mapping[str, Data]:
        return {row.ref: {"schema": SCHEMA, **actions.content_of(row)} for row in actions.whole()}

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        actions.put(data, by=by, now=now)

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        for data in held.values():
            told = {key: value for key, value in data.items() if value}
            write_yaml(folder / "dossiers" / f"{data['slug']}.yaml", told)
