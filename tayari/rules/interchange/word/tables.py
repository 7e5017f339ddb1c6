"""Tables in which our own columns stand, a field a row or a question a row: read as the same columns of a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tayari.rules.interchange import columns
from tayari.rules.interchange.columns.headers import field_of
from tayari.rules.interchange.reading import Reading
from tayari.rules.interchange.word.sheets import Sheet

# These two heads are ours; a publisher's own tables have other ways, which are read more freely.
_OURS = frozenset({"Kind", "Data"})
_HINDI = "Question (Hindi)"


@dataclass(frozen=True, slots=True)
class Record:
    """What a table says of one question by the heads of its columns."""

    place: int
    cells: dict[str, str]

    @property
    def where(self) -> str:
        return f"paragraph {self.place}"


def records(sheet: Sheet) -> list[Record]:
    """The questions of a table with our columns; empty for any other table."""
    rows = [row.texts for row in sheet.rows]
    if all(len(row) == 2 and field_of(row[0]) for row in rows) and _OURS & {row[0] for row in rows}:
        return [Record(sheet.place, {title: words for title, words in rows})]
    head = rows[0] if rows else ()
    if "Question" in head and _OURS & set(head):
        return [_record(sheet, number, head) for number in range(1, len(rows))]
    return []


def _record(sheet: Sheet, number: int, head: Sequence[str]) -> Record:
    row = sheet.rows[number]
    place = next((line.place for cell in row.cells for line in cell), sheet.place)
    return Record(place, dict(zip(head, row.texts, strict=False)))


def read(told: Sequence[Record]) -> Reading:
    """The questions of the records as those of one sheet, whose head has every title that one of them has."""
    if not told:
        return Reading(())
    titles = list(dict.fromkeys([*_titles(told), _HINDI]))
    rows = [columns.Row("the head", [columns.Cell(title) for title in titles])]
    rows += [columns.Row(one.where, [columns.Cell(one.cells.get(title, "")) for title in titles]) for one in told]
    return columns.read([columns.Sheet("", rows)])


def _titles(told: Sequence[Record]) -> Iterator[str]:
    yield "Question"
    for one in told:
        yield from one.cells
