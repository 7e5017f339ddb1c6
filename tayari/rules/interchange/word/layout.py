"""What a table of a document is for: fields, a key, options, two languages side by side, lists, or mere layout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.word import fields, keylists, tables
from tayari.rules.interchange.word.gathering import Segment
from tayari.rules.interchange.word.lines import Line, Piece, plain
from tayari.rules.interchange.word.markers import Marker, digits, marker
from tayari.rules.interchange.word.sheets import Lines, Sheet, SheetRow, before, begins
from tayari.rules.interchange.word.splitting import parts
from tayari.rules.interchange.word.tongues import languages

_NUMBER = re.compile(r"[0-9०-९]{1,4}\s*\.?")


@dataclass(slots=True)
class Streams:
    """The lines of a document as a reader follows them; `side` is the Hindi of tables with a language a column.

    `records` are questions under our own columns.
    """

    main: list[Segment] = field(default_factory=list)
    side: list[Segment] = field(default_factory=list)
    keys: list[keylists.Key] = field(default_factory=list)
    records: list[tables.Record] = field(default_factory=list)


def place(sheet: Sheet, into: Streams) -> None:
    """Add what a table holds to the streams, in the order in which it is read."""
    if not sheet.rows:
        return
    if ours := tables.records(sheet):
        into.records += ours
    elif len(found := keylists.table(sheet)) > 1:
        into.keys += found
        into.main.append((Line(sheet.place, ()), None))
    elif records := fields.records(sheet):
        into.main += [marked for record in records for marked in record]
    else:
        _read(sheet.joined(), into)


def _read(sheet: Sheet, into: Streams) -> None:
    """Add a table whose cells are read as lines, in one of the orders in which pages are laid out."""
    if is_lists(sheet):
        into.main.append(sheet)
    elif options := _options(sheet):
        into.main += options
    elif (hindi := _hindi_column(sheet)) is not None:
        _side_by_side(sheet, hindi, into)
    elif rows := _numbered_rows(sheet):
        into.main += rows
    elif _is_layout(sheet):
        for row in sheet.rows:
            for cell in row.cells:
                into.main += [part for line in cell for part in parts(line)]
    else:
        into.main.append(sheet)


def is_lists(sheet: Sheet) -> bool:
    """Two lists beside each other: letters before the one, numbers before the other."""
    rows = [row for row in sheet.rows if len(row.cells) == 2 and begins(row.cells[0])]
    if len(rows) < 3 or len(rows) < len(sheet.rows) - 1:
        return False
    left = [begins(row.cells[0]) for row in rows]
    right = [begins(row.cells[1]) for row in rows if row.cells[1]]
    return all(one and one.kind == "letter" for one in left) and all(
        one and one.kind in {"number", "roman"} for one in right
    )


def _options(sheet: Sheet) -> list[Segment]:
    """The options of one question that a table holds, in their order; empty for any other table."""
    if codes := _codes(sheet):
        return codes
    found: list[tuple[Line, Marker]] = []
    for row in sheet.rows:
        for cell in row.cells:
            if not cell:
                continue
            told = [(line, mark) for first in cell for line, mark in parts(first)]
            if any(mark is None or mark.kind != "letter" for _, mark in told[:1]):
                return []
            found += [(line, mark) for line, mark in told if mark is not None]
            if len(told) > sum(mark is not None for _, mark in told):
                return []
    places = [mark.place for _, mark in found]
    if len(places) < 2 or sorted(places) != list(range(len(places))) or len({m.kind for _, m in found}) > 1:
        return []
    return [(line, mark) for line, mark in sorted(found, key=lambda one: one[1].place)]


def _codes(sheet: Sheet) -> list[Segment]:
    """A table of codes: letters above, and in each row an option's letter with the numbers that go with them."""
    rows = list(sheet.rows)
    heads = [text.strip("(). ") for text in rows[0].texts if text.strip("(). ")]
    if begins(rows[0].cells[0]) is None or not any(any(one.isdigit() for one in text) for text in rows[0].texts):
        rows = rows[1:]
    else:
        heads = []
    found: list[Segment] = []
    for row in rows:
        first, *rest = [text for text in row.texts if text]
        told = marker(first)
        numbers = [first[told.end :].strip() if told else "", *rest]
        numbers = [number for number in numbers if number]
        if told is None or told.kind != "letter" or told.place != len(found) or len(numbers) < 3:
            return []
        if not all(number.strip("(). ").isdigit() or set(number.lower()) <= set("iv") for number in numbers):
            return []
        letters = heads if len(heads) == len(numbers) else list("ABCDE"[: len(numbers)])
        said = ", ".join(f"{letter}-{number}" for letter, number in zip(letters, numbers, strict=False))
        line = Line(sheet.place, (Piece(f"{first[: told.end].strip()} {said}"),))
        found.append((line, marker(line.text)))
    return found if len(found) > 1 else []


