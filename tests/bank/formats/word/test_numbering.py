"""The numbers that Word prints before paragraphs: forms, levels, lists that begin anew."""

from xml.etree.ElementTree import fromstring

import pytest

from tayari.bank.formats import read
from tayari.bank.formats.word.numbering import Numbering
from tests.factories import documents as word

FORMS = {
    "decimal": ["1", "2", "3", "4"],
    "decimalZero": ["01", "02", "03", "04"],
    "lowerLetter": ["a", "b", "c", "d"],
    "upperLetter": ["A", "B", "C", "D"],
    "lowerRoman": ["i", "ii", "iii", "iv"],
    "upperRoman": ["I", "II", "III", "IV"],
    "hindiNumbers": ["१", "२", "३", "४"],
    "hindiConsonants": ["क", "ख", "ग", "घ"],
    "hindiVowels": ["अ", "आ", "इ", "ई"],
    "ordinalText": ["1", "2", "3", "4"],
}


def _numbering(*lists: list[tuple[str, str]]) -> Numbering:
    return Numbering(fromstring(word.numbering(*lists)))  # noqa: S314  the test made it


@pytest.mark.parametrize("form", FORMS)
def test_a_form_counts(form: str) -> None:
    numbering = _numbering([(form, "(%1)")])

    assert [numbering.next("1", 0) for _ in range(4)] == [f"({label})" for label in FORMS[form]]


def test_a_deeper_level_begins_anew_and_may_name_the_upper_one() -> None:
    numbering = _numbering([("decimal", "%1."), ("decimal", "%1.%2")])

    told = [numbering.next("1", level) for level in (0, 1, 1, 0, 1)]

    assert told == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_letters_go_on_after_z() -> None:
    numbering = _numbering([("lowerLetter", "%1")])

    assert [numbering.next("1", 0) for _ in range(28)][25:] == ["z", "aa", "bb"]


def test_a_level_without_a_start_begins_at_nought() -> None:
    made = word.numbering([("decimal", "%1.")]).replace('<w:start w:val="1"/>', "")

    numbering = Numbering(fromstring(made))  # noqa: S314  the test made it

    assert [numbering.next("1", 0) for _ in range(2)] == ["0.", "1."]


def test_an_empty_paragraph_that_ends_a_section_is_not_counted() -> None:
    empty = word.paragraph(listed=(1, 0)).replace("</w:pPr>", "<w:sectPr/></w:pPr>")
    data = word.document(empty, word.paragraph("River?", listed=(1, 0)), numbering=word.numbering([("decimal", "%1.")]))

    assert [one.number for one in read(data, name="test.docx").found] == ["1"]


def test_bullets_and_lists_that_are_not_there_print_nothing() -> None:
    numbering = _numbering([("bullet", "•")])

    assert [numbering.next(num, 0) for num in ("1", "0", "7")] == ["", "", ""]
