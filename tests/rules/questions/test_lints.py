"""Weaknesses of a question and of a paper, each planted once and each left out once."""

from typing import Any

import pytest

from tayari.rules import kinds
from tayari.rules.questions import lints, papers
from tayari.rules.questions.grains import grain
from tayari.rules.questions.likeness import likeness
from tests.rules import contents as made


def remarks(content: dict[str, Any]) -> set[str]:
    question = kinds.parse(content)
    return {remark.rule for remark in lints.lint(question, kinds.derive(question, {}))}


def with_options(*texts: str, **own: Any) -> dict[str, Any]:
    """A single whose first option is right."""
    content = made.single(True, False, False, False, **own)
    for option, text in zip(content["options"], texts, strict=True):
        option["text"] = {"en": text}
    return {**content, "stem": {"en": own.get("stem", {}).get("en", "Which of these holds?")}}


PLAIN = ("New Delhi", "Washington", "Tokyo", "Canberra")


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("question.negation", with_options(*PLAIN, stem={"en": "Which of these is not a capital?"})),
        ("question.unlike-options", with_options("2016", "2018", "2020", "Washington")),
        ("question.longest-is-key", with_options("An agreement on the exchange of geospatial data", *PLAIN[1:])),
        (
            "question.absolute-word",
            with_options("It obliges India in some cases", "It always obliges India", "It asks a fee", "It lets go"),
        ),
        (
            "question.stem-echo",
            with_options("Geospatial data", *PLAIN[1:], stem={"en": "Which pact deals with geospatial matters?"}),
        ),
        ("question.says-above", with_options("The former pact", *PLAIN[1:])),
        ("question.fixed-order", with_options("Tokyo", "Osaka", "Kyoto", "Both (a) and (b)")),
        (
            "question.idle-statement",
            made.statements(
                "combinations", True, True, True, choices=[["s1"], ["s1", "s2"], ["s1", "s3"], ["s1", "s2", "s3"]]
            ),
        ),
    ],
)
def test_a_weakness_is_remarked(rule: str, content: dict[str, Any]) -> None:
    assert rule in remarks(content)


def test_a_sound_question_has_no_remark() -> None:
    assert remarks(with_options(*PLAIN)) == set()
    assert remarks(made.statements("how-many", True, False, True)) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2016", "year"),
        ("2016–17", "year"),
        ("6 September 2018", "day"),
        ("6 सितंबर 2018", "day"),
        ("September 2018", "month"),
        ("1,900", "number"),
        ("31 aircraft", "amount"),
        ("US$ 3.5 billion", "amount"),
        ("12.5%", "amount"),
        ("New Delhi", "name"),
        ("It obliges nobody.", "sentence"),
    ],
)
def test_the_grain_of_an_option(text: str, kind: str) -> None:
    assert grain(text) == kind


def asked(*contents: dict[str, Any]) -> list[papers.Asked]:
    questions = [kinds.parse({**content, "ref": f"q.n{number}"}) for number, content in enumerate(contents, start=1)]
    return [(question, kinds.derive(question, {})) for question in questions]


def rules(*contents: dict[str, Any]) -> set[str]:
    return {remark.rule for remark in papers.lint(asked(*contents))}


def singles(letters: str) -> list[dict[str, Any]]:
    return [
        {**made.single(*(at == letter for at in "abcd")), "stem": {"en": f"Which about subject number {'x' * number}?"}}
        for number, letter in enumerate(letters, start=1)
    ]


def test_a_lopsided_key_is_remarked_and_an_even_one_is_not() -> None:
    lopsided, even = papers.lint(asked(*singles("a" * 16))), papers.lint(asked(*singles("abcd" * 4)))

    assert "(a) is the key of 16 of 16 questions, where about 4 are expected" in {one.message for one in lopsided}
    assert "paper.key-distribution" not in {one.rule for one in even}


def test_a_letter_that_is_never_the_key_is_remarked() -> None:
    never = [one for one in papers.lint(asked(*singles("abc" * 16))) if one.rule == "paper.key-distribution"]

    assert [one.about for one in never] == ["d"]


def test_two_questions_that_turn_on_one_claim_answer_each_other() -> None:
    first = made.statements("two-statements", True, False)
    second = made.statements("how-many", True, False, True)
    for content in (first, second):
        row = content["statements"][0]
        content["statements"][0] = {**row, "claim": ["beca", "signed_on", "2020-10-27"], "true": None, "facts": []}
        content["statements"][0] = {
            key: value for key, value in content["statements"][0].items() if key not in {"true", "facts"}
        }
    questions = [(kinds.parse({**content, "ref": f"q.n{at}"}), None) for at, content in enumerate((first, second))]
    told = [(question, kinds.derive(question, {"s1": True})) for question, _ in questions]

    assert "paper.answers-another" in {remark.rule for remark in papers.lint(told)}


def test_a_stem_that_gives_the_answer_of_another_is_remarked() -> None:
    teller = with_options(
        "2016", "2017", "2018", "2019", stem={"en": "BECA, the geospatial agreement, was signed in which year?"}
    )
    asker = with_options("BECA", "LEMOA", "COMCASA", "GSOMIA", stem={"en": "Which one is the geospatial agreement?"})
    other = with_options("BECA", "LEMOA", "COMCASA", "GSOMIA", stem={"en": "Which one concerns logistics support?"})

    assert "paper.answers-another" in rules(teller, asker)
    assert "paper.answers-another" not in rules(teller, other)


def test_the_same_question_in_other_words_is_a_double() -> None:
    one = with_options(
        *PLAIN, stem={"en": "In which of these cities did the first edition of the dialogue meet in 2018?"}
    )
    two = with_options(*PLAIN, stem={"en": "In which of these cities did the first edition of the dialogue meet?"})

    assert "paper.near-double" in rules(one, two)


def test_a_set_on_one_passage_stays_together() -> None:
    item, other = made.passage(True, False, False, False), with_options(*PLAIN)

    assert "paper.torn-set" in rules(item, other, item)
    assert "paper.torn-set" not in rules(item, item, other)


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [("a b c", "a b c", 1.0), ("a b c", "a b d", 1 / 3), ("a b", "c d", 0.0), ("", "a", 0.0), ("a", "a", 1.0)],
)
def test_likeness_is_jaccards(one: str, two: str, alike: float) -> None:
    assert likeness(one.split(), two.split()) == pytest.approx(alike)
