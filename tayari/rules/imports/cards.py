"""A card of a test as scraped pages print it: `20 QuestionsEconomics1900mStart Test`."""

import re
from dataclasses import dataclass
from typing import Literal

_QUESTIONS = re.compile(r"(\d{1,4})\s*(?:questions?|qs?\b|प्रश्न)", re.IGNORECASE)
_MINUTES, _SECONDS = r"m(?:in(?:ute)?s?)?|मिनट", r"s(?:ec(?:ond)?s?)?|सेकंड"
_TIME = re.compile(rf"(\d{{1,5}})\s*(?:(?P<m>{_MINUTES})|(?P<s>{_SECONDS}))(?![a-zऀ-ॿ])", re.IGNORECASE)
_GLUED = re.compile(r"([^\W\d_]{3,})(\d+)")
_BUTTON = re.compile(r"(?:start|take|attempt)(?: the| this)? (?:test|quiz|mock)|टेस्ट शुरू करें", re.IGNORECASE)
# Nobody gives more than ten minutes to one question with options, nor less than four seconds.
_SLOWEST, _FASTEST = 600, 4
_LONGEST_TEST = 4 * 3600

Unit = Literal["as printed", "seconds, not minutes", "minutes, not seconds", "unknown"]


@dataclass(frozen=True, slots=True)
class Card:
    """A test that a page offers. `seconds` is for all of it, None when the page does not say; `label` its subject."""

    title: str
    questions: int | None
    seconds: int | None
    unit: Unit
    label: str
    words: str


def is_card(text: str) -> bool:
    """Whether a short run of text is the foot of a test's card: a button or a count, and no sentence."""
    told = " ".join(text.split())
    if len(told) > 160 or told.endswith((".", "।")):
        return False
    return bool(_BUTTON.search(told) and (_QUESTIONS.search(told) or _GLUED.search(told))) or bool(
        _QUESTIONS.search(told) and _TIME.search(told)
    )


def _plausible(seconds: int, questions: int | None) -> bool:
    if questions:
        return _FASTEST <= seconds / questions <= _SLOWEST
    return seconds <= _LONGEST_TEST


def _time(amount: int, minutes: bool, questions: int | None) -> tuple[int | None, Unit]:
    """Seconds, and whether the unit can be right: `1900m` for 20 questions would be 95 minutes for each."""
    printed, other = (amount * 60, amount) if minutes else (amount, amount * 60)
    if amount == 0:
        return None, "unknown"
    if _plausible(printed, questions):
        return printed, "as printed"
    if _plausible(other, questions):
        return other, "seconds, not minutes" if minutes else "minutes, not seconds"
    return None, "unknown"


def read(title: str, text: str) -> Card:
    """The card below `title`."""
    told = " ".join(_BUTTON.sub(" ", text).split())
    asked = _QUESTIONS.search(told)
    questions = int(asked[1]) if asked else None
    rest = told[: asked.start()] + " " + told[asked.end() :] if asked else told
    time = _TIME.search(rest)
    seconds, unit = _time(int(time[1]), bool(time["m"]), questions) if time else (None, "unknown")
    before = rest[: time.start()] if time else re.sub(r"\d+", " ", rest)
    label = " ".join(re.findall(r"[^\W\d_][^\W\d_&' -]*", before)).strip()
    return Card(title, questions, seconds, unit, label, " ".join(text.split()))
