"""Drafts that ask for the order of dated things."""

from itertools import permutations
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.drafts import stems
from tayari.rules.drafts.giveaways import numbered
from tayari.rules.drafts.items import Items
from tayari.rules.drafts.material import moment_of
from tayari.rules.drafts.theme import Theme
from tayari.rules.drafts.values import Known, days_between

Content = dict[str, Any]
_CONSIDER: Texts = {"en": "Consider the following:", "hi": "निम्नलिखित पर विचार कीजिए:"}


def chronology(items: Items, theme: Theme) -> Content | None:
    """Three or four things whose dates cannot overlap, near in time, no two of one numbered row."""
    first = theme.pick(items.rng, lambda one: _datable(items, one))
    if first is None:
        return None
    day = moment_of(first).first_day
    others = theme.several(items.rng, 24, lambda one: _datable(items, one))
    others.sort(key=lambda one: days_between(moment_of(one).first_day, day) * items.rng.uniform(0.3, 3))
    chosen = [first]
    for one in others:
        if len(chosen) < 4 and all(_orderable(one, other) for other in chosen):
            chosen.append(one)
    if len(chosen) < 3:
        return None
    items.rng.shuffle(chosen)
    ids = [f"i{number}" for number in range(1, len(chosen) + 1)]
    right = tuple(sorted(ids, key=lambda name: moment_of(chosen[ids.index(name)]).first_day))
    if right == tuple(ids):
        return None
    choices = [right, *items.rng.sample([order for order in permutations(ids) if order != right], 3)]
    items.rng.shuffle(choices)
    rows = [
        {"id": name, "text": stems.moment(one), "date": one.value.written, "facts": [one.fact.ref], "why": one.sentence}
        for name, one in zip(ids, chosen, strict=True)
    ]
    return {"stem": _CONSIDER, "items": rows, "choices": [list(choice) for choice in choices]}


def _datable(items: Items, one: Known) -> bool:
    dated = one.value.date is not None and one.predicate.functional and not one.predicate.interval
    alone = len(items.material.about[one.place]) == 1
    return dated and alone and one.fact.ref not in items.material.telling


def _orderable(one: Known, other: Known) -> bool:
    apart = not moment_of(one).agrees_with(moment_of(other))
    row = numbered(one.names["en"])
    in_one_row = bool(row) and row == numbered(other.names["en"])
    return apart and one.fact.subject != other.fact.subject and not in_one_row
