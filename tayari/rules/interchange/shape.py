"""Whether data has the shape of tayari-question/1, so that a draft can be shown and worked on: whole it need not be."""

from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any

from tayari.rules import figures, kinds
from tayari.rules.interchange.cleaning import UNSEEN
from tayari.rules.kinds.reading import HEAD_KEYS, ITEM_KEYS

Check = Callable[[Any, str], Iterator[str]]


def problems(content: Any) -> list[str]:
    """What keeps `content` from being a draft, each with its place; nothing for what is only unfinished."""
    if not isinstance(content, Mapping):
        return ["a question is an object with kind, stem and more"]
    if content.get("schema", kinds.SCHEMA) != kinds.SCHEMA:
        return [f"its schema {content['schema']!r} is not known; {kinds.SCHEMA} is"]
    kind = content.get("kind")
    if not isinstance(kind, str) or kind not in kinds.KINDS:
        return [f"there is no kind {kind!r}; the kinds are {', '.join(kinds.KINDS)}"]
    allowed = HEAD_KEYS | kinds.KINDS[kind].OWN_KEYS
    unknown = [f"{name!r} is not known of the kind {kind}" for name in content if name not in allowed]
    found = [said for name, value in content.items() if name in allowed for said in _FIELDS[name](value, name)]
    return unknown + found + ([] if _says(content.get("stem")) else ["it has no stem"])


def _says(texts: Any) -> bool:
    return isinstance(texts, Mapping) and any(isinstance(words, str) and words.strip() for words in texts.values())


def _text(value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{where} is not text"
    elif UNSEEN.search(value):
        yield f"{where} has signs that no text has"


def _scalar(value: Any, where: str) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        yield f"{where} is neither text nor a number"
    elif isinstance(value, float) and not isfinite(value):
        yield f"{where} is a number without end"
    elif isinstance(value, str):
        yield from _text(value, where)


def _truth(value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"{where} is neither true nor false"


def _each(check: Check) -> Check:
    def checked(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, list | tuple):
            yield f"{where} is not a list"
            return
        for at, one in enumerate(value, start=1):
            yield from check(one, f"{where} {at}")

    return checked


def _by_name(check: Check, what: str = "an object") -> Check:
    def checked(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, Mapping):
            yield f"{where} is not {what}"
            return
        for name, one in value.items():
            yield from _text(name, where)
            yield from check(one, f"{where}, {name}")

    return checked


def _either(check: Check, other: Check) -> Check:
    """What holds for a mapping, or else."""
    return lambda value, where: (check if isinstance(value, Mapping) else other)(value, where)


def _object(**fields: Check) -> Check:
    def checked(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, Mapping):
            yield f"{where} is not an object"
            return
        for name, one in value.items():
            check = fields.get(str(name))
            yield from check(one, f"{where}, {name}") if check else [f"{where} has {name!r}, which is not known"]

    return checked


def _figure(value: Any, where: str) -> Iterator[str]:
    try:
        figures.read(value, where)
    except figures.NotAFigure as problem:
        yield str(problem)


_texts = _by_name(_text, "text by language")
_LIST = _each(_text)
_ITEM: dict[str, Check] = {
    "id": _scalar,
    "text": _texts,
    "claim": _each(_scalar),
    "true": _truth,
    "facts": _LIST,
    "why": _texts,
}
_PAIR = {"left": _texts, "right": _texts, **{name: check for name, check in _ITEM.items() if name != "text"}}
_ENTRY = _object(id=_scalar, text=_texts)
_FIELDS: Mapping[str, Check] = {
    "figures": _each(_figure),
    **dict.fromkeys(("schema", "ref", "kind", "as_of", "difficulty", "exam", "pattern", "source", "licence"), _text),
    "provenance": _text,
    "note": _either(_texts, _text),
    "topics": _LIST,
    **dict.fromkeys(("stem", "ask", "explanation", "why", "explains_why"), _texts),
    "negative": _truth,
    "options": _each(_object(value=_scalar, **_ITEM)),
    **dict.fromkeys(("statements", "list", "points"), _each(_object(**_ITEM))),
    "pairs": _each(_object(**_PAIR)),
    "choices": _each(_either(_by_name(_scalar), _each(_scalar))),
    "explains": _either(_by_name(_truth), _truth),
    "items": _each(_object(date=_scalar, degrees=_scalar, **_ITEM)),
    "direction": _text,
    "lists": _object(left=_each(_ENTRY), right=_each(_ENTRY)),
    "matches": _by_name(_scalar),
    "facts": _LIST,
    "passage": _object(ref=_text, text=_texts, read_back=_LIST),
    "table": _object(
        ref=_text,
        caption=_texts,
        columns=_each(_object(id=_scalar, text=_texts, unit=_text)),
        rows=_each(_object(id=_scalar, text=_texts, values=_by_name(_scalar))),
    ),
    "compute": _object(operation=_text, column=_scalar, rows=_each(_scalar)),
    "answer": _object(
        value=_scalar,
        tolerance=_scalar,
        unit=_text,
        accepted=_each(_scalar),
        **{name: _ITEM[name] for name in ITEM_KEYS - {"text"}},
    ),
    "directive": _text,
    "marks": _scalar,
    "word_limit": _scalar,
}
