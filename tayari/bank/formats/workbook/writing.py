"""Writes questions as a workbook of text cells: no formula, no date, nothing that a spreadsheet makes its own."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from tayari.bank.formats.workbook.cells import escaped
from tayari.bank.formats.workbook.guide import GUIDE, LINES
from tayari.rules.interchange import Finding, Written, columns

MOST_IN_A_CELL = 32_767
_WIDE = {"Question": 60, "Question (Hindi)": 60, "Explanation": 50, "Explanation (Hindi)": 50, "Data": 20}
_TEXT = "@"


def write(contents: Sequence[Mapping[str, Any]], *, language: str = "en") -> Written:
    """All of them, in every language; a question with more words than a cell holds is left out and told."""
    whole = columns.table(contents)
    rows, lost = [], []
    for content, row in zip(contents, whole.rows, strict=True):
        if any(len(cell.encode("utf-16-le")) // 2 > MOST_IN_A_CELL for cell in map(escaped, row)):
            words = f"A cell holds {MOST_IN_A_CELL:,} signs, and this question needs more; it is left out."
            lost.append(Finding(str(content.get("ref") or "a question"), "error", "too-long-for-a-cell", words))
        else:
            rows.append(row)
    return Written(_saved(whole.head, rows), len(rows), tuple(lost))


def template() -> bytes:
    """An empty workbook to fill in, with every column that a person may want."""
    head = columns.table([], usual=columns.FILLED_BY_HAND).head
    return _saved(head, [])


def _saved(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Questions")
    sheet.freeze_panes = "A2"
    for at, title in enumerate(head, start=1):
        column = sheet.column_dimensions[get_column_letter(at)]
        column.width = _WIDE.get(title, 24 if "Option" in title else 16)
        # What a person types below is text, too.
        column.number_format = _TEXT
    sheet.append(list(_cells(sheet, head, bold=True)))
    for row in rows:
        sheet.append(list(_cells(sheet, row)))
    guide = book.create_sheet(GUIDE)
    guide.column_dimensions["A"].width = 110
    for line, bold in LINES:
        guide.append(list(_cells(guide, [line], bold=bold)))
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _cells(sheet: Any, row: Sequence[str], *, bold: bool = False) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    like = WriteOnlyCell(sheet)
    like.number_format, like.alignment, like.font = _TEXT, Alignment(wrap_text=True, vertical="top"), Font(bold=bold)
    # openpyxl takes what begins with = for a formula; here every cell is words, also once somebody edits it.
    like.quotePrefix = True
    for text in row:
        if not text:
            yield None
            continue
        cell = WriteOnlyCell(sheet, value=escaped(text))
        cell.data_type = "s"
        cell._style = like._style
        yield cell
