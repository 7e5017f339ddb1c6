"""Cuts a GIFT file into its questions: an empty line ends one, unless its braces are still open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_COMMENT = "//"
_CATEGORY = "$CATEGORY:"
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_TOKEN = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.){0,255})\]")


@dataclass(slots=True)
class Block:
    """A question's lines from `line` on. `ident` and `tags` stand in the comment before it."""

    line: int
    lines: list[str] = field(default_factory=list)
    category: str = ""
    ident: str = ""
    tags: tuple[str, ...] = ()
    brace: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def add(self, line: str) -> None:
        self.lines.append(line)
        self.brace = (_braces(line) or self.brace)[-1:]


@dataclass(slots=True)
class _Cutter:
    category: str = ""
    ident: str = ""
    tags: list[str] = field(default_factory=list)
    held: Block | None = None

    def take(self) -> Iterator[Block]:
        if self.held is not None:
            block, self.held = self.held, None
            block.category, block.ident, block.tags = self.category, self.ident, tuple(self.tags)
            self.ident, self.tags = "", []
            while block.lines and not block.lines[-1].strip():
                block.lines.pop()
            yield block

    def comment(self, words: str) -> None:
        for token in _TOKEN.finditer(words):
            told = re.sub(r"\\(.)", r"\1", token[2]).strip()
            if token[1] == "id":
                self.ident = told
            elif told:
                self.tags.append(told)


def blocks(text: str) -> Iterator[Block]:
    """The questions of a file in which `\\n` ends a line."""
    lines = text.split("\n")
    following = _following(lines)
    cutter = _Cutter()
    for at, line in enumerate(lines):
        said, held = line.strip(), cutter.held
        closed, open_ = held is not None and held.brace == "}", held is not None and held.brace == "{"
        if said.startswith(_COMMENT):
            if closed:
                yield from cutter.take()
            if cutter.held is not None:
                cutter.held.add("")
            cutter.comment(said)
        elif said.startswith(_CATEGORY):
            yield from cutter.take()
            cutter.category = said.removeprefix(_CATEGORY).strip()
        elif not said and not (open_ and following[at] == "}"):
            yield from cutter.take()
        else:
            if closed and said.startswith("::"):
                yield from cutter.take()
            cutter.held = cutter.held or Block(at + 1)
            cutter.held.add(line)
    yield from cutter.take()


def _braces(text: str) -> str:
    return "".join(sign for sign in _BRACES.findall(text) if sign in "{}")


def _following(lines: list[str]) -> list[str]:
    """For each line the first brace from it on."""
    told, brace = [""] * len(lines), ""
    for at in range(len(lines) - 1, -1, -1):
        if not lines[at].strip().startswith(_COMMENT):
            brace = (_braces(lines[at]) or brace)[:1]
        told[at] = brace
    return told
