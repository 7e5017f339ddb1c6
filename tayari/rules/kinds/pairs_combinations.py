"""Three to five pairs with options such as `1 and 2 only`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import paired, sets_of


@dataclass(frozen=True, slots=True)
class PairsCombinations(Question):
    """`choices` are four different sets of pair ids; together they name every pair."""

    pairs: tuple[Item, ...]
    sides: tuple[tuple[Texts, Texts], ...]
    choices: tuple[frozenset[str], ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"pairs", "choices"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        pairs, sides = paired(content, [3, 4, 5])
        return cls(head, pairs, sides, sets_of(content, pairs, "pair"))

    def items(self) -> tuple[Item, ...]:
        return self.pairs

    def options(self) -> tuple[Option, ...]:
        return subsets.options(self.pairs, self.choices)

    def standard_ask(self) -> Texts:
        return wording.say("ask.pairs_code")

    def figure(self) -> dict[str, Any]:
        return {"pairs": subsets.printed_pairs(self.pairs, self.sides)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        return subsets.decide(self.pairs, self.choices, self.options(), truths, "pair")
