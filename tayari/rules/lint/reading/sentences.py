"""Cuts a block into sentences: abbreviations, initials and decimals do not end one; dandas do."""

import re

_END = re.compile("[.!?।॥]+[\"'”’)\\]]*(?=\\s|$)|(?<=[\u0900-\u097f])\\s\\|(?=\\s|$)|\n\\s*\n|[।॥]")
_ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        "dr mr mrs ms smt shri prof gen lt col capt hon st no nos vs v etc approx art arts sec ch vol pp ed eds rev "
        "govt dept jan feb mar apr jun jul aug sep sept oct nov dec i.e e.g u.s u.k u.n u.s.a d.c inc ltd co rs",
    )
)
_BEFORE = re.compile('([^\\s(\\[“"]+)$')
_STARTS = re.compile(
    "(?:The|This|That|These|Those|It|In|On|At|By|After|Before|But|However|He|She|They|We|India|Its|Their|A|An|When|"
    "While|For|From|As|Both|Later|Then|Since|Under|With|Between)\\b"
)
_HINDI_INITIAL = re.compile("[\u0900-\u097f]{1,3}(?:\\.[\u0900-\u097f]{1,3})*")


def _is_end(text: str, start: int, end: int) -> bool:
    if text[start] != ".":
        return True
    match = _BEFORE.search(text[max(0, start - 30) : start])
    word = re.split("[–—/-]", match[1])[-1] if match else ""
    rest = text[end:].lstrip()
    if not rest:
        return True
    if re.fullmatch("[A-Z]", word):
        return False
    if re.fullmatch("(?:[A-Za-z]\\.)+[A-Za-z]", word):
        return bool(_STARTS.match(rest))
    if word.casefold() in _ABBREVIATIONS:
        return False
    if _HINDI_INITIAL.fullmatch(word) and len(word) <= 7 and "।" in text:
        return False
    return not rest[0].islower()


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the blanks around it."""
    found, begun = [], 0
    for match in _END.finditer(text):
        if _is_end(text, match.start(), match.end()):
            found.append((begun, match.end()))
            begun = match.end()
    found.append((begun, len(text)))
    trimmed = []
    for start, end in found:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if any(character.isalnum() for character in text[start:end]):
            trimmed.append((start, end))
    return trimmed
