"""A question that is not finished, read as far as it goes: what it prints, the key it has so far, its words."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tayari.plain.folding import words as folded_words
from tayari.plain.texts import Texts, in_language
from tayari.rules import figures, kinds
from tayari.rules.kinds import Refused
from tayari.rules.kinds.wording import LANGUAGES
from tayari.rules.questions import doubles
from tayari.rules.questions.doubles import Words

# What a draft may lack and a reading needs; none of it is shown, compared or kept.
_STAND_IN = {"en": "—"}
_ROWS = ("options", "statements", "pairs", "list", "items", "points")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`printed` is as `Question.printed` gives it. `key` is empty where none was said.

    `by_facts` is set when claims decide and the facts have to be asked. `words` are what doubles are found by.
    """

    languages: tuple[str, ...]
    printed: Mapping[str, Any]
    key: tuple[str, ...]
    by_facts: bool
    words: Mapping[str, Words]


def read(content: Mapping[str, Any]) -> Unfinished:
    """What there is of `content`, never refused: a kind that it does not fit yet is read row by row."""
    languages = tuple(code for code in LANGUAGES if _texts(content.get("stem")).get(code, "").strip())
    try:
        asked = kinds.parse(_completed(content))
    except Refused:
        return _loosely(content, languages)
    items = asked.items()
    said = not _unsaid(content)
    key: tuple[str, ...] = ()
    if said:
        try:
            key = kinds.derive(asked, {}).key
        except Refused:
            key = ()
    return Unfinished(
        languages=languages,
        printed=asked.printed(),
        key=key,
        by_facts=any(one.claim for one in items),
        words={code: doubles.told(asked, code) for code in languages},
    )


def marks(content: Mapping[str, Any]) -> set[tuple[str, int]]:
    """By language, the few word pairs by which anything alike finds the question."""
    return {(code, value) for code, words in read(content).words.items() for value in doubles.marks(words)}


def _unsaid(content: Mapping[str, Any]) -> bool:
    """Whether some row says neither that it is true nor what it claims, so that no key follows."""
    judged = [row for name in ("options", "statements", "pairs", "list") for row in _rows(content.get(name))]
    if content.get("kind") == "data":
        return False
    if content.get("kind") == "true-false":
        judged = [_mapping(content.get("answer"))]
    return any(row.get("true") is None and row.get("claim") is None for row in judged)


def _completed(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content with a stand-in for everything that a draft may lack."""
    whole: dict[str, Any] = {name: _in_english(value) for name, value in content.items()}
    whole["ref"] = "q"
    whole.pop("figures", None)
    whole |= _figures(content)
    for name in ("provenance", "source", "as_of", "difficulty"):
        whole.pop(name, None)
    for name in _ROWS:
        if isinstance(whole.get(name), list):
            whole[name] = [
                _row(row, name, str(content.get("kind"))) if isinstance(row, Mapping) else row for row in whole[name]
            ]
    if isinstance(whole.get("answer"), Mapping):
        whole["answer"] = _row(whole["answer"], "answer", str(content.get("kind")))
    if isinstance(content.get("passage"), Mapping):
        whole["passage"] = _passage(whole["passage"])
    if content.get("kind") == "match":
        whole.setdefault("facts", ["draft"])
        whole.setdefault("why", _STAND_IN)
    if content.get("kind") in {"reasoning", "reasoning-three"}:
        whole.setdefault("explains_why", _STAND_IN)
    return whole


def _passage(passage: Mapping[str, Any]) -> dict[str, Any]:
    """A passage as if its translation were read back: a draft shows what is still to be."""
    unread = sorted(set(_texts(passage.get("text"))) - {"en"})
    return {**passage, "ref": passage.get("ref") or "draft", "read_back": unread}


def _row(row: Mapping[str, Any], name: str, kind: str) -> dict[str, Any]:
    filled = {name: value for name, value in row.items() if value is not None}
    filled["why"] = filled.get("why") or _STAND_IN
    if kind == "data":
        return filled
    if name in {"items", "points"}:
        filled.setdefault("facts", ["draft"])
    elif "claim" not in filled:
        filled.setdefault("true", name == "answer" and kind != "true-false")
        filled["facts"] = filled.get("facts") or ["draft"]
    return filled


def _in_english(value: Any) -> Any:
    """The same with English wherever there are words in another language alone."""
    if isinstance(value, list):
        return [_in_english(one) for one in value]
    if not isinstance(value, Mapping):
        return value
    told = {str(name): _in_english(one) for name, one in value.items()}
    if told and set(told) <= set(LANGUAGES) and not str(told.get("en") or "").strip():
        words = in_language({name: one for name, one in told.items() if isinstance(one, str) and one.strip()}, "en")
        return {**told, "en": words} if words else told
    return told


def _loosely(content: Mapping[str, Any], languages: tuple[str, ...]) -> Unfinished:
    stem = _texts(content.get("stem"))
    options: list[dict[str, Any]] = [
        {"id": str(row.get("id") or chr(ord("a") + place)), "text": _texts(row.get("text")), "true": row.get("true")}
        for place, row in enumerate(_rows(content.get("options")))
    ]
    statements: list[dict[str, Any]] = [
        {"label": str(place), "text": _texts(row.get("text")) or _paired(row)}
        for name in ("statements", "pairs", "list", "items")
        for place, row in enumerate(_rows(content.get(name)), start=1)
    ]
    said: list[Texts] = [stem, *(one["text"] for one in statements), *(one["text"] for one in options)]
    negative = bool(content.get("negative"))
    return Unfinished(
        languages=languages,
        printed={
            "kind": str(content.get("kind") or ""),
            "stem": stem,
            "statements": statements,
            "ask": _texts(content.get("ask")),
            "options": [{"id": one["id"], "text": one["text"]} for one in options],
            **_figures(content),
        },
        key=tuple(one["id"] for one in options if isinstance(one["true"], bool) and one["true"] != negative),
        by_facts=any("claim" in row for name in _ROWS for row in _rows(content.get(name))),
        words={code: tuple(folded_words(" ".join(str(words.get(code, "")) for words in said))) for code in languages},
    )


def _figures(content: Mapping[str, Any]) -> dict[str, Any]:
    """Those that can be drawn; one that cannot leaves its words standing."""
    found = []
    for row in _rows(content.get("figures")):
        with suppress(figures.NotAFigure):
            found.append(figures.read(row).printed())
    return {"figures": found} if found else {}


def _paired(row: Mapping[str, Any]) -> Texts:
    left, right = _texts(row.get("left")), _texts(row.get("right"))
    return {code: f"{left[code]} : {right[code]}" for code in left if code in right}


def _texts(value: Any) -> Texts:
    if not isinstance(value, Mapping):
        return {}
    return {str(code): words for code, words in value.items() if isinstance(words, str)}


def _rows(value: Any) -> list[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
