"""What several questions of a set share: a passage or a table, printed before each and kept together by its ref."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.kinds.question import Refused
from tayari.rules.kinds.reading import only, texts


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that the items are answered from alone. A translation counts only when somebody read it back."""

    ref: str
    text: Texts

    @classmethod
    def read(cls, value: Any) -> "Passage":
        """Read `{ref, text, read_back: [hi]}`. Raises Refused."""
        if not isinstance(value, Mapping):
            raise Refused("passage: is missing; write ref: (the same for all questions of the set) and text:")
        only(value, {"ref", "text", "read_back"}, "passage")
        words = texts(value.get("text"), "passage: text")
        unread = sorted(set(words) - {"en"} - {str(code) for code in value.get("read_back") or ()})
        if unread:
            raise Refused(
                f"passage: its {unread[0]} was not read back against the English; do so, then write "
                f"read_back: [{unread[0]}]"
            )
        return cls(_ref(value, "passage"), words)

    def printed(self) -> dict[str, Any]:
        return {"passage": {"ref": self.ref, "text": dict(self.text)}}


@dataclass(frozen=True, slots=True)
class Table:
    """Exact numbers by row and column, with one unit a column. `rows` maps a row's id to its words and numbers."""

    ref: str
    caption: Texts
    columns: Mapping[str, tuple[Texts, str]]
    rows: Mapping[str, tuple[Texts, Mapping[str, Decimal]]]

    @classmethod
    def read(cls, value: Any) -> "Table":
        """Read `{ref, caption, columns: [{id, text, unit}], rows: [{id, text, values: {column: number}}]}`."""
        if not isinstance(value, Mapping):
            raise Refused("table: is missing; write ref:, caption:, columns: and rows:")
        only(value, {"ref", "caption", "columns", "rows"}, "table")
        columns = {
            str(one["id"]): (texts(one.get("text"), f"column {one['id']}"), str(one.get("unit") or ""))
            for one in _entries(value.get("columns"), "columns")
        }
        rows = {
            str(one["id"]): (texts(one.get("text"), f"row {one['id']}"), _values(one, columns))
            for one in _entries(value.get("rows"), "rows")
        }
        return cls(_ref(value, "table"), texts(value.get("caption"), "table: caption"), columns, rows)

    def printed(self) -> dict[str, Any]:
        return {
            "table": {
                "ref": self.ref,
                "caption": dict(self.caption),
                "columns": [{"text": dict(words), "unit": unit} for words, unit in self.columns.values()],
                "rows": [
                    {"text": dict(words), "values": [f"{values[column]:f}" for column in self.columns]}
                    for words, values in self.rows.values()
                ],
            }
        }


def _ref(value: Mapping[str, Any], what: str) -> str:
    ref = str(value.get("ref") or "")
    if not ref:
        raise Refused(f"{what}: has no ref; questions of one set name the same")
    return ref


def _entries(value: Any, name: str) -> list[Mapping[str, Any]]:
    if (
        not isinstance(value, list)
        or len(value) < 2
        or not all(isinstance(one, Mapping) and one.get("id") for one in value)
    ):
        raise Refused(f"table: {name}: is a list of two or more, each with an id")
    ids = [str(one["id"]) for one in value]
    if len(set(ids)) < len(ids):
        raise Refused(f"table: {name} have an id twice; ids stay apart")
    return value


def _values(row: Mapping[str, Any], columns: Mapping[str, Any]) -> Mapping[str, Decimal]:
    given = row.get("values")
    if not isinstance(given, Mapping) or {str(name) for name in given} != set(columns):
        raise Refused(f"table: row {row['id']} does not give one value for each of {', '.join(columns)}")
    try:
        return {str(name): Decimal(str(number)) for name, number in given.items()}
    except InvalidOperation:
        raise Refused(f"table: row {row['id']} holds what is no number; write 12.5, without unit or comma") from None
