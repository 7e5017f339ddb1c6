"""A page that was read, as the draft of a typed article: what is kept, what is dropped and why, what was recognised."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tayari.plain.folding import words
from tayari.rules.imports import cards, furniture, parts, titles
from tayari.rules.imports.cards import Card
from tayari.rules.lint.document import Block, Document, Kind

_ALIKE = 0.8
_SUMMARY_PARAGRAPHS = 1
_TEXT = {Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.QUOTE, Kind.QUESTION}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A run of the page that is left out, and why."""

    words: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Part:
    """A typed part with its heading and Markdown."""

    part: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The article that a page becomes. `kept` is the document of what was kept, at its places in the file."""

    title: str
    title_changes: tuple[str, ...]
    language: str
    summary: str
    parts: tuple[Part, ...]
    cards: tuple[Card, ...]
    dropped: tuple[Dropped, ...]
    kept: Document


@dataclass(slots=True)
class _Sorted:
    """The page's blocks, sorted out."""

    kept: list[Block] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    def drop(self, block: Block, reason: str) -> None:
        self.dropped.append(Dropped(block.text, reason, block.place(0)[0]))


def _linked(block: Block) -> float:
    return sum(link.end - link.start for link in block.links) / max(1, len(block.text))


def _same(one: str, other: str) -> bool:
    return words(one) == words(other)


def _alike(one: str, other: str) -> bool:
    """Whether two paragraphs say the same in nearly the same words."""
    mine, theirs = set(words(one)), set(words(other))
    return len(mine & theirs) >= _ALIKE * len(mine | theirs) if len(mine) > 5 and len(theirs) > 5 else mine == theirs


def _as_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """In bare text a short line without an end that opens a part, or promises something, is a heading."""
    marked = any(block.kind is Kind.HEADING for block in blocks)
    for block in blocks:
        short = len(block.text) <= 60 and not block.text.rstrip().endswith((".", "।", "?", "!", ":"))
        opens = parts.part_of(block.text) or furniture.is_promise(block.text)
        if not marked and block.kind is Kind.PARAGRAPH and short and opens:
            yield Block(Kind.HEADING, block.text, block.anchors, 2, block.language, block.links)
        else:
            yield block


def _sort(document: Document) -> _Sorted:
    blocks = list(_as_headings(document.blocks))
    captions = [block.text for block in blocks if block.kind is Kind.CAPTION]
    found = _Sorted()
    for block in blocks:
        if block.kind is Kind.CAPTION:
            found.drop(block, "caption of a picture that is not copied")
        elif block.kind is Kind.HEADING and any(_same(block.text, caption) for caption in captions):
            found.drop(block, "a caption repeated as a heading")
        elif block.kind is Kind.HEADING and furniture.is_promise(block.text):
            found.drop(block, "a promise of other pages")
        elif cards.is_card(block.text):
            _card(block, found)
        elif reason := _reason(block):
            found.drop(block, reason)
        elif block.kind in _TEXT and (twin := _twin(block, found.kept)):
            found.drop(block, f"says nearly the same as line {twin.place(0)[0]}")
        else:
            found.kept.append(block)
    return found


def _reason(block: Block) -> str:
    if block.kind is Kind.LINK:
        return furniture.reason(block.text) or "links"
    return furniture.reason(block.text, linked=_linked(block)) if block.kind is not Kind.TITLE else ""


def _twin(block: Block, kept: Iterable[Block]) -> Block | None:
    return next((one for one in kept if one.kind in _TEXT and _alike(one.text, block.text)), None)


def _card(block: Block, found: _Sorted) -> None:
    """The card whose foot this block is; its title is the heading just before, or the words before its count."""
    if found.kept and found.kept[-1].kind is Kind.HEADING:
        found.cards.append(cards.read(found.kept.pop().text, block.text))
        return
    before = re.match(r"(.+?)\s*(?=\d+\s*(?:questions?|प्रश्न))", block.text, re.IGNORECASE)
    title = before[1].strip() if before else ""
    found.cards.append(cards.read(title, block.text[len(title) :]))


def _opening(document: Document, found: _Sorted) -> Block | None:
    """In bare text the first line is the title, in the form that it has there."""
    if document.about.get("title") or any(block.kind is Kind.TITLE for block in found.kept) or not found.kept:
        return None
    first = found.kept[0]
    short = len(first.text) <= 150 and not first.text.rstrip().endswith((".", "।"))
    return first if first.kind is Kind.PARAGRAPH and short else None


