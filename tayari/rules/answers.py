"""Reads an answer as a message brings it: option ids, or what was typed, in the one form that is kept and marked."""

import unicodedata
from collections.abc import Sequence

from tayari.plain.graphemes import nfc
from tayari.rules.timing import Asked

MOST_TEXT = {"number": 40, "text": 200}
"""How many characters can be typed."""


class NotAnAnswer(ValueError):
    """The question cannot be answered so; the message is one word, `options` or `text`."""


def read_answer(asked: Asked, options: Sequence[str]) -> tuple[str, ...]:
    """The chosen options in their order, or what was typed as the only one; nothing when all was taken back.

    Raises NotAnAnswer.
    """
    if asked.form in MOST_TEXT:
        return _typed(asked.form, options)
    chosen = tuple(sorted(set(options)))
    if len(chosen) != len(options) or not set(chosen) <= asked.options:
        raise NotAnAnswer("options")
    if asked.form == "one" and len(chosen) != 1:
        raise NotAnAnswer("options")
    return chosen


def _typed(form: str, options: Sequence[str]) -> tuple[str, ...]:
    if len(options) != 1:
        raise NotAnAnswer("text")
    words = nfc(" ".join(options[0].split()))
    # A lone surrogate and a NUL can be kept in no database.
    if len(words) > MOST_TEXT[form] or any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in words):
        raise NotAnAnswer("text")
    return (words,) if words else ()
