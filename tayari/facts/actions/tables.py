"""Facts of one TSV file in, and all facts out; a dry run says what would happen."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched
from pathlib import Path
from typing import Any

from django.db import transaction

from tayari.base.packfiles import write_tsv
from tayari.base.packing import Data, Findings, Item
from tayari.base.problems import Finding, Unusable
from tayari.facts.actions import facts
from tayari.facts.models import Fact
from tayari.facts.packing import tables
from tayari.facts.packing.facts import COLUMNS, FactPart

# Facts put in one transaction, which is to stay under 200 ms.
_SLICE = 10


@dataclass(slots=True)
class Imported:
    """What an import did, or would do: counts of new, changed and same, and every line that was left out."""

    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """How many lines were left out."""
        return len({(one.file, one.line) for one in self.findings if one.level == "error"})


def bring_in(file: Path, *, dry_run: bool = False, by: Any, now: datetime) -> Imported:
    """Put every clean line of `file`; each other line is told of and left out. Raises Unusable."""
    findings, report = Findings(), Imported()
    items = tables.read(file, findings)
    report.findings = findings.found
    held = {fact.ref: fact for fact in Fact.objects.spoken().filter(ref__in=[item.ref for item in items])}
    wanted: list[Item] = []
    for item in items:
        fact = held.get(item.ref)
        if fact and (fact.has_unpublished_changes or not fact.live):
            findings.about(item, "an editor has a draft of it; publish or discard that first")
            continue
        data, before = _with_texts(item.data, fact), facts.content_of(fact) if fact else None
        verdict = "new" if before is None else "same" if {**data, "texts": before["texts"]} == before else "changed"
        report.counts[verdict] += 1
        if verdict != "same":
            wanted.append(Item(item.kind, item.ref, data, item.file, item.line))
    if not dry_run:
        _put(wanted, report, by=by, now=now)
    return report


def _with_texts(data: Data, fact: Fact | None) -> Data:
    """The wording in other languages stays while the object does; a new object has none yet."""
    kept = facts.content_of(fact) if fact else None
    same = kept and kept["object"] == data["object"]
    return {**data, "texts": kept["texts"] if kept and same else {}}


def _put(items: Iterable[Item], report: Imported, *, by: Any, now: datetime) -> None:
    for some in batched(items, _SLICE, strict=False):
        with transaction.atomic():
            for item in some:
                try:
                    with transaction.atomic():
                        facts.put(item.data, by=by, now=now, reason=f"import of {item.file}")
                except ValueError as refusal:
                    report.findings.append(Finding(item.file, item.line, "error", str(refusal)))


def write_out(file: Path) -> int:
    """Write every fact to `file` in the columns of packs. Returns how many. Raises Unusable."""
    held = FactPart().current()
    try:
        write_tsv(file, COLUMNS, ({**data, "sources": "; ".join(data["sources"])} for data in held.values()))
    except OSError as error:
        raise Unusable(f"{file} cannot be written: {error.strerror}.") from None
    return len(held)
