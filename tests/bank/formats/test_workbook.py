"""Workbooks: what spreadsheets do to cells is read as it is seen, or told; out and back is a fixed point."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tayari.bank import formats
from tayari.bank.formats.workbook import read, write
from tayari.bank.formats.workbook.writing import template
from tayari.rules.interchange import Found, Reading, Unreadable
from tests.rules import contents as made
from tests.rules.interchange.questions import QUESTIONS

HEAD = ["No", "Question", "Option A", "Option B", "Option C", "Answer"]


def book(*rows: list[Any], head: list[Any] = HEAD, **sheets: list[list[Any]]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (head, *rows):
        sheet.append(row)
    for title, more in sheets.items():
        other = made.create_sheet(title)
        for row in more:
            other.append(row)
        other.sheet_state = "hidden" if title == "Hidden" else "visible"
    return saved(made)


def saved(workbook: openpyxl.Workbook) -> bytes:
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def one(*cells: Any) -> Found:
    (found,) = read(book([1, "What?", *cells]), name="x.xlsx").found
    return found


def options(found: Found) -> list[str]:
    assert found.content is not None
    return [row["text"]["en"] for row in found.content["options"]]


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(finding.where, finding.rule) for finding in reading.every_finding()]


@settings(max_examples=15)
@given(QUESTIONS)
def test_out_and_back_gives_the_same_questions(contents: list[dict[str, Any]]) -> None:
    written = write(contents)
    reading = read(written.data, name="x.xlsx")

    assert [found.content for found in reading.found] == contents
    assert (written.count, written.lost) == (len(contents), ())


def test_every_kind_comes_back_without_a_finding_and_as_the_same_cells() -> None:
    every = made.one_of_each()
    first = write(every).data
    reading = read(first, name="x.xlsx")
    again = write([found.content for found in reading.imported if found.content]).data

    assert [found.content for found in reading.found] == every
    assert reading.every_finding() == ()
    assert values(again) == values(first)


def values(data: bytes) -> list[Any]:
    return [tuple(cell.value for cell in row) for row in openpyxl.load_workbook(io.BytesIO(data))["Questions"].rows]


def test_no_cell_that_is_written_is_a_formula_or_an_escape() -> None:
    content = made.single(True, False, False, False, stem={"en": "=1+1", "hi": "_x000D_ -5"})
    data = write([content]).data

    sheet = openpyxl.load_workbook(io.BytesIO(data))["Questions"]
    assert {cell.data_type for row in sheet.rows for cell in row if cell.value} == {"s"}
    assert read(data, name="x.xlsx").found[0].content == {"schema": "tayari-question/1", **content}


def test_numbers_are_read_as_they_are_shown() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(book([1.0, "What?", 0.5, 1.5, 2.0, 3.0])))
    sheet = workbook.active
    assert sheet is not None
    sheet["C2"].number_format, sheet["D2"].number_format = "0%", "0.00"
    (found,) = read(saved(workbook), name="x.xlsx").found

    assert (found.number, options(found)) == ("1", ["50%", "1.50", "2"])
    assert found.content is not None and found.content["options"][2]["true"] is True
    assert found.findings == ()


def test_dates_that_were_made_of_fractions_are_told() -> None:
    found = one(datetime(2026, 2, 1), date(2026, 3, 1), time(9, 30), "A")  # noqa: DTZ001

    assert options(found) == ["2026-02-01", "2026-03-01", "09:30:00"]
    assert [(one.where, one.level, one.rule) for one in found.findings] == [
        (f"row 2, column Option {letter}", "warning", "date-from-sheet") for letter in "ABC"
    ]


def test_a_fraction_by_format_is_told() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(book([1, "What?", 0.5, "y", "z", "A"])))
    sheet = workbook.active
    assert sheet is not None
    sheet["C2"].number_format = "# ?/?"

    assert told(read(saved(workbook), name="x.xlsx")) == [("row 2, column Option A", "shown-differently")]


def test_a_formula_is_read_by_its_saved_value_or_keeps_its_question_out() -> None:
    data = book([1, "What?", "=1+1", "y", "z", "A"], ["=A2+1", "What?", "x", "y", "z", "B"])
    without = read(data, name="x.xlsx")
    value = patched(data, "xl/worksheets/sheet1.xml", b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    value = patched(value, "xl/worksheets/sheet1.xml", b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    with_value = read(value, name="x.xlsx")

    assert [found.content is None for found in without.found] == [True, False]
    assert told(without) == [("row 2, column Option A", "formula-without-value")]
    assert told(with_value) == [("row 2, column Option A", "formula")]
    assert options(with_value.found[0]) == ["2", "y", "z"]


def patched(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(kept, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new) if name == part else source.read(name))
    return kept.getvalue()


def test_high_and_low_letters_stay_and_struck_ones_are_told() -> None:
    high = CellRichText("10", TextBlock(InlineFont(vertAlign="superscript"), "-3"), " m")
    low = CellRichText("H", TextBlock(InlineFont(vertAlign="subscript"), "2"), "O")
    struck = CellRichText("yes ", TextBlock(InlineFont(strike=True), "no"))
    by_program = book([1, "What?", high, low, struck, "A"])

    for data in (by_program, as_excel(by_program)):
        (found,) = read(data, name="x.xlsx").found
        assert options(found) == ["10⁻³ m", "H₂O", "yes no"]
        assert [one.rule for one in found.findings] == ["struck-out"]


def as_excel(data: bytes) -> bytes:
    """The workbook with its strings in a table, where Excel keeps them; openpyxl writes them into the cells."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name).decode() for name in source.namelist()}
    sheet, strings = "xl/worksheets/sheet1.xml", []
    while ' t="inlineStr"' in parts[sheet]:
        before, _, after = parts[sheet].partition(' t="inlineStr"')
        start, _, rest = after.partition("<is>")
        string, _, end = rest.partition("</is>")
        parts[sheet] = f'{before} t="s"{start}<v>{len(strings)}</v>{end}'
        strings.append(f"<si>{string}</si>")
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{"".join(strings)}</sst>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    types = "[Content_Types].xml"
    told = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    parts[types] = parts[types].replace("</Types>", told)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return kept.getvalue()


