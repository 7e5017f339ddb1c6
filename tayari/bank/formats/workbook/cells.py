"""A cell of a workbook as the words that a person sees in it, and what a spreadsheet made of them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from tayari.rules.interchange.columns import Cell
from tayari.rules.interchange.signs import lowered, raised

Note = tuple[Any, str, str]
# Excel writes signs that XML has not, and its own escape, as _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DECIMALS = re.compile(r"0(?:\.(0+))?(%?)")
_TEXT_FORMATS = {"general", "@", "", "0"}


def cell_of(cell: Any) -> Cell:
    """The words of a cell of openpyxl with what has to be said of them."""
    value = cell.value
    if value is None:
        return Cell("")
    if cell.data_type == "e":
        return Cell("", (("warning", "cell-error", f"The cell shows the error {value}; it is read as empty."),))
    if isinstance(value, bool):
        return Cell("True" if value else "False")
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    if isinstance(value, datetime | date | time | timedelta):
        return _date(value)
    if isinstance(value, str):
        return Cell(unescaped(value))
    return _rich(value)


def unescaped(text: str) -> str:
    """Text with Excel's escapes as the signs that they stand for."""
    if "_x" not in text:
        return text
    made = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return made.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def escaped(text: str) -> str:
    """Text in which nothing reads as an escape of Excel's."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def _number(value: int | float, shape: str) -> Cell:
    """A number as it is shown: 1 for 1.0, 50% for 0.5 in per cent, 1.50 where two decimals are asked for."""
    plain = str(value) if isinstance(value, int) else f"{value:.15g}"
    if shape.casefold() in _TEXT_FORMATS:
        return Cell(plain)
    if match := _DECIMALS.fullmatch(shape):
        shown = value * 100 if match[2] else value
        return Cell(f"{shown:.{len(match[1] or '')}f}{match[2]}")
    words = f"The sheet shows this number in its own way ({shape}); {plain} was read. Compare it."
    return Cell(plain, (("warning", "shown-differently", words),))


def _date(value: datetime | date | time | timedelta) -> Cell:
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    text = str(value) if isinstance(value, timedelta) else value.isoformat()
    words = f"The cell holds the date or time {text}, which spreadsheets make of 1/2 and the like; type it as text."
    return Cell(text, (("warning", "date-from-sheet", words),))


def _rich(value: Any) -> Cell:
    """Words in pieces: what is set high or low keeps its meaning, what is struck out is told."""
    notes: list[Note] = []
    words = "".join(_pieces(value, notes))
    return Cell(words, tuple(notes))


def _pieces(value: Any, notes: list[Note]) -> Iterator[str]:
    for piece in value if isinstance(value, list) else [value]:
        font = getattr(piece, "font", None)
        text = unescaped(str(getattr(piece, "text", piece)))
        if font is not None and font.strike:
            notes.append(("warning", "struck-out", f"The words {text[:60]!r} are struck out; they were read. Compare."))
        placed = getattr(font, "vertAlign", None)
        yield raised(text) if placed == "superscript" else lowered(text) if placed == "subscript" else text
