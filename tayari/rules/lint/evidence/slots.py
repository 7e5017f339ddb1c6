"""Facts as slots: each end of a fact asks for a value of some kind, and is anchored in what stands at the other end."""

from collections.abc import Iterator
from dataclasses import dataclass

from tayari.plain.dates import PartialDate
from tayari.rules.lint import unknown
from tayari.rules.lint.base import Fact, Predicate
from tayari.rules.lint.evidence.outsiders import label
from tayari.rules.lint.index import Index
from tayari.rules.lint.lexicon import PLACED
from tayari.rules.lint.reading.dates import dates
from tayari.rules.lint.reading.tokens import tokens
from tayari.rules.lint.weighing.days import day_of
from tayari.rules.lint.weighing.texts import Number, numbers


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """What a fact has at one end (`ref`, `day` or `number`), seen from `anchor` at its other end.

    `side` is object or subject, label for a fact in words that is a name itself, words for what one names, from and to
    for the days between which an office was held, or bearer for that of which a fact is told.
    """

    fact: Fact
    anchor: str
    kind: str
    side: str
    ref: str = ""
    day: PartialDate | None = None
    number: Number | None = None


def kind_of(index: Index, ref: str) -> str:
    """The kind of value that an entity is."""
    type_ = index.type(ref)
    return type_ if type_ in ("place", "country", "person") else "thing"


class Slots:
    """The slots of a base by their anchor, made as they are asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._kept: dict[str, tuple[Slot, ...]] = {}
        self._asked: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, anchor: str) -> tuple[Slot, ...]:
        if anchor not in self._kept:
            own = self._index.base.of_subject.get(anchor, ())
            found = [one for fact in own for one in self._objects(fact)]
            if self._index.type(anchor) not in PLACED:
                found += [one for fact in self._index.by_value.get(anchor, ()) for one in self._subject(fact)]
            self._kept[anchor] = tuple(found)
        return self._kept[anchor]

    def predicates(self, anchor: str, kind: str) -> frozenset[str]:
        """Those of the facts that have a slot of a kind."""
        key = anchor, kind
        if key not in self._asked:
            self._asked[key] = frozenset(one.fact.predicate for one in self.of(anchor) if one.kind == kind)
        return self._asked[key]

    def _objects(self, fact: Fact) -> Iterator[Slot]:
        predicate = self._index.predicate(fact.predicate)
        if predicate.object_kind == "entity":
            yield Slot(fact, fact.subject, kind_of(self._index, fact.value), "object", ref=fact.value)
            if predicate.role == "term":
                for side, text in (("from", fact.valid_from), ("to", fact.valid_to)):
                    day = day_of(text) if text else None
                    if day:
                        yield Slot(fact, fact.subject, "date", side, day=day)
            return
        if predicate.object_kind == "date":
            day = day_of(fact.value)
            if day:
                yield Slot(fact, fact.subject, "date", "object", day=day)
            return
        yield from self._told(fact, predicate)

    def _told(self, fact: Fact, predicate: Predicate) -> Iterator[Slot]:
        """What an amount or a fact in words holds."""
        for text in (fact.value, *fact.texts.values()):
            for number in numbers(text):
                kind = "ordinal" if number.ordinal or predicate.role == "ordinal" else "number"
                yield Slot(fact, fact.subject, kind, "object", number=number)
            if predicate.object_kind == "text":
                yield from self._in_words(fact, text)
        named = predicate.object_kind == "text" and predicate.functional and predicate.role != "expansion"
        if named and label(fact.value):
            yield Slot(fact, fact.subject, "thing", "label", ref=label(fact.value))

    def _in_words(self, fact: Fact, text: str) -> Iterator[Slot]:
        """What a fact in words names."""
        words, found = tokens(text), dates(text)
        hits = self._index.names.find(words)
        for hit in hits:
            if len(hit.refs) == 1 and hit.refs[0] != fact.subject and not all(one.weak for one in hit.forms):
                yield Slot(fact, fact.subject, kind_of(self._index, hit.refs[0]), "words", ref=hit.refs[0])
        for one in found:
            if one.year:
                day = PartialDate(one.year, one.month or None, one.day or None)
                yield Slot(fact, fact.subject, "date", "words", day=day)
        taken = {at for hit in hits for at in range(hit.first, hit.last)}
        for first, last in unknown.persons(words, text, hits, taken):
            ref = f"{unknown.PERSON}{text[words[first].start : words[last - 1].end]}"
            yield Slot(fact, fact.subject, "person", "words", ref=ref)

    def _subject(self, fact: Fact) -> Iterator[Slot]:
        alone = len(self._index.as_value[fact.predicate, fact.value]) == 1
        term = self._index.role(fact.predicate) == "term"
        if alone or term:
            yield Slot(fact, fact.value, kind_of(self._index, fact.subject), "subject", ref=fact.subject)


def slots_of(index: Index) -> Slots:
    """The slots of a base, read as they are asked for."""
    return index.once(Slots)
