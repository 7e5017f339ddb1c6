"""What a document consists of once its package is opened: paragraphs of runs, and tables of cells of these."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. `text` may hold tabs and line breaks.

    `marks` name what stands out: bold, italic, underline, sub, sup, strike, `highlight:yellow`, `colour:FF0000`. A run
    that is an equation or a picture says so by `made`: its text is then a rendering that a person compares.
    """

    text: str
    marks: frozenset[str] = frozenset()
    font: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`place` counts paragraphs as the linter does; `number` is what Word's list prints before it, `of` which list."""

    place: int
    runs: tuple[Run, ...]
    number: str = ""
    of: str = ""
    style: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with what stands in it."""

    blocks: "tuple[Block, ...]"

    @property
    def text(self) -> str:
        """All words of the cell, a line a paragraph."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """`place` is the number of its first paragraph."""

    place: int
    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        return "\n".join(" | ".join(row.texts) for row in self.rows)


type Block = Paragraph | Table
