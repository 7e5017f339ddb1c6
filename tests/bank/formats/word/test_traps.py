"""A Word file as publishers write it: every trap is found, and no key is guessed."""

from collections.abc import Mapping
from typing import Any

import pytest

from tayari.bank.formats import read
from tayari.rules.interchange import Found
from tayari.rules.interchange.shape import problems
from tests.bank.formats.word.traps import TRAPS
from tests.factories import documents as word

_SIGNS = {True: "T", False: "F", None: "?"}


def _told(content: Mapping[str, Any] | None) -> str:
    """The key of a content as the table writes it."""
    if content is None:
        return "-"
    for rows in ("statements", "list", "pairs"):
        if rows in content:
            explains = {True: "+", False: "-", None: ""}[content.get("explains")]
            return "".join(_SIGNS[row.get("true")] for row in content[rows]) + explains
    answer = content.get("answer", {})
    typed = answer.get("value") or "".join(answer.get("accepted", ())) or _SIGNS.get(answer.get("true"), "")
    matches = "".join(f"{left}{right}" for left, right in content.get("matches", {}).items())
    options = "".join(row["id"] for row in content.get("options", ()) if row.get("true"))
    return matches or options or (typed if answer else "-")


def _row(one: Found) -> str:
    kind = one.content["kind"] if one.content else "nothing"
    return f"{one.number or '*'} {kind} {_told(one.content)} {one.confidence}"


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_found(trap: str) -> None:
    data, expected = TRAPS[trap]

    reading = read(data, name="test.docx")

    assert [_row(one) for one in reading.found] == expected
    for one in reading.found:
        rows = (one.content or {}).get("options", ())
        assert len({"true" in row for row in rows}) < 2
        assert one.content is None or problems(one.content) == []
        assert one.source
        assert one.where.startswith("paragraph ")


def _first(trap: str) -> Mapping[str, Any]:
    content = read(TRAPS[trap][0], name="test.docx").found[0].content
    assert content
    return content


@pytest.mark.parametrize(
    "trap", ["each question twice", "a Hindi part with the same numbers", "two languages side by side"]
)
def test_both_languages_stand_in_each_part(trap: str) -> None:
    content = _first(trap)

    assert content["stem"] == {"en": "River?", "hi": "नदी?"}
    assert content["options"][0]["text"] == {"en": "Ganga", "hi": "गंगा"}


def test_a_number_is_an_option_in_both_languages() -> None:
    options = _first("two languages on one line")["options"]

    assert options[1]["text"] == {"en": "Delhi", "hi": "दिल्ली"}
    assert options[2]["text"] == {"en": "1947", "hi": "1947"}


def test_a_slash_between_languages_is_no_part_of_either() -> None:
    options = _first("two languages on every line")["options"]

    assert [row["text"] for row in options] == [{"en": "Ganga", "hi": "गंगा"}, {"en": "Delhi", "hi": "दिल्ली"}]


def test_scripts_equations_and_pictures_read_in_one_line() -> None:
    reading = read(TRAPS["equations, scripts and pictures"][0], name="test.docx")
    [one] = reading.found

    assert one.content
    assert one.content["stem"] == {"en": "c² and H₂O, 10⁻³"}
    assert one.content["options"][0]["text"] == {"en": "see [image1.png] and (a+b)/2"}
    [equation] = [row for row in one.content["figures"] if "mathml" in row]
    assert equation["words"] == "(a+b)/2"
    assert "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>" in equation["mathml"]
    assert {told.rule for told in one.findings} == {"equation", "picture"}
    assert [(one.name, one.data, one.alternative) for one in reading.pictures] == [("image1.png", word.PIXEL, "A map")]


def test_what_is_set_lower_or_higher_and_smaller_is_a_script() -> None:
    stem = word.paragraph(*(word.run(*one) for one in (["1. H"], ["2", "low"], ["O and 10"], ["-3", "high"], ["?"])))
    [one] = read(word.document(stem, word.paragraphs("(a) Ganga\n(b) Delhi")), name="test.docx").found

    assert one.content and one.content["stem"] == {"en": "H₂O and 10⁻³?"}


