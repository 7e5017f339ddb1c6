"""Reads and writes the three kinds of file in a pack: TSV, YAML and Markdown with front matter, with line numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tayari.base.packing import Findings
from tayari.plain.graphemes import nfc


class Row(NamedTuple):
    """One record of a file and the line it starts on."""

    data: dict[str, Any]
    file: str
    line: int


# libyaml's loader is ten times as fast and PyYAML's wheels carry it; the slow one reads the same.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which a key is a name that stands once, dates stay text, and only true and false are truths."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(
                    problem="a key must be a name; put quotes around text with { or [", problem_mark=key.start_mark
                )
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
            # A key is a name: `true:` in a statement and `1:` in a match are not a truth and a number.
            key.tag = "tag:yaml.org,2002:str"
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


# YAML 1.1 would take NO for a truth, 10:30 for a number and 2026-11-22 for a date: all three are words here.
_Loader.yaml_implicit_resolvers = {}
for _name, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+", list("-+0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(rf"(?:{_pattern})\Z"), _first)


class _Dumper(yaml.SafeDumper):
    """Block text for what has line breaks, so that prose stays readable in git."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n(.*))?", re.DOTALL)
# Not the no-break space, which keeps an amount and its unit together.
_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")


def _normal(value: Any) -> Any:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, list):
        return [_normal(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _normal(entry) for key, entry in value.items()}
    return value


def _read(path: Path, folder: Path, findings: Findings) -> tuple[str, str] | None:
    """The file's name inside the pack, and its text with every line end as a newline."""
    name = path.relative_to(folder).as_posix()
    findings.files.add(name)
    try:
        return name, path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        findings.error(name, 0, "is not UTF-8 text; save it as UTF-8")
    except OSError as error:
        findings.error(name, 0, f"cannot be read: {error.strerror}")
    return None


def _files(folder: Path, pattern: str, findings: Findings) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob(pattern)):
        if found := _read(path, folder, findings):
            yield found


def read_yaml(folder: Path, pattern: str, findings: Findings) -> list[Row]:
    """Every mapping in the YAML files that match: a file holds one or a list of them."""
    return [row for name, text in _files(folder, pattern, findings) for row in _parse_yaml(text, name, 0, findings)]


def _parse_yaml(text: str, name: str, offset: int, findings: Findings) -> list[Row]:
    try:
        loader = _Loader(text)
        try:
            return list(_mappings(loader, name, offset, findings))
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        findings.error(name, offset + line, f"is not valid YAML: {error.problem}")
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        findings.error(name, offset + line, f"holds a character that is no text (U+{error.character:04X}); take it out")
    except RecursionError:
        findings.error(name, offset + 1, "is nested too deep")
    return []


def _mappings(loader: _Loader, name: str, offset: int, findings: Findings) -> Iterator[Row]:
    node = loader.get_single_node()
    if node is None:
        findings.error(name, offset + 1, "is empty")
        return
    for entry in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        data = loader.construct_object(entry, deep=True)
        line = offset + entry.start_mark.line + 1
        if isinstance(data, dict):
            yield Row(_normal(data), name, line)
        else:
            findings.error(name, line, "should be a mapping such as `ref: …`")


def parse_mapping(lines: Sequence[str]) -> tuple[dict[str, Any], tuple[int, str] | None]:
    """A YAML mapping inside another file: what it says, or the place (a line from 0) and the words of the problem."""
    findings = Findings()
    rows = _parse_yaml("\n".join(lines), "", -1, findings) if any(line.strip() for line in lines) else []
    if findings.found:
        return {}, (findings.found[0].line, findings.found[0].message)
    return (rows[0].data if rows else {}), None


def cell(text: str) -> str:
    """Text as a TSV cell holds it: on one line, single spaces."""
    return _SPACE.sub(" ", text).strip(" ")


def read_tsv(folder: Path, pattern: str, columns: Sequence[str], findings: Findings) -> list[Row]:
    """Every row of the TSV files that match, as text by column. Columns are found by the header's names."""
    return [
        row for name, text in _files(folder, pattern, findings) for row in _parse_tsv(text, name, columns, findings)
    ]


def _parse_tsv(text: str, name: str, columns: Sequence[str], findings: Findings) -> Iterator[Row]:
    header, *lines = nfc(text).split("\n")
    names = [cell(entry) for entry in header.split("\t")]
    said = f"the columns are {' '.join(columns)}, with a tab between them"
    for column in columns:
        if column not in names:
            findings.error(name, 1, f"has no column {column!r}; {said}")
            return
    for column in names:
        if column not in columns or names.count(column) > 1:
            what = "twice" if column in columns else "that nothing reads"
            findings.error(name, 1, f"has a column {column!r} {what}; {said}")
            return
    for number, line in enumerate(lines, start=2):
        cells = [cell(entry) for entry in line.split("\t")]
        if not any(cells):
            continue
        if len(cells) > len(names):
            findings.error(name, number, f"has {len(cells)} cells where the header has {len(names)}")
            continue
        cells += [""] * (len(names) - len(cells))
        yield Row(dict(zip(names, cells, strict=True)), name, number)


def read_markdown(folder: Path, pattern: str, findings: Findings) -> list[Row]:
    """Markdown files with YAML front matter; the body stands under the key `body`, its first line under `body_line`."""
    rows: list[Row] = []
    for name, text in _files(folder, pattern, findings):
        match = _FRONT.fullmatch(text)
        if not match:
            findings.error(name, 1, "has no front matter: begin with a line ---, then `ref: …`, then a line ---")
            continue
        front, body = match[1], match[2] or ""
        told = _parse_yaml(front, name, 1, findings)
        if len(told) > 1:
            findings.error(name, 2, "front matter is one mapping, not a list")
        for row in told[:1]:
            row.data["body"] = nfc(body.strip())
            above = body[: len(body) - len(body.lstrip())].count("\n")
            row.data["body_line"] = front.count("\n") + 4 + above
            rows.append(row)
    return rows


def dump_yaml(data: Any) -> str:
    """YAML that reads well and that `read_yaml` gives back unchanged."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def write_yaml(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_yaml(data), encoding="utf-8")


def write_tsv(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(columns)]
    lines += ["\t".join(cell(str(row.get(column, ""))) for column in columns) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_markdown(path: Path, front: Mapping[str, Any], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{dump_yaml(dict(front))}---\n{body.strip()}\n", encoding="utf-8")


def listed(cell: str) -> list[str]:
    """The refs in a TSV cell, which are separated by semicolons."""
    return [ref.strip() for ref in cell.split(";") if ref.strip()]
