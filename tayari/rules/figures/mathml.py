"""MathML of others made MathML that may stand on a page: known elements and attributes, and nothing besides.

What comes out is written anew from a tree, so that no address, script, style, name or foreign markup passes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
MOST_SIGNS, MOST_NODES, DEEPEST = 30_000, 3_000, 60
TOKENS = frozenset({"mi", "mn", "mo", "mtext"})
# How many parts each of these takes; the others take any number.
_PARTS = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}
_ROWS = frozenset({"mrow", "msqrt", "mtd", "mphantom", "mstyle", "math"})
KNOWN = TOKENS | _ROWS | _PARTS.keys() | {"mspace", "mtable", "mtr", "mmultiscripts", "mprescripts"}
# Of these the inside stays, or the first part, or nothing.
_THROUGH = {"mpadded": "mrow", "ms": "mtext", "none": "mrow"}
_FIRST, _GONE = frozenset({"semantics"}), ("annotation", "annotation-xml", "maligngroup", "malignmark")
_TRUTH, _LENGTH = re.compile("true|false"), re.compile(r"\d(\.\d{1,6})?em|0")
_TRUTHS = ("accent", "accentunder", "displaystyle", "fence", "largeop", "movablelimits", "separator", "stretchy")
_ATTRIBUTES = dict.fromkeys((*_TRUTHS, "symmetric"), _TRUTH) | {
    "columnspan": re.compile("[1-9]"),
    "rowspan": re.compile("[1-9]"),
    "dir": re.compile("ltr|rtl"),
    "display": re.compile("block|inline"),
    "form": re.compile("prefix|infix|postfix"),
    "linethickness": _LENGTH,
    "lspace": _LENGTH,
    "mathvariant": re.compile("normal"),
    "rspace": _LENGTH,
    "width": _LENGTH,
}


class NotMath(ValueError):
    """It is no MathML that is drawn here; the message says what stands in the way."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element: a token with its `words`, or a layout with the parts `inside` it."""

    tag: str
    inside: "tuple[Node, ...]" = ()
    words: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    def told(self, name: str) -> str:
        return dict(self.attributes).get(name, "")


def clean(text: str) -> str:
    """The MathML of `text`, in the one way in which it is written here. Raises NotMath."""
    return written(parsed(text))


def row(inside: "tuple[Node, ...]") -> Node:
    """Parts as one part."""
    return inside[0] if len(inside) == 1 else Node("mrow", inside)


def parsed(text: str) -> Node:
    """The tree of one `<math>`, as XML or as HTML. Raises NotMath."""
    if len(text) > MOST_SIGNS:
        raise NotMath(f"it has more than {MOST_SIGNS:,} signs")
    reader = Reader()
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:
        raise NotMath("it holds a declaration") from None
    return reader.math()


def written(node: Node) -> str:
    """As text, the same for the same tree."""
    told = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes)
    inside = escape(node.words, quote=False) if node.tag in TOKENS else "".join(map(written, node.inside))
    return f"<{node.tag}{told}>{inside}</{node.tag}>"


