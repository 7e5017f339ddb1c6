"""Word's equations (OMML) as one line that a person can read: `(a+b)/2`, `x^2`, `√(y)`."""

from xml.etree.ElementTree import Element

from tayari.bank.formats.word.names import M, W
from tayari.rules.interchange.word.scripts import grouped, lowered, raised


def linear(element: Element) -> str:
    """An equation in one line."""
    return "".join(_said(child) for child in element)


def _part(element: Element, name: str) -> str:
    found = element.find(M + name)
    return "" if found is None else linear(found)


def _said(element: Element) -> str:
    name = element.tag.removeprefix(M)
    if element.tag in {f"{M}t", f"{W}t"}:
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    if name in _SHAPES:
        return _SHAPES[name](element)
    return linear(element)


def _fraction(element: Element) -> str:
    return f"{grouped(_part(element, 'num'))}/{grouped(_part(element, 'den'))}"


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"{raised(degree) if degree else ''}√({_part(element, 'e')})"


def _sum(element: Element) -> str:
    sign = element.find(f"{M}naryPr/{M}chr")
    said = "∫" if sign is None else sign.get(f"{M}val", "∫")
    low, high = _part(element, "sub"), _part(element, "sup")
    return f"{said}{lowered(low) if low else ''}{raised(high) if high else ''} {_part(element, 'e')}"


def _bracketed(element: Element) -> str:
    signs = []
    for name, usual in (("begChr", "("), ("endChr", ")")):
        told = element.find(f"{M}dPr/{M}{name}")
        signs.append(usual if told is None else told.get(f"{M}val", usual))
    inside = ", ".join(linear(one) for one in element.findall(f"{M}e"))
    return f"{signs[0]}{inside}{signs[1]}"


def _matrix(element: Element) -> str:
    rows = ("  ".join(linear(cell) for cell in row.findall(f"{M}e")) for row in element.findall(f"{M}mr"))
    return f"[{'; '.join(rows)}]"


_SHAPES = {
    "f": _fraction,
    "rad": _root,
    "nary": _sum,
    "d": _bracketed,
    "m": _matrix,
    "sSup": lambda one: f"{_part(one, 'e')}{raised(_part(one, 'sup'))}",
    "sSub": lambda one: f"{_part(one, 'e')}{lowered(_part(one, 'sub'))}",
    "sSubSup": lambda one: f"{_part(one, 'e')}{lowered(_part(one, 'sub'))}{raised(_part(one, 'sup'))}",
}
