"""Drafts of one right among four: the value of a subject, the subject of a value, or the statement that is (not) so."""

from collections.abc import Sequence
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.drafts import stems
from tayari.rules.drafts.items import Items, Statement, claim, option_rows, why
from tayari.rules.drafts.theme import Theme
from tayari.rules.drafts.values import Known, Value, at_grain

Content = dict[str, Any]

_STATEMENT: Texts = {
    "en": "Which one of the following statements is correct?",
    "hi": "निम्नलिखित में से कौन-सा एक कथन सही है?",
}
_NOT_SO: Texts = {
    "en": "Which one of the following statements is not correct?",
    "hi": "निम्नलिखित में से कौन-सा एक कथन सही नहीं है?",
}


def single(items: Items, theme: Theme) -> Content | None:
    """One of the four forms, as the seed has it."""
    form = items.rng.choices((_forward, _reverse, _statement, _negative), (5, 3, 2, 2))[0]
    return form(items, theme)


def _askable(items: Items, theme: Theme) -> Known | None:
    return theme.pick(items.rng, items.material.may_be_asked)


def _grain(items: Items, known: Known) -> str:
    if known.value.grain == "day":
        return items.rng.choices(("day", "month", "year"), (6, 1, 3))[0]
    return known.value.grain


def _forward(items: Items, theme: Theme) -> Content | None:
    known = _askable(items, theme)
    if known is None:
        return None
    grain = _grain(items, known)
    true = at_grain(known.value, grain)
    wrong = _apart(items.material.wrong(known, grain, 8, items.rng))[:3]
    if true is None or len(wrong) < 3:
        return None
    options = [(true, why(known)), *((value, why(known, value, items.origin(known, value))) for value in wrong)]
    items.rng.shuffle(options)
    if true.date or true.amount:
        options.sort(key=lambda option: _order(option[0]))
    rows = [{"text": value.texts, "claim": claim(known, value), "why": reason} for value, reason in options]
    return {"stem": stems.asked_of(known, true), "options": option_rows(rows)}


def _apart(values: Sequence[Value]) -> list[Value]:
    """Those of which no two read the same."""
    return list({value.texts["en"].casefold(): value for value in values}.values())


def _order(value: Value) -> tuple[Any, ...]:
    if value.date:
        return (value.date.first_day.toordinal(),)
    return (value.amount.amount if value.amount else 0,)


def _reverse(items: Items, theme: Theme) -> Content | None:
    known = _askable(items, theme)
    if known is None:
        return None
    value = at_grain(known.value, _grain(items, known))
    if value is None:
        return None
    like = items.material.like(known)
    wrong = [
        other for other in like if other.fact.subject != known.fact.subject and items.material.denies(other, value)
    ]
    items.rng.shuffle(wrong)
    wrong = list({other.fact.subject: other for other in wrong}.values())[:3]
    if len(wrong) < 3:
        return None
    options = [known, *wrong]
    items.rng.shuffle(options)
    rows = [{"text": stems.listed(one), "claim": claim(one, value), "why": why(one)} for one in options]
    return {"stem": stems.which(known, value), "options": option_rows(rows)}


def _statement(items: Items, theme: Theme) -> Content | None:
    return _of_statements(items, theme, true=1)


def _negative(items: Items, theme: Theme) -> Content | None:
    return _of_statements(items, theme, true=3)


def _of_statements(items: Items, theme: Theme, true: int) -> Content | None:
    chosen = theme.several(items.rng, 4, items.material.may_be_asked)
    made: list[Statement | None] = [
        items.true(known) if number < true else items.false(known) for number, known in enumerate(chosen)
    ]
    statements = [one for one in made if one]
    if len(statements) < 4:
        return None
    items.rng.shuffle(statements)
    stem = _NOT_SO if true == 3 else _STATEMENT
    content: Content = {"stem": stem, "options": option_rows([dict(one.row) for one in statements])}
    return {**content, "negative": True} if true == 3 else content
