"""Rules of what stands twice, and of what was promised and does not stand at all."""

import re
from collections.abc import Iterator

from tayari.plain.folding import words as folded_words
from tayari.rules.lint.document import Block, Kind
from tayari.rules.lint.pages.page import PROSE, Flaw, Page, same, whole

_RUN = 3
_FEWEST_WORDS = 12
_ALIKE = 0.8
_MOST_SHARED = 30
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z]\w+")
_MOST_IN_LINK = 8
_PROMISES = frozenset(
    same(text)
    for text in (
        "You might also like", "You may also like", "You may also read", "Related", "Related articles", "Related posts",
        "Related news", "Related reading", "Related stories",
        "Related topics", "Related questions", "Recommended",
        "Recommended for you", "Recommended reading", "More on this",
        "More on this topic", "More like this", "Also read",
        "Read also", "Read next", "See also", "Further reading", "Keep reading", "Trending now", "Up next",
        "You might also be interested in", "Practise this article", "More from this series",
        "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "आपको यह भी पसंद आ सकता है", "संबंधित लेख", "संबंधित", "संबंधित समाचार",
        "और पढ़ें", "आगे पढ़ें", "यह भी देखें",
    )
)  # fmt: skip


def near_duplicate_paragraph(page: Page) -> Iterator[Flaw]:
    """Two long paragraphs that say the same in nearly the same words; other numbers or names make another paragraph."""
    holders: dict[tuple[str, ...], list[int]] = {}
    known: list[tuple[Block, frozenset[tuple[str, ...]]]] = []
    for block in page.blocks:
        words = folded_words(block.text) if block.kind in PROSE else []
        if len(words) < _FEWEST_WORDS:
            continue
        runs = frozenset(tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))
        if (other := _alike(block, runs, holders, known)) is not None:
            yield whole("page.near-duplicate-paragraph", block, line=str(other.place(0)[0]))
        for run in runs:
            holders.setdefault(run, []).append(len(known))
        known.append((block, runs))


def _alike(
    block: Block,
    runs: frozenset[tuple[str, ...]],
    holders: dict[tuple[str, ...], list[int]],
    known: list[tuple[Block, frozenset[tuple[str, ...]]]],
) -> Block | None:
    shared: dict[int, int] = {}
    for run in runs:
        for number in holders.get(run, [])[:_MOST_SHARED]:
            shared[number] = shared.get(number, 0) + 1
    for number, count in sorted(shared.items()):
        other, others = known[number]
        short, long = sorted((len(runs), len(others)))
        if min(count / short, short / long) >= _ALIKE and _told(block) == _told(other):
            return other
    return None


def _told(block: Block) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_NUMBER.findall(block.text)), frozenset(_NAME.findall(block.text))


def identical_link_texts(page: Page) -> Iterator[Flaw]:
    """Links with the same words that lead to different places: a screen reader's list of links tells nothing."""
    seen: dict[str, str] = {}
    told: set[str] = set()
    for block in page.blocks:
        for link in block.links:
            words = same(block.text[link.start : link.end])
            target = link.target.rstrip("/")
            if not re.search(r"[^\W\d_]", words) or len(words.split()) > _MOST_IN_LINK or target[:1] in {"", "#"}:
                continue
            if seen.setdefault(words, target) != target and words not in told:
                told.add(words)
                yield Flaw("page.identical-link-texts", block, link.start, link.end, {"other": seen[words]})


def empty_promise(page: Page) -> Iterator[Flaw]:
    """Related things are announced and none follow."""
    following: list[Block | None] = [*page.blocks[1:], None]
    for block, after in zip(page.blocks, following, strict=True):
        if block.kind in {Kind.CELL, Kind.QUESTION, Kind.QUOTE, Kind.CAPTION} or same(block.text) not in _PROMISES:
            continue
        if block.kind is Kind.LINK or block.links:
            continue
        ends = after is None or after.kind is Kind.TITLE or (after.kind is Kind.HEADING and _closes(block, after))
        if ends or (after is not None and same(after.text) in _PROMISES):
            yield whole("page.empty-promise", block)


def _closes(block: Block, after: Block) -> bool:
    """Cards under a promise have headings of their own: those are deeper, or the promise is no heading itself."""
    return block.kind is Kind.HEADING and after.level <= block.level
