"""Markdown with citations: `[words](fact:REF)` becomes the words and the number of a source note."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import nh3
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override, pgettext
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tayari.articles import links
from tayari.facts.queries import SpokenFact, SpokenSource, spoken

_FACT = "fact:"
_URLS = {"http", "https", "mailto"}
_LANGUAGES = {"en": "English", "hi": "हिन्दी"}
_CITATION = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])+)\]\(fact:([^\s)]+)\)")
_MARKDOWN = (
    MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable(["image", "html_block"])
)
_TAGS = {
    "a", "b", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "hr", "i", "li", "ol", "p", "pre", "s", "span",
    "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"class", "id", "href", "hreflang"}, "span": {"class"}, "ol": {"start"}}
# What a link comes to: the number of a note and whether it is cited first, a page of the site, another address.
Met = tuple[int, bool] | links.Target | str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered source note: the fact as it stands now."""

    number: int
    fact: SpokenFact

    @property
    def others(self) -> int:
        """How many sources there are beyond the first."""
        return max(len(self.fact.sources) - 1, 0)


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication and the numbers of the notes that rest on it."""

    source: SpokenSource
    notes: tuple[int, ...]

    @property
    def numbers(self) -> str:
        return ", ".join(map(str, self.notes))


@dataclass(slots=True)
class Notes:
    """The source notes of one page in order of first citation; a fact has one number however often it is cited.

    `facts` and `targets` are looked up once for the whole page: see `prepared`.
    """

    facts: Mapping[str, SpokenFact] = field(default_factory=dict)
    targets: Mapping[str, links.Target] = field(default_factory=dict)
    listed: dict[str, Note] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Note]:
        return iter(self.listed.values())

    def __len__(self) -> int:
        return len(self.listed)

    @property
    def bibliography(self) -> tuple[Publication, ...]:
        """The different publications that the notes rest on, in order of first note; extracts of one page are one."""
        held: dict[Any, SpokenSource] = {}
        numbers: dict[Any, dict[int, None]] = {}
        for note in self:
            for source in note.fact.sources:
                key = source.url or (source.publisher, source.title, source.date_words)
                held.setdefault(key, source)
                numbers.setdefault(key, {})[note.number] = None
        return tuple(Publication(source, tuple(numbers[key])) for key, source in held.items())

    @property
    def publications(self) -> int:
        return len(self.bibliography)

    def cite(self, ref: str) -> tuple[Note, bool] | None:
        """The note of a fact and whether this is its first citation; None when there is no such fact."""
        fact = self.facts.get(ref)
        if fact is None:
            return None
        first = ref not in self.listed
        note = self.listed.setdefault(ref, Note(len(self.listed) + 1, fact))
        return note, first


def prepared(texts: Iterable[str], language: str, *, also: Iterable[str] = ()) -> Notes:
    """Empty notes that know every fact cited and every thing linked to in `texts`, and the facts `also`."""
    texts = list(texts)
    refs = [ref for text in texts for ref, _ in citations(text)]
    wanted = {link for text in texts for link in links.named(text)}
    return Notes(spoken([*refs, *also], language), links.find(wanted, language))


def citations(text: str) -> list[tuple[str, str]]:
    """The (ref, words) of every citation in Markdown, in order; words are plain text."""
    return [(ref, plain(words)) for words, ref in _CITATION.findall(text)]


def recited(text: str, ref: str, before: str, now: str) -> str:
    """`text` in which citations of the fact `ref` whose words are exactly `before` say `now`."""

    def says(match: re.Match[str]) -> str:
        cited = match[2] == ref and plain(match[1]) == before
        return f"[{now}](fact:{ref})" if cited else match[0]

    return _CITATION.sub(says, text)


@lru_cache(maxsize=2_000)
def plain(text: str) -> str:
    """The words of Markdown without its signs: for search, for reading time and for descriptions."""
    lines = []
    for token in _MARKDOWN.parse(text):
        if token.type == "inline":
            words = (
                " " if child.type in {"softbreak", "hardbreak"} else child.content for child in token.children or []
            )
            lines.append("".join(words))
        elif token.type in {"fence", "code_block"}:
            lines.append(token.content.strip())
    return "\n".join(line for line in lines if line)


def render(text: str, language: str, notes: Notes) -> SafeString:
    """Safe HTML of Markdown. Citations are numbered into `notes`.

    A block stands in `.noted` together with the notes that it is the first to cite; the page's script and styles open
    them in place or set them in the margin.
    """
    made = []
    for place, named in enumerate(_named(text)):
        fresh: list[Note] = []
        met = tuple(_met(href, notes, fresh) for href in named)
        made.append(noted(_block(text, place, language, met), fresh, language))
    return mark_safe("\n".join(made))  # noqa: S308 — each block was cleaned, the notes are our own template


def noted(html: str, fresh: Sequence[Note], language: str) -> SafeString:
    """A block with the notes that begin in it; the block alone when there are none. `html` is safe already."""
    if not fresh:
        return SafeString(html)
    return SafeString(f'<div class="noted">{html}<div class="notes">{asides(fresh, language)}</div></div>')


def asides(fresh: Iterable[Note], language: str) -> SafeString:
    """The notes as they stand beside what cites them."""
    return SafeString("".join(_aside(note, language) for note in fresh))


@lru_cache(maxsize=4_000)
def _aside(note: Note, language: str) -> str:
    with override(language):
        return render_to_string("articles/parts/note.html", {"note": note, "LANGUAGE_CODE": language})


@lru_cache(maxsize=500)
def _parsed(text: str) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each top block. They are shared: whoever changes one changes a copy."""
    blocks: list[tuple[Token, ...]] = []
    block: list[Token] = []
    for token in _MARKDOWN.parse(text):
        _fit(token)
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            blocks.append(tuple(block))
            block = []
    return tuple(blocks)