def _title(document: Document, found: _Sorted, old: Block | None, body: str) -> titles.Rebuilt:
    headed = [block.text for block in found.kept if block.kind is Kind.TITLE]
    slug = document.about.get("slug", "").replace("-", " ")
    window = titles.without_site(document.about.get("title", ""), [*headed, slug])
    return titles.rebuild([*headed, window, *([old.text] if old else [])], body)


def _markdown(blocks: Sequence[Block]) -> str:
    """Paragraphs, lists, quotations and smaller headings. Signs that Markdown would read stay signs."""
    lines: list[str] = []
    for place, block in enumerate(blocks):
        text = re.sub(r"([\\`*_\[\]<>])", r"\\\1", " ".join(block.text.split()))
        if block.kind is Kind.ITEM:
            joined = place and blocks[place - 1].kind is Kind.ITEM
            lines += [f"- {text}"] if joined else ["", f"- {text}"]
        elif block.kind is Kind.QUOTE:
            lines += ["", f"> {text}"]
        elif block.kind is Kind.HEADING:
            lines += ["", f"### {text}"]
        else:
            lines += ["", re.sub(r"^(#+|[-+]|\d+[.)])(?=\s)", r"\\\1", text)]
    return "\n".join(lines).strip()


def _sections(blocks: Sequence[Block]) -> list[tuple[str, str, list[Block]]]:
    """(part, heading, blocks) in order; the first is what stands before any heading."""
    sections: list[tuple[str, str, list[Block]]] = [("", "", [])]
    for block in blocks:
        if block.kind is Kind.TITLE:
            continue
        part = parts.part_of(block.text) if block.kind is Kind.HEADING else ""
        if block.kind is Kind.HEADING and (part or block.level <= 2):
            sections.append((part, block.text, []))
        else:
            sections[-1][2].append(block)
    return sections


def _parts(sections: Iterable[tuple[str, str, list[Block]]], otherwise: str) -> Iterator[Part]:
    """Each typed part once: its second section follows under a smaller heading of its own; an empty one is left out."""
    held: dict[str, tuple[str, list[str]]] = {}
    last = "background"
    for part, heading, blocks in sections:
        text = _markdown(blocks)
        if not text:
            continue
        last = part or last
        title, texts = held.setdefault(last, (heading or otherwise, []))
        texts.append(f"### {heading}\n\n{text}" if texts and heading and not _same(heading, title) else text)
    yield from (Part(part, title, "\n\n".join(texts)) for part, (title, texts) in held.items())


def draft(document: Document, *, language: str = "") -> Draft:
    """The draft of a page. Nothing is lost silently: what is not in a part is a card or is listed as dropped."""
    found = _sort(document)
    old = _opening(document, found)
    body = "\n".join(block.text for block in found.kept if block.kind is not Kind.TITLE and block is not old)
    rebuilt = _title(document, found, old, body)
    kept = [block for block in found.kept if block is not old]
    sections = _sections(kept)
    summary, sections = _summary(sections)
    spoken = language or document.about.get("language", "") or ("hi" if re.search("[\u0900-\u097f]{3}", body) else "en")
    return Draft(
        title=rebuilt.title,
        title_changes=rebuilt.changes,
        language=spoken,
        summary=summary,
        parts=tuple(_parts(sections, "पृष्ठभूमि" if spoken == "hi" else "Background")),
        cards=tuple(found.cards),
        dropped=tuple(found.dropped),
        kept=Document(document.name, tuple(kept), {}, False, document.written),
    )


def _summary(
    sections: list[tuple[str, str, list[Block]]],
) -> tuple[str, list[tuple[str, str, list[Block]]]]:
    """The words of a summary section, else the first paragraph of the page, taken out of the rest."""
    for place, (part, _, blocks) in enumerate(sections):
        if part == "summary" and blocks:
            return _markdown(blocks), [*sections[:place], *sections[place + 1 :]]
    for place, (part, heading, blocks) in enumerate(sections):
        first = next((at for at, block in enumerate(blocks) if block.kind is Kind.PARAGRAPH), None)
        if first is not None:
            rest = [*blocks[:first], *blocks[first + _SUMMARY_PARAGRAPHS :]]
            return _markdown(blocks[first : first + 1]), [
                *sections[:place], (part, heading, rest), *sections[place + 1 :]
            ]  # fmt: skip
    return "", sections
