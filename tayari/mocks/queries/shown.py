"""What the result page is given: frozen values, every number in words with its unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from tayari.facts.queries import SpokenFact
from tayari.facts.queries.corrected import Correction
from tayari.rules.scoring import Counts


@dataclass(frozen=True, slots=True)
class Note:
    """A source note of one question: its number there and the fact in words with its sources."""

    number: int
    fact: SpokenFact


@dataclass(frozen=True, slots=True)
class ShownOption:
    """`reason` says why it is right or wrong; `notes` are the numbers of the source notes it rests on."""

    id: str
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
class ShownQuestion:
    """`verdicts` gives the truth of each numbered statement or pair, in order; empty where there is none."""

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


@dataclass(frozen=True, slots=True)
class TopicRow:
    """What one topic came to; `fix` are the questions that were wrong or blank: (number, place)."""

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
class Result:
    """The result page. `score` is rounded once, for reading; `exact` is the fraction when that differs."""

    id: str
    title: str
    short: str
    slug: str
    practice: bool
    languages: tuple[str, ...]
    own_language: str
    score: str
    best: str
    best_words: str
    exact: str
    counts: Counts
    lost: str
    time: str
    allowed: str
    closed_by: str
    closed_at: datetime | None
    fix: tuple[TopicRow, ...]
    topics: tuple[TopicRow, ...]
    questions: tuple[ShownQuestion, ...]
    missed: int
