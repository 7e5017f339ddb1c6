"""An answer in prose, as the Mains ask: reserved. It has no key, and no machine grades it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.rules import marking
from tayari.rules.kinds.question import AnswerForm, Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import item, rows, texts

DIRECTIVES = (
    "analyse",
    "comment",
    "critically-examine",
    "describe",
    "discuss",
    "elucidate",
    "evaluate",
    "examine",
    "explain",
)


@dataclass(frozen=True, slots=True)
class Descriptive(Question):
    """Directive, marks and word limit, and the points of a model answer, each bound to the facts it uses."""

    directive: str
    marks: int
    words: int
    points: tuple[Item, ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"directive", "marks", "word_limit", "points"})
    ANSWER: ClassVar[AnswerForm] = "prose"

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        directive = str(content.get("directive") or "")
        if directive not in DIRECTIVES:
            raise Refused(f"directive: is {directive!r}; it is one of {', '.join(DIRECTIVES)}")
        numbers = [content.get(name) for name in ("marks", "word_limit")]
        if not all(isinstance(given, int) and not isinstance(given, bool) and given > 0 for given in numbers):
            raise Refused("marks: and word_limit: are whole numbers above nothing, such as 10 and 150")
        points = tuple(
            item({"true": True, **row}, f"point {number}", str(number), texts(row.get("text"), f"point {number}"))
            for number, row in enumerate(rows(content.get("points"), "points", range(1, 21)), start=1)
        )
        return cls(head, directive, int(content["marks"]), int(content["word_limit"]), points)

    def items(self) -> tuple[Item, ...]:
        return self.points

    def options(self) -> tuple[Option, ...]:
        return ()

    def figure(self) -> dict[str, Any]:
        return {"answer": {"form": "prose", "marks": self.marks, "words": self.words}}

    @classmethod
    def mark(cls, response: Sequence[str], key: Sequence[str]) -> marking.Outcome:
        raise Refused("a descriptive answer is read by a person; no machine marks it")

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        wrong = [one.label for one in self.points if not truths[one.id]]
        if wrong:
            raise Refused(f"point {wrong[0]} of the model answer is not what the facts say; correct one of them")
        reasons = {one.id: one.why for one in self.points}
        return Derived((), (), reasons, {one.id: (one.id,) for one in self.points})
