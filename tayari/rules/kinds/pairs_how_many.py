"""Three to five pairs: how many are correctly matched?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import counts, subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import paired


@dataclass(frozen=True, slots=True)
class PairsHowMany(Question):
    """`sides` holds each pair's left and right, in the order of `pairs`."""

    pairs: tuple[Item, ...]
    sides: tuple[tuple[Texts, Texts], ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"pairs"})
    STANDING: ClassVar[bool] = True

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        return cls(head, *paired(content, [3, 4, 5]))

    def items(self) -> tuple[Item, ...]:
        return self.pairs

    def options(self) -> tuple[Option, ...]:
        return counts.options("pairs", len(self.pairs))

    def standard_ask(self) -> Texts:
        return wording.say("ask.pairs")

    def figure(self) -> dict[str, Any]:
        return {"pairs": subsets.printed_pairs(self.pairs, self.sides)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        return counts.decide(self.pairs, "pairs", truths)