def _fit(token: Token) -> None:
    """Headings inside a part begin below the part's own."""
    if token.type in {"heading_open", "heading_close"}:
        token.tag = f"h{min(max(int(token.tag[1]), 3), 5)}"


@lru_cache(maxsize=2_000)
def _named(text: str) -> tuple[tuple[str, ...], ...]:
    """What the links of each top block lead to, in order."""
    return tuple(
        tuple(str(child.attrs.get("href", "")) for child in _inside(block) if child.type == "link_open")
        for block in _parsed(text)
    )


def _inside(block: Iterable[Token]) -> Iterator[Token]:
    return (child for token in block if token.type == "inline" for child in token.children or [])


def _met(href: str, notes: Notes, fresh: list[Note]) -> Met:
    """What a link comes to; None when it names nothing public."""
    if href.startswith(_FACT):
        cited = notes.cite(href.removeprefix(_FACT))
        if cited is None:
            return None
        note, first = cited
        if first:
            fresh.append(note)
        return note.number, first
    if href.partition(":")[0] in links.SCHEMES:
        return notes.targets.get(href)
    return href


@lru_cache(maxsize=4_000)
def _block(text: str, place: int, language: str, met: tuple[Met, ...]) -> str:
    """Safe HTML of one top block whose links come to `met`: nothing but these decides it, so it is made once."""
    left = iter(met)
    tokens = []
    for token in _parsed(text)[place]:
        if token.type == "inline":
            token = copy(token)
            token.children = _linked(token.children or [], language, left)
        tokens.append(token)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes=_URLS)


def _raw(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)


def _linked(children: Sequence[Token], language: str, met: Iterator[Met]) -> list[Token]:
    made: list[Token] = []
    closings: list[list[Token]] = []
    for child in children:
        if child.type == "link_open":
            opening, closing = _link(child, language, next(met))
            made += opening
            closings.append(closing)
        elif child.type == "link_close":
            made += closings.pop()
        else:
            made.append(child)
    return made


def _link(token: Token, language: str, met: Met) -> tuple[list[Token], list[Token]]:
    """What stands before and after a link's words; nothing when what it names is not public."""
    if met is None:
        return [], []
    if isinstance(met, tuple):
        return [], [_citation(*met, language)]
    end = Token("link_close", "a", -1)
    if isinstance(met, str):
        return [token], [end]
    token = copy(token)
    token.attrs = {"href": met.url}
    if met.language == language:
        return [token], [end]
    token.attrs["hreflang"] = met.language
    name = escape(_LANGUAGES.get(met.language, met.language))
    return [token], [end, _raw(f' <span class="language-name">({name})</span>')]


def _citation(number: int, first: bool, language: str) -> Token:
    with override(language):
        word = pgettext("before a number", "source")
    place = f' id="cite-{number}"' if first else ""
    return _raw(
        f'<sup><a class="cite"{place} href="#note-{number}">'
        f'<span class="visually-hidden">{escape(word)} </span>{number}</a></sup>'
    )