def test_every_visible_sheet_with_a_head_is_read_and_others_are_told() -> None:
    reading = read(
        book(
            [1, "What?", "x", "y", "z", "A"],
            Polity=[["Set 2"], [], HEAD, [3, "Who?", "x", "y", "z", "B"]],
            Notes=[["nothing"]],
            Hidden=[HEAD, [9, "Old?", "x", "y", "z", "C"]],
        ),
        name="x.xlsx",
    )

    assert [found.where for found in reading.found] == ["sheet Sheet, row 2", "sheet Polity, row 4"]
    assert told(reading) == [
        ("sheet Hidden", "hidden-sheet"),
        ("sheet Polity, row 1", "above-the-head"),
        ("sheet Notes", "sheet-not-read"),
    ]


def test_errors_of_cells_pictures_and_comments_are_told() -> None:
    data = book([1, "What?", "x", "y", "z", "#N/A"])
    with_more = patched(data, "", b"", b"")
    kept = io.BytesIO(with_more)
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("xl/media/image1.png", b"x")
        archive.writestr("xl/comments1.xml", b"x")

    assert told(read(kept.getvalue(), name="x.xlsx")) == [
        ("the file", "pictures-not-read"),
        ("the file", "comments-not-read"),
        ("row 2, column Answer", "cell-error"),
        ("row 2, column Answer", "no-key"),
    ]


def test_a_question_too_long_for_a_cell_is_said_before_it_is_lost() -> None:
    long = made.single(True, False, False, False, stem={"en": "x" * 32_768})
    written = write([long, made.single(True, False, False, False)])

    assert [(one.where, one.level, one.rule) for one in written.lost] == [("q.x", "error", "too-long-for-a-cell")]
    assert (written.count, len(read(written.data, name="x").found)) == (1, 1)


def test_the_template_is_empty_and_can_be_filled() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(template()))
    sheet = workbook["Questions"]
    titles = [cell.value for cell in sheet[1]]
    for title, text in {"Question": "What?", "Option A": "1/2", "Option B": "2", "Answer": "A"}.items():
        sheet.cell(2, titles.index(title) + 1, text)
    reading = read(saved(workbook), name="x.xlsx")

    assert read(template(), name="x.xlsx").found == ()
    assert [options(found) for found in reading.found] == [["1/2", "2"]]
    assert reading.every_finding() == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 cut off", "no sound zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "the old format of Excel"),
        (b"Question,A,B\n", "no zip archive"),
        (b"", "0 bytes"),
    ],
)
def test_what_is_no_workbook_gets_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read(data, name="x.xlsx")


def test_entities_and_another_office_file_are_refused() -> None:
    data = book([1, "What?", "x", "y", "z", "A"])
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet '
    other = patched(data, "[Content_Types].xml", b"spreadsheetml", b"wordprocessingml")

    for spoilt in (patched(data, "xl/worksheets/sheet1.xml", b"<worksheet ", bomb), other):
        with pytest.raises(Unreadable, match="is not a workbook that can be read"):
            read(spoilt, name="x.xlsx")


def test_a_workbook_is_known_by_its_ending() -> None:
    data = book([1, "What?", "x", "y", "z", "A"], [3, "What?", "x", "y", "z", "A"])

    reading = formats.read(data, name="bank.XLSX")

    assert [(one.rule, one.message) for one in reading.findings] == [("missing-numbers", "2 found, number 2 missing.")]
