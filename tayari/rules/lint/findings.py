"""What the linter says: findings with a place, and how much of the text the base could judge."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong (or worth a look). `fact` is None for rules of the page itself; `id` survives line moves."""

    line: int
    column: int
    level: Level
    words: str
    claim: str
    fact: str | None
    source: str | None
    suggestion: str
    rule: str
    id: str


def identity(rule: str, sentence: str, words: str, fact: str | None, revision: int | None, nth: int = 0) -> str:
    """An id that stays while neither the sentence nor the fact changes; `nth` tells equal ones of a file apart."""
    told = "\x1f".join([rule, " ".join(sentence.split()), words, fact or "", str(revision or ""), str(nth)])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of sentences: all, those that say something of the base's subjects, and how those were judged."""

    sentences: int = 0
    checkable: int = 0
    agree: int = 0
    contradict: int = 0
    unknown: int = 0

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(
            self.sentences + other.sentences,
            self.checkable + other.checkable,
            self.agree + other.agree,
            self.contradict + other.contradict,
            self.unknown + other.unknown,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one document, in order of place."""

    findings: tuple[Finding, ...]
    coverage: Coverage
