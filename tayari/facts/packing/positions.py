"""Positions in packs: positions/*.yaml."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.base.packfiles import read_yaml, write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.base.packrows import Told
from tayari.facts.actions import positions as actions
from tayari.facts.models import Position
from tayari.facts.packing.laws import check_evidence
from tayari.plain.dates import NotADate, PartialDate


class PositionPart(Part):
    """Statements attributed to whoever made them."""

    kind = "position"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_yaml(folder, "positions/*.yaml", findings):
            told = Told(row, findings)
            data: Data = {
                "ref": told.text("ref"),
                "about": told.text("about"),
                "holder": told.text("holder"),
                "attributed_to": told.texts("attributed_to"),
                "kind": told.text("kind"),
                "text": told.texts("text"),
                "stated_on": told.text("stated_on"),
                "sources": sorted(set(told.refs("sources"))),
                "status": told.text("status") or Position.Status.DRAFT.value,
                "order": told.number("order") or 0,
            }
            told.finish()
            items.append(Item(self.kind, data["ref"], data, row.file, row.line))
        return items

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        for item in items:
            self._check_words(item, findings)
            for field in ("about", "holder"):
                if item.data[field] and not world.has("entity", item.data[field]):
                    findings.about(item, f"there is no entity {item.data[field]!r}; add it to entities/")
            check_evidence(item, world, findings)

    def _check_words(self, item: Item, findings: Findings) -> None:
        data = item.data
        if not data["about"]:
            findings.about(item, "says nothing of whom it is about: give an entity")
        if not data["holder"] and not data["attributed_to"].get("en"):
            findings.about(item, "is attributed to nobody: give a holder (an entity) or attributed_to in English")
        if not data["text"].get("en"):
            findings.about(item, "has no text in English")
        for field, known in (("kind", Position.Kind.values), ("status", Position.Status.values)):
            if data[field] not in known:
                findings.about(item, f"{field} {data[field]!r} is none of {', '.join(known)}")
        if data["order"] < 0:
            findings.about(item, "order is below 0; number from 0 or 1 on")
        try:
            if data["stated_on"]:
                PartialDate.parse(data["stated_on"])
        except NotADate as error:
            findings.about(item, f"stated_on: {error}")

    def current(self) -> Mapping[str, Data]:
        return {row.ref: actions.content_of(row) for row in Position.objects.spoken()}

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        actions.put(data, by=by, now=now)

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        if held:
            rows = [{key: value for key, value in data.items() if value} for data in held.values()]
            write_yaml(folder / "positions" / "positions.yaml", rows)
