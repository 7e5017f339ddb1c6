"""Loads a pack into the site, all or nothing, and writes the site out as a pack."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from wagtail.models import Site

from tayari.audit.actions import entries
from tayari.base import references
from tayari.base.packfiles import write_yaml
from tayari.base.packing import Data, Item, Part, Waits, digest
from tayari.base.problems import Finding, Unusable
from tayari.discovery.actions import index
from tayari.packs.checking import PARTS, SCHEMA, check
from tayari.packs.models import LoadedItem
from tayari.rules.kinds import Refused
from tayari.site.actions import tree


@dataclass(slots=True)
class Report:
    """What a load did or would do. Nothing was changed when `refused`.

    `counts` is by kind: new, changed, same, kept (an editor changed it and the pack did not). `conflicts` are refs
    that both changed. `left` are refs that an earlier load brought and the pack no longer has.
    """

    pack: str = ""
    findings: list[Finding] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    parts: Sequence[Part] = ()

    def take_back(self) -> None:
        """What no transaction takes back: files of pictures, and what Wagtail keeps of sites in its cache."""
        for part in self.parts:
            part.undo()
        Site.clear_site_root_paths_cache()

    @property
    def changed(self) -> bool:
        return any(counts["new"] or counts["changed"] for counts in self.counts.values())

    @property
    def refused(self) -> bool:
        return any(finding.level == "error" for finding in self.findings)


class _Undo(Exception):
    """Rolls a load back when something in it was refused."""


def load(
    folder: Path,
    *,
    by: Any,
    now: datetime,
    theirs: bool = False,
    ours: bool = False,
    dry_run: bool = False,
    said: Callable[[str], None] = lambda line: None,
    through: Callable[[Callable[[], Report]], Report] = lambda store: store(),
) -> Report:
    """Load the pack in `folder`. Nothing changes when a finding is an error.

    What an editor changed (or took away) since the last load is kept; when the pack changed it too it is a conflict,
    kept unless `theirs` (the pack's wins) is given; `ours` keeps the editor's and stops asking. `said` hears of
    progress. `through` carries the storing out, in a way of its own.
    """
    report = through(lambda: store(folder, by=by, now=now, theirs=theirs, ours=ours, dry_run=dry_run, said=said))
    if not report.refused and not dry_run:
        said(f"search: {index.rebuild(now=now)} documents")
    return report


def store(
    folder: Path, *, by: Any, now: datetime, theirs: bool, ours: bool, dry_run: bool, said: Callable[[str], None]
) -> Report:
    """A load without the index for the search, which follows. Everything is stored in one transaction."""
    parts = [part() for part in PARTS]
    name, items, findings = check(folder, parts)
    report = Report(pack=name, findings=findings.found, parts=parts)
    if report.refused:
        return report
    try:
        with transaction.atomic(), references.together():
            tree.ensure()
            for part in parts:
                _load_part(part, items[part.kind], report, by=by, now=now, theirs=theirs, ours=ours)
                if counts := report.counts[part.kind]:
                    said(f"{part.kind}: {', '.join(f'{count} {what}' for what, count in sorted(counts.items()))}")
            if dry_run or report.refused:
                raise _Undo
            if report.changed:
                counted = {kind: dict(counts) for kind, counts in report.counts.items() if counts}
                entries.record("packs.load", f"pack:{name}", by=by, now=now, counts=counted)
    except BaseException as error:
        report.take_back()
        if not isinstance(error, _Undo):
            raise
    return report


def _load_part(
    part: Part, items: dict[str, Item], report: Report, *, by: Any, now: datetime, theirs: bool, ours: bool
) -> None:
    counts = report.counts.setdefault(part.kind, Counter())
    current, drafted = part.current(), part.drafted()
    known = {row.ref: row for row in LoadedItem.objects.filter(kind=part.kind)}
    kept: list[LoadedItem] = []
    for ref, item in items.items():
        told, last = digest(item.data), known.get(ref)
        verdict = _verdict(told, current.get(ref), last.digest if last else None, ref in drafted)
        if verdict == "conflict" and not theirs:
            if not ours:
                report.conflicts.append(f"{part.kind} {ref}")
                counts["conflict"] += 1
                continue
            verdict = "kept"
        stored = _stored(part, item, verdict, report, by=by, now=now)
        if stored is None:
            continue
        counts[stored] += 1
        remembered = {"pack": report.pack, "digest": told, "file": item.file}
        if last is None or any(getattr(last, name) != value for name, value in remembered.items()):
            kept.append(LoadedItem(kind=part.kind, ref=ref, at=now, **remembered))
    _remember(kept)
    gone = LoadedItem.objects.filter(kind=part.kind, pack=report.pack).exclude(ref__in=list(items))
    report.left += [f"{part.kind} {row.ref}" for row in gone if row.ref in current]


def _remember(rows: list[LoadedItem]) -> None:
    """What was loaded now, in the place of what was loaded before."""
    LoadedItem.objects.bulk_create(
        rows,
        batch_size=200,
        update_conflicts=True,
        unique_fields=["kind", "ref"],
        update_fields=["pack", "digest", "file", "at"],
    )


def _stored(part: Part, item: Item, verdict: str, report: Report, *, by: Any, now: datetime) -> str | None:
    """Do what the verdict asks for. Returns what was done, None when it was refused, with a finding that says why."""
    try:
        with transaction.atomic():
            if verdict in {"new", "changed", "conflict"}:
                part.apply(item.data, by=by, now=now)
                return "new" if verdict == "new" else "changed"
            # With nothing changed before it, nothing can follow.
            if verdict == "same" and report.changed and part.follow(item.data, by=by, now=now):
                return "changed"
            return verdict
    except Waits as waiting:
        if not report.refused:
            report.findings.append(Finding(item.file, item.line, "error", f"{item.ref}: {waiting}"))
    except ValidationError as refusal:
        for message in dict.fromkeys(refusal.messages):
            report.findings.append(Finding(item.file, item.line, "error", f"{item.ref}: {message}"))
    except (Refused, ValueError, LookupError, DatabaseError) as refusal:
        message = str(refusal).removeprefix(f"{item.ref}: ").strip()
        report.findings.append(Finding(item.file, item.line, "error", f"{item.ref}: {message}"))
    return None


def _verdict(told: str, held: Data | None, loaded: str | None, drafted: bool) -> str:
    if held is None:
        # What an editor deleted, withdrew or retired does not come back by itself.
        return "new" if loaded is None else "kept" if loaded == told else "conflict"
    stands = digest(held)
    if stands == told:
        return "same"
    edited = loaded is None or stands != loaded or drafted
    if not edited:
        return "changed"
    return "kept" if loaded == told else "conflict"


def export(folder: Path, *, now: datetime, name: str = "site") -> dict[str, int]:
    """Write everything the site holds to an empty or new `folder` as a pack. Returns counts by kind.

    Raises Unusable when the folder has something in it.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Unusable(f"{folder} is not empty; give a new or empty folder to write the pack to.")
    try:
        about = {"schema": SCHEMA, "name": name, "languages": list(dict(settings.LANGUAGES))}
        write_yaml(folder / "pack.yaml", {**about, "exported": now.date().isoformat()})
        counts = {}
        for part in (part() for part in PARTS):
            held = part.current()
            part.write(folder, held)
            counts[part.kind] = len(held)
    except OSError as error:
        raise Unusable(f"{folder} cannot be written ({error.strerror}); choose another folder.") from None
    return counts
