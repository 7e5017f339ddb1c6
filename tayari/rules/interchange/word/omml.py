"""Word's equations (OMML) made MathML, and the line that is read in their place."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tayari.rules.figures.mathml import DEEPEST, MOST_NODES, MOST_SIGNS, Node, every, fence, row, written
from tayari.rules.interchange import equations

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Numbers; a word of Hindi; a letter with its marks; space; any other sign. In upright runs letters make a word.
_TOKENS, _NAMES = (
    re.compile(rf"(\d+(?:[.,]\d+)*)|([\u0900-\u097f\u200c\u200d]+)|({letters})|(\s+)|(.)", re.DOTALL)
    for letters in ("[^\\W\\d_][\u0300-\u036f]*", "[^\\W\\d_]+")
)
_DROPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}delText", f"{W}instrText"})
_ROWS = frozenset({"oMath", "oMathPara", "r", "box", "e", "num", "den", "sub", "sup", "deg", "fName", "lim"})


@dataclass(frozen=True, slots=True)
class Equation:
    """`words` is its line. `mathml` is empty where that says all, and where `unknown` parts stand in it alone."""

    words: str
    mathml: str = ""
    unknown: tuple[str, ...] = ()


def read(element: Element) -> Equation:
    """The equation of an `m:oMath` or `m:oMathPara`."""
    reader = _Reader()
    node = Node("math", tuple(reader.parts(element)))
    words, unknown = equations.told(node), tuple(dict.fromkeys(reader.unknown))
    if unknown or not equations.is_drawn(node) or not _fits(node):
        return Equation(words, unknown=unknown)
    return Equation(words, written(node))


def _fits(node: Node, deep: int = 0) -> bool:
    if deep == 0 and (sum(1 for _ in every(node)) > MOST_NODES or len(written(node)) > MOST_SIGNS):
        return False
    return deep < DEEPEST and all(_fits(one, deep + 1) for one in node.inside)


def _value(element: Element, path: str, usual: str) -> str:
    """The `m:val` of a property; `usual` where nothing is said."""
    found = element.find("/".join(M + step for step in path.split("/")))
    return usual if found is None else found.get(f"{M}val", usual)


def _is_on(element: Element, path: str) -> bool:
    found = element.find("/".join(M + step for step in path.split("/")))
    return found is not None and found.get(f"{M}val", "1").lower() not in {"0", "off", "false"}


def _sign(words: str, **told: str) -> Node:
    return Node("mo", words=words, attributes=tuple(sorted(told.items())))


class _Reader:
    """Makes the nodes, and remembers which parts it does not know."""

    def __init__(self) -> None:
        self.unknown: list[str] = []

    def parts(self, element: Element) -> Iterator[Node]:
        for child in element:
            yield from self._part(child)

    def _part(self, element: Element) -> Iterator[Node]:
        name = element.tag.removeprefix(M)
        if element.tag in _DROPPED or (element.tag.startswith(M) and name.endswith("Pr")):
            return
        if element.tag in {f"{M}t", f"{W}t"}:
            yield from _tokens(element.text or "", _TOKENS)
        elif element.tag == f"{M}r":
            yield from self._run(element)
        elif element.tag.startswith(M) and name in _SHAPES:
            yield _SHAPES[name](self, element)
        else:
            if element.tag.startswith(M) and name not in _ROWS:
                self.unknown.append(name)
            yield from self.parts(element)

    def _run(self, run: Element) -> Iterator[Node]:
        """A run's words: as signs, as an upright name such as sin, or as plain words."""
        if _is_on(run, "rPr/nor"):
            words = "".join(text.text or "" for text in run.iter(f"{M}t"))
            yield Node("mtext", words=words.replace(" ", "\u00a0"))
            return
        pattern = _NAMES if _value(run, "rPr/sty", "") == "p" else _TOKENS
        for child in run:
            if child.tag == f"{M}t":
                yield from _tokens(child.text or "", pattern, upright=pattern is _NAMES)
            else:
                yield from self._part(child)

    def one(self, element: Element, name: str) -> Node:
        """The part called `name` as one node, empty when there is none."""
        found = element.find(M + name)
        return Node("mrow") if found is None else row(tuple(self.parts(found)))

    def has(self, element: Element, name: str) -> bool:
        found = element.find(M + name)
        return found is not None and any(text.text for text in found.iter(f"{M}t"))


def _tokens(text: str, pattern: re.Pattern[str], *, upright: bool = False) -> Iterator[Node]:
    for number, word, letters, space, sign in (found.groups() for found in pattern.finditer(text)):
        if number:
            yield Node("mn", words=number)
        elif word:
            yield Node("mtext", words=word)
        elif letters and letters.isascii() and upright and len(letters) == 1:
            yield Node("mi", words=letters, attributes=(("mathvariant", "normal"),))
        elif letters:
            yield Node("mi", words=letters)
        elif space:
            yield Node("mtext", words="\u00a0")
        else:
            yield Node("mo", words="−" if sign == "-" else sign)


