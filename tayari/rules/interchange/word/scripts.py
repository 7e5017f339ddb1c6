"""What is set high or low, in one line of text: H₂O, 10⁻³, and `x^(a+b)` where Unicode has no sign."""

_HIGH = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
_LOW = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))


def raised(text: str) -> str:
    """Words set high: in the signs of Unicode where it has them all, else after `^`; `1st` keeps its letters."""
    if text.strip().lower() in {"st", "nd", "rd", "th"}:
        return text
    return _moved(text, _HIGH, "^")


def lowered(text: str) -> str:
    """Words set low: in the signs of Unicode where it has them all, else after `_`."""
    return _moved(text, _LOW, "_")


def grouped(text: str) -> str:
    """In brackets, unless it is one word or number already."""
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _moved(text: str, signs: dict[str, str], sign: str) -> str:
    bare = text.strip()
    if not bare:
        return text
    if all(one in signs for one in bare):
        return text.replace(bare, "".join(signs[one] for one in bare))
    return text.replace(bare, f"{sign}{grouped(bare)}")
