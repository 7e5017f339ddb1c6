"""Which language words are in, by their script: what is written in Devanagari is Hindi."""

import re

_DEVANAGARI = re.compile("[\u0900-\u097f]")
_LATIN = re.compile("[A-Za-z]")


def language_of(words: str) -> str:
    """`hi` where most letters are Devanagari, else `en`."""
    return "hi" if len(_DEVANAGARI.findall(words)) > len(_LATIN.findall(words)) else "en"
