"""Makes draft questions of facts by a seed: varied, linted, without doubles, and never without one key."""

import hashlib
import json
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tayari.rules import kinds
from tayari.rules.drafts.chronology import chronology
from tayari.rules.drafts.items import Items
from tayari.rules.drafts.material import Material
from tayari.rules.drafts.pairs import match, pairs_how_many
from tayari.rules.drafts.single import single
from tayari.rules.drafts.statements import combinations, how_many, two_statements
from tayari.rules.drafts.theme import Theme, Themes
from tayari.rules.drafts.values import Known
from tayari.rules.kinds import Derived, Question
from tayari.rules.questions import lints, papers
from tayari.rules.questions.papers import Told

Content = dict[str, Any]
_PREDICATE, _SUBJECT = ("predicate",), ("subject", "near", "predicate")


@dataclass(frozen=True, slots=True)
class _Recipe:
    """How a kind is made: from themes of which sort, with how many facts at least, how hard it is believed to be."""

    make: Callable[[Items, Theme], Content | None]
    by: Sequence[str]
    least: int
    difficulty: str


RECIPES: Mapping[str, _Recipe] = {
    "single": _Recipe(single, ("subject", "near", "predicate", "type"), 1, "easy"),
    "two-statements": _Recipe(two_statements, _SUBJECT, 2, "medium"),
    "combinations": _Recipe(combinations, _SUBJECT, 3, "medium"),
    "how-many": _Recipe(how_many, _SUBJECT, 3, "hard"),
    "pairs-how-many": _Recipe(pairs_how_many, _PREDICATE, 3, "hard"),
    "chronology": _Recipe(chronology, ("type", "predicate", "near"), 4, "medium"),
    "match": _Recipe(match, _PREDICATE, 4, "medium"),
}
KINDS = tuple(RECIPES)
# How often a question is tried before its kind is given up, and how often of these while it must fit the others.
_TRIES, _STRICT = 60, 40
# How many more than its share of the keys a letter may have: near uniform, and not to be counted on.
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. `subjects` and `facts` (refs) narrow what is asked about; empty leaves everything.

    `languages` is `en`, `both` (Hindi where every piece of the question has it) or `hi` (only such questions).
    """

    kinds: Sequence[str]
    count: int
    seed: str
    languages: str = "both"
    topics: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    facts: frozenset[str] | None = None


@dataclass(frozen=True)
class Draft:
    """A draft's content (tayari-question/1), and what follows from it."""

    content: Content
    question: Question
    derived: Derived
    rests_on: tuple[str, ...]

    @cached_property
    def told(self) -> Told:
        return papers.told((self.question, self.derived))


@dataclass(slots=True)
class _Batch:
    """What was made so far: shapes, words, keys, and how often each fact was used."""

    used: Counter[str] = field(default_factory=Counter)
    shapes: set[str] = field(default_factory=set)
    told: list[Told] = field(default_factory=list)
    keys: Counter[str] = field(default_factory=Counter)

    def takes(self, one: Draft) -> bool:
        """Whether it may stand in one paper with the others: no claim, no answer and no wording of theirs, and no
        letter that is the key too often."""
        share = (sum(self.keys.values()) + 1) / len(one.derived.options)
        if self.keys[one.derived.key[0]] >= share + _SLACK:
            return False
        words = one.told
        return not any(papers.answering(words, other) or papers.alike(words, other) for other in self.told)

    def note(self, one: Draft, form: str) -> None:
        self.shapes.add(form)
        self.told.append(one.told)
        self.keys[one.derived.key[0]] += 1
        self.used.update(one.rests_on)


def draft(material: Material, wanted: Wanted, taken: Collection[str] = ()) -> list[Draft]:
    """Up to `count` drafts, their kinds in turn; fewer when the facts give no more. The same seed gives the same.

    `taken` are shapes (see `shape`) that exist already and are not made again.
    """
    known = [one for one in material.known if _asked(one, material, wanted)]
    themes, batch = material.themes(known), _Batch(shapes=set(taken))
    made: list[Draft] = []
    turn = list(wanted.kinds)
    while len(made) < wanted.count and turn:
        kind = turn[len(made) % len(turn)]
        one = _one(material, themes, batch, kind, len(made), wanted)
        if one is None:
            turn.remove(kind)
        else:
            made.append(one)
    return made


def _asked(one: Known, material: Material, wanted: Wanted) -> bool:
    if wanted.facts is not None and one.fact.ref not in wanted.facts:
        return False
    return not wanted.subjects or bool(wanted.subjects & _related(one, material))


def _related(one: Known, material: Material) -> set[str]:
    """The subject, what it is a part or an edition of, and the entity that the fact names."""
    around = {fact.value for fact in material.base.of_subject.get(one.fact.subject, ()) if fact.feeds_key}
    return {one.fact.subject, one.fact.value} | (around & material.base.entities.keys())


