"""Drafts of statements: two of them, a code of three or four, and how many of three to five are correct."""

import random
from itertools import combinations as subsets_of
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.drafts import stems
from tayari.rules.drafts.items import Items, Statement, statement_rows
from tayari.rules.drafts.theme import Theme

Content = dict[str, Any]
_CONSIDER: Texts = {"en": "Consider the following statements:", "hi": "निम्नलिखित कथनों पर विचार कीजिए:"}
# How many of three, four or five may be true so that a how-many has an option for it.
_COUNTS = {3: (0, 1, 2, 3), 4: (1, 2, 3, 4), 5: (2, 3, 4, 5)}


def two_statements(items: Items, theme: Theme) -> Content | None:
    """Any of the four patterns of truth."""
    made = _made(items, theme, 2, items.rng.choice((0, 1, 1, 2)))
    return _content(made) if made else None


def how_many(items: Items, theme: Theme) -> Content | None:
    """Three to five statements with a count that has an option."""
    total = items.rng.choices((3, 4, 5), (5, 3, 1))[0]
    made = _made(items, theme, total, items.rng.choice(_COUNTS[total]))
    return _content(made) if made else None


def combinations(items: Items, theme: Theme) -> Content | None:
    """Three or four statements, and four codes of which one is right."""
    total = items.rng.choices((3, 4), (3, 1))[0]
    made = _made(items, theme, total, items.rng.randint(1, total))
    if not made:
        return None
    right = tuple(number for number, one in enumerate(made) if one.true)
    choices = _choices(items.rng, total, right)
    return {**_content(made), "choices": [[f"s{number + 1}" for number in choice] for choice in choices]}


def _choices(rng: random.Random, total: int, right: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Four different codes with the right one, in the order of papers; each statement in some and none in all."""
    every = [chosen for size in range(1, total + 1) for chosen in subsets_of(range(total), size)]
    others = [chosen for chosen in every if chosen != right]
    while True:
        choices = [right, *rng.sample(others, 3)]
        counts = [sum(number in choice for choice in choices) for number in range(total)]
        middling = any(1 < len(choice) < total for choice in choices)
        if middling and min(counts) >= 1 and max(counts) <= 3:
            return sorted(choices, key=lambda choice: (len(choice), choice))


def _made(items: Items, theme: Theme, total: int, true: int) -> list[Statement]:
    """`total` statements of which `true` are so; empty when the theme has not so many."""
    chosen = theme.several(items.rng, 3 * total, lambda one: bool(one.sentence))
    made: list[Statement] = []
    for known in chosen:
        wants_false = sum(not one.true for one in made) < total - true
        one = items.false(known) if wants_false else items.true(known)
        if one and _fits(one, made, items):
            made.append(one)
        if len(made) == total:
            break
    items.rng.shuffle(made)
    return made if len(made) == total else []


def _fits(one: Statement, made: list[Statement], items: Items) -> bool:
    """It tells no other, no other tells it, and not more than one could only be true."""
    if any(one.tells(other) or other.tells(one) for other in made):
        return False
    if any(one.text["en"].casefold() == other.text["en"].casefold() for other in made):
        return False
    sure = [other for other in [*made, one] if not items.material.may_be_asked(other.known) and other.true]
    return len(sure) <= 1 and one.known.fact.ref not in items.material.telling


def _content(made: list[Statement]) -> Content:
    subjects = {one.known.fact.subject for one in made}
    stem: Texts = _CONSIDER
    if len(subjects) == 1:
        names = stems.about(made[0].known)
        stem = {"en": f"With reference to {names['en']}, consider the following statements:"}
        if names.get("hi"):
            stem = {**stem, "hi": f"{names['hi']} के संदर्भ में, निम्नलिखित कथनों पर विचार कीजिए:"}
    return {"stem": stem, "statements": statement_rows(made)}
