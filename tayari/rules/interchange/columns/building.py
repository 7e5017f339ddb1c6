"""The cells of a row as one question of tayari-question/1."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from tayari.rules import kinds
from tayari.rules.interchange import making
from tayari.rules.interchange.columns import answers, choices
from tayari.rules.interchange.columns.merging import Apart, laid
from tayari.rules.interchange.columns.said import Said
from tayari.rules.interchange.shape import problems
from tayari.rules.kinds.numeric import number
from tayari.rules.kinds.reading import DIFFICULTIES

_DIFFICULTIES = {
    **{level: level for level in DIFFICULTIES},
    **dict.fromkeys(("e", "low", "simple", "basic", "आसान", "सरल"), "easy"),
    **dict.fromkeys(("m", "moderate", "average", "मध्यम"), "medium"),
    **dict.fromkeys(("h", "d", "high", "difficult", "tough", "कठिन", "मुश्किल"), "hard"),
}
_PLAIN = ("exam", "pattern", "source", "licence", "provenance", "note")
# Cells that may stand beside a question that is data as a whole.
_NAMES = frozenset({"number", "ref", "kind", "data"})


def build(said: Said) -> dict[str, Any] | None:
    """The question that a row says; None when it says none, and then a note of level error says why."""
    more = _data(said)
    if more is None:
        return None
    if "stem" in more:
        content = _whole(said, more)
    elif not said.words("stem"):
        said.note("error", "no-stem", "The row has no question in it.", "stem")
        return None
    else:
        content = _beside(said, more)
    if content is not None and (wrong := problems(content)):
        said.note("error", "no-question", f"This is no question: {'; '.join(wrong[:3])}.")
        return None
    return content


def _data(said: Said) -> dict[str, Any] | None:
    """The column of data as an object, empty when it says nothing."""
    cell = said.value("data")
    if not cell:
        return {}
    try:
        told = json.loads(cell)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        said.note("error", "data-not-read", "The cell is no JSON object; restore it, or empty it.", "data")
        return None
    return told


def _whole(said: Said, more: dict[str, Any]) -> dict[str, Any] | None:
    """A question that stands in the column of data alone."""
    if beside := {at.name for at in said.cells} - _NAMES:
        words = f"The cell holds the whole question, and the column {min(beside)} says something too; keep one."
        said.note("error", "data-and-columns", words, "data")
        return None
    if str(more.get("kind")) != said.value("kind") or str(more.get("ref") or "") != said.value("ref"):
        said.note("error", "data-and-columns", "The cell holds another ref or kind than its row.", "data")
        return None
    return {"schema": kinds.SCHEMA, **more}


def _beside(said: Said, more: Mapping[str, Any]) -> dict[str, Any] | None:
    content = alone(said, more)
    if content is None:
        return None
    try:
        whole = laid(content, more)
    except (Apart, RecursionError) as problem:
        words = f"The column of data says something else of {problem} than the row; restore one, or empty the cell."
        said.note("error", "data-and-columns", words, "data")
        return None
    rows = [row for row in whole.get("options") or [] if isinstance(row, Mapping)]
    if any("claim" in row and "true" in row for row in rows):
        words = "An answer is given, and the column of data has claims that the facts decide; keep one of the two."
        said.note("error", "data-and-columns", words, "answer")
        return None
    return whole


def alone(said: Said, more: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the columns say by themselves, with `more` only to know what stands beside them."""
    kind = choices.kind_of(said)
    if kind is None:
        return None
    head = _head(said)
    if kind in choices.WITH_OPTIONS:
        return choices.build(said, kind, more, head)
    if said.places("option"):
        words = f"A question of the kind {kind} is not said by columns of options; leave the kind empty for a choice."
        said.note("error", "kind-without-options", words, "kind")
        return None
    if kind in _TYPED:
        return making.typed(kind, said.words("stem"), _TYPED[kind](said, more), **head)
    if not (kinds.KINDS[kind].OWN_KEYS & set(more)) and kind != "descriptive":
        words = f"A question of the kind {kind} needs the column of data, which holds what other columns cannot."
        said.note("error", "kind-needs-data", words, "kind")
        return None
    return making.question(kind, said.words("stem"), **head)


def _head(said: Said) -> dict[str, Any]:
    head: dict[str, Any] = {name: said.value(name) for name in ("ref", *_PLAIN)}
    head["topics"] = list(dict.fromkeys(filter(None, map(str.strip, _topics(said)))))
    head |= {name: dict(said.words(name)) for name in ("ask", "explanation")}
    head["difficulty"] = _difficulty(said)
    head["as_of"] = _as_of(said)
    return head


def _topics(said: Said) -> list[str]:
    cells = [words for at, words in said.cells.items() if at.name == "topics"]
    return [part for cell in cells for part in cell.replace("\n", ";").replace("|", ";").split(";")]


def _difficulty(said: Said) -> str:
    cell = said.value("difficulty")
    known = _DIFFICULTIES.get(cell.casefold(), "")
    if cell and not known:
        said.note("warning", "value-not-known", f"{cell!r} is not easy, medium or hard; it is left out.", "difficulty")
    return known


def _as_of(said: Said) -> str:
    cell = said.value("as_of")
    try:
        return date.fromisoformat(cell).isoformat() if cell else ""
    except ValueError:
        said.note("warning", "value-not-known", f"{cell!r} is no day such as 2026-11-22; it is left out.", "as_of")
        return ""


def _answer(said: Said, more: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of a typed question with its reason; what it lacks is told unless the data has it."""
    if not told and not isinstance(more.get("answer"), Mapping):
        said.note("warning", "no-key", "No answer is given; the question comes without a key.", "answer")
    why = dict(said.words("why"))
    return {**told, **({"why": why} if why else {})}


def _true_false(said: Said, more: Mapping[str, Any]) -> dict[str, Any]:
    cell = said.value("answer")
    true = answers.truth(cell)
    if cell and true is None:
        words = f"{cell!r} says neither true nor false; the key stays open."
        said.note("warning", "key-not-clear", words, "answer")
        return _answer(said, {"answer": {}}, {})
    return _answer(said, more, {} if true is None else {"true": true})


def _numeric(said: Said, more: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: said.value(field) for name, field in (("value", "answer"), ("tolerance", "tolerance"))}
    unclear = [name for name, cell in told.items() if cell and number(cell) is None]
    for name in unclear:
        said.note("warning", "key-not-clear", f"{told[name]!r} is no number; the {name} stays open.", "answer")
    kept = {name: cell for name, cell in told.items() if cell and name not in unclear}
    if unit := said.value("unit"):
        kept["unit"] = unit
    return _answer(said, {"answer": {}} if unclear else more, kept)


def _short_answer(said: Said, more: Mapping[str, Any]) -> dict[str, Any]:
    accepted = [part for part in map(str.strip, said.value("answer").split("|")) if part]
    return _answer(said, more, {"accepted": accepted} if accepted else {})


_TYPED = {"true-false": _true_false, "numeric": _numeric, "short-answer": _short_answer}
