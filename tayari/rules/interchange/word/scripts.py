"""What is set high or low, in one line of text: H₂O, 10⁻³, and `x^(a+b)` where Unicode has no sign."""

from tayari.rules.interchange.signs import LOWERED, RAISED, moved

# Of letters only the n is raised here; others stand after their mark.
_LOW = {one: sign for one, sign in LOWERED.items() if not one.isalpha()}
_HIGH = {one: sign for one, sign in RAISED.items() if one == "n" or not one.isalpha()}


def raised(text: str) -> str:
    """Words set high: in the signs of Unicode where it has them all, else after `^`; `1st` keeps its letters."""
    if text.strip().lower() in {"st", "nd", "rd", "th"}:
        return text
    return moved(text, _HIGH, lambda said: f"^{grouped(said)}")


def lowered(text: str) -> str:
    """Words set low: in the signs of Unicode where it has them all, else after `_`."""
    return moved(text, _LOW, lambda said: f"_{grouped(said)}")


def grouped(text: str) -> str:
    """In brackets, unless it is one word or number already."""
    return text if len(text) <= 1 or text.isalnum() else f"({text})"
