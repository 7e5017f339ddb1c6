"""Drafts of pairs: how many are correctly matched, and the matching of two lists."""

import random
from collections.abc import Sequence
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.drafts import stems
from tayari.rules.drafts.items import Items, claim, why
from tayari.rules.drafts.theme import Theme
from tayari.rules.drafts.values import Known, Value
from tayari.rules.kinds import wording

Content = dict[str, Any]
_COUNTS = {3: (0, 1, 2, 3), 4: (1, 2, 3, 4), 5: (2, 3, 4, 5)}


def pairs_how_many(items: Items, theme: Theme) -> Content | None:
    """Subjects beside values of one predicate, some of them another's."""
    first = theme.pick(items.rng, items.material.may_be_asked)
    if first is None:
        return None
    chosen = _alike(items, theme, first, items.rng.choices((3, 4, 5), (5, 3, 1))[0])
    if len(chosen) < 3:
        return None
    true = items.rng.choice(_COUNTS[len(chosen)])
    right = set(items.rng.sample(range(len(chosen)), true))
    rows = []
    for number, known in enumerate(chosen):
        value = known.value if number in right else _wrong(items, known, chosen)
        if value is None:
            return None
        reason = why(known) if number in right else why(known, value, items.origin(known, value))
        rows.append(
            {
                "id": f"p{number + 1}",
                "left": stems.listed(known),
                "right": value.texts,
                "claim": claim(known, value),
                "why": reason,
            }
        )
    return {"stem": _headed(first, _PAIRS), "pairs": rows}


def _alike(items: Items, theme: Theme, first: Known, count: int) -> list[Known]:
    """The first and others of its predicate, grain and subject's type."""

    def fits(one: Known) -> bool:
        same = one.fact.predicate == first.fact.predicate and one.value.grain == first.value.grain
        return same and one.subject.type == first.subject.type and items.material.may_be_asked(one)

    others = Theme([one for one in theme.known if one.place != first.place], theme.used)
    chosen = [first, *others.several(items.rng, count - 1, fits)]
    items.rng.shuffle(chosen)
    return chosen


def _wrong(items: Items, known: Known, chosen: Sequence[Known]) -> Value | None:
    """Another pair's value more often than not, if the base denies it here; else one from elsewhere."""
    near = [one.value for one in chosen if items.material.denies(known, one.value)]
    if near and items.rng.random() < 0.6:
        return items.rng.choice(near)
    found = items.material.wrong(known, known.value.grain, 4, items.rng)
    return items.rng.choice(found) if found else None


_PAIRS: Texts = {
    "en": "Consider the following pairs ({0} – {1}):",
    "hi": "निम्नलिखित युग्मों पर विचार कीजिए ({0} – {1}):",
}
_LISTS: Texts = {
    "en": "Match List I ({0}) with List II ({1}):",
    "hi": "सूची I ({0}) को सूची II ({1}) से सुमेलित कीजिए:",
}


def _headed(known: Known, words: Texts) -> Texts:
    """The stem with what stands left and right, by the type of the subjects and the predicate's label."""
    types, label = stems.type_words(known.subject.type), known.predicate.label
    return {code: said.format(types[code], label[code]) for code, said in words.items() if label.get(code)}


def match(items: Items, theme: Theme) -> Content | None:
    """Three or four subjects with values of their own, each wrong for all the others."""
    first = theme.pick(items.rng, items.material.may_be_asked)
    if first is None:
        return None
    among = _alike(items, theme, first, 12)
    among.remove(first)
    chosen = [first]
    for one in among:
        if len(chosen) < 4 and all(_exclude(items, one, other) for other in chosen):
            chosen.append(one)
    if len(chosen) < 3:
        return None
    items.rng.shuffle(chosen)
    left = "ABCD"[: len(chosen)]
    places = [str(number) for number in range(1, len(chosen) + 1)]
    items.rng.shuffle(places)
    matches = dict(zip(left, places, strict=True))
    values = {place: known.value for place, known in zip(places, chosen, strict=True)}
    return {
        "stem": _headed(first, _LISTS),
        "lists": {
            "left": [{"id": name, "text": stems.listed(known)} for name, known in zip(left, chosen, strict=True)],
            "right": [{"id": place, "text": values[place].texts} for place in sorted(values)],
        },
        "matches": matches,
        "facts": [known.fact.ref for known in chosen],
        "why": wording.join(*(known.sentence for known in chosen)),
        "choices": _codes(items.rng, left, places),
    }


def _exclude(items: Items, one: Known, other: Known) -> bool:
    return items.material.denies(one, other.value) and items.material.denies(other, one.value)


def _codes(rng: random.Random, left: str, right: list[str]) -> list[dict[str, str]]:
    """Four different codes, the right one among them."""
    codes = [tuple(right)]
    while len(codes) < 4:
        other = tuple(rng.sample(right, len(right)))
        if other not in codes:
            codes.append(other)
    rng.shuffle(codes)
    return [dict(zip(left, code, strict=True)) for code in codes]
