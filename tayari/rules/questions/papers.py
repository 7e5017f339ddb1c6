"""Weaknesses of a paper as a whole: a lopsided key, questions that answer each other, doubles, sets torn apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from tayari.plain.folding import words as folded_words
from tayari.rules.kinds.question import Derived, Question
from tayari.rules.kinds.reading import LETTERS
from tayari.rules.questions.likeness import overlap, shingles
from tayari.rules.questions.remarks import Remark

Asked = tuple[Question, Derived]
# Two stems this alike are the same question in other words.
ALIKE = 0.8


def lint(asked: Sequence[Asked]) -> list[Remark]:
    """Everything worth a second look in a paper, its questions in the order they are printed."""
    return [*_key(asked), *_answering(asked), *_doubles(asked), *_torn(asked)]


def _key(asked: Sequence[Asked]) -> Iterator[Remark]:
    """The letters of a key are near uniform: further off than 2.5 standard deviations is worth a look."""
    keys = [derived.key[0] for question, derived in asked if question.ANSWER == "one" and len(derived.options) == 4]
    if len(keys) < 12:
        return
    mean, spread = len(keys) / 4, sqrt(len(keys) * 3 / 16)
    for letter in LETTERS:
        count = keys.count(letter)
        if abs(count - mean) > 2.5 * spread:
            yield Remark(
                "paper.key-distribution",
                letter,
                f"({letter}) is the key of {count} of {len(keys)} questions, where about {mean:.0f} are expected",
            )


def _answering(asked: Sequence[Asked]) -> Iterator[Remark]:
    """Two that turn on one claim, or one whose words give the other's right option."""
    for one, two in combinations(list(map(told, asked)), 2):
        if reason := answering(one, two):
            yield Remark("paper.answers-another", f"{one.ref}, {two.ref}", reason)


@dataclass(frozen=True, slots=True)
class Told:
    """What a question gives away and what it asks, as words: found once, compared with many."""

    ref: str
    claims: frozenset[tuple[str, ...]]
    stem: frozenset[str]
    answer: frozenset[str]
    asks: frozenset[str]
    pairs: frozenset[tuple[str, ...]]


def told(asked: Asked) -> Told:
    """The words of a question. Only a single has an answer that another's stem can give."""
    question, derived = asked
    right: frozenset[str] = frozenset()
    if question.head.kind == "single":
        right = frozenset(
            word for one in derived.options if one.id in derived.key for word in folded_words(one.texts["en"])
        )
    stem = folded_words(question.head.stem.get("en", ""))
    return Told(
        ref=question.head.ref,
        claims=frozenset(item.claim for item in question.items() if item.claim),
        stem=frozenset(stem),
        answer=right,
        asks=frozenset(word for word in stem if len(word) > 4),
        pairs=shingles(folded_words(_whole(question))),
    )


def answering(one: Told, two: Told) -> str:
    """Why who reads one of the two has the other; empty when they may stand in one paper."""
    shared = one.claims & two.claims
    if shared:
        return f"both turn on one claim ({' '.join(min(shared))}); who knows one has the other: take one out"
    if _gives_away(one, two) or _gives_away(two, one):
        return "the words of one give the right option of the other"
    return ""


def _gives_away(teller: Told, asker: Told) -> bool:
    """Whether what `teller` prints as so (its stem) holds the right option of `asker` and most of its stem's words."""
    held = bool(asker.answer) and asker.answer <= teller.stem
    return held and bool(asker.asks) and 3 * len(asker.asks & teller.stem) >= 2 * len(asker.asks)


def alike(one: Told, two: Told) -> bool:
    """Whether two ask the same in other words."""
    return overlap(one.pairs, two.pairs) >= ALIKE


def _doubles(asked: Sequence[Asked]) -> Iterator[Remark]:
    for one, two in combinations(list(map(told, asked)), 2):
        if alike(one, two):
            message = "these two ask the same in other words; take one out"
            yield Remark("paper.near-double", f"{one.ref}, {two.ref}", message)


def _whole(question: Question) -> str:
    return " ".join([question.head.stem.get("en", ""), *(item.text.get("en", "") for item in question.items())])


def _torn(asked: Sequence[Asked]) -> Iterator[Remark]:
    """Questions on one passage or table stand together."""
    last: dict[str, int] = {}
    for number, (question, _) in enumerate(asked):
        figure = question.figure()
        for name in ("passage", "table"):
            ref = figure.get(name, {}).get("ref")
            if ref and number - last.get(ref, number - 1) > 1:
                message = f"the set on {ref!r} is torn apart; put its questions one after another"
                yield Remark("paper.torn-set", question.head.ref, message)
            if ref:
                last[ref] = number
