"""The one formatter of quantities: durations, counts and marks, each with its unit."""

from fractions import Fraction

_UNITS = {
    "en": {"h": "h", "min": "min", "s": "s"},
    "hi": {"h": "घंटे", "min": "मिनट", "s": "सेकंड"},
}
_MINUS = "\N{MINUS SIGN}"


def duration(seconds: int, language: str = "en") -> str:
    """`19 s`, `6 min 20 s`, `30 min`, `2 h`, `1 h 5 min`: whole seconds, never a bare number.

    Raises ValueError for a negative length.
    """
    if seconds < 0:
        raise ValueError(f"a length of time cannot be negative: {seconds} s")
    units = _UNITS.get(language, _UNITS["en"])
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = [(hours, units["h"]), (minutes, units["min"]), (left, units["s"])]
    said = [f"{amount} {unit}" for amount, unit in parts if amount]
    return " ".join(said) if said else f"0 {units['s']}"


def clock(seconds: int) -> str:
    """`31:40` or `1:05:09`, for a running clock only; prose uses `duration`."""
    hours, rest = divmod(max(seconds, 0), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"


def exact(value: Fraction, signed: bool = False) -> str:
    """A fraction exactly, as marks are written on a paper: `2`, `−2/3`, `+1/3`, `1 1/3`."""
    whole, part = divmod(abs(value), 1)
    sign = _MINUS if value < 0 else ("+" if signed and value > 0 else "")
    if not part:
        return f"{sign}{whole}"
    return f"{sign}{whole} {part}" if whole else f"{sign}{part}"


def rounded(value: Fraction, places: int = 2) -> str:
    """A fraction to `places` decimals, half away from zero, without trailing zeros: `32.67`, `−0.67`, `18`."""
    scale = 10**places
    scaled = abs(value) * scale
    units = int(scaled + Fraction(1, 2))
    whole, decimals = divmod(units, scale)
    text = str(whole)
    if decimals:
        text += "." + f"{decimals:0{places}d}".rstrip("0")
    return f"{_MINUS}{text}" if value < 0 and units else text
