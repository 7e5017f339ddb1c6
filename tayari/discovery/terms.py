"""Cuts text into search terms: folded words, stemmed by their script."""

from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

import snowballstemmer

from tayari.plain.folding import words

# PostgreSQL refuses a lexeme of 2 kB; no word that anybody looks for comes near this.
LONGEST = 120
_ONE_AT_A_TIME = Lock()
_ENGLISH = snowballstemmer.stemmer("english")
_HINDI = snowballstemmer.stemmer("hindi")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one folded word; words with digits or signs (2+2, C++) stay whole. At most LONGEST characters."""
    word = word[:LONGEST]
    # A stemmer keeps the word at hand in itself, and requests run in several threads.
    with _ONE_AT_A_TIME:
        if any("\u0900" <= character <= "\u097f" for character in word):
            return str(_HINDI.stemWord(word)) or word
        return str(_ENGLISH.stemWord(word)) if word.isascii() and word.isalpha() else word


def terms(text: str) -> list[str]:
    """The terms of a text, in order, repeated as often as they occur."""
    return [stem(word) for word in words(text)]


def joined(texts: Iterable[str]) -> str:
    """Terms of several texts as one space-separated field."""
    return " ".join(term for text in texts for term in terms(text))
