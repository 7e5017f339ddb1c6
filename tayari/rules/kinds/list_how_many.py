"""Three to five things listed: of how many does the stem hold?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.rules.kinds import counts, subsets
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import distinct, item, rows, texts, unique


@dataclass(frozen=True, slots=True)
class ListHowMany(Question):
    """The stem asks ("How many of the following are members of the Quad?"); the list is of one type of thing."""

    listed: tuple[Item, ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"list"})
    STANDING: ClassVar[bool] = True

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        found = tuple(
            item(row, f"item {number}", str(number), texts(row.get("text"), f"item {number}"))
            for number, row in enumerate(rows(content.get("list"), "list", [3, 4, 5]), start=1)
        )
        distinct([(one.label, one.text) for one in found], "items")
        unique([one.id for one in found], "items")
        return cls(head, found)

    def items(self) -> tuple[Item, ...]:
        return self.listed

    def options(self) -> tuple[Option, ...]:
        return counts.options("items", len(self.listed))

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.listed)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        return counts.decide(self.listed, "items", truths)
