"""Colours as readers see them: WCAG contrast, and the nearest darker or dimmed form of a colour."""

from collections.abc import Callable
from math import cbrt, hypot

PAPER = "#fbf7ef"  # ui/css/tokens.css: oklch(0.977 0.011 85), the light theme
DARK_PAPER = "#221d18"  # oklch(0.235 0.012 70), the dark theme
LEAST = 4.5  # WCAG 2.2, 1.4.3: text of any size, level AA

# Björn Ottosson, "A perceptual color space for image processing" (2020): linear sRGB to Oklab and back.
_TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)

Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    """`#rrggbb` as linear red, green and blue from 0 to 1. Raises ValueError when it is no such colour."""
    digits = colour.removeprefix("#")
    if not colour.startswith("#") or len(digits) != 6:
        raise ValueError(f"{colour!r} is not a colour like #2a4d8f")
    try:
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        raise ValueError(f"{colour!r} is not a colour like #2a4d8f") from None
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _luminance(light: Triple) -> float:
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    return _ratio(_luminance(linear(one)), _luminance(linear(other)))


def dark_contrast(colour: str, lightness: float = 0.79, most_chroma: float = 0.1) -> float:
    """The contrast on dark paper of `colour` as the dark theme lightens it (ui's accent.css)."""
    _, a, b = _times(_TO_LAB, _each(cbrt, _times(_TO_LMS, linear(colour))))
    chroma = hypot(a, b)
    scale = min(chroma, most_chroma) / chroma if chroma else 0.0
    light = _times(_FROM_LMS, _each(lambda root: root**3, _times(_FROM_LAB, (lightness, a * scale, b * scale))))
    return _ratio(_luminance(_each(lambda part: min(max(part, 0.0), 1.0), light)), _luminance(linear(DARK_PAPER)))


def darkened(colour: str, against: str = PAPER, least: float = LEAST) -> str:
    """`colour`, or the lightest darker form of it that has at least that contrast."""
    digits = colour.removeprefix("#")
    parts = [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
    for share in range(100, -1, -1):
        candidate = "#" + "".join(f"{part * share // 100:02x}" for part in parts)
        if contrast(candidate, against) >= least:
            return candidate
    return "#000000"


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    one, two, three = (sum(x * y for x, y in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def _each(function: Callable[[float], float], vector: Triple) -> Triple:
    return function(vector[0]), function(vector[1]), function(vector[2])
