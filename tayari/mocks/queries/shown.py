"""What the result page is given: frozen values, every number in words with its unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from tayari.facts.queries import SpokenFact
from tayari.facts.queries.corrected import Correction
from tayari.mocks.queries.rekeyed import KeyNote, Moved
from tayari.mocks.reading import Reading
from tayari.rules.scoring import Counts


@dataclass(frozen=True, slots=True)
class Note:
    """A source note of one question: its number there and the fact in words with its sources."""

    number: int
    fact: SpokenFact


@dataclass(frozen=True, slots=True)
class ShownOption:
    """`letter` is the one it bears in this sitting. `reason` says why it is right or wrong; `notes` are the numbers of
    the source notes it rests on."""

    id: str
    letter: str
    text: Mapping[str, str]
    right: bool
    chosen: bool
    reason: Mapping[str, str]
    notes: tuple[int, ...]

    @property
    def state(self) -> str:
        if self.right:
            return "right"
        return "wrong" if self.chosen else "left"


@dataclass(frozen=True, slots=True)
class Others:
    """How `n` others fared with a question: the median of their time in ms and in words, per cent right."""

    n: int
    ms: int
    time: str
    right: int


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """`verdicts` gives the truth of each numbered statement or pair, in order; empty where there is none. `typed` is
    what was typed, what counts as right, and why; `figures` are those of reasons and explanation too."""

    number: int
    place: int
    printed: Mapping[str, Any]
    outcome: str
    outcome_words: str
    state: str
    mark: str
    time: str
    options: tuple[ShownOption, ...]
    verdicts: tuple[bool, ...]
    explanation: Mapping[str, str]
    notes: tuple[Note, ...]
    corrections: tuple[Correction, ...]
    typed: tuple[str, str, Mapping[str, str]] | None = None
    confidence: str = ""
    key_note: KeyNote | None = None
    others: Others | None = None
    readings: tuple[Reading, ...] = ()
    figures: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRow:
    """What one topic came to; `fix` are the questions that were wrong or blank: (number, place)."""

    id: str
    name: str
    right: int
    wrong: int
    blank: int
    questions: int
    earned: str
    best: str
    missing: Fraction
    fix: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Right answers of so many."""

    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Topics by kinds: the kinds' names, and for each topic its name and a cell a kind."""

    kinds: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One question in the chart of times, in the chart's own units; `median_y` where others are known."""

    number: int
    place: int
    x: int
    y: int
    height: int
    outcome: str
    median_y: int | None


@dataclass(frozen=True, slots=True)
class Times:
    """Time by question, and its sums by outcome in words. `slowest` are (number, place, time)."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    top: str
    right: str
    wrong: str
    blank: str
    slowest: tuple[tuple[int, int, str], ...]
    compared: bool


@dataclass(frozen=True, slots=True)
class GuessRow:
    """Answers at one degree of certainty; `by_chance` is empty where chance says nothing."""

    name: str
    answers: int
    right: int
    share: int
    earned: str
    by_chance: str
    gained: bool


@dataclass(frozen=True, slots=True)
class Guesses:
    """`pays_above` is the share of right answers, as 1/4, above which answering beats leaving blank."""

    rows: tuple[GuessRow, ...]
    pays_above: str


@dataclass(frozen=True, slots=True)
class Among:
    """Where the score stands: percentile with its interval, rank shared by `level`, of `n` candidates as of `at`."""

    percentile: str
    low: str
    high: str
    rank: int
    level: int
    n: int
    at: datetime
    first: bool


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section's score, and whether it qualifies; `needed` is empty where nothing is asked of it. `counted` says which
    answers count where some do."""

    name: str
    score: str
    best: str
    needed: str
    qualified: bool
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Attempted:
    """An earlier or later sitting of the same paper; `mine` is the one shown."""

    at: datetime
    score: str
    url: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """What is shown once answers are: everything that says which were right."""

    fix: tuple[TopicRow, ...]
    topics: tuple[TopicRow, ...]
    matrix: Matrix | None
    times: Times
    guesses: Guesses | None
    questions: tuple[ShownQuestion, ...]
    missed: int
    objects: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """What is shown once the score is. `score` is rounded once, for reading; `exact` is the fraction when that differs.

    `rescaled` says the marks before dropped questions were made up for. `unmarked` says that more questions were left
    without any mark than the examination allows.
    """

    score: str
    best: str
    best_words: str
    exact: str
    rescaled: str
    counts: Counts
    lost: str
    lost_blank: str
    forgone: str
    forgone_blank: str
    overall: SectionRow | None
    unmarked: str
    sections: tuple[SectionRow, ...]
    among: Among | None
    few: int | None
    history: tuple[Attempted, ...]
    moves: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The result page. `scored` and `answers` are None as long as the paper's review policy keeps them back; `until`
    is when it lets them out, where that is a time, and `final` whether they wait for the final key.

    `key` is provisional, final or empty: what the paper, if it has a time for objections (`objections_until`), is
    marked by.
    """

    id: str
    title: str
    short: str
    slug: str
    practice: bool
    languages: tuple[str, ...]
    own_language: str
    time: str
    allowed: str
    closed_by: str
    closed_at: datetime | None
    scored: Scored | None
    answers: Answers | None
    until: datetime | None
    final: bool
    key: str
    objections_until: datetime | None
