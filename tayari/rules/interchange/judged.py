"""A question whose key hangs on facts, with what the facts were found to say written into it."""

from collections.abc import Mapping, Sequence
from typing import Any

from tayari.rules import kinds
from tayari.rules.kinds import Refused

_ROWS = ("options", "statements", "pairs", "list")


def judged(
    content: Mapping[str, Any], truths: Mapping[str, bool], shown_by: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """The content with the truth that a key found, and its facts, in place of each claim."""
    try:
        items = kinds.parse(content).items()
    except Refused:
        return dict(content)
    told = dict(content)
    for name in _ROWS:
        rows = content.get(name)
        if isinstance(rows, list) and len(rows) == len(items):
            told[name] = [_with(row, item.id, truths, shown_by) for row, item in zip(rows, items, strict=True)]
    if isinstance(content.get("answer"), Mapping):
        told["answer"] = _with(content["answer"], "answer", truths, shown_by)
    return told


def _with(
    row: Mapping[str, Any], item: str, truths: Mapping[str, bool], shown_by: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    if "claim" not in row or item not in truths:
        return dict(row)
    said = {name: value for name, value in row.items() if name != "claim"}
    return {**said, "true": truths[item], "facts": list(shown_by.get(item, ()))}
