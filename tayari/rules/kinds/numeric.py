"""A number is typed; it is right within a stated tolerance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar, Self

from tayari.rules import marking
from tayari.rules.kinds.question import AnswerForm, Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import answer_item, typed_answer

_OWN = frozenset({"value", "tolerance", "unit"})
_DIGITS = str.maketrans("०१२३४५६७८९−", "0123456789-")


def number(text: str) -> Decimal | None:
    """What a candidate typed, as a number: commas between digits, Devanagari digits and a real minus sign are fine."""
    try:
        found = Decimal(text.strip().translate(_DIGITS).replace(",", ""))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _told(row: Mapping[str, Any], name: str) -> Decimal:
    found = number(str(row.get(name, "0" if name == "tolerance" else "")))
    if found is None or (name == "tolerance" and found < 0):
        raise Refused(f"answer: {name}: is {row.get(name)!r}; write a number such as 12.5")
    return found


@dataclass(frozen=True, slots=True)
class Numeric(Question):
    """The key is the lowest and the highest number that count as right, both included."""

    answer: Item
    value: Decimal
    tolerance: Decimal
    unit: str

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"answer"})
    ANSWER: ClassVar[AnswerForm] = "number"

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        row = typed_answer(content, _OWN, "value:, unit:, facts: (or claim:)")
        value, tolerance, unit = _told(row, "value"), _told(row, "tolerance"), str(row.get("unit") or "")
        answer = answer_item(row, _OWN, {"en": f"{value:f} {unit}".strip()})
        return cls(head, answer, value, tolerance, unit)

    def items(self) -> tuple[Item, ...]:
        return (self.answer,)

    def options(self) -> tuple[Option, ...]:
        return ()

    def figure(self) -> dict[str, Any]:
        return {"answer": {"form": "number", "unit": self.unit}}

    @classmethod
    def mark(cls, response: Sequence[str], key: Sequence[str]) -> marking.Outcome:
        if not response or not response[0].strip():
            return "blank"
        said, low, high = number(response[0]), Decimal(key[0]), Decimal(key[-1])
        return "right" if len(response) == 1 and said is not None and low <= said <= high else "wrong"

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        if not truths[self.answer.id]:
            raise Refused(f"the answer {self.value:f} is not what the facts say; correct one of them")
        low, high = self.value - self.tolerance, self.value + self.tolerance
        return Derived((), (f"{low:f}", f"{high:f}"), {"answer": self.answer.why}, {"answer": (self.answer.id,)})
