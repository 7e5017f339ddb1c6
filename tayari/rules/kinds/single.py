"""One right among two to six, or with a negative stem one wrong among them. UPSC prints four, IBPS five."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.rules.kinds.question import Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import OPTIONS, lettered, one_key

_NEGATIONS = {
    "en": re.compile(r"\b(not|except|incorrect|never|neither|wrong|false)\b", re.IGNORECASE),
    "hi": re.compile(r"नहीं|छोड़कर|गलत|ग़लत|असत्य|के अलावा"),
}

_COUNTED = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def emphasised(words: str, language: str) -> list[tuple[str, bool]]:
    """The words of a negative stem in pieces, each with whether it is the “not” that has to stand out."""
    pattern = _NEGATIONS.get(language)
    found = pattern.search(words) if pattern else None
    if not found:
        return [(words, False)]
    return [(words[: found.start()], False), (found.group(), True), (words[found.end() :], False)]


@dataclass(frozen=True, slots=True)
class Single(Question):
    """`negative` asks which is *not* so: the key is then the one option that is false."""

    choices: tuple[Item, ...]
    negative: bool

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"options", "negative"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        found = lettered(content, OPTIONS)
        negative = bool(content.get("negative", False))
        for language in head.stem.keys() & _NEGATIONS.keys() if negative else ():
            if not _NEGATIONS[language].search(f"{head.stem[language]} {head.ask.get(language, '')}"):
                raise Refused(f"it is negative, but the stem ({language}) has no “not”; say it in every language")
        return cls(head, found, negative)

    def items(self) -> tuple[Item, ...]:
        return self.choices

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(one.id, one.text) for one in self.choices)

    def figure(self) -> dict[str, Any]:
        return {"negative": True} if self.negative else {}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        right = [one.id for one in self.choices if truths[one.id] != self.negative]
        wanted = "false" if self.negative else "true"
        count = _COUNTED[len(self.choices)]
        none = f"no option is right: not one of the {count} is {wanted}; correct the option that should be"
        key = one_key(right, none)
        return Derived(
            self.options(), key, {one.id: one.why for one in self.choices}, {one.id: (one.id,) for one in self.choices}
        )
