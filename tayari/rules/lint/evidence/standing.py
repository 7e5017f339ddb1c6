"""How a value and what it may be said of stand to each other: how far, in which order, beside what that explains."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tayari.rules.lint.evidence.focus import Anchor, Focus
from tayari.rules.lint.evidence.phrasing import alike, phrasing
from tayari.rules.lint.evidence.slots import Slot
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.lexicon import LINKS, STOP, TITLES
from tayari.rules.lint.mentions import Mention

_GAPS = ((0, "0"), (2, "2"), (5, "5"), (9, "9"))
_MARKS = re.compile(r"[\s\d.•*]*[:–—|(,\-=][\s:–—|(,\-=\"“]*")
_OWNS = re.compile(r"['’]s?\s+(?:own\s+)?|\s+(?:का|की|के)\s+")
_BEFORE = frozenset(
    {
        "in", "at", "on", "from", "to", "by", "of", "for", "with", "under", "since", "until", "till", "before", "after",
        "and", "between", "than", "as", "is", "was", "over", "about", "nearly", "only",
    }
)  # fmt: skip
_AFTER = frozenset({"में", "से", "को", "पर", "का", "की", "के", "ने", "तक", "और", "द्वारा", "है", "था", "थे", "थीं", "थी"})
_SKIPPED = frozenset({"the", "a", "an"}) | frozenset(
    word for word in TITLES if word.isascii() and word not in ("by", "with", "and")
)
_BACK, _CLOSE = 6, 12
_LISTED = LINKS | TITLES | frozenset({"alongside", "साथ"})
_SMALL = _LISTED | STOP


class Company(NamedTuple):
    """Whether other values of a value's piece, or of its clause, are told by something; whether one of them by it
    `alone`; and whether `others` of the piece are told by something else."""

    piece: bool = False
    clause: bool = False
    alone: bool = False
    others: bool = False


class Standing:
    """The places of the values of one sentence."""

    def __init__(self, focus: Focus) -> None:
        self._focus, self._scene = focus, focus.scene
        self._rows = focus.index.edition_row
        self._places: dict[int, tuple[int, int]] = {}
        self._verbs = [(verb, self._scene.clause(verb.start)) for verb in self._scene.sentence.verbs if verb.cue]
        self._beside: dict[Value, list[Value]] = {}
        self._companies: dict[tuple[Value, tuple[Value, ...], int], Company] = {}
        self._ordered: dict[tuple[Value, str, str, int], tuple[str, ...]] = {}
        self._cases: dict[Value, str] = {}

    def _at(self, value: Value) -> tuple[int, int]:
        """The piece and the clause of a value."""
        if value.start not in self._places:
            self._places[value.start] = self._scene.sentence.piece_at(value.start), self._scene.clause(value.start)
        return self._places[value.start]

    def of_value(self, value: Value) -> Iterator[str]:
        """The small word that a value goes with, and how near that which explains it is."""
        beside = self.case(value)
        if beside:
            yield f"case {beside}"
        for ref in sorted(self._focus.explained[value]):
            anchor = self._focus.anchors.get(ref)
            if not anchor:
                continue
            if anchor.mention and self._scene.clause(anchor.mention.start) == self._at(value)[1]:
                yield "explained in clause"
            if self._company(value, ref, anchor.mention).piece:
                yield f"company {anchor.near}"

    def case(self, value: Value) -> str:
        """“in”, “by”, “से”: before a value in English, after it in Hindi."""
        if value not in self._cases:
            self._cases[value] = self._find_case(value)
        return self._cases[value]

    def _find_case(self, value: Value) -> str:
        sentence = self._scene.sentence
        if sentence.hindi:
            after = sentence.text[value.end : value.end + _CLOSE].split()[:1]
            return after[0] if after and after[0] in _AFTER else ""
        before = sentence.before(value.start, _BACK)
        while before and before[-1].folded in _SKIPPED:
            before.pop()
        return before[-1].folded if before and before[-1].folded in _BEFORE else ""

    def of_anchor(self, value: Value, anchor: Anchor) -> Iterator[str]:
        """How far an anchor stands, and whether other values beside this one are its own."""
        if anchor.mention:
            yield from self._of_mention(value, anchor.mention)
        company = self._company(value, anchor.ref, anchor.mention)
        if company.piece:
            yield "told in piece"
        elif company.clause:
            yield "told in clause"
        elif company.others:
            yield "others told in piece"
        if company.alone:
            yield "told alone"
        listed = self._listed(value)
        if listed:
            own = any(anchor.ref in self._focus.explained[one] for one in listed)
            yield "listed" if own else "listed with others"
            if self._is_listed(anchor):
                yield "list beside list"

    def _of_mention(self, value: Value, mention: Mention) -> Iterator[str]:
        before = mention.end <= value.start
        start, end = (mention.end, value.start) if before else (value.end, mention.start)
        if start > end:
            return
        between = len(self._scene.sentence.between(start, end))
        yield f"gap {next((name for most, name in _GAPS if between <= most), 'far')}"
        text = self._scene.sentence.text
        if before and not between and _MARKS.fullmatch(text, start, end):
            yield "beside by mark"
        if _OWNS.fullmatch(text, start, end):
            yield "owned" if before else "owns"

    def _company(self, value: Value, ref: str, mention: Mention | None) -> Company:
        """How `ref` tells the values beside one. All that explain the same are alike in that."""
        key = value, self._focus.explaining.get(ref, ()), mention.start if mention else -1
        if key not in self._companies:
            self._companies[key] = self._find_company(*key)
        return self._companies[key]

    def _find_company(self, value: Value, told: tuple[Value, ...], at: int) -> Company:
        piece = clause = alone = others = False
        own_piece, own_clause = self._at(value)
        for other in self._focus.values:
            same = other.start < value.end and value.start < other.end
            if same or self._at(other)[1] != own_clause or other.start == at:
                continue
            explaining = self._focus.explained[other]
            near = self._at(other)[0] == own_piece
            if other in told:
                clause, piece, alone = True, piece or near, alone or len(explaining) == 1
            elif explaining:
                others = others or near
        return Company(piece, clause, alone, others)

    def _listed(self, value: Value) -> list[Value]:
        """The values of the same kind with which one stands in a list."""
        if value not in self._beside:
            self._beside[value] = [
                one for one in self._focus.values if one.kind == value.kind and self._joins(one, value)
            ]
        return self._beside[value]

    def _joins(self, one: Value, other: Value) -> bool:
        first, last = (one, other) if one.start < other.start else (other, one)
        if last.start < first.end:
            return False
        sentence = self._scene.sentence
        between = sentence.between(first.end, last.start)
        return len(between) < 6 and all(word.key in _LISTED or sentence.inside(word.start) for word in between)

    def _is_listed(self, anchor: Anchor) -> bool:
        """“GSOMIA in 2002 and LEMOA in 2016”: an anchor beside others of which the same is said."""
        mention = anchor.mention
        return mention is not None and any(
            self._goes_with(one, mention) for one in self._scene.things if one.refs != mention.refs
        )

    def _goes_with(self, one: Mention, other: Mention) -> bool:
        first, last = (one, other) if one.start < other.start else (other, one)
        sentence = self._scene.sentence
        between = sentence.between(first.end, last.start)
        small = all(
            word.key in _SMALL or any(day.start <= word.start < day.end for day in sentence.dates) for word in between
        )
        return small and any(word.key in LINKS for word in between)

    def is_other_edition(self, value: Value, anchor: Anchor) -> bool:
        """Whether another edition of an anchor's row is named, and no value of the clause is the anchor's."""
        row = self._rows.get(anchor.ref, "")
        if not row or value.kind == "ordinal":
            return False
        named = {one.refs[0] for one in self._scene.mentions if one.row == row and one.kind == "edition" and one.refs}
        named = named or self._edition_before(row)
        return bool(named) and anchor.ref not in named and not self._company(value, anchor.ref, anchor.mention).clause

    def _edition_before(self, row: str) -> set[str]:
        """The editions of a row that were named last, before the sentence."""
        told = ({ref for ref in refs if self._rows.get(ref) == row} for refs in self._scene.around.trail)
        return next((refs for refs in told if refs), set())

    def of_slot(self, value: Value, slot: Slot, anchor: Anchor) -> Iterator[str]:
        """The order of a value, the words that speak of its predicate and the anchor; and beside which office it is."""
        end = slot.side if slot.side == "subject" else "object"
        key = value, slot.fact.predicate, end, anchor.mention.start if anchor.mention else -1
        if key not in self._ordered:
            self._ordered[key] = (*self._of_order(value, key[1], key[3]), *self._of_phrase(value, key[1], end))
        yield from self._ordered[key]
        if value.kind == "person":
            yield from self._of_office(value, slot)

    def _of_order(self, value: Value, predicate: str, at: int) -> Iterator[str]:
        """The order of a value, the words that speak of a predicate and an anchor that is named at a place (or -1)."""
        clause = self._at(value)[1]
        cues = [verb.start for verb, own in self._verbs if own == clause and predicate in verb.predicates]
        if cues:
            marks = [(value.start, "v"), (min(cues, key=lambda at: abs(at - value.start)), "c")]
            if at >= 0 and self._scene.clause(at) == clause:
                marks.append((at, "a"))
            yield f"order {self._scene.sentence.language} {''.join(mark for _, mark in sorted(marks))}"
        elif any(own == clause for _, own in self._verbs):
            piece = self._at(value)[0]
            here = any(self._scene.sentence.piece_at(verb.start) == piece for verb, own in self._verbs if own == clause)
            yield "other cue in piece" if here else "other cue in clause"

    def _of_phrase(self, value: Value, predicate: str, end: str) -> Iterator[str]:
        """Whether a value goes with the small word that it has at an end of the phrase of its predicate."""
        asked = phrasing(self._focus.index).word(predicate, end, self._scene.sentence.language)
        said = alike(self.case(value))
        if asked and said in ("", asked):
            yield "as phrased" if said else "bare of phrase"
        elif said:
            yield "not as phrased"

    def _of_office(self, value: Value, slot: Slot) -> Iterator[str]:
        index = self._focus.index
        predicate = index.predicate(slot.fact.predicate)
        asked = predicate.office or (slot.fact.value if predicate.role == "term" else "")
        for one in self._scene.mentions:
            if len(one.refs) == 1 and index.type(one.refs[0]) == "office" and 0 <= value.start - one.end <= 3:
                yield "office said" if one.refs[0] == asked else "other office said"
