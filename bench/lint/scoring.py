"""Holds a half of the golden corpus against the linter: per rule and kind, precision and recall with intervals."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from tayari.rules.lint.base import FactBase
from tayari.rules.lint.document import Anchor, Block, Document, Kind
from tayari.rules.lint.facts import judge_document
from tayari.rules.lint.findings import Finding
from tayari.rules.lint.index import Index, index_of
from tayari.rules.lint.reading.tokens import keys

FOLDER = Path(__file__).parent


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927, JASA 22); of nothing, the whole range."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, z * z
    centre = (share + square / (2 * of)) / (1 + square / of)
    half = z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, centre - half), min(1.0, centre + half)


def share(hits: int, of: int) -> str:
    """`0.962 (0.91–0.98) of 80`."""
    if not of:
        return "none"
    low, high = wilson(hits, of)
    return f"{hits / of:.3f} ({low:.2f}–{high:.2f}) of {of}"


def document(row: dict[str, Any]) -> Document:
    """A text as a document; each line of it is a block."""
    blocks = tuple(
        Block(Kind.PARAGRAPH, line, (Anchor(0, number, 1),), language=row.get("lang", ""))
        for number, line in enumerate(row["text"].split("\n"), 1)
        if line.strip()
    )
    return Document("corpus", blocks)


def findings(base: FactBase, row: dict[str, Any], as_of: date) -> list[Finding]:
    """Errors and warnings on one text."""
    report = judge_document(document(row), base, as_of=as_of, language=row.get("lang", ""))
    return [one for one in report.findings if one.level != "advice"]


def names(index: Index, words: str, ref: str) -> bool:
    """Whether words are, or contain, a name of something or its number in a row."""
    said, held = keys(words), index.base.entities.get(ref)
    rows = [keys(name.text) for name in (held.names if held else ())]
    rows += [(f"#{fact.value}",) for fact in index.facts(ref, "ordinal")]
    return any(row and said[at : at + len(row)] == row for row in rows for at in range(len(said)))


def is_right(base: FactBase, row: dict[str, Any], found: Finding, of_true: Iterable[Finding] = ()) -> bool:
    """Whether a finding tells the error of a mutant: it lies on the wrong words, names the fact that they contradict,
    or calls wrong what the text says of what the wrong words name, and the true text, of which `of_true` was found,
    does not. “BECA (2002)”, where GSOMIA is right, is wrong at the name and at the year."""
    if touches(row, found):
        return True
    fact = index_of(base).by_ref.get(found.fact or "")
    known = any((one.rule, one.fact, one.words) == (found.rule, found.fact, found.words) for one in of_true)
    return fact is not None and not known and names(index_of(base), row["words"], fact.subject)


def touches(row: dict[str, Any], found: Finding) -> bool:
    """Whether a finding lies on the wrong words of a mutant, or names the fact that they contradict."""
    if found.fact == row["fact"]:
        return True
    lines = row["text"].split("\n")
    line = lines[found.line - 1]
    start, end = found.column - 1, found.column - 1 + len(found.words)
    at = line.find(row["words"])
    while at >= 0:
        if start < at + len(row["words"]) and at < end:
            return True
        at = line.find(row["words"], at + 1)
    return False


@dataclass
class Score:
    """Counts of one half. `missed` and `false` keep the ids for whoever tunes on this half."""

    found: Counter[str] = field(default_factory=Counter)  # mutants found, by kind
    mutants: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)  # findings that are right, by rule
    findings: Counter[str] = field(default_factory=Counter)
    passages: int = 0
    false_on_true: int = 0
    missed: list[dict[str, Any]] = field(default_factory=list)
    false: list[tuple[str, Finding]] = field(default_factory=list)


def day_of(row: dict[str, Any], default: date) -> date:
    """The day on which a text is read."""
    told = row.get("as_of") or default
    return told if isinstance(told, date) else date.fromisoformat(str(told))


def score(base: FactBase, data: dict[str, Any]) -> Score:
    """Judge every true sentence and every mutant of a half."""
    counted, told_of = Score(), dict[str, list[Finding]]()
    default = day_of(data, date(2026, 11, 22))
    sentences = {row["id"]: row for row in data.get("sentences", ())}
    for row in (*sentences.values(), *data.get("passages", ())):
        counted.passages += 1
        told_of[row["id"]] = findings(base, row, day_of(row, default))
        for one in told_of[row["id"]]:
            counted.false_on_true += 1
            counted.findings[one.rule] += 1
            counted.false.append((row["id"], one))
    for row in data.get("mutants", ()):
        origin = sentences[row["of"]]
        told = {**row, "lang": row.get("lang", origin.get("lang", ""))}
        found = findings(base, told, day_of({"as_of": row.get("as_of", origin.get("as_of"))}, default))
        hits = [one for one in found if is_right(base, row, one, told_of[row["of"]])]
        counted.mutants[row["kind"]] += 1
        counted.found[row["kind"]] += bool(hits)
        if not hits:
            counted.missed.append(row)
        for one in found:
            counted.findings[one.rule] += 1
            counted.right[one.rule] += one in hits
            if one not in hits:
                counted.false.append((row["id"], one))
    return counted


def read(name: str) -> dict[str, Any]:
    """A file of the corpus."""
    data: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return data


def table(counted: Score) -> dict[str, Any]:
    """The figures of one half, as they are printed."""
    right, told = counted.right.total(), counted.findings.total()
    figures: dict[str, Any] = {
        "precision": share(right, told),
        "recall": share(counted.found.total(), counted.mutants.total()),
        "false findings per 100 true passages": round(100 * counted.false_on_true / max(1, counted.passages), 2),
        "true passages": counted.passages,
    }
    if not counted.mutants:
        del figures["precision"], figures["recall"]
    by: dict[str, dict[str, str]] = defaultdict(dict)
    for rule in sorted(counted.findings):
        by["precision"][rule] = share(counted.right[rule], counted.findings[rule])
    for kind in sorted(counted.mutants):
        by["recall"][kind] = share(counted.found[kind], counted.mutants[kind])
    return figures | {f"{what} of {name}": told for what, rows in by.items() for name, told in rows.items()}
