"""Options that are codes: what they take in, how many they count, what they match."""

import pytest

from tayari.rules.interchange.word import codes, keylists

SETS = {
    "1 only": {"1"},
    "Only 1": {"1"},
    "1 and 3 only": {"1", "3"},
    "1, 2 and 3": {"1", "2", "3"},
    "I and II only": {"1", "2"},
    "(i) and (iii)": {"1", "3"},
    "केवल 1 और 2": {"1", "2"},
    "१ तथा ३": {"1", "3"},
    "Neither 1 nor 2": None,
    "1, 4": None,
    "1947": None,
    "The first": None,
}


@pytest.mark.parametrize("words", SETS)
def test_an_option_names_a_set_of_three_statements(words: str) -> None:
    expected = SETS[words]

    assert codes.subset(words, ["1", "2", "3"]) == (None if expected is None else frozenset(expected))


@pytest.mark.parametrize("words", ["Neither 1 nor 2", "Neither I nor II", "न तो 1, न ही 2", "न तो 1 और न ही 2"])
def test_neither_is_the_empty_set(words: str) -> None:
    assert codes.subset(words, ["1", "2"]) == frozenset()


COUNTS = {"Only one": 1, "Only two pairs": 2, "All three": 3, "None": 0, "केवल दो": 2, "सभी तीन": 3, "कोई भी नहीं": 0}


@pytest.mark.parametrize("words", COUNTS)
def test_an_option_counts(words: str) -> None:
    assert codes.count(words, 3) == COUNTS[words]


@pytest.mark.parametrize("words", ["All four", "One of them is", "1 and 2 only", "Only the brave"])
def test_other_words_do_not_count_three(words: str) -> None:
    assert codes.count(words, 3) is None


@pytest.mark.parametrize("words", ["A-2, B-1, C-3", "A – 2; B – 1; C – 3", "2 1 3", "(A)-(ii), (B)-(i), (C)-(iii)"])
def test_an_option_matches_two_lists(words: str) -> None:
    assert codes.matches(words, "ABC", "123") == {"A": "2", "B": "1", "C": "3"}


@pytest.mark.parametrize("words", ["A-2, B-1", "A-2, B-2, C-3", "A-9, B-1, C-3", "Delhi"])
def test_what_matches_not_all_once_is_no_code(words: str) -> None:
    assert codes.matches(words, "ABC", "123") is None


PAIRS = {
    "1-b, 2-c": [("1", "b"), ("2", "c")],
    "1. (b) 2. (c) 13. (a)": [("1", "b"), ("2", "c"), ("13", "a")],
    "१. (क) २. (ख)": [("1", "क"), ("2", "ख")],
    "1. b": [("1", "b")],
    "1. beta, 2. c": [],
    "In 1950 a law": [],
    "": [],
}


@pytest.mark.parametrize("line", PAIRS)
def test_a_line_of_keys_is_nothing_but_keys(line: str) -> None:
    assert keylists.pairs(line) == PAIRS[line]
