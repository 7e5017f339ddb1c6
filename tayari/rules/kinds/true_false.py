"""One statement: true or false. Kept for interchange; no paper of ours is set with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.rules.kinds import wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question
from tayari.rules.kinds.reading import item


@dataclass(frozen=True, slots=True)
class TrueFalse(Question):
    """The stem is the statement, and `answer` says whether it holds."""

    statement: Item

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"answer"})
    STANDING: ClassVar[bool] = True

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        row = content.get("answer")
        row = row if isinstance(row, Mapping) else {}
        return cls(head, item({**row, "id": "answer"}, "answer", "answer", head.stem))

    def items(self) -> tuple[Item, ...]:
        return (self.statement,)

    def options(self) -> tuple[Option, ...]:
        return (Option("a", wording.say("true")), Option("b", wording.say("false")))

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        key = "a" if truths[self.statement.id] else "b"
        return Derived(
            self.options(),
            (key,),
            dict.fromkeys("ab", self.statement.why),
            dict.fromkeys("ab", (self.statement.id,)),
        )
