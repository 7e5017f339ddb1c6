"""A question on a table of numbers: the right option is computed from the table, never typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import LETTERS, distinct, one_key, only, rows, texts
from tayari.rules.kinds.stimulus import Table

_KEYS = frozenset({"id", "text", "value", "why"})
OPERATIONS = ("highest", "lowest", "sum", "mean", "difference", "share")


def compute(table: Table, told: Any) -> str:
    """What `{operation, column, rows}` comes to: a row's id for highest and lowest, else a number as text.

    `sum` and `mean` are over `rows` (all when empty), `difference` is the first minus the second of `rows`, `share` is
    the first of `rows` in per cent of the column's sum; mean and share are rounded to one decimal. Raises Refused.
    """
    if not isinstance(told, Mapping) or told.get("operation") not in OPERATIONS:
        raise Refused(f"compute: needs operation: {', '.join(OPERATIONS)}, column: and, where it matters, rows:")
    only(told, {"operation", "column", "rows"}, "compute")
    operation, column = str(told["operation"]), str(told.get("column"))
    named = [str(name) for name in told.get("rows") or table.rows]
    strange = [name for name in (*named,) if name not in table.rows]
    if column not in table.columns or strange:
        raise Refused(f"compute: the table has no {'row ' + strange[0] if strange else 'column ' + column}")
    values = {name: table.rows[name][1][column] for name in named}
    if operation in {"highest", "lowest"}:
        return _extreme(values, operation)
    numbers = list(values.values())
    if operation == "difference" and len(numbers) != 2:
        raise Refused("compute: difference takes two rows, the first minus the second")
    whole = sum((values[column] for _, values in table.rows.values()), Decimal(0))
    if operation == "share" and (len(numbers) != 1 or not whole):
        raise Refused("compute: share takes one row of a column whose sum is not nothing")
    found = {
        "sum": lambda: sum(numbers, Decimal(0)),
        "mean": lambda: (sum(numbers, Decimal(0)) / len(numbers)).quantize(Decimal("0.1")),
        "difference": lambda: numbers[0] - numbers[1],
        "share": lambda: (100 * numbers[0] / whole).quantize(Decimal("0.1")),
    }[operation]()
    return f"{found.normalize():f}"


def _extreme(values: Mapping[str, Decimal], operation: str) -> str:
    best = (max if operation == "highest" else min)(values.values())
    at = [name for name, value in values.items() if value == best]
    if len(at) > 1:
        raise Refused(f"compute: rows {at[0]} and {at[1]} share the {operation} value; the question has no one answer")
    return at[0]


def _same(one: str, two: str) -> bool:
    try:
        return Decimal(one) == Decimal(two)
    except InvalidOperation:
        return one == two


@dataclass(frozen=True, slots=True)
class DataItem(Question):
    """Each option has a `value`: a row's id, or a number in the table's unit."""

    table: Table
    answer: str
    choices: tuple[tuple[Item, str], ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"table", "compute", "options"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        table = Table.read(content.get("table"))
        answer = compute(table, content.get("compute"))
        choices = []
        for row, letter in zip(rows(content.get("options"), "options", [4]), LETTERS, strict=True):
            only(row, _KEYS, f"option {letter}")
            words, value = texts(row.get("text"), f"option {letter}"), str(row.get("value") or "")
            if not value:
                raise Refused(f"option {letter} has no value; write the row's id or the number that it stands for")
            why = texts(row.get("why"), f"option {letter}: why")
            choices.append((Item(letter, letter, words, why, None, _same(value, answer)), value))
        distinct([(one.id, one.text) for one, _ in choices], "options")
        return cls(head, table, answer, tuple(choices))

    def items(self) -> tuple[Item, ...]:
        return tuple(one for one, _ in self.choices)

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(one.id, one.text) for one, _ in self.choices)

    def figure(self) -> dict[str, Any]:
        return self.table.printed()

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        right = [one.id for one, _ in self.choices if truths[one.id]]
        key = one_key(right, f"no option is right: the table gives {self.answer}; add it as an option")
        reasons: dict[str, Texts] = {one.id: one.why for one, _ in self.choices}
        return Derived(self.options(), key, reasons, {one.id: (one.id,) for one, _ in self.choices})
