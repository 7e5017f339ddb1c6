"""What the rules of the page see, and what they say: a flaw at words of a block."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tayari.plain.folding import words as folded_words
from tayari.plain.reading import words as counted_words
from tayari.rules.lint.document import Block, Document, Kind

# By language, a loaded word (as it stands in a text, lower case) and what to write instead, which may be empty.
LoadedWords = Mapping[str, Mapping[str, str]]
PROSE = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_SENTENCE = re.compile(r"[^.!?।]*(?:[.!?।](?=\S)[^.!?।]*)*[.!?।]*")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Words of a block (`text[start:end]`) that a rule objects to; `told` fills the rule's saying."""

    rule: str
    block: Block
    start: int
    end: int
    told: Mapping[str, str]
    suggestion: str = ""

    @property
    def words(self) -> str:
        return self.block.text[self.start : self.end]


Rule = Callable[["Page"], Iterable[Flaw]]


@dataclass(frozen=True)
class Page:
    """A document with what several rules ask of it."""

    document: Document
    as_of: date
    loaded: LoadedWords

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.document.blocks

    @property
    def about(self) -> Mapping[str, str]:
        return self.document.about

    def of(self, *kinds: Kind) -> Iterator[Block]:
        return (block for block in self.blocks if block.kind in kinds)

    @cached_property
    def counted(self) -> Mapping[str, int]:
        """How many words of each script the page has."""
        found = {"latin": 0, "devanagari": 0}
        for block in self.blocks:
            for script, count in counted_words(block.text).items():
                found[script] += count
        return found

    @property
    def length(self) -> int:
        return sum(self.counted.values())


def whole(rule: str, block: Block, suggestion: str = "", **told: str) -> Flaw:
    """A flaw of all of a block."""
    return Flaw(rule, block, 0, len(block.text), told, suggestion)


def same(text: str) -> str:
    """A text by which two that read alike are equal: folded words, without signs."""
    return " ".join(folded_words(text))


def sentence_at(text: str, offset: int) -> str:
    """The sentence of `text` in which a character stands."""
    for match in _SENTENCE.finditer(text):
        if match.start() <= offset < match.end():
            return match[0].strip()
    return text.strip()
