"""Tables within a question: two lists to be matched, pairs to be judged, or figures that belong to the stem."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tayari.plain.texts import Texts
from tayari.rules.interchange.word.codes import label
from tayari.rules.interchange.word.layout import is_lists
from tayari.rules.interchange.word.markers import marker
from tayari.rules.interchange.word.sheets import Lines, Sheet, SheetRow, begins
from tayari.rules.interchange.word.tongues import texts

if TYPE_CHECKING:
    from tayari.rules.interchange.word.sorting import Sorted

_HEADS = re.compile(r"^(?:list|column|सूची|स्तम्भ|स्तंभ)\b", re.IGNORECASE)
PAIRED = re.compile(r"\bpairs?\b|\bmatched\b|युग्म|सुमेलित", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:\t+|\s[–—:-]+\s|:\s|\s{3,})\s*")


def place(found: "Sorted", sheets: Sequence[Sheet], only: str) -> None:
    """Put what the question's tables hold where it belongs; what is no list becomes lines of the stem, and is told."""
    for sheet in sheets:
        rows = [row for row in sheet.rows if len([text for text in row.texts if text]) > 1]
        if is_lists(sheet):
            rows = [row for row in sheet.rows if begins(row.cells[0])]
            found.left = [_named(row.cells[0], only) for row in rows]
            found.right = [_named(row.cells[1], only) for row in sheet.rows if begins(row.cells[1])]
        elif PAIRED.search(found.whole) and rows and all(len(row.cells) == 2 for row in rows):
            found.pairs = [_pair(row, only) for row in rows if not _is_head(row, rows)]
        else:
            _as_lines(found, sheet, only)


def paired(found: "Sorted") -> list[tuple[Texts, Texts]]:
    """Pairs from a table, or from statements such as `1. Moscow : Russia`; empty when some statement is no pair."""
    if found.pairs:
        return found.pairs
    made = []
    for _, said in found.entries:
        sides = {code: _BETWEEN.split(words, maxsplit=1) for code, words in said.items()}
        if not sides or any(len(parts) != 2 or not all(parts) for parts in sides.values()):
            return []
        made.append(tuple({code: parts[at] for code, parts in sides.items()} for at in (0, 1)))
    return [(left, right) for left, right in made]


def _named(cell: Lines, only: str) -> tuple[str, Texts]:
    told = begins(cell)
    assert told is not None
    words = [cell[0].text[told.end :], *(line.text for line in cell[1:])]
    name = told.label.upper() if told.kind == "letter" else label(told.label)
    return name, texts(words, only)[0]


def _pair(row: SheetRow, only: str) -> tuple[Texts, Texts]:
    told = begins(row.cells[0])
    first = row.texts[0][told.end :] if told and told.kind != "letter" else row.texts[0]
    return texts(first.split("\n"), only)[0], texts(row.texts[1].split("\n"), only)[0]


def _is_head(row: SheetRow, rows: Sequence[SheetRow]) -> bool:
    if row is not rows[0]:
        return False
    numbered = all(marker(other.texts[0]) for other in rows[1:])
    return bool(_HEADS.match(row.texts[0])) or (numbered and not marker(row.texts[0]))


def _as_lines(found: "Sorted", sheet: Sheet, only: str) -> None:
    said = texts(sheet.text.split("\n"), only)[0]
    found.stem = {
        code: "\n".join(part for part in (found.stem.get(code, ""), said.get(code, said.get("en", ""))) if part)
        for code in (*found.stem, *(code for code in said if code not in found.stem))
    }
    found.raw.say("warning", "table-as-text", "A table stands in the stem as lines of text; compare it with the file.")
