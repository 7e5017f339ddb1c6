"""Three to six statements with options such as `1 and 2 only`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import sets_of, statements


@dataclass(frozen=True, slots=True)
class Combinations(Question):
    """`choices` are four different sets of statement ids; together they name every statement."""

    numbered: tuple[Item, ...]
    choices: tuple[frozenset[str], ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"statements", "choices"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        numbered = statements(content, [3, 4, 5, 6], "123456")
        return cls(head, numbered, sets_of(content, numbered, "statement"))

    def items(self) -> tuple[Item, ...]:
        return self.numbered

    def options(self) -> tuple[Option, ...]:
        return subsets.options(self.numbered, self.choices)

    def standard_ask(self) -> Texts:
        return wording.say("ask.code")

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.numbered)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        return subsets.decide(self.numbered, self.choices, self.options(), truths)
