"""Each kind derives its options, its key and its reasons, in both languages."""

from typing import Any

import pytest

from tayari.rules import kinds
from tests.rules.contents import CHOICES, chronology, match, pairs, question, reasoning, single, statement, statements


def derived(content: dict[str, Any]) -> kinds.Derived:
    return kinds.derive(kinds.parse(content), {})


@pytest.mark.parametrize("count", [2, 3, 5, 6])
def test_a_single_has_two_to_six_options(count: int) -> None:
    rows = [{**statement(letter, letter == "b"), "text": {"en": f"Text {letter}"}} for letter in "abcdef"[:count]]
    content = question("single", options=rows)

    assert (len(derived(content).options), derived(content).key) == (count, ("b",))
    rows[1]["true"] = False
    with pytest.raises(kinds.Refused, match=f"not one of the {['two', 'three', '', 'five', 'six'][count - 2]} is true"):
        derived(content)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (single(False, True, False, False), "b"),
        (single(True, True, False, True, negative=True, ask={"en": "Which is not?", "hi": "कौन-सा नहीं?"}), "c"),
        (statements("two-statements", True, False), "a"),
        (statements("two-statements", False, True), "b"),
        (statements("two-statements", True, True), "c"),
        (statements("two-statements", False, False), "d"),
        (statements("combinations", True, True, False, choices=CHOICES), "a"),
        (statements("combinations", True, True, True, choices=CHOICES), "d"),
        (statements("how-many", True, False, False), "a"),
        (statements("how-many", True, True, True), "c"),
        (statements("how-many", False, False, False), "d"),
        (statements("how-many", True, False, True, True), "c"),
        (statements("how-many", True, True, True, True), "d"),
        (pairs(True, False, True), "b"),
        (pairs(True, False, False, False), "a"),
        (reasoning(True, True, True), "a"),
        (reasoning(True, True, False), "b"),
        (reasoning(True, False, False), "c"),
        (reasoning(False, True, False), "d"),
        (chronology("2016", "2018-09", "2020-10-27"), "a"),
        (chronology("2018-09-06", "2016-08-29", "2020"), "b"),
        (match(), "b"),
    ],
)
def test_the_key_is_derived_from_truths(content: dict[str, Any], key: str) -> None:
    assert derived(content).key == (key,)


@pytest.mark.parametrize(
    ("content", "english", "hindi"),
    [
        (
            statements("two-statements", True, True),
            ["1 only", "2 only", "Both 1 and 2", "Neither 1 nor 2"],
            ["केवल 1", "केवल 2", "1 और 2 दोनों", "न तो 1, न ही 2"],
        ),
        (
            statements("combinations", True, True, False, choices=CHOICES),
            ["1 and 2 only", "2 and 3 only", "1 and 3 only", "1, 2 and 3"],
            ["केवल 1 और 2", "केवल 2 और 3", "केवल 1 और 3", "1, 2 और 3"],
        ),
        (
            statements("how-many", True, True, True),
            ["Only one", "Only two", "All three", "None"],
            ["केवल एक", "केवल दो", "सभी तीन", "कोई भी नहीं"],
        ),
        (
            statements("how-many", True, True, True, True),
            ["Only one", "Only two", "Only three", "All four"],
            ["केवल एक", "केवल दो", "केवल तीन", "सभी चार"],
        ),
        (
            pairs(True, True, True),
            ["Only one pair", "Only two pairs", "All three pairs", "None of the pairs"],
            ["केवल एक युग्म", "केवल दो युग्म", "सभी तीन युग्म", "कोई भी युग्म नहीं"],
        ),
        (chronology("2016", "2018", "2020"), ["1 – 2 – 3", "2 – 1 – 3", "3 – 2 – 1", "1 – 3 – 2"], None),
        (match(), ["A-1, B-2, C-3", "A-2, B-1, C-3", "A-3, B-2, C-1", "A-1, B-3, C-2"], None),
    ],
)
def test_options_are_worded_as_upsc_prints_them(
    content: dict[str, Any], english: list[str], hindi: list[str] | None
) -> None:
    options = kinds.parse(content).options()

    assert [option.id for option in options] == ["a", "b", "c", "d"]
    assert [option.texts["en"] for option in options] == english
    assert [option.texts["hi"] for option in options] == (hindi or english)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (statements("two-statements", True, True), "Which of the statements given above is/are correct?"),
        (statements("how-many", True, True, True), "How many of the above statements are correct?"),
        (pairs(True, True, True), "How many of the pairs given above are correctly matched?"),
        (match(), "Select the correct answer using the code given below:"),
    ],
)
def test_the_final_line_comes_from_the_kind(content: dict[str, Any], line: str) -> None:
    assert kinds.parse(content).ask()["en"] == line
    assert kinds.parse({**content, "ask": {"en": "My own line?"}}).ask() == {"en": "My own line?"}


