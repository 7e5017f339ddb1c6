"""Statement-I and Statement-II: are both right, and does II explain I?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import LETTERS, statements, texts


@dataclass(frozen=True, slots=True)
class Reasoning(Question):
    """Whether II explains I is an editor's judgement with its reason; the rest follows from the facts."""

    pair: tuple[Item, ...]
    explains: bool
    explains_why: Texts

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"statements", "explains", "explains_why"})
    STANDING: ClassVar[bool] = True

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        pair = statements(content, [2], ("I", "II"))
        explains = content.get("explains")
        if not isinstance(explains, bool):
            raise Refused("explains: is missing; write true when II is the correct explanation of I, else false")
        return cls(head, pair, explains, texts(content.get("explains_why"), "explains_why"))

    def items(self) -> tuple[Item, ...]:
        return self.pair

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(letter, wording.say(f"reasoning.{letter}")) for letter in LETTERS)

    def standard_ask(self) -> Texts:
        return wording.say("ask.reasoning")

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.pair)}

    def _key(self, first: bool, second: bool) -> str:
        if not first and not second:
            raise Refused("both statements are false, and no option says so; make one of them true")
        if first and second:
            return "a" if self.explains else "b"
        if self.explains:
            raise Refused("explains: true, but one of the statements is false; a false statement explains nothing")
        return "c" if first else "d"

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        first, second = (truths[one.id] for one in self.pair)
        key = self._key(first, second)
        verdicts = [subsets.verdict(one, truths[one.id], "statement") for one in self.pair]
        both = first and second
        reasons: dict[str, Texts] = {}
        rests: dict[str, tuple[str, ...]] = {}
        for letter, claimed in zip(LETTERS, ((True, True), (True, True), (True, False), (False, True)), strict=True):
            off = [n for n, (said, is_so) in enumerate(zip(claimed, (first, second), strict=True)) if said != is_so]
            if letter == key:
                parts, used = [*verdicts, *([self.explains_why] if both else [])], [0, 1]
            elif off:
                parts, used = [verdicts[n] for n in off], off
            else:
                parts, used = [self.explains_why], [0, 1]
            reasons[letter] = wording.join(*parts)
            rests[letter] = tuple(self.pair[n].id for n in used)
        return Derived(self.options(), (key,), reasons, rests)
