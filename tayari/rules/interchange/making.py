"""Contents of tayari-question/1 as drafts: what a file does not say stays absent, its key above all."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.kinds import SCHEMA

LETTERS = "abcdef"
MOST_OPTIONS = len(LETTERS)


def choice(
    stem: Texts,
    options: Sequence[Texts],
    right: Collection[int] | None,
    *,
    several: bool = False,
    why: Sequence[Texts] = (),
    **more: Any,
) -> dict[str, Any]:
    """A question with two to six options. `right` are the places of the right ones, None when the file says no key.

    It is a multi-select when several are right or the file says that several may be. `why` may say something of each
    option; `more` are fields of the head, of which the empty ones are left out.
    """
    kind = "multi-select" if several or (right is not None and len(right) > 1) else "single"
    return question(kind, stem, options=option_rows(options, right, why), **more)


def option_rows(
    options: Sequence[Texts], right: Collection[int] | None, why: Sequence[Texts] = ()
) -> list[dict[str, Any]]:
    """Two to six options, lettered."""
    rows = []
    for at, text in enumerate(options):
        row: dict[str, Any] = {"id": LETTERS[at], "text": dict(text)}
        if right is not None:
            row["true"] = at in right
        if at < len(why) and why[at]:
            row["why"] = dict(why[at])
        rows.append(row)
    return rows


def typed(kind: str, stem: Texts, answer: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """A numeric, short-answer or true-false question; an `answer` without what the file does not say."""
    return question(kind, stem, answer={name: told for name, told in answer.items() if told is not None}, **more)


def question(kind: str, stem: Texts, **more: Any) -> dict[str, Any]:
    """Any kind: schema, kind, stem, and those of `more` that say something."""
    told = {name: value for name, value in more.items() if value not in (None, "", {}, [], ())}
    return {"schema": SCHEMA, "kind": kind, "stem": dict(stem), **told}
