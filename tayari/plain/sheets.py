"""Rows as CSV that a spreadsheet opens as text, in any script."""

import csv
import io
import re
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


_GUARDED = re.compile(r"'+\s*[=+\-@|%＝＋－＠]|'+[\t\r\n]")


def guarded(cell: str) -> str:
    """As `harmless`, such that `unguarded` gives every cell back: an apostrophe that was there gets another."""
    return f"'{cell}" if _GUARDED.match(cell) else harmless(cell)


def unguarded(cell: str) -> str:
    """The cell that `guarded` was given; a spreadsheet's own apostrophe before a sign goes as well."""
    return cell[1:] if _GUARDED.match(cell) else cell
