"""Options that name a set of statements: which is right, and why each of the others is not."""

from collections.abc import Mapping, Sequence

from tayari.plain.texts import Texts
from tayari.rules.kinds import wording
from tayari.rules.kinds.question import Derived, Item, Option
from tayari.rules.kinds.reading import LETTERS, one_key

Subset = frozenset[str]


def verdict(one: Item, true: bool, noun: str) -> Texts:
    """`Statement 2 is not correct. …` with the statement's reason."""
    return wording.join(wording.say("correct" if true else "incorrect", wording.say(noun, one.label)), one.why)


def options(items: Sequence[Item], choices: Sequence[Subset]) -> tuple[Option, ...]:
    """`1 and 2 only`, `1, 2 and 3`."""
    return tuple(Option(letter, _named(items, choice)) for letter, choice in zip(LETTERS, choices, strict=True))


def _named(items: Sequence[Item], choice: Subset) -> Texts:
    labels = [one.label for one in items if one.id in choice]
    said = wording.listed(labels)
    return said if len(labels) == len(items) else wording.say("some_only", said)


def _difference(items: Sequence[Item], named: Subset, true: Subset, noun: str) -> list[Texts]:
    parts: list[Texts] = []
    for one in items:
        if (one.id in named) != (one.id in true):
            name = {code: words.lower() for code, words in wording.say(noun, one.label).items()}
            parts += [wording.say("takes_in" if one.id in named else "leaves_out", name), one.why]
    return parts


def decide(
    items: Sequence[Item],
    choices: Sequence[Subset],
    options: tuple[Option, ...],
    truths: Mapping[str, bool],
    noun: str = "statement",
) -> Derived:
    """The choice that equals the set of true items, statements or pairs. Raises Refused when none does."""
    true = frozenset(one.id for one in items if truths[one.id])
    labels = [one.label for one in items if one.id in true]
    said = f"exactly {' and '.join(labels)}" if labels else "none of them"
    key = one_key(
        [letter for letter, named in zip(LETTERS, choices, strict=False) if named == true],
        f"no option is right: {said} of the {noun}s hold; add that as a choice or change a {noun}",
    )
    reasons: dict[str, Texts] = {}
    rests: dict[str, tuple[str, ...]] = {}
    for letter, named in zip(LETTERS, choices, strict=False):
        wrong = _difference(items, named, true, noun)
        whole = [verdict(one, one.id in true, noun) for one in items]
        reasons[letter] = wording.join(*(wrong or whole))
        rests[letter] = tuple(one.id for one in items if not wrong or (one.id in named) != (one.id in true))
    return Derived(options, key, reasons, rests)


def printed(statements: Sequence[Item]) -> list[dict[str, object]]:
    return [{"label": one.label, "text": dict(one.text)} for one in statements]


def printed_pairs(pairs: Sequence[Item], sides: Sequence[tuple[Texts, Texts]]) -> list[dict[str, object]]:
    return [
        {"label": one.label, "left": dict(left), "right": dict(right)}
        for one, (left, right) in zip(pairs, sides, strict=True)
    ]
