"""Contrast by WCAG's own examples, and what the accent check rests on."""

import pytest

from tayari.plain import colours


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),  # WCAG 2.2: the largest there is
        ("#777777", "#ffffff", 4.48),  # the grey that famously just fails
        ("#767676", "#ffffff", 4.54),  # and the one that just passes
        ("#2a4d8f", "#2a4d8f", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(colours.contrast(one, other), 2) == ratio


def test_default_accent_reads_on_both_papers() -> None:
    assert colours.contrast("#2a4d8f", colours.PAPER) > 7
    assert colours.dark_contrast("#2a4d8f") > 7


@pytest.mark.parametrize("colour", ["#ffcc00", "#ff0000", "#ffffff", "#00ff88"])
def test_darkened_is_the_lightest_that_reads(colour: str) -> None:
    found = colours.darkened(colour)

    assert 4.5 <= colours.contrast(found, colours.PAPER) < 4.8


def test_readable_colour_stays() -> None:
    assert colours.darkened("#2a4d8f") == "#2a4d8f"


@pytest.mark.parametrize("colour", ["blue", "#12", "2a4d8f", "#gggggg", "#2a4d8f00"])
def test_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="not a colour like #2a4d8f"):
        colours.linear(colour)
