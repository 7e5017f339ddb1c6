"""Findings as lines for people: place, level, words, and what to write."""

from collections.abc import Sequence

from tayari.rules.lint.findings import Finding
from tayari.rules.lint.formats import sayings
from tayari.rules.lint.formats.results import Result, told, total


def written(results: Sequence[Result], language: str = "en") -> str:
    """All findings, their count, and the line of coverage."""
    found = list(told(results))
    lines = [line for file, finding in found for line in _lines(file, finding)]
    lines.append(sayings.counts([finding.level for _, finding in found]))
    lines.append(sayings.coverage(total(results), language))
    return "\n".join(lines)


def _lines(file: str, finding: Finding) -> list[str]:
    place = f"{file}:{finding.line}:{finding.column}"
    lines = [f"{place}: {finding.level}: “{finding.words}”: {finding.claim} [{finding.rule} {finding.id}]"]
    if finding.fact:
        lines.append(f"    fact {finding.fact}: {finding.source or 'no source'}")
    if finding.suggestion:
        lines.append(f"    write: {finding.suggestion}")
    return lines
