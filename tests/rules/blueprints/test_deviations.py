"""A paper held against the blueprint that it names."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import blueprints
from tayari.rules.blueprints import SetPaper, SetSection
from tayari.rules.marking import Marking
from tests.rules.blueprints.rows import blueprint, following


def _said(ident: str, paper: SetPaper) -> list[str]:
    return [str(one) for one in blueprints.against(blueprint(ident), paper)]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"ms": 1_800_000}, "it has 30 min and the blueprint 2 h; give it 2 h"),
        ({"ms": None}, "it has no time of its own and the blueprint 2 h; give it 2 h"),
        ({"question_ms": 19_000}, "each question has a time of its own and the blueprint's have none; take it away"),
        ({"navigation": "forward"}, "navigation is forward and the blueprint's is free; set it to free"),
        ({"languages": ("en",)}, "the paper is not in hi; add that language"),
        ({"qualifying": None}, "the share to qualify is none and the blueprint's 33/100; set it to 33/100"),
    ],
)
def test_what_the_whole_paper_has_otherwise(values: dict[str, Any], said: str) -> None:
    paper = replace(following(blueprint("upsc-csat")), **values)

    assert _said("upsc-csat", paper) == [said]


def test_a_shorter_paper_lacks_questions_and_nothing_else() -> None:
    paper = following(blueprint("upsc-gs1"))

    assert _said("upsc-gs1", replace(paper, questions=paper.questions[:25])) == [
        "it has 25 questions and the blueprint 100; add 75"
    ]


def test_questions_that_are_marked_otherwise_are_named() -> None:
    paper = following(blueprint("upsc-gs1"))
    odd = Marking(Fraction(1), Fraction(-1, 3))
    questions = tuple(replace(one, marking=odd) if one.number in {3, 7} else one for one in paper.questions)

    assert _said("upsc-gs1", replace(paper, questions=questions)) == [
        "questions 3, 7 are marked +1, -1/3, 0 for a blank and not +2, -2/3, 0 for a blank; set their marks anew"
    ]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"form": "number", "options": 0}, "question 1 is answered in a way that the blueprint does not have (one)"),
        ({"options": 5}, "question 1 is not of 4 options"),
        ({"languages": frozenset({"en"})}, "question 1 is not in every language of the blueprint (en, hi)"),
        ({"counted": False}, "1 questions are not counted and the blueprint has 0 such"),
    ],
)
def test_a_question_that_does_not_fit_is_named(values: dict[str, Any], said: str) -> None:
    paper = following(blueprint("upsc-gs1"))
    questions = (replace(paper.questions[0], **values), *paper.questions[1:])

    assert any(said in one for one in _said("upsc-gs1", replace(paper, questions=questions)))


@pytest.mark.parametrize(
    ("ident", "values", "said"),
    [
        ("ssc-cgl-tier1-2026", {"ms": 600_000}, "section 1: it has 10 min and the blueprint 15 min; give it 15 min"),
        ("ssc-cgl-tier1", {"ms": 600_000}, "section 1: it has 10 min and the blueprint none; take it away"),
        ("neet-2021", {"choose": 9}, "section 1: only 9 of its answers count and in the blueprint all do"),
        ("neet-2025", {"qualifying": Fraction(1, 2)}, "section 1: its share to qualify is 1/2"),
        ("neet-2025", {"languages": ("en",)}, "section 1: it is set in en and the blueprint in en, hi"),
    ],
)
def test_what_a_section_has_otherwise(ident: str, values: dict[str, Any], said: str) -> None:
    paper = following(blueprint(ident))
    sections = (replace(paper.sections[0], **values), *paper.sections[1:])

    assert any(said in one for one in _said(ident, replace(paper, sections=sections)))


def test_a_question_in_the_wrong_section_shows_in_both() -> None:
    paper = following(blueprint("ssc-cgl-tier1"))
    questions = (replace(paper.questions[0], section=2), *paper.questions[1:])

    assert _said("ssc-cgl-tier1", replace(paper, questions=questions)) == [
        "section 1: it has 24 questions and the blueprint 25; add 1",
        "section 2: it has 26 questions and the blueprint 25; take 1 out",
    ]


def test_a_paper_without_the_sections_is_told_so_once() -> None:
    paper = following(blueprint("ssc-cgl-tier1"))
    flat = replace(
        paper, questions=tuple(replace(one, section=1) for one in paper.questions), sections=(SetSection(1),)
    )

    assert _said("ssc-cgl-tier1", flat) == [
        "the paper has one section and the blueprint 4; set the sections of the blueprint"
    ]


def test_the_times_of_the_sections_are_the_papers_time() -> None:
    paper = following(blueprint("ssc-cgl-tier1-2026"))

    assert _said("ssc-cgl-tier1-2026", replace(paper, ms=None)) == []


def test_a_quick_quiz_may_have_any_number_and_either_clock() -> None:
    quiz = following(blueprint("quick-quiz"))

    assert _said("quick-quiz", replace(quiz, ms=300_000)) == []
    assert _said("quick-quiz", replace(quiz, question_ms=19_000, navigation="forward")) == []


@given(st.sets(st.integers(1, 100), max_size=100))
def test_taking_questions_out_is_always_counted_exactly(out: set[int]) -> None:
    paper = following(blueprint("upsc-gs1"))
    left = tuple(one for one in paper.questions if one.number not in out)
    wanted = [f"it has {len(left)} questions and the blueprint 100; add {len(out)}"] if out else []

    assert _said("upsc-gs1", replace(paper, questions=left)) == wanted
