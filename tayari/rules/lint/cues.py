"""Which words of prose say which predicates: the predicates' own, else those of their role, else of their phrase."""

import re
from collections import defaultdict
from dataclasses import dataclass

from tayari.rules.lint.base import FactBase, Predicate
from tayari.rules.lint.lexicon import ALIKE, CUES, GENERIC, LIGHT, STOP, TITLES, UNDER, WEAK_CUES
from tayari.rules.lint.reading.tokens import keys

_LIGHT, _NOUNS = STOP | LIGHT, GENERIC | TITLES


@dataclass(frozen=True, slots=True)
class Cue:
    """The predicates that a cue may say; a weak one gives way to any other in its clause."""

    predicates: frozenset[str]
    weak: bool


def _of_phrase(predicate: Predicate, language: str) -> list[tuple[str, ...]]:
    found = []
    for piece in re.split(r"\{\w+\}", predicate.phrase.get(language, "")):
        row = list(keys(piece))
        while row and row[0] in _LIGHT:
            row.pop(0)
        while row and row[-1] in _LIGHT:
            row.pop()
        if row and len(row) <= 4 and not set(row) <= _NOUNS:
            found.append(tuple(row))
    return found


def _to_come(cue: str) -> list[str]:
    """“to sign”, “will sign” for “signed”."""
    if not re.fullmatch(r"[a-z]{3,}ed", cue):
        return []
    stem = cue[:-1] if re.search(r"(?:[cgsvz]|[aeiou][bdlpt]|at|ut|ir|ur)ed$", cue) else cue[:-2]
    return [f"{word} {one}" for word in ("to", "will", "shall") for one in {stem, cue[:-2]}]


def cues_of(predicate: Predicate, language: str) -> list[tuple[str, ...]]:
    """The cues of one predicate in one language."""
    own = predicate.cues.get(language)
    if own:
        alike = [told for cue in own if cue in ALIKE for told in ALIKE[cue].split(" | ")]
        to_come = [told for cue in own for told in _to_come(cue)]
        return [keys(cue) for cue in dict.fromkeys([*own, *alike, *to_come])]
    by_role = CUES.get(predicate.role, {}).get(language, "")
    found = [keys(cue) for cue in by_role.split(" | ")] if by_role and predicate.role != "begun" else []
    return found + _of_phrase(predicate, language)


def _inherit(base: FactBase, found: dict[tuple[str, ...], set[str]]) -> None:
    """“launched at” an event also says “launched” of a day and a place: a cue within a longer one that takes another
    sort of object, or that is longer only by a small word. “replaced by” does not say “replaced”."""

    def takes(refs: set[str]) -> set[str]:
        held = (base.predicates[ref] for ref in refs)
        return {type_ for one in held for type_ in (one.object_types or (one.object_kind,))}

    small = (STOP | UNDER) - set(keys("by द्वारा"))
    for cue in [cue for cue in found if len(cue) > 1]:
        own = takes(found[cue])
        for size in range(1, len(cue)):
            for first in range(len(cue) - size + 1):
                within = found.get(cue[first : first + size], set())
                more = set(cue[:first] + cue[first + size :])
                same = more <= small
                found[cue] |= {ref for ref in within if same or not takes({ref}) & own}


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def cue_phrases(base: FactBase) -> dict[tuple[str, ...], Cue]:
    """All cues of the base, each with all predicates that it may say. What holds a country's name is no cue."""
    countries = {keys(name.text) for one in base.entities.values() if one.type == "country" for name in one.names}
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for predicate in base.predicates.values():
        for language in ("en", "hi"):
            for cue in cues_of(predicate, language):
                found[cue].add(predicate.ref)
    _inherit(base, found)
    return {
        cue: Cue(frozenset(refs), all(part in WEAK_CUES for part in cue))
        for cue, refs in found.items()
        if not set(cue) <= STOP and not any(_within(name, cue) for name in countries)
    }
