"""CSV that opens as text: no cell becomes a formula, and nothing of a cell is lost."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.plain.sheets import MARK, harmless, written


@pytest.mark.parametrize(
    "cell", ["=1+1", "+91 11", "-2/3", "@SUM(A1)", "\t=1", " =HYPERLINK(1)", "\r=1", "\n=1", "|cmd", "%0A", "＝1"]
)
def test_what_a_spreadsheet_would_run_is_kept_as_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "2+2", "India–US 2+2", "a=b", "'quoted", "नई दिल्ली", "–", "1 − 2"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r")), min_size=1),
        min_size=1,
    )
)
def test_a_reader_gets_every_cell_back(rows: list[list[str]]) -> None:
    text = written(rows)

    assert text.startswith(MARK)
    read = list(csv.reader(io.StringIO(text.removeprefix(MARK), newline="")))
    assert read == [[harmless(cell) for cell in row] for row in rows]
