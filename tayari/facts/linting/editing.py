"""Findings in what an editor has open, as its panel or page in the admin shows them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from tayari.facts.linting import checking
from tayari.rules.lint.document import Block, Document, Kind
from tayari.rules.lint.findings import Finding
from tayari.rules.lint.formats import sayings


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with the heading under which its words stand."""

    finding: Finding
    heading: str

    @property
    def place(self) -> str:
        return f"under “{self.heading}”" if self.heading else f"line {self.finding.line}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a draft, without what was dismissed."""

    holder_type: str
    holder_ref: str
    rows: tuple[Row, ...]
    coverage: str


def looked(holder_type: str, holder_ref: str, document: Document, *, now: datetime) -> Looked:
    """Lint a draft as of today. Two queries."""
    report = checking.checked(document, as_of=timezone.localdate(now), language="", now=now, dismissed=True)
    rows = tuple(Row(finding, _heading(document, finding)) for finding in report.findings)
    return Looked(holder_type, holder_ref, rows, sayings.coverage(report.coverage))


def _heading(document: Document, finding: Finding) -> str:
    """The last heading above the finding's line; empty when there is none."""
    above: list[Block] = [
        block
        for block in document.blocks
        if block.kind in {Kind.HEADING, Kind.TITLE} and block.place(0)[0] <= finding.line
    ]
    return above[-1].text if above else ""
