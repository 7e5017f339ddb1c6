"""CSV as people save it: separated by commas, semicolons, tabs or bars, with or without a line that says which."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tayari.plain.sheets import MARK, guarded, unguarded
from tayari.rules.interchange import columns
from tayari.rules.interchange.columns import Cell, Row, Sheet
from tayari.rules.interchange.columns.headers import columns_of
from tayari.rules.interchange.reading import Finding, Reading, Unreadable
from tayari.rules.interchange.writing import Written

_DELIMITERS = ",;\t|"
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LOOKED_AT = 20_000
_MOST_IN_A_CELL = 5_000_000


def read(text: str) -> Reading:
    """The questions of a CSV file. Raises Unreadable."""
    told = _SAID.match(text)
    text = text[told.end() :] if told else text
    delimiter = told.group(1) if told else _delimiter(text)
    csv.field_size_limit(_MOST_IN_A_CELL)
    findings: tuple[Finding, ...] = ()
    try:
        rows = _rows(text, delimiter, bool(told), strict=True)
    except csv.Error:
        rows, findings = _loosely(text, delimiter, bool(told))
    reading = columns.read([Sheet("", rows)])
    return Reading(reading.found, (*findings, *reading.findings))


def write(contents: Sequence[Mapping[str, Any]], *, language: str = "en") -> Written:
    """All of them with commas, in UTF-8 with the mark by which spreadsheets know it. Nothing is lost."""
    made = columns.table(contents)
    return Written(as_bytes((made.head, *made.rows)), len(contents))


def as_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a file in which no cell is a formula."""
    kept = io.StringIO(newline="")
    csv.writer(kept, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return (MARK + kept.getvalue()).encode()


def _delimiter(text: str) -> str:
    """The sign by which the most heads of columns come apart; the comma where none does."""

    def heads(delimiter: str) -> int:
        try:
            rows = list(csv.reader(io.StringIO(text[:_LOOKED_AT], newline=""), delimiter=delimiter))
        except csv.Error:
            rows = [line.split(delimiter) for line in text[:_LOOKED_AT].splitlines()]
        return max((sum(1 for one in columns_of(row) if one.field) for row in rows[:30]), default=0)

    return max(_DELIMITERS, key=heads)


def _rows(text: str, delimiter: str, skipped: bool, *, strict: bool) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    rows, line = [], 1 + skipped
    for cells in reader:
        rows.append(Row(f"line {line}", [Cell(unguarded(cell)) for cell in cells]))
        line = reader.line_num + 1 + skipped
    return rows


def _loosely(text: str, delimiter: str, skipped: bool) -> tuple[list[Row], tuple[Finding, ...]]:
    """The rows where a quotation mark stands alone: read as it stands, and told. Raises Unreadable."""
    try:
        rows = _rows(text, delimiter, skipped, strict=False)
    except csv.Error as error:
        raise Unreadable(f"The file is no CSV that can be read ({error}); save it anew.") from None
    at = _first_stray(text, delimiter, skipped)
    words = "A quotation mark stands alone here; compare this row and those after it, cells may have run together."
    return rows, (Finding(f"line {at}", "warning", "stray-quote", words),)


def _first_stray(text: str, delimiter: str, skipped: bool) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error:
        return line + skipped
    return line + skipped
