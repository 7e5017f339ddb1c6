"""The three sorts of line of an Aiken file."""

import re
from dataclasses import dataclass
from typing import Literal

from tayari.rules.interchange.words import one_line, plain

Sort = Literal["words", "option", "answer", "blank"]
_OPTION = re.compile(r"(?:\(([A-Za-z])\)|([A-Za-z])([.)]))\s*(.*)", re.DOTALL)
_ANSWER = re.compile(r"(?:ANSWER|Answer|answer)\s*[:\uff1a]\s*(.*)", re.DOTALL)
_LETTER = re.compile(r"\(?([A-Za-z])\)?[.)]?")


@dataclass(frozen=True, slots=True)
class Line:
    """An option's `letter` and the `style` of it (`A)`, `a.`, `(a)`); `words` without them, or what ANSWER: says."""

    number: int
    sort: Sort
    words: str
    letter: str = ""
    style: str = ""
    label: str = ""

    @property
    def names(self) -> str:
        """The one letter that an answer line names, or nothing when it names none or several."""
        told = _LETTER.fullmatch(self.words)
        return told[1].upper() if told else ""

    def whole(self) -> str:
        return f"{self.label} {self.words}" if self.sort == "option" else self.words


def line(number: int, text: str) -> Line:
    said = one_line(text)
    if not said:
        return Line(number, "blank", "")
    if answer := _ANSWER.fullmatch(said):
        return Line(number, "answer", answer[1])
    if option := _OPTION.fullmatch(said):
        letter = option[1] or option[2]
        case = "A" if letter.isupper() else "a"
        style = f"({case})" if option[1] else f"{case}{option[3]}"
        return Line(number, "option", option[4], letter.upper(), style, said[: option.start(4)].strip())
    return Line(number, "words", said)


def lines(text: str) -> list[Line]:
    return [line(number, words) for number, words in enumerate(plain(text).split("\n"), start=1)]
