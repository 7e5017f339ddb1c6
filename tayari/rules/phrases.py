"""Puts a fact in words from its predicate's phrase."""

from typing import Literal

_LESS_EXACT = {"en": (" on {object}", " in {object}"), "hi": ("{object} को", "{object} में")}


def sentence(
    phrase: str, subject: str, value: str, language: str, *, dated: Literal["", "day", "month", "year"] = ""
) -> str:
    """The phrase with its subject and object filled in and a capital at its start.

    `dated` is the precision of the object when it is a date: what happened on a day happened *in* a month.
    """
    if dated in {"month", "year"} and language in _LESS_EXACT:
        phrase = phrase.replace(*_LESS_EXACT[language])
    said = phrase.replace("{subject}", subject).replace("{object}", value)
    first_word = said.split(" ", 1)[0]
    if first_word.islower():
        said = said[:1].upper() + said[1:]
    return said[:-2] + "." if said.endswith("..") else said
