"""A list of facts in other people's words: names for entities and predicates, sources as remarks. Never forced."""

from collections.abc import Iterable, Mapping
from itertools import count

from tayari.base.packfiles import Row
from tayari.base.packing import Data, Findings, Item
from tayari.facts.models import Entity, Fact, Predicate
from tayari.facts.queries import value_of
from tayari.plain import folding
from tayari.plain.dates import PRECISIONS, NotADate, PartialDate
from tayari.rules import quantities

COLUMNS = ("subject", "predicate", "object", "valid_from", "valid_to", "source", "confidence")
_Named = Mapping[tuple[str, ...], frozenset[str]]


class Unclear(ValueError):
    """A cell does not say which of our things it means; the message says why."""


def mapped(rows: Iterable[Row], findings: Findings) -> list[Item]:
    """Drafts of the rows that can be mapped; every other row becomes a finding. Nothing is guessed.

    What its `source` and `confidence` say stays in the note: without a look-up it is no source of ours.
    """
    entities = {row.ref: row for row in Entity.objects.all()}
    predicates = {row.ref: row for row in Predicate.objects.all()}
    names = _index((ref, row.all_names()) for ref, row in entities.items())
    labels = _index((ref, [ref.replace("_", " "), *row.label.values()]) for ref, row in predicates.items())
    refs, told = _Refs(), {}
    for row in rows:
        try:
            predicate = predicates[_one("predicate", row.data["predicate"].replace("_", " "), labels, labels)]
            data = _data(row.data, predicate, names, entities)
        except (Unclear, NotADate, quantities.NotAQuantity) as problem:
            findings.error(row.file, row.line, str(problem))
            continue
        if same := refs.held(data):
            findings.warning(row.file, row.line, f"{same} says this already; nothing was added")
            continue
        data["ref"] = refs.fresh(data)
        told[data["ref"]] = Item("fact", data["ref"], data, row.file, row.line)
    return list(told.values())


def _index(things: Iterable[tuple[str, Iterable[str]]]) -> _Named:
    found: dict[tuple[str, ...], set[str]] = {}
    for ref, given in things:
        for name in given:
            found.setdefault(tuple(folding.words(name)), set()).add(ref)
    return {key: frozenset(refs) for key, refs in found.items()}


def _one(what: str, name: str, names: _Named, able: Iterable[object]) -> str:
    """The one thing of this name. `able` are the refs that may be meant where several share it."""
    found = names.get(tuple(folding.words(name)), frozenset())
    if not found:
        raise Unclear(f"there is no {what} {name!r}; add it, or one of its names, and import again")
    fitting = found if len(found) == 1 else found & set(able)
    if len(fitting) != 1:
        raise Unclear(f"{name!r} may be {', '.join(sorted(found))}; write the one that is meant")
    return str(next(iter(fitting)))


def _of_type(entities: Mapping[str, Entity], types: Iterable[str]) -> set[str]:
    wanted = set(types)
    return {ref for ref, row in entities.items() if not wanted or "any" in wanted or row.type in wanted}


def _data(row: Mapping[str, str], predicate: Predicate, names: _Named, entities: Mapping[str, Entity]) -> Data:
    subject = _one("entity", row["subject"], names, _of_type(entities, predicate.subject_types))
    ends = [str(PartialDate.parse(row[end])) if row[end] else "" for end in ("valid_from", "valid_to")]
    value = row["object"]
    if predicate.object_kind == Predicate.ObjectKind.ENTITY:
        value = _one("entity", value, names, _of_type(entities, predicate.object_types))
    elif predicate.object_kind == Predicate.ObjectKind.DATE:
        value = str(PartialDate.parse(value))
    elif predicate.object_kind == Predicate.ObjectKind.QUANTITY:
        read = quantities.read(value)
        value = quantities.written(read.amount, read.unit)
    dated = [*ends, value if predicate.object_kind == Predicate.ObjectKind.DATE else ""]
    exact = max((PartialDate.parse(day).precision for day in dated if day), key=PRECISIONS.index, default="")
    remarks = [f"{what}: {row[what]}" for what in ("source", "confidence") if row[what]]
    return {
        "subject": subject,
        "predicate": predicate.ref,
        "object": value,
        "texts": {},
        "valid_from": ends[0],
        "valid_to": ends[1],
        "precision": exact,
        "status": Fact.Status.DRAFT.value,
        "sources": [],
        "note": "Imported. " + "; ".join(remarks) if remarks else "Imported.",
    }


class _Refs:
    """Names for new facts, and what the base and the file have said already."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.said: dict[tuple[str, str, tuple[str, ...]], str] = {}
        for fact in Fact.objects.spoken().exclude(status=Fact.Status.RETIRED):
            self.taken.add(fact.ref)
            self.said[fact.subject.ref, fact.predicate_id, tuple(folding.words(value_of(fact)))] = fact.ref
        self.taken |= set(Fact.objects.values_list("ref", flat=True))

    def _key(self, data: Data) -> tuple[str, str, tuple[str, ...]]:
        return data["subject"], data["predicate"], tuple(folding.words(data["object"]))

    def held(self, data: Data) -> str:
        return self.said.get(self._key(data), "")

    def fresh(self, data: Data) -> str:
        """`2plus2-1.held-on`, with a number where that is taken."""
        plain = f"{data['subject']}.{data['predicate'].replace('_', '-')}"
        numbered = (f"{plain}-{number}" for number in count(2))
        ref = plain if plain not in self.taken else next(one for one in numbered if one not in self.taken)
        self.taken.add(ref)
        self.said[self._key(data)] = ref
        return ref
