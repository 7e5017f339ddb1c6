"""Markdown, with front matter or without: blocks whose characters are traced to line and column of the file."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tayari.facts.readers.places import Source, Words, simple
from tayari.plain.dates import NotADate, PartialDate
from tayari.rules.lint.document import Block, Document, Kind

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_IN_NAME = re.compile(r"\.(en|hi)\.(?:md|markdown)$")
_PART = re.compile(r"[a-z]+(?:-[a-z]+)*: +(?=\S)")
_FENCED = re.compile(r"^(title|text): +(.+)$", re.MULTILINE)
_FACT = "fact:"
_CITED = re.compile(r"\]\(fact:([^\s)]+)\)")
# Without joining, a text token is what stands in the file, and an escape or an entity is a token of its own.
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
_KINDS = {"list_item": Kind.ITEM, "blockquote": Kind.QUOTE, "th": Kind.CELL, "td": Kind.CELL}


class _Tracer:
    """Finds the words of parsed Markdown in the source, from the front to the back."""

    def __init__(self, source: Source) -> None:
        self.source, self.at = source, 0

    def put(self, words: Words, content: str, raw: str = "") -> None:
        found = self.source.text.find(raw or content, self.at)
        begin = self.at if found < 0 else found
        words.add(content, *self.source.place(begin))
        if found >= 0:
            self.at = found + len(raw or content)

    def skip(self, what: str) -> None:
        found = self.source.text.find(what, self.at)
        self.at = found + len(what) if found >= 0 else self.at

    def skip_target(self) -> None:
        """Past `](…)`, so that an address is not taken for words."""
        if not self.source.text.startswith("](", self.at):
            return
        depth = 0
        for offset in range(self.at + 1, len(self.source.text)):
            depth += {"(": 1, ")": -1}.get(self.source.text[offset], 0)
            if not depth:
                self.at = offset + 1
                return


class _Reader:
    def __init__(self, source: Source, language: str, *, parts: bool) -> None:
        self._trace = _Tracer(source)
        self._source, self._language, self._parts = source, language, parts
        self._open: list[str] = []
        self.blocks: list[Block] = []

    def read(self, text: str, first_line: int) -> None:
        """Blocks of `text`, which begins on `first_line` of the source."""
        for token in _PARSER.parse(text):
            if token.map and token.nesting >= 0:
                self._trace.at = max(self._trace.at, self._source.offset(first_line + token.map[0]))
            if token.nesting == 1:
                self._open.append(token.type.removesuffix("_open") + token.tag[1:] * token.type.startswith("heading"))
            elif token.nesting == -1:
                self._open.pop()
            elif token.type == "inline":
                self._inline(token)
            elif token.type == "fence":
                self._fence(token, first_line)

    def _inline(self, token: Token) -> None:
        words = Words()
        for child in token.children or []:
            self._child(child, words)
        kind, level = self._kind()
        if kind in {Kind.PARAGRAPH, Kind.ITEM} and words.is_link:
            kind = Kind.LINK
        self.keep(words.block(kind, level=level, language=self._language))

    def _child(self, child: Token, words: Words) -> None:
        if child.type in {"text", "code_inline"}:
            self._trace.put(words, child.content)
        elif child.type == "text_special":
            self._trace.put(words, child.content, child.markup)
        elif child.type in {"softbreak", "hardbreak"}:
            words.space()
            self._trace.skip("\n")
        elif child.type == "link_open" and not str(child.attrs.get("href", "")).startswith(_FACT):
            words.open_link(str(child.attrs.get("href", "")))
        elif child.type == "link_close":
            words.close_link()
            self._trace.skip_target()
        elif child.type == "html_inline":
            self._trace.skip(child.content)
        elif child.type == "image":
            self._trace.skip("](")

    def _kind(self) -> tuple[Kind, int]:
        for name in reversed(self._open):
            if name.startswith("heading"):
                level = int(name[-1])
                return (Kind.TITLE if level == 1 else Kind.HEADING), level
            if name in _KINDS:
                return _KINDS[name], 0
        return Kind.PARAGRAPH, 0

    def keep(self, block: Block | None) -> None:
        if block is None:
            return
        part = _PART.match(block.text) if self._parts and block.level == 2 else None
        if part:
            line, column = block.place(part.end())
            block = (
                simple(block.kind, block.text[part.end() :], line, column, level=2, language=block.language) or block
            )
        self.blocks.append(block)

    def _fence(self, token: Token, first_line: int) -> None:
        """A position's text is quoted; the title of a timeline or of cards is a heading; other code is no prose."""
        name = token.info.strip()
        if not token.map or name not in {"position", "timeline", "organisations"}:
            return
        begin = self._source.offset(first_line + token.map[0] + 1)
        for match in _FENCED.finditer(token.content):
            line, column = self._source.place(begin + match.start(2))
            kind = Kind.QUOTE if match[1] == "text" else Kind.HEADING
            made = simple(kind, match[2].strip("\"'"), line, column, level=4 if kind is Kind.HEADING else 0)
            self.keep(made)


