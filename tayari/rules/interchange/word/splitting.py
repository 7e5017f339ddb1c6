"""Lines that hold several things: four options on one tabbed line, an answer behind the last option."""

import re
from collections.abc import Iterator

from tayari.rules.interchange.word.lines import Line
from tayari.rules.interchange.word.markers import Marker, listed, marker

_AFTER = re.compile(
    r"(?<=[\s\])।.?])(?<!correct )(?<!right )(?<!सही )(?=[\[(]?(?:Ans(?:wer)?|उत्तर|सही उत्तर)\s*[.:\-–]+\s*"
    r"[\[(]?\s*[a-fA-F1-6अआइईबसदकखगघ]\s*[)\].]?(?:\s|$)"
    r"|(?:Exp(?:l(?:anation)?)?|Explanation|व्याख्या)\s*[.:]\s)",
    re.IGNORECASE,
)
# What stands between letters that are only mentioned: `which of (a) and (b)`.
_JOINS = re.compile(r"\s*(?:and|or|to|&|,|और|या|तथा|एवं)?\s*", re.IGNORECASE)
_GAP = re.compile(r"\t+|\s{3,}|(?<=\S)\s+")
_SPLIT = {"letter", "number"}
# No question has a line of so many letters; looking for options in it would only take time.
_LONG, _SOON, _TRIES = 10_000, 1_000, 4
_MAY_HOLD = {"letter", "number", "question"}


def parts(line: Line) -> Iterator[tuple[Line, Marker | None]]:
    """The line, or what it holds one after another, each with the marker that it begins with."""
    if len(line.text) > _LONG:
        yield line, None
        return
    starts = [0, *(found.start() for found in _AFTER.finditer(line.text))]
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        yield from _options(line.cut(start, end) if len(starts) > 1 else line)


def _options(line: Line) -> Iterator[tuple[Line, Marker | None]]:
    text, told = line.text, marker(line.text)
    whole = told is not None and told.kind not in _MAY_HOLD
    cuts = [0] if whole else [0, *_sequence(text, told)]
    for number, (start, end) in enumerate(zip(cuts, [*cuts[1:], len(text)], strict=True)):
        part = line.cut(start, end) if len(cuts) > 1 else line
        yield part, told if number == 0 else marker(part.text)


def _sequence(text: str, told: Marker | None) -> list[int]:
    """Where the next options begin, one after another in one style; none unless at least two stand on the line."""
    cuts: list[int] = []
    style, after = (told.style, told.place) if told and told.kind == "letter" else ("", -1)
    runs_on = told is not None and told.kind == "letter" and told.place == 0 and _closes(text, told.end, told)
    tries = 0
    begun = told if told and told.kind in _SPLIT else None
    for gap in _GAP.finditer(text):
        found = listed(text, gap.end())
        if found is None or found.kind not in _SPLIT or gap.start() == 0:
            continue
        wide = "\t" in gap.group() or len(gap.group()) > 2
        follows = found.kind == "letter" and found.style == style and found.place == after + 1
        opens = (
            tries < _TRIES
            and found.kind == "letter"
            and found.place == 0
            and not style
            and _closes(text, gap.end(), found)
        )
        tries += found.kind == "letter" and found.place == 0
        crosses = wide and begun is not None and found.kind != begun.kind and begun.kind != "question"
        counts = (
            begun is not None and begun.kind == found.kind == "number" and found.style == begun.style
            and found.place == begun.place + 1 and (wide or found.style.startswith("("))
        )  # fmt: skip
        bracketed = runs_on or found.style[:1] in "([" or wide or found.style.endswith(")")
        runs_on = runs_on or opens
        if (follows and bracketed) or opens or crosses or counts:
            cuts.append(gap.end())
            if found.kind == "letter":
                style, after = found.style, found.place
            begun = found
    return cuts


def _closes(text: str, at: int, first: Marker) -> bool:
    """Whether the other options follow soon on the line, so that what looks like the first is no mere mention.

    A bracket wants (b); a bare letter, which may be an initial, wants all of a. b. c.
    """
    wanted = 2 if first.style[:1] in "([" or first.style.endswith(")") else 3
    place, end = 1, first.end
    for gap in _GAP.finditer(text, at, at + _SOON):
        found = listed(text, gap.end())
        if found and found.kind == "letter" and found.style == first.style and found.place == place:
            if _JOINS.fullmatch(text, end, gap.start()):
                return False
            place, end = place + 1, found.end
        if place == wanted:
            return True
    return False