def test_old_hindi_is_converted_and_both_stand_in_the_source() -> None:
    known, unknown = read(TRAPS["Hindi for old fonts"][0], name="test.docx").found

    assert known.content and known.content["stem"] == {"hi": "भारत की राजधानी क्या है?"}
    assert "भारत की राजधानी क्या है?" in known.source
    assert "[Kruti Dev 010: Hkkjr dh jkt/kkuh D;k gS\\]" in known.source
    assert unknown.content and "·Ê¤UUÌ" in unknown.content["stem"]["en"]
    assert "legacy-font-kept" in {told.rule for told in unknown.findings}


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there() -> None:
    assert _first("tracked changes and hidden words")["stem"] == {"en": "Which river is it?"}


def test_explanations_come_with_their_questions() -> None:
    assert _first("options on lines of their own")["explanation"] == {"en": "It flows."}
    assert _first("solutions at the end")["explanation"] == {"en": "It flows."}
    counted = "So:\n1. the first is right\n2. the second is wrong"
    assert _first("an explanation that counts")["explanation"] == {"en": counted}


def test_words_that_name_no_option_are_kept_beside_the_key() -> None:
    data = word.document(word.paragraphs("1. River?\n(a) Ganga\n(b) Delhi\nAns. (a)\nKey: remember the course."))

    [one] = read(data, name="test.docx").found

    assert one.content
    assert [row["true"] for row in one.content["options"]] == [True, False]
    assert one.content["explanation"] == {"en": "remember the course."}


def test_what_belongs_to_no_question_is_told() -> None:
    data = word.document(
        word.paragraphs("Practice set\nDirections: Read it.\n1. River?\n(a) Ganga\n(b) Delhi\nAnswer key\n1-a, 7-b"),
        word.table(["loose", "words"]),
    )

    told = {finding.rule: finding.message for finding in read(data, name="test.docx").findings}

    assert "Practice set" in told["outside"]
    assert "Directions: Read it." in told["passage-left"]
    assert "question 7" in told["key-without-question"]
    assert "loose | words" in told["table-outside"]


def test_a_passage_stands_with_each_of_its_questions() -> None:
    reading = read(TRAPS["a passage with its questions, and one that nobody is told of"][0], name="test.docx")
    first, second, _, left, _ = (one.content or {} for one in reading.found)

    assert first["passage"]["text"] == {"en": "Rivers carry silt.\nThey build plains."}
    assert first["passage"] == second["passage"] and "2. Plains are old." in second["stem"]["en"]
    assert "passage" not in left and "Rivers carry silt." in reading.found[0].source
    told = {finding.rule: finding.message for finding in reading.findings}
    assert "came in with questions 1, 2, and its directions stay behind" in told["passage-attached"]
    assert "no question that follows can be one of it" in told["passage-left"] and "Glaciers move." in told["outside"]


def test_a_passage_before_too_many_questions_is_told_and_given_to_none() -> None:
    asked = "\n".join(f"{number}. City?\n(a) Ganga\n(b) Delhi\n(c) Agra\n(d) Pune" for number in range(1, 13))
    reading = read(word.document(word.paragraphs(f"Passage\nRivers flow.\n{asked}")), name="test.docx")

    assert {(one.content or {})["kind"] for one in reading.found} == {"single"}
    told = {finding.rule: finding.message for finding in reading.findings}
    assert "12 questions follow and the file does not say which" in told["passage-left"]
    assert "Rivers flow." in told["outside"]


def test_a_file_without_questions_says_so() -> None:
    reading = read(word.document(word.paragraphs("Only words.")), name="test.docx")

    assert not reading.found
    assert [told.rule for told in reading.findings] == ["nothing-found", "outside"]
