"""What an option says where options are codes: `1 and 2 only`, `Only two`, `A-2, B-1`, an explanation that is one."""

import re
from collections.abc import Mapping, Sequence

from tayari.rules.interchange.numbers import DIGITS

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}
_FILLERS = re.compile(
    r"\b(?:only|both|and|is|are|correct|true|statements?|pairs?|nos?)\b|केवल|दोनों|और|तथा|एवं|व(?=\s)|कथन|युग्म|सही|हैं|है|[,;&.()।\-–]",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"^\s*(?:neither\b|न\s*तो)|\bnor\b|न\s*ही", re.IGNORECASE)
_NEITHER_WORDS = re.compile(r"\b(?:neither|nor)\b|न\s*तो|न\s*ही|(?<!\S)न(?!\S)", re.IGNORECASE)
_ALL = re.compile(r"^(?:all(?: of (?:the )?(?:above|these))?|(?:उपर्युक्त |ये )?सभी)$", re.IGNORECASE)
_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5,
    "एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पाँच": 5, "पांच": 5,
}  # fmt: skip
_COUNT = re.compile(
    r"^(?:only|all(?: the)?|केवल|सिर्फ|सभी)\s+(?P<count>[a-z]+|[\u0900-\u097f]+)"
    r"(?:\s+(?:of (?:the )?)?(?:statements?|pairs?|कथन|युग्म))?$"
    r"|^(?P<count2>[a-z]+|[\u0900-\u097f]+)(?:\s+(?:statements?|pairs?|कथन|युग्म))?\s*(?:only|ही)?$",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"^(?:none(?: of (?:the )?(?:above|these|(?:above )?statements?|(?:above )?pairs?))?"
    r"|(?:उपर्युक्त में से |इनमें से )?कोई (?:भी )?(?:(?:युग्म|कथन) )?नहीं)$",
    re.IGNORECASE,
)
_MATCHED = re.compile(r"\(?([A-Ea-eअबसदकखगघ])\)?\s*[-–—:→.]\s*\(?([1-6१-६]|[ivIV]{1,3})\)?")
_ORDERED = re.compile(r"[\s,\-–—→>]+")


def _told(text: str) -> str:
    return " ".join(text.translate(DIGITS).strip(" .।").split())


def label(text: str) -> str:
    """A statement's label as one sign: Roman and Devanagari numbers as 1, 2, 3."""
    bare = text.translate(DIGITS).strip("(). ").lower()
    return _ROMAN.get(bare, bare)


def subset(text: str, labels: Sequence[str]) -> frozenset[str] | None:
    """The labels that an option takes in; empty for `Neither 1 nor 2`. None when it says something else."""
    words = _told(text)
    if _ALL.match(words):
        return frozenset(labels)
    denies = bool(_NEITHER.search(words))
    rest = _FILLERS.sub(" ", _NEITHER_WORDS.sub(" ", words))
    found = [label(part) for part in rest.split()]
    if not found or any(one not in labels for one in found) or len(set(found)) < len(found):
        return None
    if denies:
        return frozenset() if set(found) == set(labels) else None
    return frozenset(found)


def count(text: str, total: int) -> int | None:
    """How many an option says: `Only one`, `All three`, `None`."""
    words = _told(text).lower()
    if _NONE.match(words):
        return 0
    if words in {"all", "सभी"}:
        return total
    found = _COUNT.match(words)
    said = _COUNTS.get((found["count"] or found["count2"]).strip()) if found else None
    return said if said is not None and said <= total else None


def matches(text: str, left: Sequence[str], right: Sequence[str]) -> Mapping[str, str] | None:
    """`A-2, B-1, C-3`, or `2 1 3` under the letters, as left to right ids."""
    words = _told(text)
    found = [(label(one).upper(), label(other)) for one, other in _MATCHED.findall(words)]
    if not found:
        row = [label(part) for part in _ORDERED.split(words) if part]
        found = list(zip(left, row, strict=True)) if len(row) == len(left) else []
    said = dict(found)
    complete = len(said) == len(found) == len(left) and set(said) == set(left)
    return said if complete and set(said.values()) <= set(right) and len(set(said.values())) == len(said) else None


def order(text: str, labels: Sequence[str]) -> tuple[str, ...] | None:
    """`2 – 1 – 3` as an order of all labels."""
    parts = tuple(label(part) for part in _ORDERED.split(_told(text)) if part)
    return parts if len(parts) > 2 and sorted(parts) == sorted(labels) else None


_EXPLAINS = re.compile(r"explanation|explains|व्याख्या|स्पष्टीकरण", re.IGNORECASE)
_DENIED = re.compile(r"\bnot\b|नहीं|doesn.t", re.IGNORECASE)
_FALSE = re.compile(r"\b(?:false|incorrect|wrong|not (?:true|correct))\b|असत्य|गलत|ग़लत|सही नहीं", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|while|whereas|and)\b|[,;]|किन्तु|किंतु|परन्तु|परंतु|लेकिन|जबकि|और|तथा", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|neither)\b|दोनों", re.IGNORECASE)


def reasoning(text: str) -> tuple[bool, bool, bool] | None:
    """Whether an option calls the first and the second statement right, and the second the explanation of the first."""
    words = _told(text)
    if _EXPLAINS.search(words):
        head = re.split(r"\b(?:and|but)\b(?=[^,]*(?:explanation|explains))|तथा|किन्तु|किंतु|परन्तु|परंतु|लेकिन|[,;]", words)[-1]
        return (True, True, not _DENIED.search(head)) if not _FALSE.search(words.replace(head, "")) else None
    if _BOTH.search(words):
        return None
    halves = [part for part in _BUT.split(words) if part.strip()]
    if len(halves) != 2:
        return None
    first, second = (not _FALSE.search(half) for half in halves)
    return (first, second, False) if first != second else None
