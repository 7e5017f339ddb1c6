"""Sheets of rows become questions: the head is found, each row is read at its place, nothing falls under the table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tayari.rules.interchange.cleaning import clean
from tayari.rules.interchange.columns.building import build
from tayari.rules.interchange.columns.headers import Column, Field, columns_of, in_languages, is_head
from tayari.rules.interchange.columns.said import Note, Said
from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.reading import Confidence, Finding, Found, Level, Reading, Unreadable

# A head stands near the top, under a title or some instructions.
_HEAD_WITHIN = 30
# A day is a date, and the number of a row may be counted by a formula.
_EXPECTED = {"as_of": {"date-from-sheet"}, "number": {"formula", "formula-without-value", "shown-differently"}}
_BY_WORDS = frozenset({"stem", "ask", "option", "explanation", "why"})


class Cell(NamedTuple):
    """The text of a cell, and what has to be said of how it came about: level, rule and message."""

    text: str
    notes: tuple[tuple[Level, str, str], ...] = ()


class Row(NamedTuple):
    """A row and the place at which a person finds it."""

    where: str
    cells: Sequence[Cell]


class Sheet(NamedTuple):
    """A table of a file; its name is empty when there is but one."""

    name: str
    rows: Sequence[Row]


def read(sheets: Sequence[Sheet]) -> Reading:
    """The questions of all sheets that have a head. Raises Unreadable when none has."""
    found: list[Found] = []
    findings: list[Finding] = []
    read_any = False
    for sheet in sheets:
        head = _head_of(sheet)
        if head is None:
            if any(_filled(row) for row in sheet.rows):
                words = "No row of the sheet names its columns (a question and an answer, say); it is not imported."
                findings.append(Finding(f"sheet {sheet.name}", "advice", "sheet-not-read", words))
            continue
        read_any = True
        told, questions = _read_sheet(sheet, head)
        findings += told
        found += questions
    if not read_any:
        raise Unreadable(
            "No row names the columns: one has to say Question, Option A, Option B and Answer, or in Hindi "
            "प्रश्न, विकल्प अ, विकल्प ब and उत्तर; `tayari questions template FILE` writes such a file."
        )
    return Reading(tuple(found), tuple(findings))


def _filled(row: Row) -> bool:
    return any(cell.text.strip() or cell.notes for cell in row.cells)


def _head_of(sheet: Sheet) -> int | None:
    for at, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
        if is_head(columns_of([cell.text for cell in row.cells])):
            return at
    return None


def _read_sheet(sheet: Sheet, head: int) -> tuple[list[Finding], list[Found]]:
    rows = [row for row in sheet.rows[head + 1 :] if _filled(row)]
    titles = [clean(cell.text) for cell in sheet.rows[head].cells]
    columns = in_languages(columns_of(titles), [[cell.text for cell in row.cells] for row in rows])
    findings = [
        Finding(row.where, "advice", "above-the-head", f"This stands above the table: {_line(row)[:80]!r}.")
        for row in sheet.rows[:head]
        if _filled(row)
    ]
    findings += _unknown(sheet, columns, rows)
    return findings, [_found(row, columns) for row in rows]


def _unknown(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Finding]:
    for column in columns:
        if column.field is not None:
            continue
        filled = sum(1 for row in rows if column.at < len(row.cells) and row.cells[column.at].text.strip())
        if filled:
            named = f"column {column.title}" if column.title else f"column {column.at + 1}"
            words = f"No question holds what this column says; {filled} {'cell' if filled == 1 else 'cells'} left out."
            where = f"sheet {sheet.name}, {named}" if sheet.name else named
            yield Finding(where, "warning", "unknown-column", words)


def _found(row: Row, columns: Sequence[Column]) -> Found:
    titles: dict[str, str] = {}
    cells: dict[Field, str] = {}
    notes: list[Finding] = []
    for column in columns:
        cell = row.cells[column.at] if column.at < len(row.cells) else Cell("")
        field = column.field
        for level, rule, message in cell.notes:
            if field is None or rule in _EXPECTED.get(field.name, ()):
                continue
            notes.append(Finding(f"{row.where}, column {column.title or column.at + 1}", level, rule, message))
        titles.setdefault(field.name if field else "", column.title)
        text = cell.text if field and field.name == "data" else clean(cell.text).strip()
        if field and text.strip():
            cells[field if field not in cells else Field(field.name, -column.at, field.language)] = text
    said = Said(_in_one_language(cells))
    _note_overflow(said, row, columns)
    kept_out = "error" in {*(note.level for note in said.notes), *(one.level for one in notes)}
    content = None if kept_out else build(said)
    findings = (*notes, *(_finding(row, note, titles) for note in said.notes))
    number = next((words for at, words in cells.items() if at.name == "number"), "")
    return Found(row.where, _line(row), content, number, _confidence(findings), findings)


def _in_one_language(cells: Mapping[Field, str]) -> dict[Field, str]:
    """Columns whose language is open are in the language of the row's own words, the question before all."""
    open_words = [words for at, words in cells.items() if at.name in _BY_WORDS and not at.language]
    stem = next((words for at, words in cells.items() if at.name == "stem"), "")
    language = language_of(stem or " ".join(open_words))
    return {
        Field(at.name, at.place, language if at.name in _BY_WORDS and not at.language else at.language): words
        for at, words in cells.items()
    }


def _note_overflow(said: Said, row: Row, columns: Sequence[Column]) -> None:
    if any(cell.text.strip() for cell in row.cells[len(columns) :]):
        words = (
            f"The row has {len(row.cells)} cells and the head {len(columns)}: put quotation marks around the cell that "
        )
        words += "has a separator in it."
        said.note("error", "too-many-cells", words)


def _finding(row: Row, note: Note, titles: Mapping[str, str]) -> Finding:
    column = titles.get(note.column, note.column)
    return Finding(f"{row.where}, column {column}" if column else row.where, note.level, note.rule, note.message)


def _confidence(findings: Sequence[Finding]) -> Confidence:
    levels = {finding.level for finding in findings}
    return "doubtful" if "error" in levels else "likely" if "warning" in levels else "sure"


def _line(row: Row) -> str:
    return " | ".join(filter(None, (clean(cell.text).strip() for cell in row.cells)))
