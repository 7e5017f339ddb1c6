"""The option that leaves a question out, where a blueprint says that a blank costs marks."""

from dataclasses import dataclass, replace
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules import marking
from tayari.rules.kinds.question import Question
from tayari.rules.marking import Marking
from tayari.syllabus.models import Blueprint

_LETTERS = "abcdefghij"


@dataclass(frozen=True, slots=True)
class Unattempted:
    """Its words, and what marking it earns."""

    text: Texts
    marks: str

    @classmethod
    def of(cls, blueprint: Blueprint | None) -> "Unattempted | None":
        told = blueprint.pattern.get("not_attempted") if blueprint else None
        return cls(told["text"], str(told.get("marks", "0"))) if told else None

    def ident(self, question: Question) -> str:
        """The letter after the question's own options; empty where nothing is chosen."""
        options = question.options()
        return _LETTERS[len(options)] if question.ANSWER == "one" and len(options) < len(_LETTERS) else ""

    def printed(self, question: Question) -> list[dict[str, Any]]:
        """The option as a printing's body has it. It stays the last, however options are shuffled."""
        ident = self.ident(question)
        return [{"id": ident, "text": dict(self.text), "last": True}] if ident else []

    def marking(self, question: Question, marks: Marking) -> Marking:
        """The question's marks with those of this option."""
        ident = self.ident(question)
        return replace(marks, options={**marks.options, ident: marking.parse(self.marks)}) if ident else marks
