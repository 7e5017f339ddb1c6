"""Three or four pairs: how many are correctly matched?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import counts, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import distinct, item, rows, texts, unique

_KEYS = frozenset({"id", "left", "right", "claim", "true", "facts", "why"})


@dataclass(frozen=True, slots=True)
class PairsHowMany(Question):
    """`sides` holds each pair's left and right, in the order of `pairs`."""

    pairs: tuple[Item, ...]
    sides: tuple[tuple[Texts, Texts], ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"pairs"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        found, sides = [], []
        for number, row in enumerate(rows(content.get("pairs"), "pairs", [3, 4]), start=1):
            left, right = (texts(row.get(side), f"pair {number}: {side}") for side in ("left", "right"))
            both = {code: f"{left[code]} : {right[code]}" for code in left if code in right}
            found.append(item(row, f"pair {number}", str(number), both, _KEYS))
            sides.append((left, right))
        distinct([(one.label, left) for one, (left, _) in zip(found, sides, strict=True)], "the left sides of pairs")
        unique([one.id for one in found], "pairs")
        return cls(head, tuple(found), tuple(sides))

    def items(self) -> tuple[Item, ...]:
        return self.pairs

    def options(self) -> tuple[Option, ...]:
        return counts.options("pairs", len(self.pairs))

    def standard_ask(self) -> Texts:
        return wording.say("ask.pairs")

    def figure(self) -> dict[str, Any]:
        return {
            "pairs": [
                {"label": one.label, "left": dict(left), "right": dict(right)}
                for one, (left, right) in zip(self.pairs, self.sides, strict=True)
            ]
        }

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        return counts.decide(self.pairs, "pairs", truths)
