"""Rows that no fact tells but names do: “ninth DTTI Group meeting” is the ninth of a row of such meetings."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from tayari.rules.lint.base import Entity, Fact, FactBase, Name, Predicate
from tayari.rules.lint.reading.tokens import keys, tokens

OF_ROW = Predicate("row-by-name", "entity", True, False, role="edition-of", phrase={"en": "{subject}: {object}."})
NUMBER = Predicate("number-by-name", "quantity", True, False, role="ordinal", phrase={"en": "{subject}: {object}."})
_FEW = 2  # words that a row's name must have beside the number


def without_number(text: str) -> tuple[str, int]:
    """A name without the one ordinal in it, and that ordinal; 0 when there is none or more than one."""
    words = tokens(text)
    numbered = [word for word in words if word.key.startswith("#")]
    if len(numbered) != 1:
        return text, 0
    told = f"{text[: numbered[0].start]}{text[numbered[0].end :]}"
    return " ".join(told.split()), int(numbered[0].key[1:])


def _told(entity: Entity) -> tuple[str, int]:
    """The stem of an event's English name and its number."""
    name = next((one for one in entity.names if one.kind == "name" and one.language == "en"), None)
    stem, number = without_number(name.text) if name else ("", 0)
    return (stem, number) if number and len(keys(stem)) >= _FEW else ("", 0)


def _names(entity: Entity) -> Iterator[Name]:
    for name in entity.names:
        stem, number = without_number(name.text)
        if number and len(keys(stem)) >= _FEW:
            yield Name(stem, name.language, "alias")


def _known_rows(base: FactBase) -> dict[tuple[str, ...], str]:
    """The rows that entities stand for, by their names."""
    refs = {one.ref for one in base.with_role("edition-of")}
    rows = {fact.value for fact in base.facts if fact.predicate in refs and fact.value in base.entities}
    return {keys(name.text): ref for ref in sorted(rows) for name in base.entities[ref].names}


def _free(base: FactBase) -> Iterator[tuple[Entity, str, int]]:
    """Events with a number in their name and no fact that puts them in a row."""
    refs = [one.ref for one in base.with_role("edition-of")]
    for entity in base.entities.values():
        if entity.type == "event" and not any(base.about.get((entity.ref, ref)) for ref in refs):
            stem, number = _told(entity)
            if stem and base.of_subject.get(entity.ref):
                yield entity, stem, number


def completed(base: FactBase) -> FactBase:
    """The base with the rows that names tell. What is added rests on a fact of the edition, which a finding names."""
    rows, ordinals = _known_rows(base), [one.ref for one in base.with_role("ordinal")]
    added: dict[str, list[Name]] = defaultdict(list)
    facts: list[Fact] = []
    for entity, stem, number in _free(base):
        row = rows.get(keys(stem), "") or f"row:{stem}"
        if row not in base.entities:
            added[row] += _names(entity)
        ground = base.of_subject[entity.ref][0]
        facts.append(replace(ground, predicate=OF_ROW.ref, value=row, valid_from="", valid_to=""))
        if not any(base.about.get((entity.ref, ref)) for ref in ordinals):
            facts.append(replace(ground, predicate=NUMBER.ref, value=str(number), valid_from="", valid_to=""))
    if not facts:
        return base
    entities = [Entity(ref, "mechanism", tuple(dict.fromkeys(names))) for ref, names in added.items()]
    return FactBase(
        [*base.entities.values(), *entities],
        [*base.predicates.values(), OF_ROW, NUMBER],
        [*base.facts, *facts],
    )
