"""The colours of the one table can be read, in both themes."""

from pathlib import Path

import pytest

import tayari.ui
from tests.ui.colour import contrast, linear_rgb, tokens

CSS = (Path(tayari.ui.__file__).parent / "static" / "ui" / "css" / "tokens.css").read_text(encoding="utf-8")
COLOURS = tokens(CSS)
PAPERS = ("paper", "paper-2")
AAA, AA, GRAPHIC = 7.0, 4.5, 3.0

PAIRS = [
    *[("ink", paper, AAA) for paper in (*PAPERS, "blue-soft", "marigold-soft", "vermilion-soft", "leaf-soft")],
    *[("ink-2", paper, AAA) for paper in PAPERS],
    *[(colour, paper, AA) for colour in ("blue", "vermilion", "leaf", "marigold-ink") for paper in PAPERS],
    *[(colour, f"{colour}-soft", AA) for colour in ("blue", "vermilion", "leaf")],
    ("marigold-ink", "marigold-soft", AA),
    ("on-blue", "blue", AA),
    *[("line-strong", paper, GRAPHIC) for paper in PAPERS],
    *[("ink-2", paper, GRAPHIC) for paper in PAPERS],
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_a_colour_can_be_read_on_what_it_stands_on(front: str, back: str, least: float, theme: str) -> None:
    ratio = contrast(getattr(COLOURS[front], theme), getattr(COLOURS[back], theme))

    assert ratio >= least, f"--{front} on --{back} ({theme}) has {ratio:.2f} : 1, not {least} : 1"


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_every_colour_is_one_that_srgb_can_show(name: str) -> None:
    parts = [part for colour in COLOURS[name] for part in linear_rgb(colour)]

    assert all(-0.004 <= part <= 1.004 for part in parts), parts


def test_contrast_is_that_of_wcag() -> None:
    black, white = (0.0, 0.0, 0.0), (1.0, 0.0, 0.0)

    assert round(contrast(black, white), 1) == 21.0
    assert contrast(white, white) == 1.0


def test_dark_is_dimmed_paper_and_not_black() -> None:
    lightness, _, _ = COLOURS["paper"].dark

    assert 0.2 < lightness < 0.35
