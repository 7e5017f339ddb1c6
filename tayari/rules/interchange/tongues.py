"""Words in several languages inside one text: Moodle's marks for them, read and written."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tayari.plain.texts import Texts
from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.words import tidy
from tayari.rules.kinds.wording import LANGUAGES

_CODE = "[a-z_-]{1,20}"
_MARK = re.compile(rf"\{{\s?mlang(?:\s({_CODE}(?:,\s?{_CODE}){{0,9}}))?\s?\}}", re.IGNORECASE)


class Piece(NamedTuple):
    """Words with the languages that they are marked for; unmarked words have none."""

    languages: tuple[str, ...]
    words: str


def codes(given: str) -> tuple[str, ...]:
    """`en_us, hi` as `(en, hi)`."""
    return tuple(code.strip().replace("-", "_").split("_")[0].lower() for code in given.split(",") if code.strip())


def pieces(text: str) -> list[Piece]:
    """Plain words cut at `{mlang en}` … `{mlang}`."""
    found: list[Piece] = []
    languages: tuple[str, ...] = ()
    at = 0
    for mark in _MARK.finditer(text):
        found.append(Piece(languages, text[at : mark.start()]))
        languages, at = codes(mark[1] or ""), mark.end()
    found.append(Piece(languages, text[at:]))
    return [piece for piece in found if piece.words]


def spanned(html: str) -> str:
    """HTML with `{mlang en}` written as the span of Moodle's own filter."""
    return _MARK.sub(lambda mark: f'<span class="multilang" lang="{mark[1]}">' if mark[1] else "</span>", html)


class Said(NamedTuple):
    """What a text says in each marked language, or, when nothing is marked, once; `others` were not kept."""

    marked: Texts
    words: str
    others: tuple[str, ...] = ()


def said(cut: Sequence[Piece]) -> Said:
    """Each language gets its own words and all unmarked ones between them, in their order."""
    told = {code for piece in cut for code in piece.languages}
    kept = [code for code in LANGUAGES if code in told]
    others = tuple(sorted(told - set(LANGUAGES) - {"other"}))
    if not kept and told:
        # Only languages that content does not hold, or "other": their words are better than none.
        return Said({}, tidy("".join(piece.words for piece in cut)), others)
    texts = {
        code: tidy("".join(piece.words for piece in cut if not piece.languages or code in piece.languages))
        for code in kept
    }
    return Said({code: words for code, words in texts.items() if words}, "" if kept else _whole(cut), others)


def _whole(cut: Iterable[Piece]) -> str:
    return tidy("".join(piece.words for piece in cut))


def languages_of(stem: Said) -> tuple[str, ...]:
    """The languages in which a question speaks: what its stem is marked for, else the one that it is written in."""
    return tuple(stem.marked) or (language_of(stem.words),)


def texts(told: Said, languages: Sequence[str]) -> dict[str, str]:
    """Words by language; unmarked words count for every language of the question."""
    if told.marked:
        return dict(told.marked)
    return dict.fromkeys(languages, told.words) if told.words else {}


def is_unmarked(words: Texts, languages: Sequence[str]) -> bool:
    """Whether `texts` gives these words back when they are written without any mark."""
    return tuple(words) == tuple(languages) and len(set(words.values())) == 1


def ordered(words: Mapping[str, str]) -> dict[str, str]:
    """Tidy words in the standing order of languages, without empty ones."""
    kept = {code: tidy(words[code]) for code in (*LANGUAGES, *sorted(set(words) - set(LANGUAGES))) if code in words}
    return {code: told for code, told in kept.items() if told}
