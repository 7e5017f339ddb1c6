"""CSV: what the cells say, where it is said, and that nothing is lost on the way out and back."""

from typing import Any

import pytest
from hypothesis import given, settings

from tayari.rules.interchange import Found, Reading, Unreadable, separated
from tests.rules import contents as made
from tests.rules.interchange.questions import QUESTIONS

HEAD = "Question,Option A,Option B,Option C,Option D,Answer\n"


def one(row: str, head: str = HEAD) -> Found:
    (found,) = separated.read(head + row).found
    return found


def key(found: Found) -> str:
    assert found.content is not None
    return "".join(row["id"] for row in found.content["options"] if row.get("true"))


def rules(found: Found | Reading) -> list[str]:
    return [finding.rule for finding in found.findings]


@settings(max_examples=40)
@given(QUESTIONS)
def test_out_and_back_gives_the_same_questions_and_the_same_file(contents: list[dict[str, Any]]) -> None:
    first = separated.write(contents)
    reading = separated.read(first.data.decode("utf-8-sig"))

    assert [found.content for found in reading.found] == contents
    assert separated.write([found.content for found in reading.found if found.content]).data == first.data
    assert (first.count, first.lost) == (len(contents), ())


def test_every_kind_comes_back_without_a_finding() -> None:
    every = made.one_of_each()
    reading = separated.read(separated.write(every).data.decode("utf-8-sig"))

    assert [found.content for found in reading.found] == every
    assert reading.every_finding() == ()


def test_no_cell_of_a_file_is_a_formula() -> None:
    text = separated.write([made.single(True, False, False, False, stem={"en": "=1+1", "hi": "@x"})]).data.decode(
        "utf-8-sig"
    )

    assert ",'=1+1,'@x," in text


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("B", "b"),
        ("(b)", "b"),
        ("2", "b"),
        ("2.0", "b"),
        ("(ब)", "b"),
        ("ख", "b"),
        ("Option B", "b"),
        ("Ans. (b)", "b"),
        ("Goa", "b"),
        ("goa ", "b"),
        ("(b) Goa", "b"),
        ('"B, D"', "bd"),
        ("b and d", "bd"),
        ("उत्तर: (ब)", "b"),
    ],
)
def test_a_key_is_read_in_every_way_that_it_is_written(answer: str, right: str) -> None:
    assert key(one(f"Where?,Delhi,Goa,Pune,Agra,{answer}")) == right


@pytest.mark.parametrize(
    ("options", "answer", "rule"),
    [
        ("w,x,y,z", "", "no-key"),
        ("w,x,y,z", "E", "key-out-of-range"),
        ("w,x,y,z", "7", "key-out-of-range"),
        ("w,x,y,z", "A/B", "key-not-clear"),
        ("w,x,y,z", "A or B", "key-not-clear"),
        ("w,x,y,z", "(b) y", "key-not-clear"),
        ("w,x,y,z", "nothing of it", "key-not-clear"),
        ("2,1,3,4", "2", "key-not-clear"),
        ("w,w,y,z", "w", "key-not-clear"),
    ],
)
def test_a_key_that_is_not_clear_stays_open(options: str, answer: str, rule: str) -> None:
    found = one(f"What?,{options},{answer}")

    assert found.content is not None
    assert all("true" not in row for row in found.content["options"])
    assert rule in rules(found)
    assert found.confidence == "likely"


def test_two_keys_of_a_single_stay_open_and_without_a_kind_both_are_kept() -> None:
    single = one('What?,w,x,y,z,"A, C",single', HEAD.replace("Answer", "Answer,Kind"))
    either = one('What?,w,x,y,z,"A, C"')

    assert (key(single), rules(single)) == ("", ["two-keys"])
    assert (key(either), rules(either)) == ("ac", ["several-keys"])
    assert either.content is not None and either.content["kind"] == "multi-select"


