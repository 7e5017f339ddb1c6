"""Signs that Word takes from picture fonts, by font and place: what we know of them becomes Unicode."""

_TICKS = {
    "wingdings": {"FC": "✓", "FE": "✓", "FB": "✗", "FD": "✗", "E0": "→", "DF": "←", "F0": "⇒", "A7": "▪", "B7": "•"},
    "wingdings 2": {"50": "✓", "52": "✓", "4F": "✗", "51": "✗"},
}
_GREEK = dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_UPPER = dict(zip("ABGDEZHQIKLMNXOPRSTUFCYW", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", strict=True))
_SIGNS = {"B0": "°", "B1": "±", "B4": "×", "B8": "÷", "A3": "≤", "B3": "≥", "B9": "≠", "BB": "≈", "A5": "∞", "B7": "•"}
_FONTS = frozenset({*_TICKS, "symbol"})
UNKNOWN = "\ufffd"


def sign(font: str, code: str) -> str:
    """The sign at `code` (hexadecimal, as `F0FC`) of a font, or U+FFFD when we do not know it."""
    place = code.upper().removeprefix("F0").zfill(2)[-2:]
    name = font.strip().lower()
    if name == "symbol":
        letter = chr(int(place, 16)) if all(one in "0123456789ABCDEF" for one in place) else ""
        return _SIGNS.get(place) or _GREEK.get(letter) or _UPPER.get(letter) or UNKNOWN
    return _TICKS.get(name, {}).get(place, UNKNOWN)


def drawn(text: str, font: str) -> str:
    """What is typed in a font of signs as the signs that it shows; words in any other font as they are."""
    if font.strip().lower() not in _FONTS:
        return text
    return "".join(one if one.isspace() else sign(font, f"{ord(one):X}") for one in text)
