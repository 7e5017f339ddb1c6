"""Rows as CSV that a spreadsheet opens as text, in any script."""

import csv
import io
from collections.abc import Iterable, Sequence

# Excel, LibreOffice and Sheets take a cell that begins so for a formula, also behind white space.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
MARK = "\ufeff"


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell


def written(rows: Iterable[Sequence[str]]) -> str:
    """CSV with the mark by which spreadsheets know UTF-8; lines end as RFC 4180 asks."""
    kept = io.StringIO(newline="")
    csv.writer(kept, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return MARK + kept.getvalue()
