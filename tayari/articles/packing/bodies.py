"""An article's Markdown as typed parts and blocks, and back."""

import re
from typing import Any

from tayari.articles.blocks import PARTS
from tayari.base.packfiles import dump_yaml, parse_mapping

_HEADING = re.compile(r"## +([a-z-]+): +(.+)")
_CITATION = re.compile(r"\]\(fact:([^)\s]+)\)")
BLOCKS: dict[str, tuple[str, ...]] = {
    "timeline": ("title", "about", "facts"),
    "organisations": ("title", "entities"),
    "picture": ("ref",),
    "position": ("by", "source", "text"),
}
_NEEDED = {
    "timeline": ("title",),
    "organisations": ("title", "entities"),
    "picture": ("ref",),
    "position": ("by", "text"),
}
_LISTS = {"facts", "entities"}
_LARGE_HEADING = re.compile(r"^##? ", re.MULTILINE)
_KNOWN = tuple(name for name, _ in PARTS)


class BodyRefused(ValueError):
    """The Markdown does not have the form of an article; `line` counts from the body's first line, from 0."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def _block(kind: str, lines: list[str], line: int) -> dict[str, Any]:
    told, problem = parse_mapping(lines)
    if problem:
        raise BodyRefused(line + 1 + problem[0], f"the {kind} block {problem[1]}")
    unknown = sorted(set(told) - set(BLOCKS[kind]))
    if unknown:
        raise BodyRefused(line, f"a {kind} block has no {unknown[0]!r}; it has {', '.join(BLOCKS[kind])}")
    value: dict[str, Any] = {"type": kind}
    for name in BLOCKS[kind]:
        given = told.get(name)
        if given is not None and not isinstance(given, list if name in _LISTS else str | int | float):
            raise BodyRefused(line, f"{name} of the {kind} block should be {_shape(name)}")
        if name in _NEEDED[kind] and not given:
            raise BodyRefused(line, f"the {kind} block has no {name}; it should be {_shape(name)}")
        value[name] = [str(entry).strip() for entry in given or ()] if name in _LISTS else str(given or "").strip()
    if kind == "timeline" and not value["facts"] and not value["about"]:
        raise BodyRefused(line, "the timeline block has no facts; it should be a list such as [first, second]")
    return value


def _shape(name: str) -> str:
    return "a list such as [first, second]" if name in _LISTS else "one text"


class _Reader:
    """Reads a body line by line; `parts` grows as it goes."""

    def __init__(self) -> None:
        self.parts: list[dict[str, Any]] = []
        self._text: list[str] = []
        self._block: tuple[str, int, list[str]] | None = None

    def read(self, number: int, line: str) -> None:
        if self._block:
            self._inside(line)
        elif line.startswith("```"):
            self._close_text()
            self._open_block(number, line[3:].strip())
        elif line.startswith("## "):
            self._close_text()
            self._open_part(number, line)
        else:
            self._text.append(line)

    def end(self) -> list[dict[str, Any]]:
        if self._block:
            raise BodyRefused(self._block[1], f"the {self._block[0]} block is not closed by a line ```")
        self._close_text()
        return self.parts

    def _inside(self, line: str) -> None:
        assert self._block
        kind, start, lines = self._block
        if line.strip() == "```":
            self.parts[-1]["content"].append(_block(kind, lines, start))
            self._block = None
        else:
            lines.append(line)

    def _open_block(self, number: int, kind: str) -> None:
        if kind not in BLOCKS:
            raise BodyRefused(number, f"there is no block {kind!r}; blocks are {', '.join(BLOCKS)}")
        if not self.parts:
            raise BodyRefused(number, "has a block before its first part")
        self._block = (kind, number, [])

    def _open_part(self, number: int, line: str) -> None:
        match = _HEADING.fullmatch(line.strip())
        if not match or match[1] not in _KNOWN:
            known = ", ".join(_KNOWN)
            raise BodyRefused(number, f"heading {line[3:]!r} should be `## part: title`, the part one of {known}")
        if any(part["part"] == match[1] for part in self.parts):
            raise BodyRefused(number, f"has two parts {match[1]!r}; join them")
        self.parts.append({"part": match[1], "title": match[2].strip(), "content": []})

    def _close_text(self) -> None:
        said = "\n".join(self._text).strip()
        self._text.clear()
        if not said:
            return
        if not self.parts:
            raise BodyRefused(0, "has text before its first part; put a heading such as `## background: …` above it")
        self.parts[-1]["content"].append({"type": "text", "text": said})


def parse(body: str) -> list[dict[str, Any]]:
    """`[{part, title, content: [{type: text, text} | {type: timeline, …} …]}]`. Raises BodyRefused."""
    reader = _Reader()
    for number, line in enumerate(body.split("\n")):
        reader.read(number, line)
    return reader.end()


def canonical(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parts as `parse` would give them: texts that follow each other are one, and hold no heading of a part's rank."""
    return [{**part, "content": _joined(part["content"])} for part in parts]


def _joined(content: list[dict[str, Any]]) -> list[dict[str, Any]]:
    joined: list[dict[str, Any]] = []
    for block in content:
        if block["type"] != "text":
            joined.append(block)
            continue
        text = _LARGE_HEADING.sub("### ", block["text"].replace("\r\n", "\n")).strip()
        if text and joined and joined[-1]["type"] == "text":
            joined[-1] = {"type": "text", "text": f"{joined[-1]['text']}\n\n{text}"}
        elif text:
            joined.append({"type": "text", "text": text})
    return joined


def write(parts: list[dict[str, Any]]) -> str:
    """The Markdown that `parse` reads back as `parts`."""
    said = []
    for part in parts:
        said.append(f"## {part['part']}: {part['title']}")
        for block in part["content"]:
            if block["type"] == "text":
                said.append(block["text"])
            else:
                told = {name: block[name] for name in BLOCKS[block["type"]] if block[name]}
                said.append(f"```{block['type']}\n{dump_yaml(told)}```")
    return "\n\n".join(said)


def texts(parts: list[dict[str, Any]]) -> list[str]:
    """Every Markdown text in the parts."""
    return [block["text"] for part in parts for block in part["content"] if block["type"] in {"text", "position"}]


def cited(text: str) -> list[str]:
    """Refs of the facts that a Markdown text cites, in order."""
    return _CITATION.findall(text)


def used(parts: list[dict[str, Any]], name: str) -> list[str]:
    """What the blocks use: `facts`, `entities`, `ref` (pictures) or `source` (positions)."""
    found: list[str] = []
    for part in parts:
        for block in part["content"]:
            value = block.get(name) if block["type"] != "text" else None
            found += value if isinstance(value, list) else [value] if value else []
    return found