def test_a_wrong_combination_says_what_it_leaves_out_and_takes_in() -> None:
    found = derived(statements("combinations", True, True, False, choices=CHOICES))

    assert found.reasons["a"]["en"] == (
        "Statement 1 is correct. Why s1. Statement 2 is correct. Why s2. Statement 3 is not correct. Why s3."
    )
    assert found.reasons["b"]["en"] == (
        "It leaves out statement 1, which is correct. Why s1. It takes in statement 3, which is not correct. Why s3."
    )
    assert found.reasons["b"]["hi"] == (
        "इसमें कथन 1 छूट गया है, जो सही है। हि Why s1. इसमें कथन 3 शामिल है, जो सही नहीं है। हि Why s3."
    )
    assert found.rests_on == {"a": ("s1", "s2", "s3"), "b": ("s1", "s3"), "c": ("s2", "s3"), "d": ("s3",)}


def test_a_wrong_count_says_the_right_one_and_which() -> None:
    found = derived(statements("how-many", True, False, True))

    assert found.reasons["a"] == {
        "en": "Two of the three statements are correct. Correct: 1 and 3.",
        "hi": "तीन कथनों में से दो सही हैं। सही: 1 और 3।",
    }


def test_when_all_are_correct_it_says_all() -> None:
    found = derived(statements("how-many", True, True, True))

    assert found.reasons["a"] == {
        "en": "All three statements are correct. Correct: 1, 2 and 3.",
        "hi": "सभी तीन कथन सही हैं। सही: 1, 2 और 3।",
    }


def test_a_wrong_order_names_the_two_that_changed_places() -> None:
    found = derived(chronology("2016-08-29", "2018-09", "2020"))

    assert found.reasons["b"]["en"] == "1 (29 August 2016) comes before 2 (September 2018)."
    assert found.reasons["a"]["en"] == "The order is 1 – 2 – 3. Why i1. Why i2. Why i3."


def test_a_wrong_code_names_what_goes_with_what() -> None:
    found = derived(match())

    assert found.reasons["a"]["en"] == (
        "Left A goes with Right 2, not with Right 1. Left B goes with Right 1, not with Right 2."
    )


def test_a_reason_without_hindi_is_given_in_english_only() -> None:
    content = statements("two-statements", True, False)
    content["statements"][0]["why"] = {"en": "Why s1."}

    found = derived(content)

    assert set(found.reasons["a"]) == {"en"}
    assert set(found.reasons["c"]) == {"en", "hi"}


EIGHT = [
    single(False, True, False, False),
    statements("two-statements", True, False),
    statements("combinations", True, True, False, choices=CHOICES),
    statements("how-many", True, False, False),
    pairs(True, False, True),
    reasoning(True, True, True),
    chronology("2016", "2018", "2020"),
    match(),
]


@pytest.mark.parametrize("content", EIGHT, ids=lambda content: content["kind"])
def test_what_is_printed_gives_nothing_away(content: dict[str, Any]) -> None:
    question = kinds.parse(content)

    printed = repr(question.printed())

    assert "Why" not in printed
    assert "Because" not in printed
    assert not {"true", "True", "False", "claim", "facts", "matches", "explains", "key"} & set(
        printed.replace("'", " ").replace(",", " ").replace(":", " ").split()
    )


def test_claims_are_judged_from_outside() -> None:
    content = statements("two-statements", True, True)
    content["statements"][1] = {**content["statements"][1], "claim": ["beca", "signed_in", "washington"]}
    del content["statements"][1]["true"], content["statements"][1]["facts"]
    question = kinds.parse(content)

    assert question.items()[1].claim == ("beca", "signed_in", "washington")
    assert kinds.derive(question, {"s2": False}).key == ("a",)
    with pytest.raises(kinds.Refused, match="the facts do not say whether 2 is true"):
        kinds.derive(question, {})
