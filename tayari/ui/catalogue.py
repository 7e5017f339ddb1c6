"""Finds every translatable string of the program, and reads, writes and compiles the catalogue of one language."""

import ast
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

SKIPPED = {"migrations", "gallery", "samples.py"}
_FUNCTIONS = {
    "gettext": "m",
    "gettext_lazy": "m",
    "gettext_noop": "m",
    "_": "m",
    "ngettext": "mp",
    "ngettext_lazy": "mp",
    "pgettext": "cm",
    "pgettext_lazy": "cm",
    "npgettext": "cmp",
    "npgettext_lazy": "cmp",
}
_STRING = r"""(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")"""
_MORE = rf"(?:\s*,\s*{_STRING})?"
_CALL = re.compile(rf"\b(gettext|ngettext|pgettext|npgettext|_)\(\s*{_STRING}{_MORE}{_MORE}")


class Message(NamedTuple):
    """What is translated: the words, their plural when they are counted, their context when they are ambiguous."""

    words: str
    plural: str = ""
    context: str = ""


@dataclass(slots=True)
class Entry:
    """A message's translations (one, or one a plural form) and where it stands; `kept` names another's program."""

    translations: list[str]
    places: list[str] = field(default_factory=list)
    kept: str = ""


def _message(function: str, strings: list[str]) -> Message:
    parts = dict(zip(_FUNCTIONS[function], strings, strict=False))
    return Message(parts.get("m", ""), parts.get("p", ""), parts.get("c", ""))


def in_python(text: str) -> Iterator[Message]:
    """Messages of a Python module."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in _FUNCTIONS:
            continue
        wanted = node.args[: len(_FUNCTIONS[name])]
        strings = [arg.value for arg in wanted if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if len(strings) == len(_FUNCTIONS[name]):
            yield _message(name, strings)


def in_template(text: str) -> Iterator[Message]:
    """Messages of a Django template."""
    for match in _CALL.finditer(templatize(text)):
        function, *literals = match.groups()
        strings = [ast.literal_eval(literal) for literal in literals if literal]
        yield _message(function, strings[: len(_FUNCTIONS[function])])


def in_program(root: Path) -> dict[Message, list[str]]:
    """Every message below `root` with the files it stands in."""
    found: dict[Message, list[str]] = {}
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.html"), *root.rglob("*.txt")]):
        inner = path.relative_to(root)
        if SKIPPED & set(inner.parts) or (path.suffix != ".py" and "templates" not in inner.parts):
            continue
        text = path.read_text(encoding="utf-8")
        for message in in_python(text) if path.suffix == ".py" else in_template(text):
            places = found.setdefault(message, [])
            if str(inner) not in places:
                places.append(str(inner))
    return found


def read(text: str) -> dict[Message, Entry]:
    """The entries of a .po file as `write` makes it, without its header."""
    found: dict[Message, Entry] = {}
    for block in text.split("\n\n")[1:]:
        parts: dict[str, str] = {}
        key, kept, places = "", "", []
        for line in block.splitlines():
            if line.startswith("#: "):
                places.append(line[3:])
            elif line.startswith("#. "):
                kept = line[3:]
            elif match := re.match(r'(msg\w+(?:\[\d\])?) (".*")$', line):
                key = match[1]
                parts[key] = ast.literal_eval(match[2])
            elif line.startswith('"'):
                parts[key] += ast.literal_eval(line)
        if parts.get("msgid"):
            message = Message(parts["msgid"], parts.get("msgid_plural", ""), parts.get("msgctxt", ""))
            texts = [value for name, value in sorted(parts.items()) if name.startswith("msgstr")]
            found[message] = Entry(texts, places, kept)
    return found


def write(entries: dict[Message, Entry], header: str) -> str:
    """A .po file, sorted so that two people's changes rarely meet in one line."""
    blocks = [f'msgid ""\nmsgstr {_quoted(header)}']
    for message, entry in sorted(entries.items()):
        lines = [f"#. {entry.kept}"] if entry.kept else []
        lines += [f"#: {place}" for place in entry.places]
        if message.context:
            lines.append(f"msgctxt {_quoted(message.context)}")
        lines.append(f"msgid {_quoted(message.words)}")
        if message.plural:
            lines.append(f"msgid_plural {_quoted(message.plural)}")
            lines += [f"msgstr[{form}] {_quoted(text)}" for form, text in enumerate(entry.translations)]
        else:
            lines.append(f"msgstr {_quoted(entry.translations[0])}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def compiled(entries: dict[Message, Entry], header: str) -> bytes:
    """The .mo file of these entries (GNU gettext's format, little-endian, without a hash table)."""
    pairs = {b"": header.encode()}
    for message, entry in entries.items():
        if all(entry.translations):
            name = f"{message.context}\x04{message.words}" if message.context else message.words
            key = f"{name}\x00{message.plural}" if message.plural else name
            pairs[key.encode()] = "\x00".join(entry.translations).encode()
    keys = sorted(pairs)
    start = 7 * 4 + 16 * len(keys)
    tables, body = [], b""
    for texts in (keys, [pairs[key] for key in keys]):
        for text in texts:
            tables.append(struct.pack("<II", len(text), start + len(body)))
            body += text + b"\x00"
    head = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    return head + b"".join(tables) + body


def untranslated(entries: dict[Message, Entry], messages: Iterable[Message]) -> list[Message]:
    """Those of `messages` that have no words, or lack one of their plural forms."""
    return [message for message in messages if message not in entries or not all(entries[message].translations)]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