def _hindi_column(sheet: Sheet) -> int | None:
    """Which of the last two columns is in Hindi while the other is not, when questions stand in them."""
    width = max(len(row.cells) for row in sheet.rows)
    if width not in {2, 3}:
        return None
    pairs = [
        (row.texts[-2], row.texts[-1]) for row in sheet.rows
        if len(row.cells) > 1 and languages(row.texts[-2]) and languages(row.texts[-1])
    ]  # fmt: skip
    marked = any(begins(cell) for row in sheet.rows for cell in row.cells)
    if not pairs or not marked:
        return None
    turned = [(language_of(first), language_of(second)) for first, second in pairs]
    for tongues, at in ((("en", "hi"), -1), (("hi", "en"), -2)):
        if turned.count(tongues) * 10 >= len(turned) * 6:
            return at
    return None


def _side_by_side(sheet: Sheet, hindi: int, into: Streams) -> None:
    for row in sheet.rows:
        if len(row.cells) < 2:
            into.main += [part for cell in row.cells for line in cell for part in parts(line)]
            continue
        other = row.cells[-1 if hindi == -2 else -2]
        into.main += [part for line in _begun(other, row, hindi) for part in parts(line)]
        into.side += [part for line in _numbered(row.cells[hindi], other) for part in parts(line)]


def _begun(cell: Lines, row: SheetRow, hindi: int) -> Iterator[Line]:
    """The lines of the cell, with a heading that spans the row's columns before them."""
    extra = row.cells[0] if len(row.cells) == 3 and row.cells[0] is not cell and hindi == -1 else ()
    if extra and cell:
        yield before(extra[0], cell[0])
        yield from cell[1:]
    else:
        yield from cell


def _numbered(cell: Lines, other: Lines) -> Iterator[Line]:
    """The lines of a Hindi cell with the marks of the English one where it has none of its own."""
    if not cell:
        return
    first = begins(other)
    if first and begins(cell) is None and first.kind in {"number", "question", "letter", "roman"}:
        mark = plain(other[0].text[: first.end].strip(), cell[0].place)
        yield before(mark, cell[0])
        yield from cell[1:]
    else:
        yield from cell


def _numbered_rows(sheet: Sheet) -> list[Segment]:
    """A row a question under no heading: its number, the question with its options, and perhaps its key."""
    found: list[Segment] = []
    for row in sheet.rows:
        number, *rest = row.texts
        if not _NUMBER.fullmatch(number) or not rest:
            return []
        told = [part for cell in row.cells[1:] for line in cell for part in parts(line)]
        if keylists.alone(rest[-1]) and len(rest) > 1:
            told[-1] = (told[-1][0], Marker("answer"))
        if sum(mark is not None and mark.kind == "letter" for _, mark in told) < 2:
            return []
        own = told[0][1]
        end = own.end if own and own.kind in {"number", "question"} else 0
        found += [(told[0][0], Marker("field", str(digits(number.strip(". "))), 0, "field", end)), *told[1:]]
    return found


def _is_layout(sheet: Sheet) -> bool:
    """A table that only arranges the page: one column, or cells that hold whole questions."""
    if max(len(row.cells) for row in sheet.rows) == 1:
        return True
    marks = [found for row in sheet.rows for cell in row.cells for line in cell if (found := marker(line.text))]
    asked = any(found.kind == "question" for found in marks)
    lettered = any(found.kind == "letter" and found.place == 1 for found in marks)
    numbered = any(found.kind == "number" for found in marks)
    return asked or (lettered and numbered)