class _Open:
    """An element whose end was not seen yet."""

    def __init__(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        self.tag = tag
        self.attributes = tuple(
            sorted((name, value) for name, value in attributes.items() if value and _allowed(name, value))
        )
        self.inside: list[Node] = []
        self.words = ""


def _allowed(name: str, value: str) -> bool:
    return name in _ATTRIBUTES and bool(_ATTRIBUTES[name].fullmatch(value))


class Reader(HTMLParser):
    """Takes the events of a parser of HTML and makes the tree; `is_whole` once the `<math>` has ended."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Open] = []
        self.made: list[Node] = []
        self.nodes = self.gone = 0

    @property
    def is_whole(self) -> bool:
        return bool(self.made) and not self.open and not self.gone

    def math(self) -> Node:
        if not self.is_whole or len(self.made) != 1 or self.made[0].tag != "math":
            raise NotMath("it is not one whole <math> element")
        return self.made[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = tag.rpartition(":")[2]
        if self.gone or tag in _GONE:
            # Anything may stand in there; only what is of its own kind is counted.
            self.gone += tag in _GONE
            return
        self.nodes += 1
        if self.nodes > MOST_NODES or len(self.open) > DEEPEST:
            raise NotMath("it is larger or deeper than a formula")
        told = dict(attrs)
        if tag == "mfenced":
            _check_signs(told)
        elif tag not in KNOWN | _FIRST | _THROUGH.keys() or (tag == "math") != (not self.open):
            raise NotMath(f"<{tag[:20]}> is not drawn here")
        self.open.append(_Open(tag, told))
        if tag == "mfenced":
            self.open[-1].attributes = tuple((name, told.get(name) or "") for name in _SIGNS if name in told)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if self.gone:
            self.gone -= tag in _GONE
            return
        if not self.open or self.open[-1].tag != tag:
            raise NotMath(f"</{tag[:20]}> ends what was not begun")
        node = _closed(self.open.pop())
        (self.open[-1].inside if self.open else self.made).append(node)

    def handle_data(self, data: str) -> None:
        if self.gone:
            return
        if self.open and _THROUGH.get(self.open[-1].tag, self.open[-1].tag) in TOKENS:
            self.open[-1].words += data
        elif data.strip():
            if not self.open:
                raise NotMath("words stand outside <math>")
            self.open[-1].inside.append(Node("mtext", words=data.strip()))


_SIGNS = {"open": "(", "close": ")", "separators": ","}


def _check_signs(told: Mapping[str, str | None]) -> None:
    if any(len(told.get(name) or "") > 20 for name in _SIGNS):
        raise NotMath("the signs of <mfenced> are no brackets")


def _closed(one: _Open) -> Node:
    inside = tuple(one.inside)
    if one.tag == "mfenced":
        return _fenced(inside, dict(one.attributes))
    if one.tag in _FIRST:
        return inside[0] if inside else Node("mrow")
    tag = _THROUGH.get(one.tag, one.tag)
    if tag in TOKENS:
        if inside:
            raise NotMath(f"<{tag}> holds words alone")
        return Node(tag, words=one.words.strip(" \t\r\n"), attributes=one.attributes)
    return fitted(Node(tag, inside, attributes=one.attributes))


def fitted(node: Node) -> Node:
    """The node when it has the parts that it takes. Raises NotMath."""
    if node.tag in _PARTS and len(node.inside) != _PARTS[node.tag]:
        raise NotMath(f"<{node.tag}> takes {_PARTS[node.tag]} parts and has {len(node.inside)}")
    wanted = {"mtable": "mtr", "mtr": "mtd"}.get(node.tag)
    if wanted and any(one.tag != wanted for one in node.inside):
        raise NotMath(f"<{node.tag}> takes <{wanted}> alone")
    if node.tag == "mmultiscripts" and not node.inside:
        raise NotMath("<mmultiscripts> has nothing to stand at")
    return node


def _fenced(inside: tuple[Node, ...], told: Mapping[str, str]) -> Node:
    """The old way of writing brackets, written out."""
    signs = {name: told.get(name, usual) for name, usual in _SIGNS.items()}
    return fence(inside, signs["open"].strip(), signs["close"].strip(), "".join(signs["separators"].split()))


def fence(inside: tuple[Node, ...], opened: str, closed: str, between: str) -> Node:
    """Parts in brackets; of the signs between them the last one is said again."""
    parts: list[Node] = []
    for at, part in enumerate(inside):
        if at and between:
            sign = between[min(at - 1, len(between) - 1)]
            parts.append(Node("mo", words=sign, attributes=(("separator", "true"),)))
        parts.append(part)
    ends = (_bracket(opened, "prefix"), _bracket(closed, "postfix"))
    return Node("mrow", (*ends[0], *parts, *ends[1]))


def _bracket(sign: str, form: str) -> tuple[Node, ...]:
    told = (("fence", "true"), ("form", form), ("stretchy", "true"))
    return (Node("mo", words=sign, attributes=told),) if sign else ()


def every(node: Node) -> Iterator[Node]:
    yield node
    for one in node.inside:
        yield from every(one)
