"""Content as a form shows it: names, texts and rows, also of content that is not finished."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tayari.rules.forms.fields import Field, Group, Node, Rows

LANGUAGES = ("en", "hi")
_CHOICES = ("a", "b", "c", "d")


@dataclass(frozen=True, slots=True)
class Input:
    """One control: the rest of its name, its text, and for boxes whether each is ticked."""

    name: str
    text: str = ""
    label: str = ""
    ticked: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownRow:
    name: str
    label: str
    id: str
    nodes: tuple["Shown", ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A node with what stands in it. `type` is that of a field, or `group` or `rows`."""

    node: Node
    type: str
    name: str
    inputs: tuple[Input, ...] = ()
    nodes: tuple["Shown", ...] = ()
    rows: tuple[ShownRow, ...] = ()
    blank: ShownRow | None = None


def show(content: Mapping[str, Any], nodes: Sequence[Node], prefix: str = "q") -> tuple[Shown, ...]:
    """Every node of a form with what `content` says in it."""
    return tuple(_shown(node, content, f"{prefix}-{node.name}") for node in nodes)


def _shown(node: Node, content: Mapping[str, Any], name: str) -> Shown:
    value = content.get(node.name)
    if isinstance(node, Group):
        return Shown(node, "group", name, nodes=show(value if isinstance(value, Mapping) else {}, node.nodes, name))
    if isinstance(node, Rows):
        return _rows(node, value, name)
    told = content if node.type == "truth" else {node.name: value}
    return Shown(node, node.type, name, inputs=tuple(_inputs(node, told, content, name)))


def _rows(node: Rows, value: Any, name: str) -> Shown:
    given = [row if isinstance(row, Mapping) else {} for row in value] if isinstance(value, list) else []
    fresh: list[Mapping[str, Any]] = [
        {} for _ in range((node.least if given else max(node.least, node.usual)) - len(given))
    ]
    rows = tuple(_row(node, row, f"{name}-{at}", at) for at, row in enumerate([*given, *fresh]))
    return Shown(node, "rows", name, rows=rows, blank=_row(node, {}, f"{name}-__row__", len(rows)))


def _row(node: Rows, row: Mapping[str, Any], name: str, at: int) -> ShownRow:
    new = {"letters": node.label_of(at), "": ""}.get(node.ids, f"{node.ids}{at + 1}")
    ident = str(row.get("id", "") if row else new)
    if not node.ids and not row:
        row = {"id": node.label_of(at)}
    return ShownRow(name, node.label_of(at), ident, show(row, node.nodes, name))


def text(value: Any) -> str:
    """What a control holds for a value of JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ", ".join(map(text, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}-{text(entry)}" for key, entry in value.items())
    return str(value)


def _inputs(field: Field, told: Mapping[str, Any], content: Mapping[str, Any], name: str) -> Iterator[Input]:
    value = told.get(field.name)
    if field.type == "words":
        said = value if isinstance(value, Mapping) else {"en": text(value)}
        yield from (Input(f"{name}-{code}", text(said.get(code)), code) for code in dict.fromkeys((*LANGUAGES, *said)))
    elif field.type == "truth":
        yield from _truth(told, name)
    elif field.type in {"sets", "orders", "codes"}:
        yield from _choices(field, value, content, name)
    elif field.type == "lines":
        yield Input(name, "\n".join(map(text, value)) if isinstance(value, list) else text(value))
    elif field.type == "values" and isinstance(value, Mapping):
        yield Input(name, ", ".join(f"{key}={text(entry)}" for key, entry in value.items()))
    else:
        yield Input(name, text(value))


def _truth(row: Mapping[str, Any], name: str) -> Iterator[Input]:
    """Four kinds of saying that something is so: a claim, true, false, or nothing yet; and the facts."""
    claim = row.get("claim")
    judged = "claim" if claim is not None else text(row.get("true"))
    parts = [*claim, "", "", ""][:3] if isinstance(claim, list | tuple) else [text(claim), "", ""]
    yield Input(f"{name}-judged", judged)
    for part, said in zip(("subject", "predicate", "object"), parts, strict=True):
        yield Input(f"{name}-{part}", text(said))
    yield Input(f"{name}-facts", text(row.get("facts")))


def _choices(field: Field, value: Any, content: Mapping[str, Any], name: str) -> Iterator[Input]:
    given = [*value, None, None, None, None][:4] if isinstance(value, list) else [None] * 4
    for at, letter in enumerate(_CHOICES):
        chosen = given[at]
        boxes: tuple[tuple[str, str, bool], ...] = ()
        if field.type == "sets":
            rows = content.get(field.of)
            ids = [str(row.get("id", "")) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
            picked = [str(one) for one in chosen] if isinstance(chosen, list) else []
            boxes = tuple((ident, str(number), ident in picked) for number, ident in enumerate(ids, start=1) if ident)
        yield Input(f"{name}-{letter}", text(chosen), letter, boxes)


def flat(shown: Sequence[Shown]) -> dict[str, list[str]]:
    """What a browser would send for the form as it is shown, in its order."""
    sent: dict[str, list[str]] = {}
    for node in shown:
        for row in node.rows:
            sent[f"{row.name}-row"] = [row.id]
            sent |= flat(row.nodes)
        sent |= flat(node.nodes)
        for one in node.inputs:
            if node.type == "sets":
                sent[one.name] = [ident for ident, _, ticked in one.ticked if ticked]
            elif node.type != "flag" or one.text == "true":
                sent[one.name] = [one.text]
    return sent