def _fraction(reader: _Reader, element: Element) -> Node:
    told = (("linethickness", "0"),) if _value(element, "fPr/type", "bar") == "noBar" else ()
    return Node("mfrac", (reader.one(element, "num"), reader.one(element, "den")), attributes=told)


def _root(reader: _Reader, element: Element) -> Node:
    inside = reader.one(element, "e")
    if _is_on(element, "radPr/degHide") or not reader.has(element, "deg"):
        return Node("msqrt", (inside,))
    return Node("mroot", (inside, reader.one(element, "deg")))


def _sum(reader: _Reader, element: Element) -> Node:
    sign = _sign(_value(element, "naryPr/chr", "∫") or "∫", largeop="true")
    under = _value(element, "naryPr/limLoc", "subSup") == "undOvr"
    low = reader.has(element, "sub") and not _is_on(element, "naryPr/subHide")
    high = reader.has(element, "sup") and not _is_on(element, "naryPr/supHide")
    parts = [sign, *([reader.one(element, "sub")] if low else []), *([reader.one(element, "sup")] if high else [])]
    tags = ("munder", "mover", "munderover") if under else ("msub", "msup", "msubsup")
    tag = tags[2] if low and high else tags[0] if low else tags[1]
    return Node("mrow", (Node(tag, tuple(parts)) if low or high else sign, reader.one(element, "e")))


def _bracketed(reader: _Reader, element: Element) -> Node:
    inside = tuple(row(tuple(reader.parts(one))) for one in element.findall(f"{M}e"))
    signs = (_value(element, f"dPr/{name}", usual) for name, usual in (("begChr", "("), ("endChr", ")")))
    opened, closed = signs
    return fence(inside, opened, closed, _value(element, "dPr/sepChr", "|") or "|")


def _matrix(reader: _Reader, element: Element) -> Node:
    rows = (
        Node("mtr", tuple(Node("mtd", tuple(reader.parts(cell))) for cell in one.findall(f"{M}e")))
        for one in element.findall(f"{M}mr")
    )
    return Node("mtable", tuple(rows))


def _lines(reader: _Reader, element: Element) -> Node:
    """Equations one below the other."""
    rows = (Node("mtr", (Node("mtd", tuple(reader.parts(one))),)) for one in element.findall(f"{M}e"))
    return Node("mtable", tuple(rows))


def _accented(reader: _Reader, element: Element) -> Node:
    mark = _sign(_value(element, "accPr/chr", "\u0302") or "\u0302", stretchy="false")
    return Node("mover", (reader.one(element, "e"), mark), attributes=(("accent", "true"),))


def _barred(reader: _Reader, element: Element) -> Node:
    above = _value(element, "barPr/pos", "bot") == "top"
    return Node("mover" if above else "munder", (reader.one(element, "e"), _sign("¯" if above else "_")))


def _grouped(reader: _Reader, element: Element) -> Node:
    above = _value(element, "groupChrPr/pos", "bot") == "top"
    sign = _sign(_value(element, "groupChrPr/chr", "⏟") or "⏟", stretchy="true")
    return Node("mover" if above else "munder", (reader.one(element, "e"), sign))


def _applied(reader: _Reader, element: Element) -> Node:
    return Node("mrow", (reader.one(element, "fName"), _sign(equations.APPLY), reader.one(element, "e")))


def _before(reader: _Reader, element: Element) -> Node:
    low, high = reader.one(element, "sub"), reader.one(element, "sup")
    return Node("mmultiscripts", (reader.one(element, "e"), Node("mprescripts"), low, high))


def _with(tag: str, *names: str) -> Callable[[_Reader, Element], Node]:
    return lambda reader, element: Node(tag, tuple(reader.one(element, name) for name in names))


_SHAPES: Mapping[str, Callable[[_Reader, Element], Node]] = {
    "f": _fraction,
    "rad": _root,
    "nary": _sum,
    "d": _bracketed,
    "m": _matrix,
    "eqArr": _lines,
    "acc": _accented,
    "bar": _barred,
    "groupChr": _grouped,
    "func": _applied,
    "sPre": _before,
    "sSup": _with("msup", "e", "sup"),
    "sSub": _with("msub", "e", "sub"),
    "sSubSup": _with("msubsup", "e", "sub", "sup"),
    "limLow": _with("munder", "e", "lim"),
    "limUpp": _with("mover", "e", "lim"),
}
