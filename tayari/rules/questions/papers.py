"""Weaknesses of a paper as a whole: a lopsided key, questions that answer each other, doubles, sets torn apart."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import sqrt

from tayari.plain.folding import words as folded_words
from tayari.rules.kinds.question import Derived, Question
from tayari.rules.kinds.reading import LETTERS
from tayari.rules.questions.likeness import likeness
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
    for (one, first), (two, second) in combinations(asked, 2):
        shared = {item.claim for item in one.items() if item.claim} & {item.claim for item in two.items() if item.claim}
        names = f"{one.head.ref}, {two.head.ref}"
        if shared:
            said = " ".join(min(claim for claim in shared if claim))
            message = f"both turn on one claim ({said}); who knows one has the other: take one out"
            yield Remark("paper.answers-another", names, message)
        elif _gives_away(one, two, second) or _gives_away(two, one, first):
            yield Remark("paper.answers-another", names, "the words of one give the right option of the other")


def _gives_away(teller: Question, asker: Question, derived: Derived) -> bool:
    """Whether what `teller` prints as so (its stem) holds the right option of `asker` and most of its stem's words."""
    if asker.head.kind != "single":
        return False
    told = set(folded_words(teller.head.stem.get("en", "")))
    answer = {word for one in derived.options if one.id in derived.key for word in folded_words(one.texts["en"])}
    question = {word for word in folded_words(asker.head.stem["en"]) if len(word) > 4}
    return bool(answer) and answer <= told and bool(question) and 3 * len(question & told) >= 2 * len(question)


def _doubles(asked: Sequence[Asked]) -> Iterator[Remark]:
    told = [(question.head.ref, folded_words(_whole(question))) for question, _ in asked]
    for (one, first), (two, second) in combinations(told, 2):
        if likeness(first, second) >= ALIKE:
            yield Remark("paper.near-double", f"{one}, {two}", "these two ask the same in other words; take one out")


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
