"""Questions as rows: what columns can say in columns, the rest beside them as data, so that nothing is lost."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tayari.rules.interchange.cleaning import clean
from tayari.rules.interchange.columns.building import alone, build
from tayari.rules.interchange.columns.headers import Field
from tayari.rules.interchange.columns.merging import Apart, rest, same
from tayari.rules.interchange.columns.said import Said
from tayari.rules.interchange.making import LETTERS
from tayari.rules.kinds import SCHEMA
from tayari.rules.kinds.reading import DIFFICULTIES
from tayari.rules.kinds.wording import LANGUAGES

_NAMES = {"ref": "Ref", "kind": "Kind", "stem": "Question", "ask": "Question line", "answer": "Answer", "why": "Why"}
_NAMES |= {"explanation": "Explanation", "topics": "Topic", "difficulty": "Difficulty", "negative": "Negative question"}
_NAMES |= {"exam": "Exam", "pattern": "Pattern", "source": "Source", "licence": "Licence", "provenance": "Provenance"}
_NAMES |= {"as_of": "As of", "note": "Note", "tolerance": "Tolerance", "unit": "Unit", "data": "Data"}
_PLAIN = ("ref", "kind", "exam", "pattern", "source", "licence", "provenance", "note", "as_of")


def _both(name: str, place: int | None = None) -> list[Field]:
    return [Field(name, place, language) for language in LANGUAGES]


_OPTIONS = [field for place in range(len(LETTERS)) for field in _both("option", place)]
_WHYS = [field for place in range(len(LETTERS)) for field in _both("why", place)]
_ORDER = [
    *map(Field, ("ref", "kind")),
    *_both("stem"),
    *_both("ask"),
    *_OPTIONS,
    *map(Field, ("answer", "tolerance", "unit", "negative")),
    *_both("why"),
    *_WHYS,
    *_both("explanation"),
    *map(
        Field, ("topics", "difficulty", "exam", "pattern", "source", "licence", "provenance", "as_of", "note", "data")
    ),
]
# These stand in every file, filled or not: a person sees what can be said.
USUAL = frozenset(
    {
        Field("ref"),
        Field("kind"),
        *_both("stem"),
        *_both("explanation"),
        *map(Field, ("answer", "topics", "difficulty")),
    }
    | set(_OPTIONS[:8])
)
# What a person fills in by hand, and no export alone gives.
FILLED_BY_HAND = frozenset(
    USUAL | set(_OPTIONS) | {Field("tolerance"), Field("unit"), Field("source"), *_both("why")} | set(_WHYS[:8])
)


class Table(NamedTuple):
    """The head and a row for each question."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(contents: Sequence[Mapping[str, Any]], *, usual: frozenset[Field] = USUAL) -> Table:
    """All contents as a table, whose reading gives the same contents."""
    cells = [_cells(content) for content in contents]
    used = usual.union(*cells)
    fields = [field for field in _ORDER if field in used]
    rows = (tuple(row.get(field, "") for field in fields) for row in cells)
    return Table(tuple(map(title, fields)), tuple(rows))


def title(field: Field) -> str:
    """The words at the head of a column: `Option A (Hindi)`."""
    letter = f" {LETTERS[field.place].upper()}" if field.place is not None else ""
    words = f"Option{letter}" if field.name == "option" else f"{_NAMES[field.name]}{letter}"
    return f"{words} (Hindi)" if field.language == "hi" else words


def _cells(content: Mapping[str, Any]) -> dict[Field, str]:
    """The cells of one question, checked by reading them: whatever they do not give goes to the column of data."""
    content = {"schema": SCHEMA, **content}
    cells = {field: words for field, words in _said(content) if _stands(words)}
    built = alone(Said(cells), content)
    try:
        more = rest(content, built or {})
    except Apart:
        more = content
    if built and more is not content:
        told = {**cells, Field("data"): _data(more)} if more else cells
        if same(build(Said(told)), content):
            return told
    named = {Field(name): str(content[name]) for name in ("ref", "kind") if content.get(name)}
    return {**named, Field("data"): _data(content)}


def _stands(words: Any) -> bool:
    """Whether a cell gives back the same words."""
    return isinstance(words, str) and bool(words) and clean(words).strip() == words


def _data(more: Mapping[str, Any]) -> str:
    return json.dumps(more, sort_keys=True, separators=(",", ":"), default=str)


def _said(content: Mapping[str, Any]) -> Iterator[tuple[Field, Any]]:
    for name in _PLAIN:
        yield Field(name), content.get(name)
    for name in ("stem", "ask", "explanation"):
        yield from _texts(name, content.get(name))
    yield Field("topics"), _joined(content.get("topics"), "; ", ";|\n")
    if content.get("difficulty") in DIFFICULTIES:
        yield Field("difficulty"), content["difficulty"]
    kind = str(content.get("kind"))
    if kind in {"single", "multi-select", "passage"}:
        yield from _choice(kind, content)
    elif isinstance(content.get("answer"), Mapping):
        yield from _typed(kind, content["answer"])


def _texts(name: str, texts: Any, place: int | None = None) -> Iterator[tuple[Field, Any]]:
    for language in LANGUAGES if isinstance(texts, Mapping) else ():
        yield Field(name, place, language), texts.get(language)


def _choice(kind: str, content: Mapping[str, Any]) -> Iterator[tuple[Field, Any]]:
    rows = content.get("options") or []
    for place, row in enumerate(rows[: len(LETTERS)]):
        yield from _texts("option", row.get("text"), place)
        yield from _texts("why", row.get("why"), place)
    truths = [row.get("true") for row in rows]
    if not all(isinstance(true, bool) for true in truths):
        return
    negative = content.get("negative") is True
    right = [LETTERS[at].upper() for at, true in enumerate(truths[: len(LETTERS)]) if true != negative]
    if right and (kind == "multi-select" or len(right) == 1):
        yield Field("answer"), ", ".join(right)
        yield Field("negative"), "yes" if negative else ""


def _typed(kind: str, answer: Mapping[str, Any]) -> Iterator[tuple[Field, Any]]:
    yield from _texts("why", answer.get("why"))
    if kind == "true-false" and isinstance(answer.get("true"), bool):
        yield Field("answer"), "True" if answer["true"] else "False"
    elif kind == "numeric":
        yield Field("answer"), answer.get("value")
        yield Field("tolerance"), answer.get("tolerance")
        yield Field("unit"), answer.get("unit")
    elif kind == "short-answer":
        yield Field("answer"), _joined(answer.get("accepted"), " | ", "|")


def _joined(parts: Any, joint: str, unfit: str) -> str:
    """Parts on one line, nothing when one of them has a sign that would part it."""
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) and part.strip() for part in parts):
        return ""
    return "" if any(sign in part for part in parts for sign in unfit) else joint.join(parts)
