"""Folds English and Hindi text so that spellings of one word become one: for search and for comparing."""

import re
import unicodedata

_JOINERS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))
_NUKTA = "\u093c"
_CHANDRABINDU, _ANUSVARA, _VIRAMA = "\u0901", "\u0902", "\u094d"
# The five classes of stops, each with its own nasal: a nasal before a stop of its class may be written as anusvara.
_HOMORGANIC = "".join(
    f"|{nasal}{_VIRAMA}(?=[{stops}])"
    for nasal, stops in (("ङ", "कखगघ"), ("ञ", "चछजझ"), ("ण", "टठडढ"), ("न", "तथदध"), ("म", "पफबभ"))
).removeprefix("|")
_NASALS = re.compile(_HOMORGANIC)
_ACCENTS = re.compile("[\u0300-\u036f]")
_DIGITS = {ord("०") + value: str(value) for value in range(10)}
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
# Letters, digits and Devanagari with its marks but not its danda; + and # belong to the word they follow (2+2, C++).
_LETTER = "[^\\W_\u0964\u0965]|[\u0900-\u0963\u0966-\u097f]"
_WORD = re.compile(f"(?:{_LETTER})+(?:[+#]+(?:{_LETTER})*)*")


def folded(text: str) -> str:
    """Lower case; no accents, nukta or joiners; one anusvara for हिन्दी and हिंदी, चाँद and चांद; digits as 0-9."""
    text = unicodedata.normalize("NFD", text).casefold().translate(_JOINERS).replace(_NUKTA, "")
    text = _ACCENTS.sub("", text).replace(_CHANDRABINDU, _ANUSVARA)
    return _NASALS.sub(_ANUSVARA, text).translate(_DIGITS)


def words(text: str) -> list[str]:
    """The words of folded text, in order: `India–US 2+2` gives india, us, 2+2; U.S. gives us."""
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), folded(text))
    return _WORD.findall(plain)
