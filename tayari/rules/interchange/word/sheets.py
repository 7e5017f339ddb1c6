"""Tables as rows of cells of lines, and what a table of a document is for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tayari.rules.interchange.word.blocks import Block, Table
from tayari.rules.interchange.word.lines import Line, Piece, lines
from tayari.rules.interchange.word.markers import Marker, marker

type Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row; a cell is its lines."""

    cells: tuple[Lines, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple("\n".join(line.text for line in cell).strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose words are read; `place` is the number of its first paragraph."""

    place: int
    rows: tuple[SheetRow, ...]

    @property
    def text(self) -> str:
        return "\n".join(" | ".join(" ".join(text.split()) for text in row.texts) for row in self.rows)

    @property
    def source(self) -> str:
        return self.text

    def joined(self) -> "Sheet":
        """The same where a cell with nothing but `(a)` or `1.` became the beginning of its neighbour."""
        return Sheet(self.place, tuple(SheetRow(tuple(_joined(list(row.cells)))) for row in self.rows))


def sheet(table: Table) -> Sheet:
    """A table with its words read; empty rows are left out."""
    rows = (SheetRow(tuple(tuple(_lines(cell.blocks)) for cell in row.cells)) for row in table.rows)
    return Sheet(table.place, tuple(row for row in rows if any(row.texts)))


def _lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _lines(cell.blocks)
        else:
            yield from lines(block)


def _joined(cells: list[Lines]) -> Iterator[Lines]:
    waiting: Line | None = None
    for cell in cells:
        words = [line for line in cell if line.text.strip()]
        if waiting is not None and words:
            yield (before(waiting, words[0]), *words[1:])
            waiting = None
        elif waiting is None and len(words) == 1 and _is_mark(words[0].text) and cell is not cells[-1]:
            waiting = words[0]
        else:
            yield tuple(words)
    if waiting is not None:
        yield (waiting,)


def before(first: Line, second: Line) -> Line:
    """Two lines as one."""
    told, found = first.told | second.told, " ".join(one for one in (first.found, second.found) if one)
    pieces = (*first.pieces, Piece(" "), *second.pieces)
    return replace(second, pieces=pieces, told=told, found=found, of=first.of or second.of)


def _is_mark(text: str) -> bool:
    found = marker(text)
    return bool(found and found.kind in {"letter", "number", "question", "roman"} and not text[found.end :].strip())


def begins(cell: Lines) -> Marker | None:
    """What a cell begins with."""
    return marker(cell[0].text) if cell else None
