"""Passages: words before several questions that are answered from them, and which questions these are."""

import re
from dataclasses import dataclass, field

from tayari.rules.interchange.numbers import DIGITS
from tayari.rules.interchange.word.lines import Line
from tayari.rules.interchange.word.markers import Marker
from tayari.rules.interchange.word.raw import Passage, Raw

MOST = 10
"""So many questions are taken for those of a passage where the file does not say which are."""

_TITLE = re.compile(
    r"\s*(?:Passage|गद्यांश|अनुच्छेद|परिच्छेद)\s*[-–—:.]?\s*(?:[0-9०-९]{1,2}|[IVX]{1,4}|[A-H])?\s*(?:[:.\-–—]+\s*|$)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?<!\d)(\d{1,3})\s*(?:-|–|—|to|से)\s*(\d{1,3})(?!\d)", re.IGNORECASE)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = re.compile(
    rf"(?<![\d\w])(\d{{1,2}}|{'|'.join(_WORDS)})\s*(?:\([^)]{{1,12}}\)\s*)?(?:items?|questions?|प्रश्न)", re.IGNORECASE
)


@dataclass(slots=True)
class _Reach:
    """Which questions the directions name: by their numbers, or by how many they are."""

    numbers: range | None = None
    count: int = 0
    seen: set[str] = field(default_factory=set)

    def takes(self, number: str) -> bool:
        if self.numbers is not None:
            return number.isdigit() and int(number) in self.numbers
        if not self.count or number in self.seen:
            return True
        self.seen.add(number)
        return len(self.seen) <= self.count

    @property
    def is_said(self) -> bool:
        return self.numbers is not None or bool(self.count)


def _reach(words: str) -> _Reach:
    told = words.translate(DIGITS)
    if found := _RANGE.search(told):
        first, last = int(found[1]), int(found[2])
        if first <= last < first + 50:
            return _Reach(numbers=range(first, last + 1))
    if found := _COUNT.search(told):
        said = found[1].lower()
        return _Reach(count=int(said) if said.isdigit() else _WORDS.index(said) + 1)
    return _Reach()


@dataclass(slots=True)
class Passages:
    """Those of a document, in its order."""

    _all: list[Passage] = field(default_factory=list)
    _open: Passage | None = None
    _reach: _Reach = field(default_factory=_Reach)

    def take(self, line: Line, mark: Marker | None) -> bool:
        """Take a line that stands in no question: directions, a passage's title, or its words."""
        if title := _TITLE.match(line.text):
            self._begin(line, goes_on=True)
            rest = line.cut(title.end())
            if rest.text.strip():
                self._words(rest)
            return True
        if mark and mark.kind == "passage":
            self._direct(line)
            return True
        if self._open is None or self._open.asked:
            if not self._reach.is_said:
                self.end()
            return False
        self._words(line)
        return True

    def ask(self, question: Raw) -> None:
        """A question begins: it is asked of the open passage, or ends what that reaches."""
        if self._open is None or not self._open.lines:
            return
        if self._reach.takes(question.number):
            self._open.asked.append(question)
            question.passage = self._open
        else:
            self.end()

    def end(self) -> None:
        """What follows belongs to no passage that stood before."""
        self._open, self._reach = None, _Reach()

    def settle(self) -> None:
        """Take no question for that of a passage after which too many follow for all to be its own."""
        for one in self._all:
            one.crowded = not one.sure and len(one.numbers) > MOST
            for question in one.asked if one.crowded else ():
                question.passage = None

    @property
    def attached(self) -> list[Passage]:
        return [one for one in self._all if one.asked and not one.crowded]

    @property
    def left(self) -> list[Passage]:
        """Those that no question was given."""
        return [one for one in self._all if one.crowded or not one.asked]

    def _direct(self, line: Line) -> None:
        """Directions: new ones, or a further line of those that have just begun."""
        if self._open is None or self._open.lines or self._open.asked:
            self.end()
            self._begin(line, goes_on=False)
        assert self._open is not None
        self._open.directions.append(line)
        if not self._reach.is_said:
            self._reach = _reach(line.text)
        self._open.sure = self._reach.is_said

    def _begin(self, line: Line, *, goes_on: bool) -> None:
        """A new passage, unless one has begun and says nothing yet; under the same directions when it `goes_on`."""
        if goes_on and self._open is not None and not self._open.lines:
            return
        self._open = Passage(line.place, sure=goes_on and self._reach.is_said)
        self._all.append(self._open)

    def _words(self, line: Line) -> None:
        assert self._open is not None
        self._open.lines.append(line)
