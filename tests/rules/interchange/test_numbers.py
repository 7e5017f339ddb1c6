"""What printed numbers say: which are missing, which come twice."""

import pytest

from tayari.rules.interchange import Found
from tayari.rules.interchange.numbers import gaps


def told(*numbers: str) -> list[tuple[str, str]]:
    return [(one.rule, one.message) for one in gaps([Found("", "", None, number) for number in numbers])]


def test_ninety_seven_of_ninety_nine_are_found_and_two_are_named() -> None:
    numbers = [str(number) for number in range(1, 100) if number not in {17, 43}]

    assert told(*numbers) == [("missing-numbers", "97 found, numbers 17 and 43 missing.")]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], []),
        (["", ""], []),
        (["1", "2", "3"], []),
        (["Q. 1", "Q. 3"], [("missing-numbers", "2 found, number 2 missing.")]),
        (["१", "३)"], [("missing-numbers", "2 found, number 2 missing.")]),
        (["2", "3"], [("missing-numbers", "2 found, number 1 missing.")]),
        (["41", "43"], [("missing-numbers", "2 found, number 42 missing.")]),
        (["1", "2", "1", "2", "4"], [("missing-numbers", "5 found, number 3 missing.")]),
        (["1", "2", "2", "3"], [("numbers-twice", "4 found, number 2 printed more than once.")]),
        (["3", "1", "2"], []),
        (["1", "2024"], []),
    ],
)
def test_what_numbers_say(numbers: list[str], said: list[tuple[str, str]]) -> None:
    assert told(*numbers) == said