@pytest.mark.parametrize(
    "head",
    [
        "Q.No;Question;Opt1;Opt2;Opt3;Opt4;Key",
        "S. No.\tQuestion Text\t(a)\t(b)\t(c)\t(d)\tCorrect Answer",
        "#|question|OPTION_A|OPTION_B|OPTION_C|OPTION_D|Right Option",
        "क्रमांक,प्रश्न,विकल्प अ,विकल्प ब,विकल्प स,विकल्प द,सही उत्तर",
        "क्र.सं.,प्रश्न,(क),(ख),(ग),(घ),उत्तर",
        "No,Ques,Option 1,Option 2,Option 3,Option 4,Ans.",
    ],
)
def test_heads_are_known_by_many_names_and_cells_by_any_separator(head: str) -> None:
    by = next(sign for sign in ";\t|," if sign in head)
    found = one(by.join(["7", "Where?", "Delhi", "Goa", "Pune", "Agra", "B"]), head + "\n")

    assert (found.where, found.number, key(found)) == ("line 2", "7", "b")
    assert found.findings == ()


def test_hindi_stands_beside_english_or_alone() -> None:
    beside = "Question,Question (Hindi),A,A (Hindi),B,B in Hindi,Answer,Explanation,व्याख्या\n"
    titles = "Question,प्रश्न,Option A,विकल्प अ,Option B,विकल्प ब,Answer\n"
    twice = "Question,Question,A,A,B,B,Answer\n"

    for head in (beside, titles, twice):
        found = one("Where?,कहाँ?,Delhi,दिल्ली,1947,१९४७,A,Why,क्यों"[: None if head is beside else -9], head)
        assert found.content is not None
        assert found.content["stem"] == {"en": "Where?", "hi": "कहाँ?"}
        assert [row["text"] for row in found.content["options"]] == [
            {"en": "Delhi", "hi": "दिल्ली"},
            {"en": "1947", "hi": "१९४७"},
        ]
    alone = one("कब?,1947,1950,1952,दिल्ली,A")
    assert alone.content is not None
    assert alone.content["stem"] == {"hi": "कब?"}
    assert alone.content["options"][0] == {"id": "a", "text": {"hi": "1947"}, "true": True}


def test_two_columns_for_one_thing_are_refused() -> None:
    with pytest.raises(Unreadable, match="Two columns hold the same, 'Answer' and 'Key'"):
        separated.read("Question,A,B,Answer,Key\nx,y,z,A,B\n")


def test_options_keep_their_places_and_lose_their_own_letters() -> None:
    gap = one("What?,w,,y,z,D")
    lettered = one("What?,(a) w,(b) x,(c) y,(d) z,(c) y")

    assert (key(gap), rules(gap)) == ("c", ["empty-option"])
    assert lettered.content is not None
    assert [row["text"]["en"] for row in lettered.content["options"]] == ["w", "x", "y", "z"]


def test_more_options_than_letters_keep_a_question_out() -> None:
    head = "Question," + ",".join(f"Option {at}" for at in range(1, 9)) + ",Answer\n"
    found = one("What?,a,b,c,d,e,f,g,h,1", head)

    assert (found.content, rules(found)) == (None, ["too-many-options"])


def test_a_typed_answer_needs_its_kind_or_is_supposed() -> None:
    head = "Question,Answer,Type,Tolerance,Unit\n"
    number, supposed, truth, words, unread = separated.read(
        head
        + "How far?,12.5,numeric,0.5,km\nHow many?,31,,,\nSo?,असत्य,T/F,,\n"
        + "Who?,Nehru | J. Nehru,short answer,,\nN?,many,nat,,\n"
    ).found

    assert number.content is not None and supposed.content is not None and truth.content is not None
    assert number.content["answer"] == {"value": "12.5", "tolerance": "0.5", "unit": "km"}
    assert (supposed.content["kind"], rules(supposed)) == ("numeric", ["kind-supposed"])
    assert (truth.content["kind"], truth.content["answer"]) == ("true-false", {"true": False})
    assert words.content is not None and words.content["answer"] == {"accepted": ["Nehru", "J. Nehru"]}
    assert (unread.content, rules(unread)) == (
        {"schema": "tayari-question/1", "kind": "numeric", "stem": {"en": "N?"}},
        ["key-not-clear"],
    )


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (",w,x,y,z,A", "no-stem"),
        ("What?,,,,,", "no-options"),
        ("What?,w,,,,A", "too-few-options"),
        ("What, then?,w,x,y,z,A", "too-many-cells"),
    ],
)
def test_a_row_that_is_no_question_is_told_with_its_line(row: str, rule: str) -> None:
    found = one(row)

    assert (found.content, found.where, found.confidence) == (None, "line 2", "doubtful")
    assert rule in [finding.rule for finding in found.findings if finding.level == "error"]