def prose(source: Source, text: str, line: int, language: str) -> list[Block]:
    """The blocks of Markdown that begins on `line` of a source of another kind, such as a block of YAML."""
    reader = _Reader(source, language, parts=False)
    reader.read(text, line)
    return reader.blocks


def read(name: str, text: str, language: str = "") -> Document:
    """The document of a Markdown file. It is a page when it has front matter."""
    source = Source(text)
    front = _FRONT.match(text)
    told = _mapping(front[1]) if front else {}
    suffix = _IN_NAME.search(name)
    spoken = str(told.get("language") or told.get("lang") or (suffix[1] if suffix else language))
    reader = _Reader(source, spoken, parts="ref" in told)
    if front:
        _front_blocks(reader, source, front[1], told)
    begin = source.place(front.end())[0] if front else 1
    reader.read(text[front.end() :] if front else text, begin)
    about = _about(told, spoken, text)
    return Document(name, tuple(reader.blocks), about, bool(told), _written(told))


def _mapping(text: str) -> dict[str, Any]:
    try:
        told = yaml.load(text, yaml.BaseLoader)  # noqa: S506 — the base loader makes text, lists and mappings only
    except yaml.YAMLError:
        return {}
    return told if isinstance(told, dict) else {}


def _front_blocks(reader: _Reader, source: Source, front: str, told: Mapping[str, Any]) -> None:
    for key, value in told.items():
        match = re.search(rf"^{re.escape(str(key))}:[ \t]*", front, re.MULTILINE)
        if key not in {"title", "summary"} or not isinstance(value, str) or not value.strip() or not match:
            continue
        begin = source.text.index("\n") + 1 + match.end()
        if key == "title":
            quoted = source.text[begin] in "\"'"
            line, column = source.place(begin + quoted)
            reader.keep(simple(Kind.TITLE, value, line, column, level=1))
        else:
            reader.read(value, source.place(begin)[0] + (source.text[begin : begin + 1] in {"|", ">"}))


def _about(told: Mapping[str, Any], language: str, text: str) -> dict[str, str]:
    def first(*keys: str) -> str:
        return next((str(told[key]) for key in keys if told.get(key)), "")

    listed = told.get("sources")
    sources = len(set(_CITED.findall(text))) + (len(listed) if isinstance(listed, list) else 0)
    found = {
        "title": first("title"),
        "slug": first("slug"),
        "language": language,
        "published": first("published", "date"),
        "as_of": first("facts_as_of", "as_of", "happened"),
        "reading_minutes": first("reading_minutes", "reading_time"),
        "author": first("author"),
        "sources": str(sources) if sources else "",
    }
    return {key: value for key, value in found.items() if value}


def _written(told: Mapping[str, Any]) -> date | None:
    for key in ("happened", "facts_as_of", "as_of", "published", "date"):
        try:
            return PartialDate.parse(str(told[key])[:10]).last_day
        except (KeyError, NotADate):
            continue
    return None
