"""Plain text: paragraphs with a blank line between them, and lists by their signs."""

import re

from tayari.facts.readers.places import Words
from tayari.rules.lint.document import Block, Document, Kind

_ITEM = re.compile(r"[ \t]*(?:[-*•–○●▪]|\(?[0-9]{1,3}[.)]|[०-९]{1,3}[.)])[ \t]+")


def read(name: str, text: str, language: str = "") -> Document:
    """The document of bare text, which claims to be no page."""
    blocks: list[Block | None] = []
    words, kind = Words(), Kind.PARAGRAPH
    for number, line in enumerate(text.split("\n"), start=1):
        item = _ITEM.match(line)
        if item or not line.strip():
            blocks.append(words.block(kind, language=language))
            words, kind = Words(), Kind.ITEM if item else Kind.PARAGRAPH
        begin = item.end() if item else 0
        words.space()
        words.add(line[begin:], number, begin + 1)
    blocks.append(words.block(kind, language=language))
    return Document(name, tuple(block for block in blocks if block), {"language": language} if language else {})
