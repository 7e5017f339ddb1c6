"""Options that count: only one, only two, … all. None exists only among three, only one not among five."""

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
    5: (
        {"en": "Only two", "hi": "केवल दो"},
        {"en": "Only three", "hi": "केवल तीन"},
        {"en": "Only four", "hi": "केवल चार"},
        {"en": "All five", "hi": "सभी पाँच"},
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
    5: (
        {"en": "Only two pairs", "hi": "केवल दो युग्म"},
        {"en": "Only three pairs", "hi": "केवल तीन युग्म"},
        {"en": "Only four pairs", "hi": "केवल चार युग्म"},
        {"en": "All five pairs", "hi": "सभी पाँच युग्म"},
    ),
}
_SCALE = {3: (1, 2, 3, 0), 4: (1, 2, 3, 4), 5: (2, 3, 4, 5)}
_NUMBERS = ("none", "one", "two", "three", "four", "five")


def options(of: str, total: int) -> tuple[Option, ...]:
    """The four standing options; `of` is statements, pairs or items."""
    words = (_PAIRS if of == "pairs" else _STATEMENTS)[total]
    return tuple(Option(letter, said) for letter, said in zip(LETTERS, words, strict=True))


def _unrepresentable(true: int, total: int, of: str) -> str:
    count = _NUMBERS[total]
    state = f"all {count} {of} are false" if true == 0 else f"only one of the {count} {of} is true"
    return (
        f"{state}: a how-many of {count} has no option for {_NUMBERS[true]}; "
        f"make {'one' if total == 4 else 'another'} true, leave three, or choose combinations"
    )


def decide(items: Sequence[Item], of: str, truths: Mapping[str, bool]) -> Derived:
    """The option that says how many are true. Raises Refused when that number has no option."""
    true = [one for one in items if truths[one.id]]
    if len(true) not in _SCALE[len(items)]:
        raise Refused(_unrepresentable(len(true), len(items), of))
    noun = of.removesuffix("s") if of != "items" else "list_item"
    count = wording.counted(len(true), of, len(items))
    which = [wording.say("these", wording.listed([one.label for one in true]))] if true else []
    key = LETTERS[_SCALE[len(items)].index(len(true))]
    ids = tuple(one.id for one in items)
    reasons = {letter: wording.join(count, *which) for letter in LETTERS}
    reasons[key] = wording.join(count, *(verdict(one, truths[one.id], noun) for one in items))
    rests = {letter: ids if letter == key else () for letter in LETTERS}
    return Derived(options(of, len(items)), (key,), reasons, rests)