def _one(material: Material, themes: Themes, batch: _Batch, kind: str, number: int, wanted: Wanted) -> Draft | None:
    recipe = RECIPES[kind]
    for attempt in range(_TRIES):
        rng = random.Random(f"{wanted.seed}\x1f{kind}\x1f{number}\x1f{attempt}")  # noqa: S311 — a choice, not a secret
        theme = themes.draw(rng, batch.used, by=recipe.by, least=recipe.least)
        content = recipe.make(Items(material, rng), theme)
        if content is None:
            continue
        one = _finished(content, kind, material, wanted)
        if one is not None and _is_new(one, batch, strict=attempt < _STRICT):
            return one
    return None


def _finished(content: Content, kind: str, material: Material, wanted: Wanted) -> Draft | None:
    """The draft with its head, when it can be printed, has one key and nothing speaks against it."""
    content = _in_languages(content, wanted.languages)
    if not content:
        return None
    mark = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:10]
    rests_on = tuple(dict.fromkeys(_facts_of(content, material)))
    head = {
        "schema": kinds.SCHEMA,
        "ref": f"draft.{kind}.{mark}",
        "kind": kind,
        "topics": list(wanted.topics),
        "as_of": material.as_of.isoformat(),
        "difficulty": RECIPES[kind].difficulty,
        "provenance": "drafted",
    }
    whole = {**head, **content, **_sources(rests_on, material, "hi" in content["stem"])}
    try:
        question = kinds.parse(whole)
        truths = _truths(question, material)
        derived = kinds.derive(question, truths)
    except kinds.Refused:
        return None
    return None if lints.lint(question, derived) else Draft(whole, question, derived, rests_on)


def _truths(question: Question, material: Material) -> dict[str, bool]:
    judged = {one.id: material.truth(one.claim) for one in question.items() if one.claim}
    return {name: truth for name, truth in judged.items() if truth is not None}


def _in_languages(content: Content, languages: str) -> Content:
    """The content in English alone, or also in Hindi when every piece has it; empty when Hindi is a must and lacks."""
    complete = languages != "en" and all("hi" in texts for texts in _texts(content))
    if languages == "hi" and not complete:
        return {}
    kept = ("en", "hi") if complete else ("en",)
    return {key: _trimmed(value, kept) for key, value in content.items()}


def _texts(value: Any) -> Iterator[Mapping[str, str]]:
    if isinstance(value, Mapping) and "en" in value:
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _trimmed(value: Any, kept: Sequence[str]) -> Any:
    if isinstance(value, Mapping) and "en" in value:
        return {code: value[code] for code in kept}
    if isinstance(value, Mapping):
        return {key: _trimmed(inner, kept) for key, inner in value.items()}
    return [_trimmed(inner, kept) for inner in value] if isinstance(value, list) else value


def _rows(content: Content) -> list[Mapping[str, Any]]:
    return [row for name in ("options", "statements", "pairs", "items") for row in content.get(name, ())]


def _facts_of(content: Content, material: Material) -> Iterator[str]:
    yield from content.get("facts", ())
    for row in _rows(content):
        yield from row.get("facts", ())
        if "claim" in row:
            yield from (one.fact.ref for one in material.about.get(tuple(row["claim"][:2]), ()))


def _sources(refs: Sequence[str], material: Material, hindi: bool) -> Content:
    """The closing remark: where the facts are written, each once, without addresses."""
    lines = dict.fromkeys(_cited(line) for ref in refs for line in material.facts[ref].sources[:1])
    said = "; ".join(lines)
    texts = {"en": f"Sources: {said}.", **({"hi": f"स्रोत: {said}।"} if hindi else {})}
    return {"explanation": texts} if said else {}


def _cited(line: str) -> str:
    parts = [part for part in line.split(" · ") if not part.startswith("http")]
    return parts[0] + (f" ({parts[1]})" if len(parts) > 1 else "")


def shape(content: Mapping[str, Any]) -> str:
    """What a question turns on, whatever its words and the order of its parts: two with one shape are doubles."""
    rows = [
        json.dumps([row.get("claim"), row.get("facts"), row.get("true"), row.get("date")])
        for row in _rows(dict(content))
    ]
    return json.dumps([content.get("kind"), sorted(rows), sorted(content.get("facts") or ())])


def _is_new(one: Draft, batch: _Batch, *, strict: bool) -> bool:
    """Whether nothing like it is there. Notes it down when so."""
    form = shape(one.content)
    if form in batch.shapes or (strict and not batch.takes(one)):
        return False
    batch.note(one, form)
    return True
