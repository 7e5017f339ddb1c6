"""Whose a value is by the words around it: what stands nearest, of what its verb tells, and who else could have it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from tayari.rules.lint.evidence.focus import Anchor, Focus
from tayari.rules.lint.evidence.slots import Slot
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.lexicon import BACKGROUND, GENERIC
from tayari.rules.lint.reading.sentence import CueFound

_INDEFINITE = frozenset({"a", "an", "another", "some", "one", "their", "एक", "कोई", "अन्य"})
_NEAR = 4  # words after an article within which its noun stands
_MOST = 2  # owners that are counted
_BESIDE = 2  # words at most between what stands beside a value and the value


@dataclass(frozen=True, slots=True)
class Stand:
    """Something named in the sentence, known to the base or not (`type` is then empty)."""

    start: int
    end: int
    refs: frozenset[str]
    type: str
    clause: int


class Owners:
    """Reads for the values of one sentence who may own them."""

    def __init__(self, focus: Focus) -> None:
        self._focus, self._scene, self._index = focus, focus.scene, focus.index
        self._stands = sorted(self._named(), key=lambda one: (one.start, one.end))
        self._verb: dict[int, CueFound | None] = {}
        self._around: dict[Value, tuple[int, list[Stand], Stand | None]] = {}
        self._refs = frozenset(ref for one in self._stands for ref in one.refs)
        self._next: dict[tuple[Value, str], tuple[str, ...]] = {}
        self._rivals: dict[tuple[Value, str, str, int], tuple[str, ...]] = {}

    def _named(self) -> Iterator[Stand]:
        rows = self._index.edition_row
        for one in self._scene.mentions:
            type_ = self._index.type(one.refs[0]) if one.refs else ""
            if type_ == "place":
                continue
            refs = {*one.refs, one.row, *(rows.get(ref, "") for ref in one.refs)} - {""}
            yield Stand(one.start, one.end, frozenset(refs), type_, self._scene.clause(one.start))
        yield from self._unnamed()
        for value in self._focus.values:
            if value.ref and value.ref not in self._index.base.entities and value.kind != "place":
                type_ = value.kind if value.kind in ("country", "person") else ""
                yield Stand(value.start, value.end, frozenset({value.ref}), type_, self._scene.clause(value.start))

    def _unnamed(self) -> Iterator[Stand]:
        """“an Act”, “their nuclear agreement”: something that has no name here."""
        words, inside = self._scene.sentence.words, self._scene.sentence.inside
        for at, article in enumerate(words):
            if article.folded not in _INDEFINITE:
                continue
            after = list(takewhile(lambda word: not inside(word.start), words[at + 1 : at + 1 + _NEAR]))
            noun = next((word for word in after if word.key in GENERIC), None)
            if noun:
                yield Stand(article.start, noun.end, frozenset({"unnamed"}), "", self._scene.clause(article.start))

    def _is_own(self, stand: Stand, ref: str) -> bool:
        return ref in stand.refs or self._index.edition_row.get(ref, "") in stand.refs

    def _told(self, stand: Stand | None, ref: str) -> str:
        if stand is None:
            return "none"
        if self._is_own(stand, ref):
            return "own"
        return "unknown" if not stand.type else stand.type if stand.type in BACKGROUND else "other"

    def _known(self, ref: str) -> str:
        """A ref, where something named is that or of its row; else none, since who owns what is then told by others."""
        return ref if ref in self._refs or self._index.edition_row.get(ref, "") in self._refs else ""

    def of_anchor(self, value: Value, anchor: Anchor) -> tuple[str, ...]:
        """What stands nearest before a value, and of what its verb tells."""
        key = value, self._known(anchor.ref)
        if key not in self._next:
            self._next[key] = tuple(self._of_stands(*key))
        return self._next[key]

    def _of_stands(self, value: Value, ref: str) -> Iterator[str]:
        sentence = self._scene.sentence
        _, before, after = self._stands_around(value)
        nearest = before[-1] if before else None
        yield f"next {self._told(nearest, ref)}"
        if nearest and len(sentence.between(nearest.end, value.start)) <= _BESIDE:
            yield f"beside {self._told(nearest, ref)}"
        things = [one for one in before if one.type not in BACKGROUND]
        yield f"thing {self._told(things[-1] if things else after, ref)}"
        verb = self._governing(value)
        if verb:
            done = [one for one in before if one.end <= verb.start] if verb.start < value.start else before
            yield f"doer {self._told(done[-1] if done else None, ref)}"

    def _stands_around(self, value: Value) -> tuple[int, list[Stand], Stand | None]:
        """A value's clause, what is named there before it, and the first thing after it."""
        if value not in self._around:
            clause = self._scene.clause(value.start)
            here = [one for one in self._stands if one.clause == clause]
            after = (one for one in here if one.start >= value.end and one.type not in BACKGROUND)
            self._around[value] = clause, [one for one in here if one.end <= value.start], next(after, None)
        return self._around[value]

    def _governing(self, value: Value) -> CueFound | None:
        """The verb to which a value belongs: the last before it in English, the first after it in Hindi."""
        if value.start not in self._verb:
            self._verb[value.start] = self._find_governing(value)
        return self._verb[value.start]

    def _find_governing(self, value: Value) -> CueFound | None:
        sentence, clause = self._scene.sentence, self._scene.clause(value.start)
        verbs = [
            one for one in sentence.verbs if self._scene.clause(one.start) == clause and
            not value.start <= one.start < value.end
        ]  # fmt: skip
        after = [one for one in verbs if one.start >= value.end]
        before = [one for one in verbs if one.end <= value.start][::-1]
        return next(iter([*after, *before] if sentence.hindi else [*before, *after]), None)

    def of_slot(self, value: Value, slot: Slot, anchor: Anchor) -> Iterator[str]:
        """Whether a value's verb speaks of a slot's predicate, and what else of the clause could have such a fact."""
        verb = self._governing(value)
        if verb is None:
            yield "governed by none"
        else:
            cue = "cue" if slot.fact.predicate in verb.predicates else "other" if verb.cue else "verb"
            yield f"governed by {cue}"
        if slot.side == "object":
            at = anchor.mention.start if anchor.mention else -1
            key = value, slot.fact.predicate, self._known(anchor.ref), at
            if key not in self._rivals:
                self._rivals[key] = tuple(self._of_rivals(*key))
            yield from self._rivals[key]

    def _of_rivals(self, value: Value, predicate: str, ref: str, at: int) -> Iterator[str]:
        """Who else could have a fact of a predicate than what is meant by a ref and named at a place, or not (-1)."""
        clause, _, _ = self._stands_around(value)
        rivals = [
            one
            for one in self._stands
            if one.clause == clause
            and self._may_own(one, predicate)
            and not self._is_own(one, ref)
            and not (one.start < value.end and value.start < one.end)
        ]
        yield f"owners {min(_MOST, len(rivals))}"
        if at < 0:
            return
        low, high = sorted((at, value.start))
        if any(low < one.start < high for one in rivals):
            yield "owner between"
        if any(abs(one.start - value.start) < abs(at - value.start) for one in rivals):
            yield "owner nearer"

    def _may_own(self, stand: Stand, predicate: str) -> bool:
        """Whether a fact of a predicate may be about something: what the base does not have may be anything."""
        types = self._index.predicate(predicate).subject_types
        return not stand.type or "any" in types or stand.type in types
