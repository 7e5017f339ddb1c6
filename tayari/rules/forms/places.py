"""Beside which field of a form a refusal belongs."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tayari.rules.forms.fields import Field, Group, Node, Rows
from tayari.rules.forms.shapes import shape

_FIRST = re.compile(r"\W*([\w-]+)(?:[ :]+([\w.]+))?")
# What refusals call a field that has another name in content.
_CALLED = {"matches": "matches", "choice": "choices", "choices": "choices", "option": "options", "options": "options"}


def place(refusal: str, content: Mapping[str, Any], prefix: str = "q") -> str:
    """The name of the control or row that `refusal` (without the question's ref) is about; empty for the whole."""
    try:
        nodes = shape(str(content.get("kind")))
    except KeyError:
        return ""
    words = (
        refusal.removeprefix(f"{content.get('ref')}: ").removeprefix("the ").removeprefix("a question without ref: ")
    )
    said = _FIRST.match(words)
    if said is None:
        return ""
    first, second = said[1].lower(), said[2] or ""
    return (
        _of_row(nodes, words, first, second, prefix)
        or _of_field(nodes, first, words, prefix)
        or _named(nodes, words, prefix)
    )


def _of_row(nodes: Sequence[Node], words: str, first: str, second: str, prefix: str) -> str:
    """`statement 2 has …`, `pair 1: left …`, or an item's label before a colon."""
    for rows in _all_rows(nodes, prefix):
        name, node = rows
        labels = {node.label_of(at).lower(): at for at in range(node.most)}
        alone = re.match(r"(\w+): ", words)
        if first.rstrip("s") == node.noun and second.lower() in labels:
            return f"{name}-{labels[second.lower()]}"
        if alone and alone[1].lower() in labels and node.noun not in {"left", "right", "column", "row"}:
            return f"{name}-{labels[alone[1].lower()]}"
    return ""


def _all_rows(nodes: Sequence[Node], prefix: str) -> list[tuple[str, Rows]]:
    found: list[tuple[str, Rows]] = []
    for node in nodes:
        name = f"{prefix}-{node.name}"
        if isinstance(node, Rows):
            found.append((name, node))
        elif isinstance(node, Group):
            found += _all_rows(node.nodes, name)
    return found


def _of_field(nodes: Sequence[Node], first: str, words: str, prefix: str) -> str:
    """The field or group whose name opens the refusal: `stem has no …`, `matches: does …`, `answer: value: …`."""
    wanted = _CALLED.get(first, first)
    for node in nodes:
        if node.name != wanted:
            continue
        if isinstance(node, Group):
            rest = words.partition(":")[2].strip()
            inner = _of_field(node.nodes, rest.partition(":")[0].partition(" ")[0], rest, f"{prefix}-{node.name}")
            return inner or f"{prefix}-{node.name}"
        return f"{prefix}-{node.name}"
    return ""


def _named(nodes: Sequence[Node], words: str, prefix: str) -> str:
    """The rows that a refusal of the whole speaks of: `all four statements are false …`."""
    for node in nodes:
        if isinstance(node, Rows) and re.search(rf"\b{node.noun}s?\b", words):
            return f"{prefix}-{node.name}"
    fields = [node for node in nodes if isinstance(node, Field)]
    spoken = {node.name: rf"\b{node.name}: |\bno {node.name.removesuffix('s')} '" for node in fields}
    return next((f"{prefix}-{name}" for name, pattern in spoken.items() if re.search(pattern, words)), "")
