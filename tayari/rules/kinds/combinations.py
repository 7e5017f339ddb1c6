"""Three or four statements with options such as `1 and 2 only`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import LETTERS, statements


@dataclass(frozen=True, slots=True)
class Combinations(Question):
    """`choices` are four different sets of statement ids; together they name every statement."""

    numbered: tuple[Item, ...]
    choices: tuple[frozenset[str], ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"statements", "choices"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        numbered = statements(content, [3, 4], ("1", "2", "3", "4"))
        given = content.get("choices")
        if not isinstance(given, list) or len(given) != 4 or not all(isinstance(choice, list) for choice in given):
            raise Refused("choices: is four lists of statement ids, such as [s1, s2]")
        choices = tuple(frozenset(str(name) for name in choice) for choice in given)
        known = {one.id for one in numbered}
        for letter, choice in zip(LETTERS, choices, strict=True):
            if not choice:
                raise Refused(f"choice {letter} names no statement; name at least one")
            if choice - known:
                raise Refused(f"choice {letter} names {sorted(choice - known)[0]!r}, which is no statement of it")
            twin = LETTERS[choices.index(choice)]
            if twin != letter:
                raise Refused(f"choices {twin} and {letter} name the same statements; change one")
        unused = [one.label for one in numbered if not any(one.id in choice for choice in choices)]
        if unused:
            raise Refused(f"statement {unused[0]} stands in no choice; use it or take it out")
        return cls(head, numbered, choices)

    def items(self) -> tuple[Item, ...]:
        return self.numbered

    def _option(self, letter: str, choice: frozenset[str]) -> Option:
        labels = [one.label for one in self.numbered if one.id in choice]
        said = wording.listed(labels)
        return Option(letter, said if len(labels) == len(self.numbered) else wording.say("some_only", said))

    def options(self) -> tuple[Option, ...]:
        return tuple(self._option(letter, choice) for letter, choice in zip(LETTERS, self.choices, strict=True))

    def standard_ask(self) -> Texts:
        return wording.say("ask.code")

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.numbered)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        return subsets.decide(self.numbered, self.choices, self.options(), truths)
