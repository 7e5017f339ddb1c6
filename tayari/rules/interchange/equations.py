"""An equation as one line that a person can read, `(a+b)/2`, `x²`, `√(y)`, and whether that line says all of it."""

from collections.abc import Callable, Mapping

from tayari.plain.graphemes import nfc
from tayari.rules.figures.mathml import TOKENS, Node, every
from tayari.rules.interchange.cleaning import line
from tayari.rules.interchange.word.scripts import lowered, raised

APPLY = "\u2061"
# Signs that are not seen: applied functions, products and separators that are understood.
_UNSEEN = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064\u200b"))
_BIG = frozenset("∑∏∐∫∬∭∮∯∰⋀⋁⋂⋃⨀⨁⨂")
# Marks above one letter that a letter can bear itself.
_ACCENTS = {"^": "\u0302", "ˆ": "\u0302", "\u0302": "\u0302", "~": "\u0303", "˜": "\u0303", "\u0303": "\u0303"}
_ACCENTS |= {"→": "\u20d7", "\u20d7": "\u20d7", "˙": "\u0307", "\u0307": "\u0307", "¨": "\u0308", "\u0308": "\u0308"}
_BARS = frozenset("¯‾―_\u0304\u0305\u0332\u203e\u2015")
_BRACES = frozenset("⏟⏞⏝⏜⎵⎴︸︷")
_DRAWN = frozenset({"mfrac", "msqrt", "mroot", "mtable", "munder", "mover", "munderover", "mmultiscripts"})


def told(node: Node) -> str:
    """The equation in one line."""
    return line(nfc(_said(node)))


def is_drawn(node: Node) -> bool:
    """Whether the line loses what makes it an equation: a fraction, a root, a matrix, what has no raised sign."""
    words = told(node)
    return any(one.tag in _DRAWN for one in every(node)) or "^" in words or "_" in words


def _said(node: Node) -> str:
    if node.tag in TOKENS:
        return node.words.translate(_UNSEEN)
    if node.tag in _SHAPES:
        return _SHAPES[node.tag](node)
    return "" if node.tag == "mspace" and not node.told("width") else " " if node.tag == "mspace" else _row(node)


def _row(node: Node) -> str:
    said: list[str] = []
    for at, one in enumerate(node.inside):
        if one.tag == "mo" and one.words == APPLY and at + 1 < len(node.inside):
            said.append("" if _said(node.inside[at + 1]).startswith("(") else " ")
            continue
        # Brackets of its own stand around a table that has no others.
        fenced = at > 0 and one.tag == "mtable" and node.inside[at - 1].told("fence")
        said.append(_cells(one) if fenced else _said(one))
        if at + 1 < len(node.inside) and _is_big(one):
            said.append(" ")
    return "".join(said)


def _is_big(node: Node) -> bool:
    """Whether it is a sum, an integral or the like with its bounds."""
    return node.tag in {"munderover", "msubsup", "munder", "mover", "msub", "msup"} and node.inside[0].words in _BIG


def _part(node: Node) -> str:
    """What stands above or below a line: one sign, a number or a word as it is, more in brackets."""
    said = _said(node)
    return said if len(said) <= 1 or said.isdigit() or node.tag in TOKENS else f"({said})"


def _base(node: Node) -> str:
    """What has something set high or low at it: in brackets when that would seem to belong to its end alone."""
    said = _said(node)
    fenced = node.inside and node.inside[0].told("fence")
    return f"({said})" if node.tag in {"mrow", "mfrac"} and said and not fenced and not said.isalnum() else said


def _fraction(node: Node) -> str:
    top, bottom = map(_part, node.inside)
    joint = " over " if node.told("linethickness") in {"0", "0em"} else "/"
    return f"{top}{joint}{bottom}"


def _root(node: Node) -> str:
    return f"{raised(_said(node.inside[1]))}√({_said(node.inside[0])})"


def _above(node: Node) -> str:
    base, mark = map(_said, node.inside)
    if mark in _ACCENTS and len(base) == 1:
        return base + _ACCENTS[mark]
    return _lined(base, mark, "\u0305", raised)


def _below(node: Node) -> str:
    base, mark = map(_said, node.inside)
    return _lined(base, mark, "\u0332", lowered)


def _lined(base: str, mark: str, bar: str, moved: Callable[[str], str]) -> str:
    """A brace is not said, a line is put to each letter, what else stands there is raised or lowered."""
    if mark in _BRACES:
        return base
    if mark in _BARS and base:
        return "".join(f"{letter}{bar}" if letter.isalnum() else letter for letter in base)
    return f"{base}{moved(mark)}"


def _both(node: Node) -> str:
    base = _base(node.inside[0])
    low, high = map(_said, node.inside[1:])
    return f"{base}{lowered(low) if low else ''}{raised(high) if high else ''}"


def _cells(node: Node) -> str:
    return "; ".join(" ".join(_said(cell) for cell in row.inside) for row in node.inside)


def _scripts(node: Node) -> str:
    """Scripts on both sides: those before the sign come first."""
    base, *rest = node.inside
    cut = next((at for at, one in enumerate(rest) if one.tag == "mprescripts"), len(rest))
    return f"{_pairs(rest[cut + 1 :])}{_said(base)}{_pairs(rest[:cut])}"


def _pairs(scripts: list[Node]) -> str:
    said = [_said(one) for one in scripts]
    moved = ((lowered if at % 2 == 0 else raised)(words) if words else "" for at, words in enumerate(said))
    return "".join(moved)


_SHAPES: Mapping[str, Callable[[Node], str]] = {
    "mfrac": _fraction,
    "msqrt": lambda node: f"√({_row(node)})",
    "mroot": _root,
    "msub": lambda node: f"{_base(node.inside[0])}{lowered(_said(node.inside[1]))}",
    "msup": lambda node: f"{_base(node.inside[0])}{raised(_said(node.inside[1]))}",
    "msubsup": _both,
    "mover": _above,
    "munder": _below,
    "munderover": _both,
    "mtable": lambda node: f"[{_cells(node)}]",
    "mmultiscripts": _scripts,
    "mprescripts": lambda node: "",
}
