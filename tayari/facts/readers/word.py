"""Word documents (.docx): paragraphs with their number as the line, tracked changes as if accepted."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from tayari.base.problems import Unusable
from tayari.facts.readers.limits import (
    MOST_CHARACTERS,
    MOST_ENTRIES,
    MOST_RATIO,
    MOST_UNPACKED,
    check_length,
    check_size,
    size,
)
from tayari.facts.readers.places import Words
from tayari.rules.lint.document import Block, Document, Kind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DROPPED = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BROKEN = "{name} is not a Word document that can be read ({why}); open it in Word or LibreOffice and save it anew."


def read(name: str, data: bytes, language: str = "") -> Document:
    """The document of a .docx file. Raises Unusable for what is broken, encrypted or blown up."""
    check_size(name, len(data))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_archive(name, archive)
            body = _part(archive, "word/document.xml")
            styles = _part(archive, "word/styles.xml")
            links = _part(archive, "word/_rels/document.xml.rels")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unusable(_BROKEN.format(name=name, why=_why(error))) from None
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise Unusable(_BROKEN.format(name=name, why="its XML is damaged")) from None
    if body is None:
        raise Unusable(_BROKEN.format(name=name, why="it has no word/document.xml"))
    reader = _Reader(_style_names(styles), _targets(links), language)
    blocks = tuple(reader.blocks(body))
    if not blocks:
        raise Unusable(f"{name} has no words; there is nothing to check.")
    check_length(name, "".join(block.text for block in blocks))
    title = next((block.text for block in blocks if block.kind is Kind.TITLE), "")
    return Document(name, blocks, {"title": title} if title else {})


def _check_archive(name: str, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or unpacked / packed > MOST_RATIO:
        raise Unusable(f"{name} unpacks to {size(unpacked)} in {len(entries)} parts, more than a document needs.")


def _why(error: Exception) -> str:
    return "it is encrypted" if "encrypted" in str(error) else "it is no sound zip archive"


def _part(archive: zipfile.ZipFile, path: str) -> Element | None:
    if path not in archive.namelist():
        return None
    with archive.open(path) as packed:
        # The archive's own word about the size may be a lie.
        data = packed.read(MOST_UNPACKED + 1)
    if len(data) > MOST_UNPACKED:
        raise ValueError("too large")
    found: Element = ElementTree.fromstring(data, forbid_dtd=True)
    return found


def _style_names(styles: Element | None) -> dict[str, str]:
    """The English name of each style by its id; Word keeps the names of its own styles in English."""
    found: dict[str, str] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        named = style.find(f"{_W}name")
        found[style.get(f"{_W}styleId", "")] = (named.get(f"{_W}val", "") if named is not None else "").lower()
    return found


def _targets(links: Element | None) -> dict[str, str]:
    return {link.get("Id", ""): link.get("Target", "") for link in links} if links is not None else {}


class _Reader:
    def __init__(self, styles: Mapping[str, str], targets: Mapping[str, str], language: str) -> None:
        self._styles, self._targets, self._language = styles, targets, language
        self._number = 0
        self._column = 1

    def blocks(self, body: Element) -> Iterator[Block]:
        for paragraph, in_table in _paragraphs(body, False):
            self._number += 1
            self._column = 1
            words = Words()
            self._run(paragraph, words)
            kind, level = self._kind(paragraph, in_table)
            if kind in {Kind.PARAGRAPH, Kind.ITEM} and words.is_link:
                kind = Kind.LINK
            if block := words.block(kind, level=level, language=self._language):
                yield block

    def _run(self, element: Element, words: Words) -> None:
        for child in element:
            if child.tag in _DROPPED or child.tag in {_FALLBACK, f"{_W}p"} or _is_hidden(child):
                continue
            if child.tag == f"{_W}hyperlink":
                words.open_link(self._targets.get(child.get(f"{_R}id", ""), f"#{child.get(f'{_W}anchor', '')}"))
                self._run(child, words)
                words.close_link()
            elif text := _text(child):
                words.add(text, self._number, self._column)
                self._column += len(text)
            else:
                self._run(child, words)

    def _kind(self, paragraph: Element, in_table: bool) -> tuple[Kind, int]:
        told = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style = self._styles.get(told.get(f"{_W}val", ""), "") if told is not None else ""
        if style == "title":
            return Kind.TITLE, 1
        if style.startswith("heading ") and style[8:9].isdigit():
            return Kind.HEADING, min(int(style[8]), 6)
        if style == "caption":
            return Kind.CAPTION, 0
        if style in {"quote", "intense quote"}:
            return Kind.QUOTE, 0
        if in_table:
            return Kind.CELL, 0
        listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or style.startswith("list")
        return (Kind.ITEM if listed else Kind.PARAGRAPH), 0


def _paragraphs(element: Element, in_table: bool) -> Iterator[tuple[Element, bool]]:
    """Every paragraph in order, with those of tables and text boxes; not those that a tracked change took out."""
    waiting = [(child, in_table) for child in reversed(element)]
    while waiting:
        child, inside = waiting.pop()
        if child.tag in _DROPPED or child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}p":
            yield child, inside
        inside = inside or child.tag == f"{_W}tbl"
        waiting += [(grandchild, inside) for grandchild in reversed(child)]


def _is_hidden(run: Element) -> bool:
    return run.tag == f"{_W}r" and run.find(f"{_W}rPr/{_W}vanish") is not None


def _text(element: Element) -> str:
    if element.tag == f"{_W}t":
        return (element.text or "")[:MOST_CHARACTERS]
    return {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}.get(element.tag, "")
