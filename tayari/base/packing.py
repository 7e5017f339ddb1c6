"""What an app brings to content packs: how its items are read, checked, compared, stored and written."""

import hashlib
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.base.problems import Finding
from tayari.plain.graphemes import nfc
from tayari.plain.texts import missing

Data = dict[str, Any]
_CODE = re.compile(r"[a-z]{2,3}")
_MOST_NAMED = 4


class Waits(ValueError):
    """An item cannot be stored because something that it rests on was refused; the other finding says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a pack in canonical form: `data` is plain JSON and equals what `Part.current` gives once stored."""

    kind: str
    ref: str
    data: Data
    file: str
    line: int


@dataclass(slots=True)
class Findings:
    """Collects what is wrong or worth knowing while a pack is read and checked; `files` are those that were read."""

    found: list[Finding] = field(default_factory=list)
    files: set[str] = field(default_factory=set)

    def error(self, file: str, line: int, message: str) -> None:
        self.found.append(Finding(file, line, "error", message))

    def warning(self, file: str, line: int, message: str) -> None:
        self.found.append(Finding(file, line, "warning", message))

    def about(self, item: Item, message: str, level: str = "error") -> None:
        self.found.append(Finding(item.file, item.line, level, f"{item.ref}: {message}"))

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.found if finding.level == "error"]


@dataclass(slots=True)
class World:
    """What a pack may refer to: its own items by kind and ref, and the refs that the site already holds.

    `languages` are those that the pack says it is written in; `partly_read` are the kinds of which something could
    not be read, so that one slip is not told again as a hundred things that are missing.
    """

    items: dict[str, dict[str, Item]]
    stored: dict[str, set[str]]
    languages: tuple[str, ...] = ("en", "hi")
    partly_read: frozenset[str] = frozenset()

    def has(self, kind: str, ref: str) -> bool:
        """Whether the thing is there. Of a kind that could not all be read, anything may be."""
        known = ref in self.items.get(kind, {}) or ref in self.stored.get(kind, set())
        return known or kind in self.partly_read


class Part(ABC):
    """One kind of thing in a pack. An instance serves one load or export and may keep what it read."""

    kind: str

    @abstractmethod
    def read(self, folder: Path, findings: Findings) -> list[Item]:
        """Everything of this kind in the folder; what cannot be read becomes a finding."""

    @abstractmethod
    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        """What is wrong with the items once everything has been read."""

    @abstractmethod
    def current(self) -> Mapping[str, Data]:
        """What the site holds, by ref, in canonical form."""

    def drafted(self) -> set[str]:
        """Refs of those that an editor is changing in a draft, or has taken from the readers."""
        return set()

    @abstractmethod
    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        """Store one item, new or changed."""

    def follow(self, data: Data, *, by: Any, now: datetime) -> bool:
        """Store what follows for an item that is as it was, because others changed. True when something did."""
        return False

    def undo(self) -> None:
        """Take back what a rolled-back transaction leaves behind, such as files."""
        return None

    @abstractmethod
    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        """Write what the site holds as files of a pack."""


def _settled(value: Any) -> Any:
    """Text without the differences that an editor's form, git or an export make and no reader sees."""
    if isinstance(value, str):
        return nfc(value.replace("\r\n", "\n")).strip()
    if isinstance(value, Mapping):
        return {key: _settled(entry) for key, entry in value.items()}
    return [_settled(entry) for entry in value] if isinstance(value, list) else value


def digest(data: Data) -> str:
    """A fingerprint of an item's canonical form."""
    text = json.dumps(_settled(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def untranslated(data: Data, language: str) -> str:
    """Where words stand without their twin in `language`: `stem, s1 why`; empty when nothing is missing."""
    places = list(_untranslated(data, language, ""))
    more = len(places) - _MOST_NAMED
    return ", ".join(places[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _untranslated(value: Any, language: str, place: str) -> Iterator[str]:
    if isinstance(value, list):
        for number, entry in enumerate(value, start=1):
            named = entry.get("id") or entry.get("ref") or number if isinstance(entry, Mapping) else ""
            yield from _untranslated(entry, language, f"{place} {named}".strip())
    elif isinstance(value, Mapping):
        words = all(isinstance(text, str) for text in value.values()) and all(map(_CODE.fullmatch, value))
        if "en" in value and words:
            if missing(value, [language]):
                yield place
            return
        for name, entry in value.items():
            yield from _untranslated(entry, language, name if isinstance(entry, list) else f"{place} {name}".strip())
