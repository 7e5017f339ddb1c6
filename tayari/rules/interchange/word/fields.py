"""Tables that name their fields: a row a question under a row of headings, or a field a row for one question."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tayari.rules.interchange import letters
from tayari.rules.interchange.word.lines import Line, plain
from tayari.rules.interchange.word.markers import Marker, digits, marker
from tayari.rules.interchange.word.sheets import Lines, Sheet
from tayari.rules.interchange.word.splitting import parts

type Marked = tuple[Line, Marker | None]
_TONGUE = re.compile(r"[\s_(\[-]*\b(?:en|hi|eng(?:lish)?|hindi|हिन्दी|हिंदी|अंग्रेज़ी|अंग्रेजी)\b[)\]\s]*", re.IGNORECASE)
_NAMES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"(?:{pattern})\s*[.:]*$", re.IGNORECASE)
    for name, pattern in {
        "number": r"(?:q(?:uestion)?\.?\s*|s(?:r|l)?\.?\s*)?(?:no|number|#)\.?|#|क्र(?:मांक|\.)?(?:\s*सं(?:ख्या)?)?",
        "stem": r"question(?:\s*text)?|stem|q|प्रश्न",
        "answer": r"(?:correct\s*)?(?:answer|ans|key)|correct(?:\s*option)?|right(?: answer)?|(?:सही\s*)?उत्तर|कुंजी",
        "explanation": r"explanation|solution|rationale|feedback|व्याख्या|हल|स्पष्टीकरण",
        "topic": r"topics?|subject|chapter|विषय|tags?",
        "marks": r"(?:positive\s*)?marks?|अंक",
        "negative marks": r"negative\s*marks?|penalty",
        "difficulty": r"difficulty|level|स्तर",
        "type": r"(?:question\s*)?type|kind|प्रकार",
        "source": r"source|reference|स्रोत",
    }.items()
}
_OPTION = re.compile(
    r"(?:(?:option|choice|opt|विकल्प)[\s_.:-]*[(\[]?\s*([a-fA-F]|[1-6१-६]|[अआइईबसदकखगघङ])"
    r"|[(\[]?\s*([a-fA-F]|[अआइईबसदकखगघङ]))\s*[)\].:]*$",
    re.IGNORECASE,
)
_TOLD = ("topic", "marks", "negative marks", "difficulty", "source")


def name(heading: str) -> str:
    """The field that a heading names: `stem`, `option 0`, `answer` …; empty for any other words."""
    bare = _TONGUE.sub(" ", heading).strip()
    found = next((one for one, pattern in _NAMES.items() if pattern.match(bare)), "")
    if found or not bare:
        return found
    option = _OPTION.match(bare)
    place = letters.place(option[1] or option[2]) if option else None
    return "" if place is None else f"option {place}"


def records(sheet: Sheet) -> list[list[Marked]]:
    """The questions of a table that names its fields, as marked lines; empty for any other table."""
    if len(sheet.rows) < 2:
        return []
    heads = [name(text) for text in sheet.rows[0].texts]
    if "stem" in heads and (any(one.startswith("option") for one in heads) or "answer" in heads):
        return [
            made for row in sheet.rows[1:] if (made := _record(list(zip(heads, row.cells, strict=False)), sheet.place))
        ]
    return _by_rows(sheet)


def _by_rows(sheet: Sheet) -> list[list[Marked]]:
    named = [(name(row.texts[0]), row.cells[1:]) for row in sheet.rows if len(row.cells) > 1]
    known = [field for field, _ in named if field]
    if "stem" not in known or len(known) < 3 or len(known) < len(sheet.rows) - 1:
        return []
    found: list[list[tuple[str, Lines]]] = []
    for field, cells in named:
        if not found or (field in {"stem", "number"} and any(one == field for one, _ in found[-1])):
            found.append([])
        found[-1] += [(field, cell) for cell in cells if cell]
    return [made for fields in found if (made := _record(fields, sheet.place))]


def _record(fields: Sequence[tuple[str, Lines]], place: int) -> list[Marked]:
    """Lines with the marks that the fields stand for: the question first, whatever the order of the table."""
    held: dict[str, list[Line]] = {}
    for field, cell in fields:
        held.setdefault(field, []).extend(line for line in cell if line.text.strip())
    if not held.get("stem"):
        return []
    return [*_stem(held, place), *_options(held), *_rest(held)]


def _stem(held: Mapping[str, list[Line]], place: int) -> Iterator[Marked]:
    told = "".join(line.text for line in held.get("number", ())).strip()
    first, *more = held["stem"]
    own = marker(first.text)
    asks = own if own and own.kind in {"question", "number"} else None
    bare = re.search(r"[0-9०-९]{1,4}", told)
    number = bare.group() if bare else asks.label if asks else ""
    yield (
        first,
        Marker("field", str(digits(number)) if number else "", digits(number), "field", asks.end if asks else 0),
    )
    for line in more:
        yield from parts(line)


def _options(held: Mapping[str, list[Line]]) -> Iterator[Marked]:
    for field in sorted(one for one in held if one.startswith("option")):
        place = int(field.split()[1])
        for number, line in enumerate(held[field]):
            own = marker(line.text)
            end = own.end if own and own.kind == "letter" and own.place == place else 0
            yield line, Marker("letter", "abcdef"[place], place, "field", end) if not number else None


def _rest(held: Mapping[str, list[Line]]) -> Iterator[Marked]:
    for kind in ("answer", "explanation"):
        for number, line in enumerate(held.get(kind, ())):
            own = marker(line.text)
            end = own.end if own and own.kind == kind else 0
            mark = Marker("answer", end=end) if kind == "answer" else Marker("explanation", end=end)
            yield line, mark if not number or kind == "answer" else None
    for field in _TOLD:
        for line in held.get(field, ()):
            yield line, Marker("told", field, end=0)
    for line in held.get("", ()):
        yield plain(line.text, line.place), Marker("told", "a further field", end=0)
