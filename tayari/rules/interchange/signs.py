"""Sub- and superscripts as the signs of Unicode, so that x² and H₂O stay what they are in plain words."""

_PLAIN = "0123456789+-=()"
_RAISED = dict(zip(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", strict=True)) | {"n": "ⁿ", "i": "ⁱ", "\u2212": "⁻"}
_LOWERED = dict(zip(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True)) | dict(
    zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_LOWERED["\u2212"] = "₋"


def raised(words: str) -> str:
    """`2` as `²`; what has no raised sign as `^(th)`."""
    return _set(words, _RAISED, "^")


def lowered(words: str) -> str:
    """`2` as `₂`; what has no lowered sign as `_(max)`."""
    return _set(words, _LOWERED, "_")


def _set(words: str, table: dict[str, str], mark: str) -> str:
    said = words.strip()
    if not said:
        return words
    if all(sign in table for sign in said):
        return words.replace(said, "".join(table[sign] for sign in said))
    return words.replace(said, f"{mark}({said})")
