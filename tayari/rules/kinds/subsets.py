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


def _difference(statements: Sequence[Item], named: Subset, true: Subset) -> list[Texts]:
    parts: list[Texts] = []
    for one in statements:
        if (one.id in named) != (one.id in true):
            name = {"en": f"statement {one.label}", "hi": f"कथन {one.label}"}
            parts += [wording.say("takes_in" if one.id in named else "leaves_out", name), one.why]
    return parts


def decide(
    statements: Sequence[Item], choices: Sequence[Subset], options: tuple[Option, ...], truths: Mapping[str, bool]
) -> Derived:
    """The choice that equals the set of true statements. Raises Refused when none does."""
    true = frozenset(one.id for one in statements if truths[one.id])
    labels = [one.label for one in statements if one.id in true]
    said = f"exactly {' and '.join(labels)}" if labels else "none of them"
    key = one_key(
        [letter for letter, named in zip(LETTERS, choices, strict=False) if named == true],
        f"no option is right: {said} of the statements hold; add that as a choice or change a statement",
    )
    reasons: dict[str, Texts] = {}
    rests: dict[str, tuple[str, ...]] = {}
    for letter, named in zip(LETTERS, choices, strict=False):
        wrong = _difference(statements, named, true)
        whole = [verdict(one, one.id in true, "statement") for one in statements]
        reasons[letter] = wording.join(*(wrong or whole))
        rests[letter] = tuple(one.id for one in statements if not wrong or (one.id in named) != (one.id in true))
    return Derived(options, key, reasons, rests)


def printed(statements: Sequence[Item]) -> list[dict[str, object]]:
    return [{"label": one.label, "text": dict(one.text)} for one in statements]
