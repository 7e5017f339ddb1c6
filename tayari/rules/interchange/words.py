"""Words as files bring them, made the words of questions: plain spaces, few empty lines, no hidden signs."""

import re
import unicodedata

from tayari.rules.interchange.cleaning import clean

# Hints where a line may break: nobody sees them, and they part words that are one.
_HINTS = re.compile("[\u00ad\u200b\u2060]")
_SPACES = re.compile(r"[^\S\n]+")
_AROUND = re.compile(r" ?\n ?")
_GAPS = re.compile(r"\n{3,}")
_DEVANAGARI = re.compile("[\u0904-\u0939\u0958-\u0961\u0972-\u097f]")


def plain(text: str) -> str:
    """A file's text with `\\n` as its only line end and without signs that are none."""
    return _HINTS.sub("", clean(text))


def tidy(text: str) -> str:
    """Words as content keeps them: lines trimmed, every run of spaces one, at most one empty line between lines."""
    kept = _SPACES.sub(" ", plain(text))
    return _GAPS.sub("\n\n", _AROUND.sub("\n", kept)).strip()


def one_line(text: str) -> str:
    return " ".join(text.split())


def is_mixed(text: str) -> bool:
    """Whether it seems to say the same twice, in both languages."""
    letters = sum(unicodedata.category(sign).startswith("L") for sign in text)
    return letters > 40 and 0.3 < len(_DEVANAGARI.findall(text)) / letters < 0.7
