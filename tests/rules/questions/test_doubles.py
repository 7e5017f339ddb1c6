"""Marks meet everything that is alike; differences, and the states a question goes through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import kinds
from tayari.rules.questions import doubles, states
from tayari.rules.questions.differences import Difference, differences
from tayari.rules.questions.likeness import likeness
from tests.rules import contents

WORDS = ("first", "meeting", "was", "held", "in", "delhi", "by", "both", "sides", "of", "india")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)


@given(texts, texts)
def test_what_is_alike_shares_a_mark(one: list[str], two: list[str]) -> None:
    if likeness(one, two) >= doubles.ALIKE:
        assert set(doubles.marks(tuple(one))) & set(doubles.marks(tuple(two)))


@given(texts)
def test_a_text_is_the_same_as_itself_alone(words: list[str]) -> None:
    assert doubles.same(tuple(words), tuple(words)) == 1.0
    assert doubles.same(tuple(words), (*words, "elsewhere")) < 1.0


def test_marks_are_few_and_fit_a_column_of_64_bits() -> None:
    words = tuple(f"word{number}" for number in range(61))

    found = doubles.marks(words)

    assert len(found) == 19 and all(-(2**63) <= value < 2**63 for value in found)


def test_words_of_lists_count_and_standing_options_do_not() -> None:
    match = kinds.parse(contents.by_kind("match"))
    count = kinds.parse(contents.by_kind("how-many"))

    assert "left" in doubles.told(match, "en")
    assert "only" not in doubles.told(count, "en")
    assert doubles.told(count, "ta") == ()


def test_differences_name_the_place() -> None:
    old = contents.by_kind("how-many")
    new = {**old, "difficulty": "hard", "statements": [*old["statements"][:2], {**old["statements"][2], "true": True}]}

    assert differences(old, new) == [
        Difference("statements s3 true", "False", "True"),
        Difference("difficulty", "", "hard"),
    ]
    assert differences(old, old) == []


@pytest.mark.parametrize("before", states.STATES)
@pytest.mark.parametrize("after", states.STATES)
def test_only_what_is_published_becomes_ready(before: str, after: str) -> None:
    assert states.move(before, after, published=True) == after
    if after == states.READY != before:
        with pytest.raises(states.NoSuchMove, match="by being published"):
            states.move(before, after, published=False)
    else:
        assert states.move(before, after, published=False) == after


def test_a_state_that_there_is_not_is_refused() -> None:
    with pytest.raises(states.NoSuchMove, match="a question goes from draft to"):
        states.move("draft", "perfect", published=True)
