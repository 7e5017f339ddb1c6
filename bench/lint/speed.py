"""How long the linter takes for 2,000 words against 10,000 facts that were made up for the purpose."""

import time
from datetime import date
from statistics import median
from typing import Any

from tayari.plain.dates import MONTHS
from tayari.rules.lint.base import Entity, Fact, FactBase, Name, Predicate
from tayari.rules.lint.document import Anchor, Block, Document, Kind
from tayari.rules.lint.facts import judge_document

FACTS, WORDS, TIMES = 10_000, 2_000, 5
_MONTHS = MONTHS["en"]


def made_up(facts: int) -> FactBase:
    """A base of agreements, each with the day and place of its signing, what it covers and its members."""
    predicates = (
        Predicate("signed_on", "date", True, False, ("agreement",), role="begun", cues={"en": ("signed",)}),
        Predicate("signed_in", "entity", True, False, ("agreement",), ("place",), cues={"en": ("signed",)}),
        Predicate(
            "covers", "text", False, True, ("agreement",), role="effect", cues={"en": ("covers", "provides for")}
        ),
        Predicate("members", "quantity", True, True, ("agreement",), role="count", cues={"en": ("members",)}),
    )
    places = [Entity(f"place-{number}", "place", (Name(f"Town{number}", "en", "name"),)) for number in range(100)]
    agreements, told = [], []
    for number in range(facts // 4):
        ref, day = f"agreement-{number}", f"{1990 + number % 35}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        names = (
            Name(f"Basic Agreement {number} on Trade{number % 500}", "en", "name"),
            Name(f"BA{number}X", "", "acronym"),
        )
        agreements.append(Entity(ref, "agreement", names))
        told += [
            Fact(f"{ref}.signed-on", ref, "signed_on", day),
            Fact(f"{ref}.signed-in", ref, "signed_in", f"place-{number % 100}"),
            Fact(
                f"{ref}.covers", ref, "covers", f"the exchange of goods{number % 700} and services{number % 300} by sea"
            ),
            Fact(f"{ref}.members", ref, "members", f"{number % 90 + 2} members"),
        ]
    return FactBase([*places, *agreements], predicates, told)


def text(words: int, number: int) -> str:
    """Prose about some of those agreements from one on, every third sentence of it wrong."""
    told: list[str] = []
    while sum(len(sentence.split()) for sentence in told) < words:
        day = f"{1 + number % 28} {_MONTHS[number % 12]} {1990 + (number + (number % 3 == 0)) % 35}"
        told.append(
            f"After long talks between the two sides, BA{number}X was signed in Town{number % 100} on {day}, "
            f"and it provides for the exchange of goods{number % 700} by sea."
        )
        number += 31
    return " ".join(told)


def measure() -> dict[str, Any]:
    """Seconds of the first reading, which builds the index of the base, and the median of those that follow: of one
    text again and again, and of a text about other agreements each time."""
    base = made_up(FACTS)
    took = [_read(text(WORDS, 7), base) for _ in range(TIMES + 1)]
    others = [_read(text(WORDS, 8 + number), base) for number in range(TIMES)]
    return {
        "facts": len(base.facts),
        "words": len(text(WORDS, 7).split()),
        "findings": took[0][1],
        "first reading, seconds": round(took[0][0], 3),
        "reading after loading, seconds": round(median(seconds for seconds, _ in took[1:]), 3),
        "reading another text, seconds": round(median(seconds for seconds, _ in others), 3),
    }


def _read(prose: str, base: FactBase) -> tuple[float, int]:
    """How long a text takes, and what is found in it."""
    document = Document("made-up", (Block(Kind.PARAGRAPH, prose, (Anchor(0, 1, 1),)),))
    begun = time.perf_counter()
    report = judge_document(document, base, as_of=date(2026, 11, 22))
    return time.perf_counter() - begun, len(report.findings)
