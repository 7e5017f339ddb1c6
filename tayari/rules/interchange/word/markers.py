"""How a line begins: with a question's number, an option's letter, a statement's number, or with an answer."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tayari.rules.interchange import letters
from tayari.rules.interchange.letters import ROMAN
from tayari.rules.interchange.numbers import DIGITS

Kind = Literal[
    "question", "number", "letter", "roman", "labelled", "answer", "explanation", "keys", "told", "passage", "field"
]
_LISTING = frozenset("([0123456789०१२३४५६७८९abcdefghABCDEFGHivxIVXOoअआइईबसदकखगघङचव*✓✔☑")
_SPACE = re.compile(r"\s*")
_END = r"\s*[.):\-–—।\]]*\s*"
_QUESTION = re.compile(
    r"(?:Q(?:ue(?:s(?:tion)?)?)?|प्रश्न|प्र)\.?\s*(?:no\.?|number|संख्या|सं\.?|क्रमांक|क्र\.?)?\s*[.:\-–(#]*\s*"
    rf"(?P<label>[0-9०-९]{{1,4}})(?![0-9०-९]){_END}",
    re.IGNORECASE,
)
_TAGGED = re.compile(r"(?:Question|Stem|प्रश्न)\s*:\s*(?P<label>)", re.IGNORECASE)
_COUNTED = r"(?P<open>[(\[]?)\s*(?P<label>[0-9०-९]{1,4})\s*"
_NUMBER = re.compile(rf"{_COUNTED}(?P<close>[)\].:।](?![0-9०-९])\)?|[-–](?=\s))(?!\s*[-–]?\s*$)\s*")
_BARE_NUMBER = re.compile(rf"{_COUNTED}(?P<close>[)\].:।])\)?\s*$")
_LETTER = re.compile(
    r"(?:[*✓✔☑]+\s*)?(?:Option\s*|विकल्प\s*)?(?P<open>[(\[]?)\s*(?P<label>[a-hA-H]|[अआइईबसदकखगघङच])\s*(?P<close>[)\].:]|[-–](?=\s))\)?\s*",
    re.IGNORECASE,
)
_ROMAN_AT = re.compile(r"(?P<open>[(\[]?)\s*(?P<label>[IVX]{1,4}|[ivx]{1,4})\s*(?P<close>[)\].:])\s*")
_LABELLED = re.compile(
    r"(?P<name>Statement|Assertion|Reason|Conclusion|Assumption|अभिकथन|कथन|कारण|तर्क|निष्कर्ष)\s*[-–]?\s*"
    r"\(?\s*(?P<label>[0-9०-९]|I{1,3}|IV|[ARअकर])?\s*\)?\s*[:.\-–—]\s*",
    re.IGNORECASE,
)
# How a key names an option: by a letter, or by a letter or a number.
KEY_LETTER = r"[a-fA-Fअआइईबसदकखगघङ]"
KEY = rf"(?:{KEY_LETTER}|[1-6१-६])"
_ANSWER = re.compile(
    r"[\[(]?(?:(?:correct|right|सही)\s+)?(?:ans(?:wer)?s?|key|उत्तर|उ\.)\s*(?:option|key|विकल्प)?\s*(?:is)?\s*"
    rf"(?:[.:=\-–—।ः]+\s*|(?=[(\[]\s*{KEY}\s*[)\]])|(?={KEY}\s*[)\].]?\s*$))",
    re.IGNORECASE,
)
_OPTION_IS = re.compile(r"(?:correct|right|सही)\s+(?:option|choice|विकल्प)\s*(?:is)?\s*[:.=\-–]*\s*", re.IGNORECASE)
_EXPLANATION = re.compile(
    r"(?:exp(?:l(?:anation)?)?|solution|sol|rationale|व्याख्या|स्पष्टीकरण|हल)\s*[.:\-–—ः]+\s*", re.IGNORECASE
)
_TOLD_AFTER: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("explanation", _EXPLANATION),
    ("answer", _ANSWER),
    ("answer", _OPTION_IS),
)
_KEYS = re.compile(
    r"(?:answer\s*keys?|answers?|key|solutions?|answers?\s*(?:&|and|with)\s*(?:explanations?|solutions?)"
    r"|उत्तर\s*(?:माला|कुंजी|तालिका|पत्रक)|उत्तरमाला)\s*[:.\-–—]*\s*(?:\(?(?:set|series|code|paper|test|सेट)\s*[-–:]?\s*\w{1,12}\)?)?\s*[:.\-–]*\s*$",
    re.IGNORECASE,
)
# Words that only arrange a question on the page: the heads of lists and of codes.
_HEAD = r"(?:list|column|सूची|स्तम्भ|स्तंभ)\s*[-–]?\s*(?:I{1,2}|[12१२AB])(?:\s*[(:].*?)?"
FURNITURE = re.compile(
    rf"\s*(?:codes?|कूट|{_HEAD}(?:\s+{_HEAD})?|[A-E](?:\s+[A-E]){{2,4}}|options?|विकल्प)\s*[:：-]*\s*", re.IGNORECASE
)
_TOLD = re.compile(
    r"(?P<name>Topic|Subject|Chapter|Marks?|Negative\s*Marks?|Level|Difficulty|Source|Reference|Tags?|Year|विषय|अंक|स्तर|स्रोत)"
    r"\s*[:\-–]\s*",
    re.IGNORECASE,
)
_PASSAGE = re.compile(
    r"(?P<always>(?:Directions?|निर्देश)\s*(?:\(.*?\))?\s*[:\-–]"
    r"|Directions?\s+for\b|Questions\s+(?:nos?\.?\s*)?\d{1,3}\s*(?:to|-|–|—)\s*\d{1,3}\b"
    r"|निम्नलिखित\s[^।:]{0,60}निर्देश\s*:)"
    r"|(?:Directions?|Passage|Read the (?:following )?passage|Study the following|निर्देश|गद्यांश|अनुच्छेद)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a line begins with. `place` counts options and statements from 0; `style` is how the label is written."""

    kind: Kind
    label: str = ""
    place: int = 0
    style: str = ""
    end: int = 0


