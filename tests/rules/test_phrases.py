"""Facts in words, with the right preposition for the precision of a date."""

import pytest

from tayari.rules.phrases import sentence
from tayari.rules.quantities import NotAQuantity, read, written

SIGNED_EN, SIGNED_HI = "{subject} was signed on {object}.", "{subject} पर {object} को हस्ताक्षर हुए।"


@pytest.mark.parametrize(
    ("phrase", "value", "language", "dated", "said"),
    [
        (SIGNED_EN, "6 September 2018", "en", "day", "COMCASA was signed on 6 September 2018."),
        (SIGNED_EN, "August 2024", "en", "month", "COMCASA was signed in August 2024."),
        (SIGNED_HI, "6 सितंबर 2018", "hi", "day", "COMCASA पर 6 सितंबर 2018 को हस्ताक्षर हुए।"),
        (SIGNED_HI, "अगस्त 2024", "hi", "month", "COMCASA पर अगस्त 2024 में हस्ताक्षर हुए।"),
        ("{subject} was held in {object}.", "Washington, D.C.", "en", "", "COMCASA was held in Washington, D.C."),
    ],
)
def test_fills_the_phrase(phrase: str, value: str, language: str, dated: str, said: str) -> None:
    assert sentence(phrase, "COMCASA", value, language, dated=dated) == said  # type: ignore[arg-type]


def test_begins_with_a_capital_but_leaves_names_as_they_are_spelt() -> None:
    held = "{subject} was held in {object}."

    assert sentence(held, "first India–US 2+2", "New Delhi", "en").startswith("First India–US 2+2 was")
    assert sentence(held, "iCET", "New Delhi", "en").startswith("iCET was")


@pytest.mark.parametrize(
    ("text", "again"),
    [("31 aircraft", "31 aircraft"), ("3", "3"), ("2,50,000 homes", "250000 homes"), ("24.50 GW", "24.5 GW")],
)
def test_a_quantity_is_an_exact_amount_and_a_unit(text: str, again: str) -> None:
    quantity = read(text)

    assert written(quantity.amount, quantity.unit) == again


def test_words_are_no_quantity() -> None:
    with pytest.raises(NotAQuantity, match="write an amount and a unit"):
        read("about thirty")
