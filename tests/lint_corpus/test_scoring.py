"""What counts as having found the error of a mutant."""

from typing import Any

import pytest

from bench.lint.scoring import findings, is_right, score
from tests.rules.lint.contents import AS_OF, base

SWAPPED = {"id": "m", "of": "s", "kind": "agreement", "text": "", "words": "LEMOA", "fact": "sosa.signed-on"}


def _right(text: str, **other: Any) -> list[bool]:
    row = {**SWAPPED, "text": text, **other}
    return [is_right(base(), row, one) for one in findings(base(), row, AS_OF)]


@pytest.mark.parametrize(
    ("text", "words", "fact"),
    [
        pytest.param("LEMOA was signed in 2024.", "LEMOA", "sosa.signed-on", id="of the name that was put in"),
        pytest.param("The fourth India–US 2+2 met in 2018.", "fourth", "2plus2-1.edition-number", id="of its number"),
        pytest.param("COMCASA was signed on 6 September 2019.", "2019", "comcasa.signed-on", id="on the words"),
    ],
)
def test_what_contradicts_the_swapped_words_is_right(text: str, words: str, fact: str) -> None:
    found = _right(text, words=words, fact=fact)

    assert found
    assert all(found)


def test_what_is_called_wrong_of_something_else_is_not() -> None:
    assert _right("LEMOA is about logistics. COMCASA was signed on 6 September 2019.") == [False]


def test_what_the_true_text_is_charged_with_too_is_not_right_because_of_the_swap() -> None:
    rows = {
        "sentences": [{"id": "s", "lang": "en", "text": "LEMOA was signed in 2024, says Ann.", "facts": []}],
        "mutants": [{**SWAPPED, "text": "LEMOA was signed in 2024, says Bob.", "fact": "sosa.full-name"}],
    }

    counted = score(base(), rows)

    assert (counted.right.total(), counted.findings.total()) == (0, 2)
