"""HTML made the plain words of a stem: line breaks, lists, raised and lowered signs stay; the rest is told."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from tayari.plain.graphemes import cut
from tayari.rules.interchange import signs
from tayari.rules.interchange.formulas import Formula
from tayari.rules.interchange.gallery import shown_as
from tayari.rules.interchange.tongues import Piece, codes, spanned
from tayari.rules.interchange.words import one_line, plain


def _names(told: str) -> frozenset[str]:
    return frozenset(told.split())


_BLOCKS = _names(
    "address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section table tbody tfoot thead tr ul"
)
_SPACED = _names("p h1 h2 h3 h4 h5 h6 blockquote pre ul ol table")
_SILENT = _names("script style head title template noscript object svg")
_VOID = _names("area base br col embed hr img input link meta source track wbr")
_MEDIA = _names("audio video iframe embed object canvas svg")
_KNOWN = (
    "a|b|big|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strike|strong|sub|sup|table|tbody|td|th|"
    "thead|tr|tt|u|ul"
)
_ATTRIBUTE = r"""\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"']+)"""
_TAG = re.compile(rf"</?(?:{_KNOWN})(?:{_ATTRIBUTE})*\s*/?>", re.IGNORECASE)
# A sign that opens no whole tag is text; the parser of the standard library would look for its end again and again.
_LONE = re.compile(r"<(?!/?[A-Za-z][^<>]*>)")
_ENTITY = re.compile(r"&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_DEEPEST = 400


# Names a picture by where it comes from and what is said of it.
Naming = Callable[[str, str], str]
# Takes an equation that its words do not say whole: the words, and the MathML.
Drawing = Callable[[str, str], None]


@dataclass(slots=True)
class Plain:
    """The words in pieces by language, and what plain words cannot hold."""

    pieces: list[Piece] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)


def is_html(text: str) -> bool:
    """Whether words that may be HTML are: a tag that editors write, or an entity."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def _unnamed(source: str, alternative: str) -> str:
    return cut(alternative, 40) or "picture"


def _undrawn(words: str, mathml: str) -> None:
    """Words alone are kept."""


def read(html: str, naming: Naming = _unnamed, drawing: Drawing = _undrawn) -> Plain:
    """The words of HTML, with a sign where a picture stands. Never fails: what is not HTML is words."""
    reader = _Reader(naming, drawing)
    words = _LONE.sub("&lt;", _without_comments(plain(spanned(html))))
    try:
        reader.feed(words)
        reader.close()
    except AssertionError:
        # The parser of the standard library gives up on some declarations; then every tag is cut out.
        return Plain([Piece((), unescape(re.sub(r"<[^<>]*>", " ", words)))])
    if reader.equation is not None:
        reader._draw(reader.equation)
    reader.flush()
    return reader.found


def _without_comments(html: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start)) >= 0:
        kept.append(html[at:start])
        at = end + 3
    return "".join([*kept, html[at:]])


class _Reader(HTMLParser):
    def __init__(self, naming: Naming, drawing: Drawing) -> None:
        super().__init__(convert_charrefs=True)
        self.naming = naming
        self.drawing = drawing
        self.equation: Formula | None = None
        self.found = Plain()
        self.open: list[str] = []
        self.languages: list[tuple[int, tuple[str, ...]]] = []
        self.lists: list[int | None] = []
        self.silent = 0
        self.kept: list[str] = []
        self.cells = 0

    def _language(self) -> tuple[str, ...]:
        return self.languages[-1][1] if self.languages else ()

    def _say(self, words: str) -> None:
        if not self.silent:
            self.kept.append(words)

    def flush(self) -> None:
        if self.kept:
            self.found.pieces.append(Piece(self._language(), "".join(self.kept)))
            self.kept = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.equation is None and tag.rpartition(":")[2] == "math" and not self.silent:
            self.equation = Formula(attrs)
        if self.equation is not None:
            self.equation.begin(tag, attrs)
        else:
            self._begin(tag, {name: value or "" for name, value in attrs})

    def _begin(self, tag: str, told: dict[str, str]) -> None:
        if tag in _MEDIA:
            self.found.dropped.add("media")
        if tag in _SILENT:
            self.silent += 1
            self.found.dropped.add("code")
        if tag == "br":
            self._say("\n")
        elif tag == "img":
            self._picture(told)
        elif tag in _BLOCKS:
            self._block(tag, told)
        elif tag in {"td", "th"}:
            self._say(" | " if self.cells else "")
            self.cells += 1
        elif tag == "a" and told.get("href"):
            self.found.dropped.add("address")
        elif tag == "input":
            self.found.dropped.add("field")
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self._enter(tag, told)

    def _enter(self, tag: str, told: dict[str, str]) -> None:
        self.open.append(tag)
        if tag == "span" and "multilang" in told.get("class", "").split() and told.get("lang"):
            self.flush()
            self.languages.append((len(self.open), codes(told["lang"])))
        if tag in {"sub", "sup"}:
            self.kept.append("\0")

    def _block(self, tag: str, told: dict[str, str]) -> None:
        self._say("\n\n" if tag in _SPACED and not self.lists else "\n")
        if tag in {"ol", "ul"}:
            start = told.get("start", "1")
            self.lists.append((int(start) if start.isdecimal() and len(start) < 5 else 1) if tag == "ol" else None)
        elif tag == "li":
            number = self.lists[-1] if self.lists else None
            self._say("• " if number is None else f"{number}. ")
            if number is not None:
                self.lists[-1] = number + 1
        elif tag == "tr":
            self.cells = 0
        elif tag == "table":
            self.found.dropped.add("table")

    def _picture(self, told: dict[str, str]) -> None:
        if told.get("src") and not self.silent:
            self._say(shown_as(self.naming(told["src"], one_line(told.get("alt", "")))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.equation is not None or tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.equation is not None:
            if self.equation.end(tag):
                self._draw(self.equation)
            return
        if tag not in self.open:
            return
        while self.open:
            closed = self.open.pop()
            self._leave(closed)
            if closed == tag:
                return

    def _leave(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        if tag in {"sub", "sup"}:
            self._set(signs.raised if tag == "sup" else signs.lowered)
        if self.languages and self.languages[-1][0] == len(self.open) + 1:
            self.flush()
            self.languages.pop()
        if tag in {"ol", "ul"} and self.lists:
            self.lists.pop()
        if tag in _BLOCKS:
            self._say("\n\n" if tag in _SPACED and not self.lists else "\n")

    def _set(self, script: Callable[[str], str]) -> None:
        """Raise or lower what was said since the tag opened."""
        if "\0" not in self.kept:
            return
        at = len(self.kept) - 1 - self.kept[::-1].index("\0")
        words = "".join(self.kept[at + 1 :])
        self.kept[at:] = [script(words)]

    def _draw(self, equation: Formula) -> None:
        """The line of an equation that ended; what is no MathML that is drawn here is words."""
        self.equation = None
        words, mathml, is_whole = equation.made()
        if not is_whole:
            self.found.dropped.add("equation")
        if mathml:
            self.drawing(words, mathml)
        self._say(words)

    def handle_data(self, data: str) -> None:
        if self.equation is not None:
            self.equation.say(data)
            return
        spaced = data if "pre" in self.open else re.sub(r"\s+", " ", data)
        self._say(spaced)