def digits(label: str) -> int:
    """A number in either script's digits."""
    return int(label.translate(DIGITS)) if label else 0


@lru_cache(maxsize=2_048)
def marker(text: str) -> Marker | None:
    """What a line begins with, None when it is words alone."""
    start = _start(text, 0)
    for find in (_asked, _kept, _ended, _numbered, _lettered):
        found = find(text, start)
        if found:
            return found
    return None


def listed(text: str, at: int) -> Marker | None:
    """The number or the letter at a place of a line, where another line might as well begin."""
    start = _start(text, at)
    return (_numbered(text, start) or _lettered(text, start)) if text[start : start + 1] in _LISTING else None


def _start(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _asked(text: str, at: int) -> Marker | None:
    if found := _QUESTION.match(text, at):
        return Marker("question", str(digits(found["label"])), digits(found["label"]), "question", found.end())
    if found := _TAGGED.match(text, at):
        return Marker("question", "", 0, "tag", found.end())
    return None


def _kept(text: str, at: int) -> Marker | None:
    """Lines that begin with a word of ours: what is told of a question beside its words."""
    if found := _KEYS.match(text, at):
        return Marker("keys", end=found.end())
    for kind, pattern in _TOLD_AFTER:
        if found := pattern.match(text, at):
            return Marker(kind, end=found.end())
    if found := _LABELLED.match(text, at):
        return _labelled(found)
    return None


def _labelled(found: re.Match[str]) -> Marker:
    name, label = found["name"].casefold(), (found["label"] or "").upper().translate(DIGITS)
    second = name in {"reason", "कारण", "तर्क"} or label in {"R", "2", "II", "र"}
    place = ROMAN.index(label.lower()) if label.lower() in ROMAN else max(0, int(label) - 1) if label.isdigit() else 0
    return Marker("labelled", label or name, place or int(second), _family(name), found.end())


def _family(name: str) -> str:
    return {"reason": "assertion", "कारण": "कथन", "तर्क": "कथन", "अभिकथन": "कथन"}.get(name, name)


def _ended(text: str, at: int) -> Marker | None:
    if found := _TOLD.match(text, at):
        return Marker("told", found["name"], end=found.end())
    if found := _PASSAGE.match(text, at):
        return Marker("passage", found["always"] or "", end=at)
    return None


def _numbered(text: str, at: int) -> Marker | None:
    found = _NUMBER.match(text, at) or _BARE_NUMBER.match(text, at)
    if not found:
        return None
    number = digits(found["label"])
    return Marker("number", str(number), number - 1, f"{found['open']}1{found['close']}", found.end())


def _lettered(text: str, at: int) -> Marker | None:
    if found := _LETTER.match(text, at):
        place = letters.place(found["label"])
        if place is not None:
            case = "A" if found["label"].isupper() else "a"
            return Marker("letter", found["label"], place, f"{found['open']}{case}{found['close']}", found.end())
    if found := _ROMAN_AT.match(text, at):
        bare = found["label"].lower()
        if bare in ROMAN:
            style = f"{found['open']}{'I' if found['label'].isupper() else 'i'}{found['close']}"
            return Marker("roman", found["label"], ROMAN.index(bare), style, found.end())
    return None
