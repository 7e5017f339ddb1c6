"""The kinds beyond the booklet's common eight: keys, options, how a response is marked, and what they refuse."""

from typing import Any

import pytest

from tayari.rules import kinds
from tests.rules import contents as made
from tests.rules.test_kinds import EIGHT


def derived(content: dict[str, Any]) -> kinds.Derived:
    return kinds.derive(kinds.parse(content), {})


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (made.listed(True, False, False), ("a",)),
        (made.listed(False, False, False), ("d",)),
        (made.listed(True, True, True, False), ("c",)),
        (made.listed(True, True, False, False, False), ("a",)),
        (made.listed(True, True, True, True, True), ("d",)),
        (made.pairs_combinations(True, False, True), ("c",)),
        (made.pairs_combinations(True, True, True), ("d",)),
        (made.three(True, True, True, (True, True)), ("a",)),
        (made.three(True, True, True, (False, True)), ("b",)),
        (made.three(True, False, True, (False, True)), ("c",)),
        (made.three(True, False, False, (False, False)), ("d",)),
        (made.location("28.46", "17.69", "13.72"), ("a",)),
        (made.location("17.69", "28.46", "13.72"), ("b",)),
        (made.location("28.46", "17.69", "13.72", direction="south-to-north"), ("c",)),
        (made.passage(False, False, True, False), ("c",)),
        (made.data("highest", "r1", "r2", "r3", "none"), ("b",)),
        (made.data("lowest", "r1", "r2", "r3", "none"), ("c",)),
        (made.data("sum", "5", "6.5", "7", "8"), ("b",)),
        (made.data("mean", "2", "2.1", "2.2", "2.3"), ("c",)),
        (made.data("difference", "1", "1.5", "-1.5", "2", rows=["r2", "r1"]), ("b",)),
        (made.data("share", "30", "30.8", "31", "50", rows=["r1"]), ("b",)),
        (made.several(True, False, True, False), ("a", "c")),
        (made.several(False, False, False, False, False, True), ("f",)),
        (made.numeric("12.5", "0.1"), ("12.4", "12.6")),
        (made.true_false(True), ("a",)),
        (made.true_false(False), ("b",)),
        (made.short("BECA", "the BECA"), ("BECA", "the BECA")),
        (made.descriptive(), ()),
    ],
)
def test_the_key_is_derived(content: dict[str, Any], key: tuple[str, ...]) -> None:
    assert derived(content).key == key


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            made.listed(False, False, False, False),
            "all four items are false: a how-many of four has no option for none",
        ),
        (
            made.listed(True, False, False, False, False),
            "only one of the five items is true: a how-many of five has no",
        ),
        (made.pairs_combinations(True, False, False), "exactly 1 of the pairs hold; add that as a choice"),
        (made.three(False, True, True, (True, True)), "Statement-I is false, and no option says so"),
        (made.three(True, False, True, (True, False)), "explains: names a statement that is false"),
        (made.three(True, True, True, (False, False)), "what is right explains nothing, and no option says so"),
        (made.location("28.46", "28.30", "13"), "items 1 and 2 lie within 0.25° of each other; leave one out"),
        (made.location("28.46", "x", "13"), "item 2: degrees: is 'x'; write decimal degrees, such as 28.46"),
        (made.location("28.46", "17", "200"), "item 3: degrees: is 200; degrees run from -180 to 180"),
        (made.location("28.46", "17", "13", direction="up"), "direction: is 'up'; it is one of north-to-south"),
        (made.location("17", "13", "28"), "no option is right: the order is 3 – 1 – 2; add it as a choice"),
        (made.passage(False, False, False, False), "no option follows from the passage"),
        (made.passage(True, True, False, False), "two options are right: a and b"),
        (made.data("sum", "1", "2", "3", "4"), "no option is right: the table gives 6.5; add it as an option"),
        (made.data("middle", "1", "2", "3", "4"), "compute: needs operation: highest, lowest, sum"),
        (made.data("difference", "1", "2", "3", "4"), "compute: difference takes two rows"),
        (made.data("sum", "1", "2", "3", "4", rows=["r9"]), "compute: the table has no row r9"),
        (made.several(False, False, False, False), "no option is right; at least one must be"),
        (made.numeric("twelve"), "answer: value: is 'twelve'; write a number such as 12.5"),
        (made.numeric("12", "-1"), "answer: tolerance: is '-1'"),
        (made.numeric("12", facts=[]), "answer says true: true without facts:"),
        (made.short(), "answer: accepted: is a list of the answers that count"),
        (made.short("!"), "answer: accepted: is a list of the answers that count"),
        (made.descriptive(directive="ponder"), "directive: is 'ponder'; it is one of analyse"),
        (made.descriptive(marks=0), "marks: and word_limit: are whole numbers above nothing"),
    ],
)
def test_what_it_cannot_represent_is_refused_with_the_way_out(content: dict[str, Any], said: str) -> None:
    with pytest.raises(kinds.Refused, match=said):
        derived(content)


