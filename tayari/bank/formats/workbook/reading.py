"""Reads every visible sheet of a workbook, with formulas, dates and pictures told."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from tayari.bank.formats import limits
from tayari.bank.formats.workbook.cells import cell_of
from tayari.bank.formats.workbook.guide import GUIDE
from tayari.rules.interchange import Finding, Reading, Unreadable, columns
from tayari.rules.interchange.columns import Cell, Row, Sheet

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
_Rows = list[tuple[int, tuple[Any, ...]]]
_PIECES = re.compile(rb"<(?:\w+:)?is>\s*<(?:\w+:)?r[ >]")
_BROKEN = "{name} is not a workbook that can be read ({why}); open it in Excel or LibreOffice and save it as .xlsx."


def read(data: bytes, *, name: str) -> Reading:
    """The questions of a workbook. Raises Unreadable."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(f"{name} is in the old format of Excel or has a password; save it as .xlsx without one.")
    with limits.opened(data, name=name) as archive:
        if "word/document.xml" in archive.namelist():
            raise Unreadable(f"{name} is a Word document and no workbook; let its name end in .docx.")
        findings = tuple(_left(archive))
        in_pieces = _in_pieces(archive, name)
    try:
        with warnings.catch_warnings():
            # What openpyxl warns of (styles, extensions, validations) is nothing that a question has.
            warnings.simplefilter("ignore")
            sheets, told = _sheets(_Source(data, name, in_pieces))
    except Unreadable:
        raise
    except Exception as fault:
        # openpyxl lets through whatever its parts raise on a damaged file.
        raise Unreadable(_BROKEN.format(name=name, why=type(fault).__name__)) from None
    reading = columns.read(sheets)
    return Reading(reading.found, (*findings, *told, *reading.findings))


def _left(archive: zipfile.ZipFile) -> Iterator[Finding]:
    """What a workbook has beside its cells, and no question can be given by position."""
    names = archive.namelist()
    pictures = sum(1 for name in names if name.startswith("xl/media/"))
    if pictures:
        words = f"The workbook has {pictures} {'picture' if pictures == 1 else 'pictures'}; none is imported."
        yield Finding("the file", "warning", "pictures-not-read", words)
    if any(name.startswith(("xl/comments", "xl/threadedComments")) for name in names):
        yield Finding("the file", "advice", "comments-not-read", "The workbook has comments; they are not imported.")


def _in_pieces(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether cells hold words in pieces with their own fonts, as programs write them and Excel does not.

    openpyxl gives those pieces only when it reads a workbook whole.
    """
    sheets = (part for part in archive.namelist() if part.startswith("xl/worksheets/"))
    return any(_PIECES.search(limits.part(archive, part, name=name) or b"") for part in sheets)


class _Source(NamedTuple):
    """A workbook that can be opened for its formulas and again for the values that they had."""

    data: bytes
    name: str
    in_pieces: bool

    def open(self, *, values: bool) -> Any:
        from openpyxl import load_workbook

        streamed = not self.in_pieces
        return load_workbook(BytesIO(self.data), read_only=streamed, data_only=values, rich_text=True, keep_links=False)

    def rows(self, sheet: Any) -> _Rows:
        """The rows that have something in them. What a sheet says of its own size may be wrong."""
        if not self.in_pieces:
            sheet.reset_dimensions()
        found = []
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            if len(cells) > MOST_COLUMNS:
                raise Unreadable(f"{self.name} has cells beyond column {MOST_COLUMNS}; delete what stands there.")
            if any(cell.value is not None for cell in cells):
                found.append((number, cells))
            if len(found) > MOST_ROWS:
                raise Unreadable(f"{self.name} has more than {MOST_ROWS:,} rows; split it.")
        return found

    def computed(self) -> dict[str, dict[int, tuple[Any, ...]]]:
        """What the sheets showed when they were last saved, for cells that hold formulas."""
        return {sheet.title: dict(self.rows(sheet)) for sheet in self.open(values=True).worksheets}


def _sheets(source: _Source) -> tuple[list[Sheet], list[Finding]]:
    found, findings, formulas = [], [], False
    for sheet in source.open(values=False).worksheets:
        rows = source.rows(sheet) if sheet.title != GUIDE else []
        if sheet.sheet_state != "visible" and rows:
            words = "The sheet is hidden; it is not imported. Show it if it has questions."
            findings.append(Finding(f"sheet {sheet.title}", "warning", "hidden-sheet", words))
        elif rows:
            formulas = formulas or any(cell.data_type == "f" for _, cells in rows for cell in cells)
            found.append((sheet.title, rows))
    computed = source.computed() if formulas else {}
    return [_sheet(title, rows, len(found) > 1, computed.get(title, {})) for title, rows in found], findings


def _sheet(title: str, rows: _Rows, named: bool, shown: Mapping[int, tuple[Any, ...]]) -> Sheet:
    place = f"sheet {title}, row" if named else "row"
    return Sheet(
        title,
        [
            Row(f"{place} {number}", [_cell(cell, at, shown.get(number, ())) for at, cell in enumerate(cells)])
            for number, cells in rows
        ],
    )


def _cell(cell: Any, at: int, shown: tuple[Any, ...]) -> Cell:
    if cell.data_type != "f":
        return cell_of(cell)
    seen = cell_of(shown[at]) if at < len(shown) else Cell("")
    if not seen.text:
        words = "The cell is a formula whose value was not saved; put the value in its place."
        return Cell("", (("error", "formula-without-value", words),))
    words = f"The cell is a formula; the value that it showed when it was saved was read: {seen.text[:60]!r}."
    return Cell(seen.text, (("warning", "formula", words), *seen.notes))