@pytest.mark.parametrize(("kind", "rule"), [("crossword", "unknown-kind"), ("match", "kind-without-options")])
def test_a_kind_that_columns_cannot_say_keeps_its_question_out(kind: str, rule: str) -> None:
    found = one(f"What?,w,x,y,z,A,{kind}", HEAD.replace("Answer", "Answer,Kind"))

    assert (found.content, rules(found)) == (None, [rule])


def test_what_no_question_holds_is_told_once_a_column() -> None:
    reading = separated.read(
        "Set 7\n\n"
        + HEAD.replace("Answer", "Answer,Marks,Image,Level,")
        + "What?,w,x,y,z,A,2,,deadly,\nWhat?,w,x,y,z,B,2,,,\n"
    )

    assert [(one.where, one.rule, one.message) for one in reading.findings] == [
        ("line 1", "above-the-head", "This stands above the table: 'Set 7'."),
        ("column Marks", "unknown-column", "No question holds what this column says; 2 cells left out."),
    ]
    assert [(one.where, one.rule) for one in reading.found[0].findings] == [("line 4, column Level", "value-not-known")]


def test_lines_are_counted_through_cells_of_several_lines() -> None:
    reading = separated.read('sep=;\nQuestion;A;B;Answer\n"Consider:\r\n1. One\r\n2. Two";w;x;A\nWhat?;w;x;B\n')

    assert [one.where for one in reading.found] == ["line 3", "line 6"]
    assert reading.found[0].content is not None
    assert reading.found[0].content["stem"] == {"en": "Consider:\n1. One\n2. Two"}


def test_a_stray_quotation_mark_is_told_with_its_line() -> None:
    reading = separated.read(HEAD + 'What?,w,x,y,z,A\n"So" he said,w,x,y,z,B\n')

    assert [(one.where, one.rule) for one in reading.findings] == [("line 3", "stray-quote")]
    assert len(reading.imported) == 2


def test_dates_that_a_spreadsheet_made_are_noticed() -> None:
    assert rules(one("How much?,2-Jan,3-Jan,y,z,A")) == ["date-like", "date-like"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (("{", "[{"), "data-not-read"),
        (('""f""', '""g"":1'), "data-not-read"),
        (('""facts""', '""colour""'), "no-question"),
        (('{""options"":[{""facts"":[""f""]},', '{""options"":['), "data-and-columns"),
        (('{""options""', '{""stem"":{""en"":""x""},""options""'), "data-and-columns"),
        (('{""facts"":[""f""]}', '{""claim"":[""a"",""b"",""c""]}'), "data-and-columns"),
    ],
)
def test_data_that_does_not_fit_its_row_keeps_the_question_out(change: tuple[str, str], rule: str) -> None:
    text = separated.write([made.single(True, False, False, False)]).data.decode("utf-8-sig").replace(*change, 1)
    (found,) = separated.read(text).found

    assert (found.content, rules(found)) == (None, [rule])


@pytest.mark.parametrize("text", ["x", "a,b,c\n1,2,3", "Question\nWhat?", "\n\n", "sep=;\n"])
def test_a_file_without_heads_gets_one_sentence(text: str) -> None:
    with pytest.raises(Unreadable, match=r"^No row names the columns"):
        separated.read(text)
