"""A few words are typed; they are right when they read as one of the accepted answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.rules import marking
from tayari.rules.kinds.question import AnswerForm, Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import answer_item, fold, typed_answer

_OWN = frozenset({"accepted"})


@dataclass(frozen=True, slots=True)
class ShortAnswer(Question):
    """Case, punctuation, space and the nukta do not count. Kept for interchange."""

    answer: Item
    accepted: tuple[str, ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"answer"})
    ANSWER: ClassVar[AnswerForm] = "text"

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        row = typed_answer(content, _OWN, "accepted: [words, other words], facts:")
        given = row.get("accepted")
        if not isinstance(given, list) or not given or not all(fold(str(words)) for words in given):
            raise Refused("answer: accepted: is a list of the answers that count, such as [BECA]")
        accepted = tuple(str(words).strip() for words in given)
        return cls(head, answer_item(row, _OWN, {"en": accepted[0]}), accepted)

    def items(self) -> tuple[Item, ...]:
        return (self.answer,)

    def options(self) -> tuple[Option, ...]:
        return ()

    def figure(self) -> dict[str, Any]:
        return {"answer": {"form": "text"}}

    @classmethod
    def mark(cls, response: Sequence[str], key: Sequence[str]) -> marking.Outcome:
        if not response or not response[0].strip():
            return "blank"
        return "right" if len(response) == 1 and fold(response[0]) in {fold(words) for words in key} else "wrong"

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        if not truths[self.answer.id]:
            raise Refused(f"the answer {self.accepted[0]!r} is not what the facts say; correct one of them")
        return Derived((), self.accepted, {"answer": self.answer.why}, {"answer": (self.answer.id,)})
