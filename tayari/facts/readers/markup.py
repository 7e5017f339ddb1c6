"""HTML, also broken: its blocks with line and column, without menus, scripts and what is hidden."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from html.parser import HTMLParser

from tayari.base.problems import Unusable
from tayari.facts.readers.limits import MOST_NESTED
from tayari.facts.readers.places import Words
from tayari.plain.dates import NotADate, PartialDate
from tayari.rules.lint.document import Block, Document, Kind

_SILENT = {
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas", "select", "textarea", "nav",
    "datalist",
}  # fmt: skip
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_KINDS = {
    "li": Kind.ITEM, "dt": Kind.ITEM, "dd": Kind.ITEM, "td": Kind.CELL, "th": Kind.CELL, "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION, "blockquote": Kind.QUOTE, "button": Kind.LINK,
    "h1": Kind.TITLE, **{f"h{level}": Kind.HEADING for level in range(2, 7)},
}  # fmt: skip
_BLOCKS = {
    *_KINDS, "p", "div", "section", "article", "main", "header", "footer", "aside", "ul", "ol", "dl", "table", "thead",
    "tbody", "tfoot", "tr", "figure", "form", "fieldset", "legend", "label", "address", "details", "summary", "pre",
    "hr", "body", "title", "option", "search",
}  # fmt: skip
_META = {
    "author": "author", "article:published_time": "published", "date": "published", "datepublished": "published",
    "article:modified_time": "modified", "og:title": "title",
}  # fmt: skip


class _Reader(HTMLParser):
    """Follows the tags; a block ends where another begins or closes."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=False)
        self._language = language
        self._open: list[tuple[str, str, bool]] = []
        self._words = Words()
        self._title: list[str] = []
        self.blocks: list[tuple[Block, bool]] = []
        self.about: dict[str, str] = {}
        self.outward = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._close_block()
        if tag == "br":
            self._words.space()
        if tag == "img" and any(name == "a" for name, _, _ in self._open) and not self._silent:
            self._words.add(f" {told.get('alt', '')} ", *self._position)
        if tag in {"meta", "link"}:
            self._head(tag, told)
        if tag in _VOID:
            return
        hidden = tag in _SILENT or "hidden" in told or told.get("aria-hidden") == "true"
        self._open.append((tag, told.get("lang", "")[:2], hidden))
        if len(self._open) > MOST_NESTED:
            raise Unusable(f"the HTML is nested more than {MOST_NESTED} deep at line {self.getpos()[0]}; simplify it.")
        if tag == "html" and told.get("lang"):
            self.about["language"] = told["lang"][:2]
        if tag == "a" and not self._silent and "aria-label" not in told:
            self._words.open_link(told.get("href", ""))
            self.outward += told.get("href", "").startswith(("http://", "https://"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _, _ in self._open]
        if tag not in names:
            return
        if tag == "a":
            self._words.close_link()
        if tag in _BLOCKS:
            self._close_block()
        del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "title":
            self._title.append(data)
        elif not self._silent:
            self._words.add(data, *self._position)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(unescape(f"&#{name};"))

    def end(self) -> None:
        self.close()
        self._close_block()
        if title := " ".join("".join(self._title).split()):
            self.about["title"] = title

    @property
    def _position(self) -> tuple[int, int]:
        line, before = self.getpos()
        return line, before + 1

    @property
    def _silent(self) -> bool:
        return any(hidden for _, _, hidden in self._open) or any(name == "head" for name, _, _ in self._open)

    def _head(self, tag: str, told: Mapping[str, str]) -> None:
        if tag == "link" and told.get("rel") == "canonical":
            self.about["slug"] = re.split(r"[?#]", told.get("href", ""))[0].rstrip("/").rpartition("/")[2]
        key = _META.get((told.get("name") or told.get("property") or told.get("itemprop") or "").lower())
        if tag == "meta" and key and told.get("content"):
            self.about.setdefault(key, told["content"].strip())

    def _close_block(self) -> None:
        tags = [name for name, _, _ in self._open]
        kind = next((_KINDS[name] for name in reversed(tags) if name in _KINDS), Kind.PARAGRAPH)
        if "blockquote" in tags:
            kind = Kind.QUOTE
        heading = next((name for name in reversed(tags) if re.fullmatch("h[1-6]", name)), "")
        if kind in {Kind.PARAGRAPH, Kind.ITEM} and self._words.is_link:
            kind = Kind.LINK
        spoken = next((code for _, code, _ in reversed(self._open) if code), self._language)
        level = int(heading[1]) if heading and kind in {Kind.TITLE, Kind.HEADING} else 0
        if block := self._words.block(kind, level=level, language=spoken):
            self.blocks.append((block, "main" in tags or "article" in tags))
        self._words = Words()


def read(name: str, text: str, language: str = "") -> Document:
    """The document of an HTML file; of what stands in `main` or `article` only, where there is such a thing."""
    reader = _Reader(language)
    reader.feed(text)
    reader.end()
    inside = [block for block, is_main in reader.blocks if is_main]
    blocks = inside or [block for block, _ in reader.blocks]
    if not blocks:
        raise Unusable(f"{name} has no words between its tags; there is nothing to check.")
    about = {key: value for key, value in reader.about.items() if value}
    if reader.outward:
        about["sources"] = str(reader.outward)
    return Document(name, tuple(blocks), about, "title" in about, _written(about))


def _written(about: Mapping[str, str]) -> date | None:
    try:
        return PartialDate.parse(about.get("published", "")[:10]).last_day
    except NotADate:
        return None
