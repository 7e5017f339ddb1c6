"""Statement-I with Statements II and III: which of the two are right, and which of them explain I?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import LETTERS, statements, texts


def _judgement(content: Mapping[str, Any], name: str) -> tuple[bool, bool]:
    given = content.get(name)
    if (
        not isinstance(given, Mapping)
        or not isinstance(given.get("II"), bool)
        or not isinstance(given.get("III"), bool)
    ):
        raise Refused(f"{name}: is {{II: true or false, III: true or false}}: which of them is the reason of I")
    return given["II"], given["III"]


@dataclass(frozen=True, slots=True)
class ReasoningThree(Question):
    """Whether II and III explain I is an editor's judgement with its reason; the rest follows from the facts.

    The four options are those of 2025: both right and both explain; both right and one explains; one right, and it
    explains; neither right. Statement-I must be right: no option says otherwise.
    """

    three: tuple[Item, ...]
    explains: tuple[bool, bool]
    explains_why: Texts

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"statements", "explains", "explains_why"})
    STANDING: ClassVar[bool] = True

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        three = statements(content, [3], ("I", "II", "III"))
        return cls(head, three, _judgement(content, "explains"), texts(content.get("explains_why"), "explains_why"))

    def items(self) -> tuple[Item, ...]:
        return self.three

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(letter, wording.say(f"reasoning_three.{letter}")) for letter in LETTERS)

    def standard_ask(self) -> Texts:
        return wording.say("ask.reasoning")

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.three)}

    def _key(self, first: bool, others: tuple[bool, bool]) -> str:
        if not first:
            raise Refused("Statement-I is false, and no option says so; make it true or choose combinations")
        if any(explains and not so for explains, so in zip(self.explains, others, strict=True)):
            raise Refused("explains: names a statement that is false; a false statement explains nothing")
        if not any(others):
            return "d"
        if not any(self.explains):
            raise Refused("what is right explains nothing, and no option says so; reword I, or choose combinations")
        if all(others):
            return "a" if all(self.explains) else "b"
        return "c"

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        first, second, third = (truths[one.id] for one in self.three)
        key = self._key(first, (second, third))
        whole = [subsets.verdict(one, truths[one.id], "statement") for one in self.three]
        told = [self.explains_why] if second or third else []
        reasons = {letter: wording.join(*(whole if letter == key else whole[1:]), *told) for letter in LETTERS}
        ids = tuple(one.id for one in self.three)
        rests = {letter: ids if letter == key else ids[1:] for letter in LETTERS}
        return Derived(self.options(), (key,), reasons, rests)
