"""Two statements: 1 only, 2 only, both, neither."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import statements


@dataclass(frozen=True, slots=True)
class TwoStatements(Question):
    """Its options are the whole partition, so every pair of truths has its key."""

    pair: tuple[Item, ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"statements"})
    STANDING: ClassVar[bool] = True

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        return cls(head, statements(content, [2], ("1", "2")))

    def items(self) -> tuple[Item, ...]:
        return self.pair

    def options(self) -> tuple[Option, ...]:
        one, two = (item.label for item in self.pair)
        return (
            Option("a", wording.say("one_only", one)),
            Option("b", wording.say("one_only", two)),
            Option("c", wording.say("both", one, two)),
            Option("d", wording.say("neither", one, two)),
        )

    def standard_ask(self) -> Texts:
        return wording.say("ask.statements")

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.pair)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        one, two = (item.id for item in self.pair)
        choices = [frozenset({one}), frozenset({two}), frozenset({one, two}), frozenset[str]()]
        return subsets.decide(self.pair, choices, self.options(), truths)
