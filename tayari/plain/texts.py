"""Words held in several languages, and which of them to show."""

from collections.abc import Mapping
from typing import NamedTuple

PREVAILING = "en"

Texts = Mapping[str, str]


class Shown(NamedTuple):
    """Words and the language they are really in, so that a fallback can be marked with `lang`."""

    words: str
    language: str


def shown(texts: Texts | None, language: str) -> Shown:
    """The words in `language`, else in English, else in any language there is; empty when there are none."""
    texts = texts or {}
    for candidate in (language, PREVAILING, *sorted(texts)):
        words = texts.get(candidate, "")
        if words:
            return Shown(words, candidate)
    return Shown("", language)


def in_language(texts: Texts | None, language: str) -> str:
    """The words alone; see `shown`."""
    return shown(texts, language).words


def missing(texts: Texts | None, languages: tuple[str, ...] | list[str]) -> list[str]:
    """Those of `languages` that have no words."""
    texts = texts or {}
    return [language for language in languages if not texts.get(language, "").strip()]