def test_a_passage_that_was_not_read_back_is_refused() -> None:
    content = made.passage(True, False, False, False)
    content["passage"] = {**content["passage"], "read_back": []}

    with pytest.raises(kinds.Refused, match="its hi was not read back against the English"):
        kinds.parse(content)


@pytest.mark.parametrize(
    ("content", "response", "outcome"),
    [
        (made.several(True, False, True, False), [], "blank"),
        (made.several(True, False, True, False), ["a"], "wrong"),
        (made.several(True, False, True, False), ["c", "a"], "right"),
        (made.several(True, False, True, False), ["a", "b", "c"], "wrong"),
        (made.numeric("12.5", "0.1"), [], "blank"),
        (made.numeric("12.5", "0.1"), [" "], "blank"),
        (made.numeric("12.5", "0.1"), ["12.4"], "right"),
        (made.numeric("12.5", "0.1"), ["१२.५"], "right"),
        (made.numeric("12.5", "0.1"), ["12.39"], "wrong"),
        (made.numeric("1200"), ["1,200"], "right"),
        (made.numeric("-3"), ["−3"], "right"),
        (made.numeric("12.5"), ["twelve"], "wrong"),
        (made.numeric("12.5"), ["NaN"], "wrong"),
        (made.short("New Delhi"), ["new  delhi."], "right"),
        (made.short("New Delhi", "दिल्ली"), ["दिल्ली"], "right"),
        (made.short("New Delhi"), ["Delhi"], "wrong"),
        (made.short("New Delhi"), [""], "blank"),
        (made.true_false(False), ["b"], "right"),
        (made.single(True, False, False, False), ["a", "b"], "wrong"),
    ],
)
def test_a_response_is_marked_as_its_kind_says(content: dict[str, Any], response: list[str], outcome: str) -> None:
    question = kinds.parse(content)

    assert question.mark(response, derived(content).key) == outcome


def test_no_machine_marks_prose() -> None:
    with pytest.raises(kinds.Refused, match="read by a person"):
        kinds.parse(made.descriptive()).mark(["An essay."], ())


@pytest.mark.parametrize(
    ("content", "english"),
    [
        (made.listed(True, False, True, False, False), ["Only two", "Only three", "Only four", "All five"]),
        (made.pairs_combinations(True, True, False), ["1 and 2 only", "2 and 3 only", "1 and 3 only", "1, 2 and 3"]),
        (made.true_false(True), ["True", "False"]),
    ],
)
def test_options_come_from_the_kind(content: dict[str, Any], english: list[str]) -> None:
    assert [option.texts["en"] for option in kinds.parse(content).options()] == english
    assert all(option.texts.get("hi") for option in kinds.parse(content).options())


def test_a_wrong_pair_is_named_as_a_pair() -> None:
    found = derived(made.pairs_combinations(True, False, True))

    assert found.reasons["a"]["en"] == (
        "It takes in pair 2, which is not correct. Why p2. It leaves out pair 3, which is correct. Why p3."
    )
    assert found.reasons["a"]["hi"].startswith("इसमें युग्म 2 शामिल है")


ALL = [
    made.listed(True, False, True),
    made.pairs_combinations(True, True, False),
    made.three(True, True, False, (True, False)),
    made.location("28", "17", "13"),
    made.passage(True, False, False, False),
    made.data("highest", "r1", "r2", "r3", "none"),
    made.several(True, False, True, False),
    made.numeric("12.5"),
    made.true_false(True),
    made.short("BECA"),
    made.descriptive(),
]


@pytest.mark.parametrize("content", ALL, ids=lambda content: content["kind"])
def test_what_is_printed_gives_nothing_away(content: dict[str, Any]) -> None:
    printed = repr(kinds.parse(content).printed())

    assert "Why" not in printed and "Because" not in printed
    for word in ("true", "facts", "claim", "explains", "degrees", "compute", "tolerance", "accepted", "points"):
        assert f"'{word}'" not in printed


def test_every_kind_is_in_these_tables() -> None:
    assert {content["kind"] for content in ALL} | {content["kind"] for content in EIGHT} == set(kinds.KINDS)
