"""Of which time a value is told, and whether a fact is of that time: by its years, and by those in a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.slots import Slot
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.weighing.days import day_of

_YEAR = re.compile(r"(?<![\d,.])((?:19|20)\d\d)(?:[-–/](?:\d\d)?(\d\d)(?!\d))?(?![\d,]\d)")


@lru_cache(maxsize=20_000)
def years(text: str) -> frozenset[str]:
    """The years of a text, financial ones as 2018-19."""
    if "19" not in text and "20" not in text:
        return frozenset()
    return frozenset(f"{match[1]}-{match[2]}" if match[2] else match[1] for match in _YEAR.finditer(text))


class Times:
    """The years and days around the values of one sentence."""

    def __init__(self, focus: Focus) -> None:
        self._focus, self._sentence = focus, focus.scene.sentence
        self._named: dict[str, frozenset[str]] = {}
        self._places: dict[Value, list[tuple[str, int, int]]] = {}

    def _of_name(self, ref: str) -> frozenset[str]:
        if ref not in self._named:
            held = self._focus.index.base.entities.get(ref)
            self._named[ref] = frozenset(year for one in (held.names if held else ()) for year in years(one.text))
        return self._named[ref]

    def of_slot(self, value: Value, slot: Slot) -> Iterator[str]:
        """Whether the years beside a value are those of a fact, or of the name of what it is about."""
        named = self._of_name(slot.anchor if slot.side != "bearer" else slot.ref)
        if value.date:
            if named and value.date.year:
                yield (
                    "year of name"
                    if any(year.startswith(str(value.date.year)) for year in named)
                    else "year of no name"
                )
            return
        for where, start, end in self._spans(value) if named or slot.fact.valid_from else ():
            if named:
                said = years(self._sentence.text[start : value.start]) | years(self._sentence.text[value.end : end])
                if said:
                    yield f"time {'same' if said & named else 'other'} {where}"
                    return
            elif slot.fact.valid_from:
                days = [one for one in self._sentence.dates if start <= one.start < end and one.year]
                if days:
                    yield f"time {self._judged(days, slot)} {where}"
                    return

    def _spans(self, value: Value) -> list[tuple[str, int, int]]:
        if value not in self._places:
            pieces = self._sentence.pieces
            piece = pieces[self._sentence.piece_at(value.start)]
            same = [one for one in pieces if one.clause == piece.clause]
            self._places[value] = [("piece", piece.start, piece.end), ("clause", same[0].start, same[-1].end)]
        return self._places[value]

    @staticmethod
    def _judged(days: list[DateFound], slot: Slot) -> str:
        begun, ended = day_of(slot.fact.valid_from), day_of(slot.fact.valid_to) if slot.fact.valid_to else None
        if begun and any(one.agrees(begun) for one in days):
            return "same"
        within = begun and any(begun.first_day <= one.last for one in days)
        over = ended and all(ended.last_day < one.first for one in days)
        return "within" if within and not over else "other"
