"""A question as it is gathered line by line, before anybody says what kind it is."""

from dataclasses import dataclass, field

from tayari.rules.interchange.reading import Finding, Level
from tayari.rules.interchange.word.lines import Line
from tayari.rules.interchange.word.markers import Marker
from tayari.rules.interchange.word.sheets import Sheet


@dataclass(slots=True)
class Entry:
    """A numbered or lettered thing: its marker, the line that begins it, and those that go on."""

    marker: Marker
    head: Line
    more: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        return [line.text for line in (self.head.cut(self.marker.end), *self.more) if line.text.strip()]

    @property
    def start(self) -> str:
        """Its first words, which tell in which languages it is."""
        return " ".join(line.text for line in (self.head.cut(self.marker.end), *self.more[:4]))


@dataclass(slots=True)
class Group:
    """Entries of one list."""

    entries: list[Entry]

    @property
    def kind(self) -> str:
        return self.entries[0].marker.kind

    @property
    def style(self) -> str:
        return self.entries[0].marker.style

    @property
    def next(self) -> int:
        return self.entries[-1].marker.place + 1

    @property
    def words(self) -> list[str]:
        return [" ".join(entry.lines) for entry in self.entries]


@dataclass(slots=True)
class Passage:
    """Words from which the questions of `asked` are answered. `sure` where the file itself says which these are.

    `crowded` says that too many follow for all to be its own: then none is taken for one.
    """

    place: int
    directions: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    asked: list["Raw"] = field(default_factory=list)
    sure: bool = False
    crowded: bool = False

    def let_go(self, question: "Raw") -> None:
        """The question, in every language in which it stands there, is not asked of it."""
        named = question.number
        self.asked = [one for one in self.asked if one is not question and not (named and one.number == named)]

    @property
    def numbers(self) -> list[str]:
        """The numbers of its questions, once each: a question may stand there in two languages."""
        return list(dict.fromkeys(one.number or one.where for one in self.asked))


@dataclass(slots=True)
class Raw:
    """`parts` is everything in its order: lines of words, groups, and tables that belong to the question.

    `gap` says that a letter is missing, `goes_on` that an option has a second line, `supposed` that words after the
    answer were taken for its explanation.
    """

    number: str
    place: int
    style: str = ""
    of: str = ""
    parts: list[Line | Group | Sheet] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    answers: list[Line] = field(default_factory=list)
    explanation: list[Line] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    source: list[Line | Sheet] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    passage: Passage | None = None
    gap: bool = False
    goes_on: bool = False
    supposed: bool = False

    def add(self, part: Line | Group | Sheet) -> None:
        self.parts.append(part)
        if isinstance(part, Group):
            self.groups.append(part)

    @property
    def lines(self) -> list[Line]:
        return [part for part in self.parts if isinstance(part, Line)]

    @property
    def sheets(self) -> list[Sheet]:
        return [part for part in self.parts if isinstance(part, Sheet)]

    @property
    def where(self) -> str:
        return f"paragraph {self.place}"

    def say(self, level: Level, rule: str, message: str) -> None:
        self.findings.append(Finding(self.where, level, rule, message))
