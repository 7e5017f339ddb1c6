"""OKLCH to sRGB and the contrast of WCAG 2.2, for the tokens' test."""

import math
import re
from typing import NamedTuple


class Pair(NamedTuple):
    """A token in the light and in the dark theme, each as (lightness, chroma, hue in degrees)."""

    light: tuple[float, float, float]
    dark: tuple[float, float, float]


_OKLCH = r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)"
_TOKEN = re.compile(rf"--([\w-]+): light-dark\({_OKLCH}, {_OKLCH}\);")


def tokens(css: str) -> dict[str, Pair]:
    """The colours of tokens.css by name."""
    found = {}
    for name, *numbers in _TOKEN.findall(css):
        a, b, c, d, e, f = (float(number) for number in numbers)
        found[name] = Pair((a, b, c), (d, e, f))
    return found


def linear_rgb(colour: tuple[float, float, float]) -> tuple[float, float, float]:
    """Linear sRGB, by the matrices of Björn Ottosson's Oklab (2020); outside 0…1 where sRGB cannot show it."""
    lightness, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def luminance(colour: tuple[float, float, float]) -> float:
    """Relative luminance (WCAG 2.2) of the colour as a screen clips it."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in linear_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
