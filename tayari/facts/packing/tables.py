"""Facts in one TSV file, in the columns of packs or in those of a foreign list, as checked items."""

import glob
from collections import Counter
from pathlib import Path

from tayari.base.packfiles import listed, read_tsv
from tayari.base.packing import Data, Findings, Item, World
from tayari.base.problems import Unusable
from tayari.facts.models import Entity, Fact, Predicate, Source
from tayari.facts.packing import foreign
from tayari.facts.packing.facts import COLUMNS, FactPart

LARGEST = 5_000_000


def read(file: Path, findings: Findings) -> list[Item]:
    """The facts of `file` that are clean; whatever is wrong with a line becomes a finding, and the line is left out.

    Raises Unusable for a file that is no such table at all.
    """
    header = _header(file)
    if {"object", "confidence"} <= set(header) and "ref" not in header:
        items = foreign.mapped(_rows(file, foreign.COLUMNS, findings), findings)
    else:
        items = [
            Item("fact", row.data["ref"], _data(row.data), row.file, row.line) for row in _rows(file, COLUMNS, findings)
        ]
    return _clean(items, findings)


def _header(file: Path) -> list[str]:
    try:
        if file.stat().st_size > LARGEST:
            raise Unusable(f"{file.name} is larger than {LARGEST // 1_000_000} MB; split it.")
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable(f"{file.name} is not UTF-8 text; save it as tab-separated UTF-8.") from None
    except OSError as error:
        raise Unusable(f"{file.name} cannot be read: {error.strerror}.") from None
    if not text.strip():
        raise Unusable(f"{file.name} is empty; its first line names the columns.")
    header = [cell.strip() for cell in text.splitlines()[0].split("\t")]
    if not {"subject", "predicate", "object"} <= set(header):
        raise Unusable(f"{file.name} is no table of facts: its first line should name {' '.join(COLUMNS)}.")
    return header


def _rows(file: Path, columns: tuple[str, ...], findings: Findings) -> list:  # type: ignore[type-arg]
    return read_tsv(file.parent, glob.escape(file.name), columns, findings)


def _data(row: dict[str, str]) -> Data:
    return {**{column: row[column] for column in COLUMNS}, "sources": sorted(set(listed(row["sources"]))), "texts": {}}


def _world(items: list[Item]) -> World:
    return World(
        items={"fact": {item.ref: item for item in items}},
        stored={
            "entity": set(Entity.objects.values_list("ref", flat=True)),
            "predicate": set(Predicate.objects.values_list("pk", flat=True)),
            "source": set(Source.objects.values_list("ref", flat=True)),
            "fact": set(Fact.objects.values_list("ref", flat=True)),
        },
        languages=("en",),
    )


def _clean(items: list[Item], findings: Findings) -> list[Item]:
    """Those items that nothing is wrong with."""
    for ref, times in Counter(item.ref for item in items).items():
        if times > 1 or not ref:
            for item in (one for one in items if one.ref == ref):
                findings.about(item, f"its ref stands {times} times" if ref else "has no ref")
    world = _world(items)
    FactPart().check(items, world, findings)
    wrong = {(finding.file, finding.line) for finding in findings.errors}
    return [item for item in items if (item.file, item.line) not in wrong]
