"""Reads a pack's record field by field; a field of the wrong shape becomes a finding, never a traceback."""

from collections.abc import Iterable
from typing import Any

from tayari.base.packfiles import Row
from tayari.base.packing import Findings


class Told:
    """A record as the pack tells it. Every reader returns the canonical form, empty when the field is absent."""

    def __init__(self, row: Row, findings: Findings, *, name: str = "") -> None:
        self.row, self._findings = row, findings
        self._known: set[str] = set()
        self._name = name or str(row.data.get("ref") or "")

    def _given(self, field: str) -> Any:
        self._known.add(field)
        return self.row.data.get(field)

    def problem(self, message: str, level: str = "error") -> None:
        """Note something about this record at its line."""
        say = self._findings.error if level == "error" else self._findings.warning
        say(self.row.file, self.row.line, f"{self._name}: {message}" if self._name else message)

    def text(self, field: str, default: str = "") -> str:
        given = self._given(field)
        if isinstance(given, list | dict):
            self.problem(f"{field} should be one text, not a {'list' if isinstance(given, list) else 'mapping'}")
            return default
        return default if given is None else str(given).strip()

    def texts(self, field: str) -> dict[str, str]:
        """Words by language, without empty entries."""
        given = self._given(field)
        if given is None:
            return {}
        if not isinstance(given, dict) or any(isinstance(words, list | dict) for words in given.values()):
            self.problem(f'{field} should be words by language, such as {{en: "…", hi: "…"}}')
            return {}
        return {code: str(words).strip() for code, words in given.items() if words is not None and str(words).strip()}

    def refs(self, field: str) -> list[str]:
        given = self._given(field)
        if given is None:
            return []
        if not isinstance(given, list) or any(isinstance(entry, list | dict) or entry is None for entry in given):
            self.problem(f"{field} should be a list of names, such as [first, second]")
            return []
        return [str(entry).strip() for entry in given]

    def mapping(self, field: str) -> dict[str, Any]:
        given = self._given(field)
        if given is None:
            return {}
        if not isinstance(given, dict):
            self.problem(f"{field} should be a mapping, such as {{name: value}}")
            return {}
        return given

    def rows(self, field: str) -> "list[Told]":
        """A list of mappings, each read in the same way."""
        given = self._given(field)
        if given is None:
            return []
        if not isinstance(given, list) or not all(isinstance(entry, dict) for entry in given):
            self.problem(f"{field} should be a list of mappings, such as - {{name: value}}")
            return []
        return [Told(Row(entry, self.row.file, self.row.line), self._findings, name=self._name) for entry in given]

    def flag(self, field: str) -> bool:
        given = self._given(field)
        if given is not None and not isinstance(given, bool):
            self.problem(f"{field} should be true or false")
        return given is True

    def number(self, field: str) -> int | None:
        given = self._given(field)
        if given is None or (isinstance(given, int) and not isinstance(given, bool)):
            return given
        self.problem(f"{field} should be a whole number, not {given!r}")
        return None

    def finish(self, also: Iterable[str] = ()) -> None:
        """List fields that nothing has read: a slip of the pen would be lost without a word."""
        for field in self.row.data:
            if field not in self._known and field not in also:
                self.problem(f"has {field!r}, which nothing reads; correct the name or take it out")


def word_lists(told: Told, field: str) -> dict[str, list[str]]:
    """Lists of words by language, without empty ones: `{en: [signed, inked], hi: [हस्ताक्षर]}`."""
    given = told.mapping(field)
    if not all(isinstance(words, list) for words in given.values()):
        told.problem(f'{field} should be lists by language, such as {{en: ["first", "second"]}}')
        return {}
    return {code: [str(word).strip() for word in words] for code, words in given.items() if words}
