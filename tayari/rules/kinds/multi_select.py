"""One or more right among two to six: right is who marks all of the right options and no other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules import marking
from tayari.rules.kinds import wording
from tayari.rules.kinds.question import AnswerForm, Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import OPTIONS, lettered


@dataclass(frozen=True, slots=True)
class MultiSelect(Question):
    """All or nothing, as in GATE's multiple-select questions."""

    choices: tuple[Item, ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"options"})
    ANSWER: ClassVar[AnswerForm] = "several"

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        return cls(head, lettered(content, OPTIONS))

    def items(self) -> tuple[Item, ...]:
        return self.choices

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(one.id, one.text) for one in self.choices)

    def standard_ask(self) -> Texts:
        return wording.say("ask.several")

    @classmethod
    def mark(cls, response: Sequence[str], key: Sequence[str]) -> marking.Outcome:
        if not response:
            return "blank"
        return "right" if set(response) == set(key) else "wrong"

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        key = tuple(one.id for one in self.choices if truths[one.id])
        if not key:
            raise Refused("no option is right; at least one must be")
        return Derived(
            self.options(), key, {one.id: one.why for one in self.choices}, {one.id: (one.id,) for one in self.choices}
        )
