"""A blueprint whose parts do not add up says what is off."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import blueprints
from tayari.rules.blueprints import NotABlueprint

TWO = {"right": "2", "wrong": "-2/3", "blank": "0"}


def _row(**values: Any) -> dict[str, Any]:
    return {"questions": 100, "marks": "200", "minutes": 120, "marking": TWO, "languages": ["en", "hi"], **values}


def _section(**values: Any) -> dict[str, Any]:
    return {"name": {"en": "A"}, "questions": 50, "marks": "100", **values}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"questions": 99}, "the paper: 99 answers at 2 earn 198, not 200"),
        ({"sections": [_section(), _section(questions=40, marks="80")]}, "the sections have 90 questions together"),
        ({"sections": [_section(), _section(questions=40, marks="80")]}, "the sections have 180 marks together"),
        ({"sections": [_section(marks="90"), _section()]}, "section 1: 50 answers at 2 earn 100, not 90"),
        (
            {"navigation": "sections", "sections": [_section(minutes=60), _section(minutes=50)]},
            "the sections take 110 min together and the paper says 120 min",
        ),
        (
            {"navigation": "sections", "sections": [_section(minutes=60), _section()]},
            "some sections have a time of their own and others none",
        ),
        ({"sections": [_section(minutes=60), _section(minutes=60)]}, "cannot go with navigation: free"),
        ({"navigation": "sections"}, "navigation is sections and there are none"),
        ({"choose": 101}, "the paper: 101 are to be answered and only 100 count"),
        ({"uncounted": 100, "marks": None}, "100 of its 100 questions are not counted; nothing is left"),
        ({"marking": {**TWO, "blank": "-2/3"}}, "a blank costs marks and no option says"),
        ({"marking": {**TWO, "wrong": "-3"}}, "a wrong answer costs more than the question's marks"),
        ({"marking_for": {"number": TWO}}, "marking_for has number, which is no answer there"),
        ({"qualifying": "33"}, "qualifying is 33; it is a share of the marks between 0 and 1"),
        ({"compensatory": "4/3"}, "compensatory is 4/3"),
        ({"blank_limit": "10"}, "blank_limit is 10"),
        (
            {"sections": [_section(languages=["ta"]), _section()]},
            "section 1: its language ta is not one of the paper's",
        ),
    ],
)
def test_what_does_not_add_up_is_said(values: dict[str, Any], said: str) -> None:
    assert any(said in problem for problem in blueprints.problems(blueprints.read(_row(**values))))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"questions": "100"}, "questions is '100'; write a whole number from 1"),
        ({"questions": True}, "questions is True"),
        ({"marking": {"right": "2", "wrong": "-0.66"}}, "'-0.66' is rounded"),
        ({"marking": None}, "right and wrong are needed"),
        ({"marks": "lots"}, "marks: 'lots' is not a number of marks"),
        ({"navigation": "anywhere"}, "navigation is anywhere; it is free, sections or forward"),
        ({"navigation": []}, "navigation is empty"),
        ({"sections": []}, "sections is empty"),
        ({"answers": ["guess"]}, "answers has 'guess'"),
        ({"key_policy": {"dropped": "any"}}, "key_policy has dropped: any"),
    ],
)
def test_what_cannot_be_read_is_refused(values: dict[str, Any], said: str) -> None:
    with pytest.raises(NotABlueprint) as problem:
        blueprints.read(_row(**values))

    assert said in str(problem.value)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.integers(1, 9), st.integers(1, 9))
def test_sections_that_are_summed_always_add_up_and_one_more_question_never_does(
    counts: list[int], top: int, bottom: int
) -> None:
    marking = {"right": f"{top}/{bottom}", "wrong": "0"}
    sections = [
        {"name": {"en": "A"}, "questions": count, "marks": f"{count * top}/{bottom}", "minutes": count}
        for count in counts
    ]
    whole = sum(counts)
    row = {
        "questions": whole,
        "marks": f"{whole * top}/{bottom}",
        "minutes": whole,
        "marking": marking,
        "navigation": "sections",
        "languages": ["en"],
        "sections": sections,
    }

    assert blueprints.problems(blueprints.read(row)) == []
    assert blueprints.problems(blueprints.read({**row, "questions": whole + 1})) != []
