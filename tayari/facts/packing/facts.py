"""Facts in packs: facts/*.tsv, with their wording in other languages in translations/<lang>*.tsv."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.base.packfiles import cell, write_tsv
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.facts import packed
from tayari.facts.actions import facts as actions
from tayari.facts.models import Fact
from tayari.facts.packing.laws import check_evidence, check_meaning, check_precision, has_words
from tayari.plain.dates import PRECISIONS, NotADate, PartialDate
from tayari.plain.texts import missing

COLUMNS, TRANSLATION_COLUMNS = packed.FACT_COLUMNS, packed.TRANSLATION_COLUMNS


def data_of(fact: Fact) -> Data:
    """A fact in canonical form."""
    data = actions.content_of(fact)
    if data["object"] == data["texts"].get("en"):
        data["texts"].pop("en")
    data["texts"] = {code: cell(text) for code, text in data["texts"].items()}
    return {**data, "object": cell(data["object"]), "note": cell(data["note"])}


class FactPart(Part):
    """What is true, from when to when, by which sources."""

    kind = "fact"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        return packed.facts(folder, findings)

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        for item in items:
            self._check_form(item, findings)
            check_meaning(item, world, findings)
            check_evidence(item, world, findings)
            check_precision(item, world, findings)
            self._list_untranslated(item, world, findings)

    def _list_untranslated(self, item: Item, world: World, findings: Findings) -> None:
        """A text has words in one language only, and so has the unit of a quantity."""
        if not has_words(item, world):
            return
        for language in missing(item.data["texts"], [code for code in world.languages if code != "en"]):
            findings.about(item, f"its object has no {language}; add it to translations/{language}.tsv", "warning")

    def _check_form(self, item: Item, findings: Findings) -> None:
        if item.data["status"] not in Fact.Status.values:
            findings.about(item, f"status {item.data['status']!r} is none of {', '.join(Fact.Status.values)}")
        if item.data["precision"] not in {"", *PRECISIONS}:
            findings.about(item, f"precision {item.data['precision']!r} is none of {', '.join(PRECISIONS)}")
        ends = []
        for column in ("valid_from", "valid_to"):
            try:
                ends.append(PartialDate.parse(item.data[column]) if item.data[column] else None)
            except NotADate as error:
                findings.about(item, f"{column}: {error}")
                ends.append(None)
        if ends[0] and ends[1] and ends[1].last_day < ends[0].first_day:
            findings.about(item, f"it ends on {ends[1]} before it begins on {ends[0]}")

    def current(self) -> Mapping[str, Data]:
        return {fact.ref: data_of(fact) for fact in Fact.objects.spoken()}

    def drafted(self) -> set[str]:
        return set(Fact.objects.filter(has_unpublished_changes=True).values_list("ref", flat=True))

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        actions.put(data, by=by, now=now, reason="content pack")

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        if not held:
            return
        rows = [{**data, "sources": "; ".join(data["sources"])} for data in held.values()]
        write_tsv(folder / "facts" / "facts.tsv", COLUMNS, rows)
        languages = sorted({language for data in held.values() for language in data["texts"]})
        for language in languages:
            translated = [
                {"ref": data["ref"], "field": "object", "text": data["texts"][language]}
                for data in held.values()
                if language in data["texts"]
            ]
            write_tsv(folder / "translations" / f"{language}.tsv", TRANSLATION_COLUMNS, translated)
