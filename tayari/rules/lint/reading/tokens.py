"""Words with their places, each with a key under which its inflected and differently spelt forms meet."""

import re
from functools import lru_cache
from typing import NamedTuple

from tayari.plain.folding import folded
from tayari.rules.lint.reading.ordinals import TENS, ordinal

_LETTER = "(?:[^\\W_\u0964\u0965]|[\u0900-\u0963\u0966-\u097f\u200c\u200d])"
_WORD = re.compile(
    f"[Tt]wo [Pp]lus [Tt]wo|टू प्लस टू|(?:[A-Za-z]\\.){{2,}}(?:[A-Za-z]\\b)?|{_LETTER}+(?:[+#]+{_LETTER}*)*"
)
_POSSESSIVE = re.compile("['’]s\\b")
_HINDI = re.compile("[\u0900-\u097f]")
# Endings of number and case, the longest first. What is left is no stem of grammar, only a meeting place.
_HINDI_ENDINGS = ("ियों", "ियां", "ाओं", "ाएं", "ों", "ें", "ां", "ा", "े", "ी", "ो")
_SPELLINGS = {"defense": "defence", "center": "centre", "program": "programme", "programs": "programme"}
_SPELLINGS |= {"two plus two": "2+2", "टू प्लस टू": "2+2"}  # read out
_KEPT = frozenset({"its", "this", "was", "has", "as", "is", "us", "his", "does", "less", "news", "series", "paris"})


class Token(NamedTuple):
    """A word at `start:end` of its text. `folded` is as written but folded; `key` is what names and cues match by."""

    start: int
    end: int
    text: str
    folded: str
    key: str


def _folded(word: str) -> str:
    return folded(word).replace(".", "")


@lru_cache(maxsize=100_000)
def _forms(word: str) -> tuple[str, str]:
    """A word folded, and its key."""
    plain = _folded(word)
    return plain, _key(plain)


def _key(plain: str) -> str:
    number = ordinal(plain)
    if number:
        return f"#{number}"
    if plain in ("के", "की"):
        return "का"
    plain = _SPELLINGS.get(plain, plain)
    if _HINDI.search(plain):
        for ending in _HINDI_ENDINGS:
            if plain.endswith(ending) and len(plain) - len(ending) >= 2:
                return plain[: -len(ending)]
        return plain
    plain = _SPELLINGS.get(plain, plain).replace("ization", "isation")
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and plain not in _KEPT:
        return plain[:-1]
    return plain


def _joined(found: list[Token], text: str) -> list[Token]:
    """Ordinals of several words as one: forty-second, one hundred and first."""
    done: list[Token] = []
    for token in found:
        number = ordinal(token.folded)
        last = done[-1] if done else None
        if number and last and number < 10 and last.folded in TENS and token.start - last.end <= 1:
            number += TENS[last.folded]
            done.pop()
            token = Token(last.start, token.end, text[last.start : token.end], token.folded, f"#{number}")
            last = done[-1] if done else None
        if number and last and [one.folded for one in done[-2:]] == ["hundred", "and"]:
            begun = done[-3:] if len(done) > 2 and done[-3].folded in ("one", "a") else done[-2:]
            del done[-len(begun) :]
            start = begun[0].start
            token = Token(start, token.end, text[start : token.end], token.folded, f"#{100 + number}")
        done.append(token)
    return done


def tokens(text: str) -> list[Token]:
    """The words of `text` in order; a possessive ending belongs to no word."""
    found = []
    numbered = False
    for match in _WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        if word == "s" and _POSSESSIVE.match(text, max(0, start - 1)):
            continue
        plain, key = _forms(word)
        numbered = numbered or key.startswith("#")
        found.append(Token(start, end, word, plain, key))
    return _joined(found, text) if numbered else found


def keys(text: str) -> tuple[str, ...]:
    """Only the keys, as names and cues are stored."""
    return tuple([token.key for token in tokens(text)])


def is_hindi(text: str) -> bool:
    """Whether a text is written in Devanagari for the greater part."""
    return not text.isascii() and len(_HINDI.findall(text)) * 2 > sum(character.isalpha() for character in text)
