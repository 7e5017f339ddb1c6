"""(a), A., 1), (i), (अ) and क name the first option; what is no name of one names none."""

import pytest

from tayari.rules.interchange.letters import place, places


@pytest.mark.parametrize(
    "label", ["(a)", "A.", "a)", "1)", "[1]", "(i)", "(अ)", "क.", "ए", "१", "Option A", "Ａ", "* a"]
)
def test_the_first_option_has_many_names(label: str) -> None:
    assert place(label) == 0


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("(ब)", 1),
        ("(स)", 2),
        ("द", 3),
        ("ङ", 4),
        ("ई", 3),
        ("iv", 3),
        ("10", 9),
        ("F", 5),
        ("विकल्प ब", 1),
        ("", None),
        ("x", None),
        ("AB", None),
        ("Delhi", None),
        ("11", None),
        ("()", None),
    ],
)
def test_which_option_a_label_names(label: str, expected: int | None) -> None:
    assert place(label) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("A, C", (0, 2)),
        ("(a) and (c)", (0, 2)),
        ("1;3", (0, 2)),
        ("अ और स", (0, 2)),
        ("A, a", (0,)),
        ("b", (1,)),
        ("A or C", None),
        ("A/C", None),
        ("A, Delhi", None),
        ("", None),
        (",", None),
    ],
)
def test_a_key_names_several_together_and_leaves_alternatives_open(key: str, expected: tuple[int, ...] | None) -> None:
    assert places(key) == expected
