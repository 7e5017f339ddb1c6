"""Three to five statements: how many of them are correct?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import counts, subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import statements


@dataclass(frozen=True, slots=True)
class HowMany(Question):
    """Only the count is asked, so elimination does not help."""

    numbered: tuple[Item, ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"statements"})
    STANDING: ClassVar[bool] = True

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        return cls(head, statements(content, [3, 4, 5], "12345"))

    def items(self) -> tuple[Item, ...]:
        return self.numbered

    def options(self) -> tuple[Option, ...]:
        return counts.options("statements", len(self.numbered))

    def standard_ask(self) -> Texts:
        return wording.say("ask.how_many")

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.numbered)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        return counts.decide(self.numbered, "statements", truths)
