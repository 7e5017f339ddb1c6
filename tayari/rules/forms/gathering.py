"""What was typed into a form, as content: nothing is lost, and what cannot be read stays as it was typed."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tayari.plain.graphemes import nfc
from tayari.rules.forms.fields import Field, Group, Node, Rows
from tayari.rules.forms.shapes import shape

Sent = Mapping[str, Sequence[str]]

_CODE = re.compile(r"[a-z]{2,3}")
_WHOLE = re.compile(r"-?(0|[1-9]\d*)")
_DECIMAL = re.compile(r"-?(0|[1-9]\d*)\.\d*[1-9]")
_BETWEEN = re.compile(r"[\s,;]+")
_COUPLE = re.compile(r"\s*(\S+?)\s*[-–=:]\s*(\S+)\s*")


def gather(sent: Sent, kind: str, base: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The content of a question of `kind` from what a form sent. `base` is what stood there before.

    What the form does not ask for stays as `base` has it, and so does what was not touched.
    """
    content = {"schema": "tayari-question/1", "kind": kind, **_gathered(sent, shape(kind), "q")}
    ordered = ["schema", "ref", "kind"]
    content = {name: content[name] for name in (*ordered, *content) if name in content}
    if not base:
        return content
    if any(isinstance(node, Field) and node.type == "sets" for node in shape(kind)):
        content["choices"] = _in_order_of(content.get("choices", []), base.get("choices"))
    # Figures have no control: they come with a file, and stand by their words.
    kept = {"figures": base["figures"]} if base.get("figures") else {}
    return dict(settled({**content, **kept}, base))


def _empty(value: Any) -> bool:
    """Whether nothing is said; 0 is something."""
    return value is None or value is False or value in ("", [], {})


def _gathered(sent: Sent, nodes: Sequence[Node], prefix: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for node in nodes:
        name = f"{prefix}-{node.name}"
        if isinstance(node, Field) and node.type == "truth":
            found |= _truth(sent, name)
            continue
        value = _value(sent, node, name)
        answered = isinstance(node, Field) and node.type == "yes-no" and value is not None
        if answered or not _empty(value):
            found[node.name] = value
    return found


def _value(sent: Sent, node: Node, name: str) -> Any:
    if isinstance(node, Group):
        return _gathered(sent, node.nodes, name)
    if isinstance(node, Rows):
        return _rows(sent, node, name)
    if node.type == "words":
        return _words(sent, name)
    if node.type in {"sets", "orders", "codes"}:
        return _choices(sent, node, name)
    return _READ[node.type](_one(sent, name))


def _one(sent: Sent, name: str) -> str:
    values = sent.get(name) or [""]
    return nfc(values[-1].replace("\r\n", "\n")).strip()


def _words(sent: Sent, name: str) -> dict[str, str]:
    codes = [key.removeprefix(f"{name}-") for key in sent if key.startswith(f"{name}-")]
    said = {code: _one(sent, f"{name}-{code}") for code in codes if _CODE.fullmatch(code)}
    return {code: words for code, words in said.items() if words}


def _truth(sent: Sent, name: str) -> dict[str, Any]:
    """`claim` or `true`, and `facts`; they stand in the row itself. A claim typed without saying so is one."""
    judged = _one(sent, f"{name}-judged")
    parts = [_one(sent, f"{name}-{part}") for part in ("subject", "predicate", "object")]
    facts = _refs(_one(sent, f"{name}-facts"))
    found: dict[str, Any] = {}
    if judged in {"true", "false"}:
        found["true"] = judged == "true"
    elif any(parts):
        found["claim"] = parts
    return found | ({"facts": facts} if facts else {})


def _rows(sent: Sent, node: Rows, name: str) -> list[dict[str, Any]]:
    """Rows in the order in which they were sent, without those in which nothing stands.

    Where a row's place is its name, only empty rows at the end are left out.
    """
    pattern = re.compile(rf"{re.escape(name)}-(\w+)-row")
    marks = [found[1] for key in sent if (found := pattern.fullmatch(key)) and found[1] != "__row__"]
    given = [(_gathered(sent, node.nodes, f"{name}-{mark}"), _one(sent, f"{name}-{mark}-row")) for mark in marks]
    filled = [bool(row) and (bool(node.ids) or set(row) != {"id"}) for row, _ in given]
    if node.ids == "letters":
        given = given[: max((at + 1 for at, so in enumerate(filled) if so), default=0)]
        return [{"id": node.label_of(at), **row} if ident else row for at, (row, ident) in enumerate(given)]
    kept = [one for one, so in zip(given, filled, strict=True) if so]
    return [{"id": ident, **row} if ident and node.ids else row for row, ident in kept]


def _choices(sent: Sent, field: Field, name: str) -> list[Any]:
    found: list[Any] = []
    for letter in ("a", "b", "c", "d"):
        if field.type == "sets":
            found.append([one for one in sent.get(f"{name}-{letter}", ()) if one])
        elif field.type == "orders":
            found.append(_refs(_one(sent, f"{name}-{letter}")))
        else:
            found.append(_code(_one(sent, f"{name}-{letter}")))
    return found if any(found) else []


def _refs(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(text) if part]


def _code(text: str) -> Any:
    """`A-2, B-1` as a mapping; what does not read so stays text."""
    couples = [_COUPLE.fullmatch(part) for part in re.split(r"[,;]", text) if part.strip()]
    found = {couple[1]: couple[2] for couple in couples if couple}
    return found if len(found) == len(couples) else text


def _numbers(text: str) -> Any:
    found = _code(text)
    return {name: _number(value) for name, value in found.items()} if isinstance(found, dict) else found


def _number(text: str) -> Any:
    if _WHOLE.fullmatch(text) and text != "-0":
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) and str(float(text)) == text else text


_READ = {
    "line": lambda text: text,
    "choice": lambda text: text,
    "flag": lambda text: text == "true",
    "yes-no": lambda text: {"true": True, "false": False}.get(text),
    "number": _number,
    "refs": _refs,
    "lines": lambda text: [line.strip() for line in text.split("\n") if line.strip()],
    "code": _code,
    "values": _numbers,
}


def settled(new: Any, base: Any) -> Any:
    """`new` with everything that says the same as `base` exactly as `base` wrote it.

    Of what `base` alone has, what is empty is kept: a form cannot tell `negative: false` from nothing.
    """
    if isinstance(new, Mapping) and isinstance(base, Mapping):
        found = {key: settled(value, base.get(key)) for key, value in new.items()}
        return found | {key: value for key, value in base.items() if key not in found and _empty(value)}
    if isinstance(new, list) and isinstance(base, list):
        return [settled(entry, _twin(entry, at, base)) for at, entry in enumerate(new)]
    plain = base is not None and not isinstance(base, list | Mapping)
    return base if plain and _written(new) == _written(base) else new


def _twin(entry: Any, at: int, base: list[Any]) -> Any:
    if isinstance(entry, Mapping) and entry.get("id"):
        return next((one for one in base if isinstance(one, Mapping) and one.get("id") == entry["id"]), None)
    return base[at] if at < len(base) else None


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return nfc(str(value).replace("\r\n", "\n")).strip()


def _in_order_of(sets: list[Any], base: Any) -> list[Any]:
    """A choice that names the same rows as before names them in the order of before."""
    before = base if isinstance(base, list) and all(isinstance(one, list) for one in base) else []
    known = {frozenset(map(str, one)): one for one in before}
    return [known.get(frozenset(one), one) for one in sets]
