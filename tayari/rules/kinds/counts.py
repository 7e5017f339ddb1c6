"""Options that count: only one, only two, … all. A count of none exists only among three."""

from collections.abc import Mapping, Sequence

from tayari.plain.texts import Texts
from tayari.rules.kinds import wording
from tayari.rules.kinds.question import Derived, Item, Option, Refused
from tayari.rules.kinds.reading import LETTERS
from tayari.rules.kinds.subsets import verdict

_STATEMENTS: dict[int, tuple[Texts, ...]] = {
    3: (
        {"en": "Only one", "hi": "केवल एक"},
        {"en": "Only two", "hi": "केवल दो"},
        {"en": "All three", "hi": "सभी तीन"},
        {"en": "None", "hi": "कोई भी नहीं"},
    ),
    4: (
        {"en": "Only one", "hi": "केवल एक"},
        {"en": "Only two", "hi": "केवल दो"},
        {"en": "Only three", "hi": "केवल तीन"},
        {"en": "All four", "hi": "सभी चार"},
    ),
}
_PAIRS: dict[int, tuple[Texts, ...]] = {
    3: (
        {"en": "Only one pair", "hi": "केवल एक युग्म"},
        {"en": "Only two pairs", "hi": "केवल दो युग्म"},
        {"en": "All three pairs", "hi": "सभी तीन युग्म"},
        {"en": "None of the pairs", "hi": "कोई भी युग्म नहीं"},
    ),
    4: (
        {"en": "Only one pair", "hi": "केवल एक युग्म"},
        {"en": "Only two pairs", "hi": "केवल दो युग्म"},
        {"en": "Only three pairs", "hi": "केवल तीन युग्म"},
        {"en": "All four pairs", "hi": "सभी चार युग्म"},
    ),
}
_SCALE = {3: (1, 2, 3, 0), 4: (1, 2, 3, 4)}


def options(of: str, total: int) -> tuple[Option, ...]:
    """The four standing options; `of` is statements or pairs."""
    words = (_PAIRS if of == "pairs" else _STATEMENTS)[total]
    return tuple(Option(letter, said) for letter, said in zip(LETTERS, words, strict=True))


def decide(items: Sequence[Item], of: str, truths: Mapping[str, bool]) -> Derived:
    """The option that says how many are true. Raises Refused when that number has no option."""
    true = [one for one in items if truths[one.id]]
    if len(true) not in _SCALE[len(items)]:
        raise Refused(
            f"all four {of} are false: a how-many of four has no option for none; make one true or leave three"
        )
    noun = of.removesuffix("s")
    count = wording.counted(len(true), of, len(items))
    which = [wording.say("these", wording.listed([one.label for one in true]))] if true else []
    key = LETTERS[_SCALE[len(items)].index(len(true))]
    ids = tuple(one.id for one in items)
    reasons = {letter: wording.join(count, *which) for letter in LETTERS}
    reasons[key] = wording.join(count, *(verdict(one, truths[one.id], noun) for one in items))
    rests = {letter: ids if letter == key else () for letter in LETTERS}
    return Derived(options(of, len(items)), (key,), reasons, rests)
