"""Sources in packs: sources/*.tsv."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tayari.base.packfiles import cell, write_tsv
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.facts import packed
from tayari.facts.models import Source
from tayari.plain.dates import NotADate, PartialDate

COLUMNS = packed.SOURCE_COLUMNS
LONGEST_EXCERPT = 300


def data_of(row: Source) -> Data:
    """A source in canonical form."""
    return {
        "ref": row.ref,
        "publisher": cell(row.publisher),
        "title": cell(row.title),
        "date": row.date,
        "language": row.language,
        "official": "yes" if row.official else "no",
        "url": row.url,
        "looked_up": row.looked_up.isoformat() if row.looked_up else "",
        "excerpt": cell(row.excerpt),
    }


class SourcePart(Part):
    """Where it is written."""

    kind = "source"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        return packed.sources(folder, findings)

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        for item in items:
            self._check_dates(item, findings)
            if item.data["official"] not in {"yes", "no"}:
                findings.about(item, "official must be yes or no")
            if not item.data["publisher"] or not item.data["title"]:
                findings.about(item, "needs a publisher and a title")
            record = [bool(item.data[column]) for column in ("url", "looked_up", "excerpt")]
            if any(record) and not all(record):
                findings.about(
                    item, "url, looked_up and excerpt go together: an address stands only with the record of a look-up"
                )
            if item.data["url"] and not item.data["url"].startswith(("http://", "https://")):
                findings.about(item, f"its url is {item.data['url']!r}; it begins with https:// or http://")
            if len(item.data["excerpt"]) > LONGEST_EXCERPT:
                findings.about(item, f"its excerpt is longer than {LONGEST_EXCERPT} characters; quote less")

    def _check_dates(self, item: Item, findings: Findings) -> None:
        try:
            if item.data["date"]:
                PartialDate.parse(item.data["date"])
            if item.data["looked_up"]:
                date.fromisoformat(item.data["looked_up"])
        except NotADate as error:
            findings.about(item, str(error))
        except ValueError:
            findings.about(item, f"looked_up is {item.data['looked_up']!r}; write the day, as 2026-11-23")

    def current(self) -> Mapping[str, Data]:
        return {row.ref: data_of(row) for row in Source.objects.all()}

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        values = {column: data[column] for column in COLUMNS if column != "ref"}
        values["official"] = data["official"] == "yes"
        values["looked_up"] = date.fromisoformat(data["looked_up"]) if data["looked_up"] else None
        Source.objects.update_or_create(ref=data["ref"], defaults=values)

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        if held:
            write_tsv(folder / "sources" / "sources.tsv", COLUMNS, held.values())
