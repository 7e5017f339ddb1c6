"""Keys that stand apart from their questions: `1-b, 2-c`, a table of numbers and letters, numbered solutions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tayari.rules.interchange import letters
from tayari.rules.interchange.numbers import DIGITS
from tayari.rules.interchange.word.lines import Line
from tayari.rules.interchange.word.markers import KEY, KEY_LETTER
from tayari.rules.interchange.word.sheets import Sheet

_PAIR = re.compile(
    rf"(?:Q\.?\s*|प्रश्न\s*)?([0-9०-९]{{1,4}})\s*[.):\-–—=]*\s*[(\[]?\s*({KEY})\s*[)\].]?(?![\w\u0900-\u097f])"
)
_HEADED = re.compile(
    r"\s*(?:answer\s*keys?|answers?|keys?|उत्तर\s*(?:माला|कुंजी|तालिका)|उत्तरमाला)\s*[:\-–—]\s*", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s,;|/।]*")
_ALONE = re.compile(rf"\s*[(\[]?\s*{KEY}\s*[)\]]\s*$|\s*{KEY_LETTER}\s*[.।]?\s*$")
_SOLVED = re.compile(
    rf"\s*(?:Ans(?:wer)?[.:\s]*|उत्तर[:\s]*)?[(\[]?\s*({KEY_LETTER})\s*[)\].:]\s*|\s*[(\[]([1-6१-६])[)\]]\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:Q\.?\s*)?([0-9०-९]{1,4})\s*[.):]?\s*$")
_HEADS = re.compile(
    r"(?:q(?:uestion|\.)?\s*(?:no\.?|number)?|s(?:r|l)?\.?\s*no\.?|no\.?|a(?:ns(?:wer)?s?)?\.?|key|option|प्रश्न.*|उत्तर.*|क्र.*|सं.*)\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Key:
    """What a list says of one question; `explanation` is None where the list has none."""

    number: str
    label: str
    place: int
    explanation: list[Line] | None = None


def pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of a line that is nothing but pairs of numbers and letters; empty for any other."""
    headed = _HEADED.match(text)
    found, at = [], _space(text, headed.end() if headed else 0)
    while at < len(text):
        pair = _PAIR.match(text, at)
        if not pair:
            return []
        found.append((str(int(pair[1].translate(DIGITS))), pair[2]))
        at = _space(text, pair.end())
    return [] if headed and len(found) < 2 else found


def is_headed(text: str) -> bool:
    """Whether the line itself says that it is a key."""
    return bool(_HEADED.match(text))


def alone(text: str) -> bool:
    """Whether the words are one option's letter and nothing else."""
    return bool(_ALONE.match(text))


def solution(number: str, rest: str) -> tuple[str, str, int] | None:
    """The number and key of a solution such as `3. (b) Because …`, and where its words begin."""
    found = _SOLVED.match(rest)
    return (number, found[1] or found[2], found.end()) if found and number else None


def table(one: Sheet) -> list[Key]:
    """The keys of a table of numbers and letters, in rows, in columns, or both in one cell; empty for any other."""
    rows = [[_squeezed(text) for text in row.texts] for row in one.rows]
    cells = [text for row in rows for text in row if text]
    if not cells or max(len(text) for text in cells) > 60:
        return []
    rows = [row for row in rows if not all(not text or _HEADS.match(text) for text in row)]
    headed = len(rows) < len(one.rows)
    found = _in_cells(rows) or _beside(rows, headed) or _below(rows) or _mixed(rows)
    return [Key(number, label, one.place) for number, label in found]


def _in_cells(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    told = [pairs(text) for row in rows for text in row if text]
    return [pair for some in told for pair in some] if told and all(told) else []


def _beside(rows: Sequence[Sequence[str]], headed: bool) -> list[tuple[str, str]]:
    found = []
    for row in rows:
        held = [text for text in row if text]
        if len(held) % 2:
            return []
        for number, label in zip(held[::2], held[1::2], strict=True):
            if not _NUMBER.match(number) or letters.place(label) is None:
                return []
            found.append((_digits(number), label))
    return found if headed or any(not label.translate(DIGITS).strip("(). ").isdigit() for _, label in found) else []


def _below(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Rows of numbers with rows of letters under them; a first cell may name the row."""
    if len(rows) < 2 or len(rows) % 2:
        return []
    found = []
    for numbers, labels in zip(rows[::2], rows[1::2], strict=True):
        for number, label in zip(numbers, labels, strict=False):
            if (not number and not label) or (_HEADS.match(number) and _HEADS.match(label)):
                continue
            if not _NUMBER.match(number) or letters.place(label) is None:
                return []
            found.append((_digits(number), label))
    return found


def _mixed(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Both ways in one table, as two that stand below each other become one."""
    found, at = [], 0
    while at < len(rows):
        told = _beside(rows[at : at + 1], headed=False)
        step = 1 if told else 2
        told = told or _below(rows[at : at + 2])
        if not told:
            return []
        found += told
        at += step
    return found


def _digits(text: str) -> str:
    found = _NUMBER.match(text)
    return str(int(found[1].translate(DIGITS))) if found else ""


def _space(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _squeezed(text: str) -> str:
    return " ".join(text.split())
