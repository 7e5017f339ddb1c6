"""Rules of numbers: units, ranges, labels and reading time."""

import re
from collections.abc import Iterator
from datetime import date

from tayari.plain.quantities import duration
from tayari.plain.reading import Extent, minutes, seconds
from tayari.rules.lint.document import Block, Kind
from tayari.rules.lint.pages.page import Flaw, Page, sentence_at

_LONG_MINUTES = 600
_MINUTES = re.compile(r"(?<![\d.,])(\d{3,5})\s?(m|min|mins|minutes|मिनट)(?![\w²³/])")
_PRACTICE = re.compile(
    r"\b(questions?|quiz(?:zes)?|mocks?|sprint|duration|marks|exam|mcqs?|time limit|timer)\b|प्रश्न|क्विज़?|मॉक|टेस्ट|अंक",
    re.I,
)
_LABEL = 8
_NEAR = 2
_CLOCK = re.compile(r"(?<![\d:.])(\d{1,2})[:.](\d{2})\s?([ap]\.?m\.?)(?!\w)", re.I)
_SPREAD = r"(?:\s?[–—-]\s?|\s(?:to|till|until|through)\s(?=\d{4})|\sसे\s(?=\d{4}))"
_RANGE = re.compile(
    rf"(?<![\d–—/-])((?:19|20)\d\d){_SPREAD}((?:19|20)\d\d|\d\d)(?![\d%–—/-]|\s?(?:%|crore|lakh|million|km))"
)
_PLANNED = re.compile(
    r"\b(plan\w*|target\w*|aims?|goals?|scheme\w*|mission\w*|programme\w*|period|vision|roadmap|outlay|budget\w*|term\w*|"
    r"tenure|expected|projected?\w*|projections?|forecast\w*|estimate\w*|will|shall|scheduled|schedule|proposed|phase\w*|"
    r"fiscal|financial|FY|strategy|framework|decade|agenda|commitments?|valid\w*|until|by|over|cycle|season|policy|"
    r"chair\w*|presidency|members?hip|elected|years? of)\b|"
    r"योजना|लक्ष्य|अवधि|मिशन|कार्यक्रम|वित्त|चरण|तक|दशक|कार्यकाल|रूपरेखा|अनुमान",
    re.I,
)
# In Devanagari one digit may belong to a spelt-out code, such as एलवीएम3.
_GLUED = re.compile(
    r"(?<![\w@./:#_-])(?:([A-Z]?[a-z]{4,})(\d+[a-z]?)|([\u0900-\u0963\u0970-\u097f]{4,})(\d{2,}))(?![\w.@/-])"
)
_GLUED_AFTER = re.compile(r"(?<![\w@./:#_-])(\d+)([A-Z][a-z]{4,})(?!\w)")
_NAMED_SO = frozenset(
    {"covid", "windows", "python", "android", "iphone", "base", "sha", "level", "vision", "agni", "web", "html"}
)
_READING = (
    re.compile(r"\b(\d{1,3})[ -]?min(?:ute)?s?\.?\s+(?:to\s+)?read\b", re.I),
    re.compile(r"\breading time:?\s*(?:about\s+)?(\d{1,3})\s*min", re.I),
    re.compile(r"पढ़ने (?:का समय|में):?\s*(?:लगभग\s+)?(\d{1,3})\s*मिनट|(\d{1,3})\s*मिनट (?:का पाठ|में पढ़ें)"),
)
_ENOUGH_WORDS = 100


def unit(page: Page) -> Iterator[Flaw]:
    """A length of time that no paper has: seconds shown as minutes, and an hour that no clock has."""
    for number, block in enumerate(page.blocks):
        for match in _MINUTES.finditer(block.text):
            amount = int(match[1])
            if amount >= _LONG_MINUTES and _is_practice(page, number, match):
                likely = duration(amount, "hi" if block.language == "hi" else "en")
                yield Flaw("page.unit", block, match.start(), match.end(), {"likely": likely}, likely)
        for match in _CLOCK.finditer(block.text):
            hour = int(match[1])
            if hour == 0 or hour > 12 or int(match[2]) > 59:
                yield Flaw("page.unit", block, match.start(), match.end(), {"likely": f"{match[1]}:{match[2]}"})


def _is_practice(page: Page, number: int, match: re.Match[str]) -> bool:
    """Whether minutes are meant: `m` may be metres, so the words around must speak of questions or time."""
    block = page.blocks[number]
    if match[2] not in {"m", "min", "mins"} or _PRACTICE.search(sentence_at(block.text, match.start())):
        return bool(_PRACTICE.search(sentence_at(block.text, match.start())))
    if len(block.text.split()) > _LABEL:
        return False
    near = page.blocks[max(0, number - _NEAR) : number + _NEAR + 1]
    return any(_PRACTICE.search(other.text) for other in near if len(other.text.split()) <= _LABEL)


def range_ends_in_future(page: Page) -> Iterator[Flaw]:
    """A span of years that is told as past and is not over. Plans, terms and financial years may end later."""
    for block in page.blocks:
        if block.kind in {Kind.QUESTION, Kind.QUOTE}:
            continue
        for match in _RANGE.finditer(block.text):
            begin = int(match[1])
            end = int(match[2]) if len(match[2]) == 4 else begin // 100 * 100 + int(match[2])
            if end <= page.as_of.year or begin >= page.as_of.year or end - begin < 2 or end - begin > 60:
                continue
            if not _PLANNED.search(sentence_at(block.text, match.start())):
                yield Flaw("page.range-ends-in-future", block, match.start(), match.end(), _until(end, page.as_of))


def _until(end: int, as_of: date) -> dict[str, str]:
    return {"end": str(end), "year": str(as_of.year)}


def glued_label(page: Page) -> Iterator[Flaw]:
    """A word and a number without a space between, in a label: `Economics1900m`, `relation0`."""
    for block in page.blocks:
        if len(block.text.split()) > _LABEL or block.kind is Kind.QUESTION:
            continue
        for match in _GLUED.finditer(block.text):
            if (match[1] or "").casefold() not in _NAMED_SO:
                yield _glued(block, match)
        for match in _GLUED_AFTER.finditer(block.text):
            yield _glued(block, match)


def _glued(block: Block, match: re.Match[str]) -> Flaw:
    return Flaw("page.glued-label", block, match.start(), match.end(), {}, " ".join(filter(None, match.groups())))


def reading_time(page: Page) -> Iterator[Flaw]:
    """A reading time that the words do not bear out: less than half or more than double, and two minutes off."""
    if page.length < _ENOUGH_WORDS:
        return
    rows = sum(1 for _ in page.of(Kind.CELL)) // 3
    right = minutes(seconds(Extent(page.counted, rows=rows)))
    said = page.about.get("reading_minutes", "")
    if (number := re.match(r"\d+", said)) and _far(int(number[0]), right):
        block = page.blocks[0]
        yield Flaw(
            "page.reading-time", block, 0, len(block.text), {"said": number[0], "right": str(right)}, f"{right} min"
        )
    for block in page.blocks:
        for pattern in _READING:
            match = pattern.search(block.text) if len(block.text.split()) <= 2 * _LABEL else None
            said = next(filter(None, match.groups())) if match else ""
            if match and _far(int(said), right):
                told = {"said": said, "right": str(right)}
                yield Flaw(
                    "page.reading-time", block, match.start(), match.end(), told, match[0].replace(said, str(right))
                )


def _far(said: int, right: int) -> bool:
    return abs(said - right) >= 2 and not right / 2 <= said <= right * 2
