"""What a dossier's tables are made of: cells that know the facts behind them."""

from dataclasses import dataclass

from tayari.facts.queries import SpokenSource


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in a cell. `fact` is a fact's ref, or `position:REF`; `note` the number of its source note.

    `label` says in which respect (“India's foreign minister”); `language` is that of the words.
    """

    words: str
    language: str
    fact: str = ""
    note: int = 0
    status: str = ""
    label: str = ""
    date: str = ""
    url: str = ""
    sources: tuple[SpokenSource, ...] = ()

    @property
    def settled(self) -> bool:
        return self.status in {"", "verified"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `id` names it in the data."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One entity of a table; `cells` stand in the order of the columns."""

    ref: str
    title: str
    url: str
    cells: tuple[tuple[Said, ...], ...]
    also: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table without empty columns; `head` is what its rows are."""

    id: str
    title: str
    head: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.rows and self.columns)

    @property
    def drawn(self) -> tuple[tuple[Row, tuple[tuple[Column, tuple[Said, ...]], ...]], ...]:
        """Each row with its cells beside their columns, for a template."""
        return tuple((row, tuple(zip(self.columns, row.cells, strict=True))) for row in self.rows)


def table(ident: str, title: str, head: str, columns: list[Column], rows: list[Row], note: str = "") -> Table:
    """A table of the rows, without the columns in which no row says anything."""
    kept = [place for place in range(len(columns)) if any(row.cells[place] for row in rows)]
    slim = tuple(Row(row.ref, row.title, row.url, tuple(row.cells[place] for place in kept), row.also) for row in rows)
    return Table(ident, title, head, tuple(columns[place] for place in kept), slim, note)
