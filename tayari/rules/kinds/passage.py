"""One right among four, answered from a passage alone; several such questions share the passage."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import lettered, one_key
from tayari.rules.kinds.stimulus import Passage


@dataclass(frozen=True, slots=True)
class PassageItem(Question):
    """No fact of the world decides it: `true:` says what follows from the passage, and `why:` shows where."""

    passage: Passage
    choices: tuple[Item, ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"passage", "options"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        return cls(head, Passage.read(content.get("passage")), lettered(content, [4], needs_facts=False))

    def items(self) -> tuple[Item, ...]:
        return self.choices

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(one.id, one.text) for one in self.choices)

    def figure(self) -> dict[str, Any]:
        return self.passage.printed()

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        right = [one.id for one in self.choices if truths[one.id]]
        key = one_key(right, "no option follows from the passage; correct the option that should")
        return Derived(
            self.options(), key, {one.id: one.why for one in self.choices}, {one.id: (one.id,) for one in self.choices}
        )
