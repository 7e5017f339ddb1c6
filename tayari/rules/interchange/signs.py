"""Sub- and superscripts as the signs of Unicode, so that x² and H₂O stay what they are in plain words."""

from collections.abc import Callable, Mapping

_PLAIN = "0123456789+-=()"
RAISED = dict(zip(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", strict=True)) | {"n": "ⁿ", "i": "ⁱ", "\u2212": "⁻"}
LOWERED = dict(zip(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True)) | dict(
    zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
LOWERED["\u2212"] = "₋"


def raised(words: str) -> str:
    """`2` as `²`; what has no raised sign as `^(th)`."""
    return moved(words, RAISED, lambda said: f"^({said})")


def lowered(words: str) -> str:
    """`2` as `₂`; what has no lowered sign as `_(max)`."""
    return moved(words, LOWERED, lambda said: f"_({said})")


def moved(words: str, table: Mapping[str, str], otherwise: Callable[[str], str]) -> str:
    """Words in the signs of a table where it has them all, else what `otherwise` makes of them; space around stays."""
    said = words.strip()
    if not said:
        return words
    return words.replace(said, "".join(map(table.__getitem__, said)) if table.keys() >= set(said) else otherwise(said))
