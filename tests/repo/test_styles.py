"""What only paper shows or hides is asked of paper alone."""

from pathlib import Path

TAYARI = Path(__file__).resolve().parents[2] / "tayari"
PRINT = TAYARI / "ui" / "static" / "ui" / "css" / "print.css"


def test_no_style_but_the_one_for_print_adds_to_its_layer() -> None:
    """The layer's name makes no medium of it: what stands there elsewhere holds on the screen too."""
    sheets = [file for file in TAYARI.rglob("static/**/*.css") if "@layer print {" in file.read_text(encoding="utf-8")]

    assert sheets == [PRINT]
