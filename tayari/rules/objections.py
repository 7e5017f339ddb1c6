"""When a key may be objected to, and what an objection has to bring."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit

Reason = Literal["over", "answers", "twice", "final"]
"""Why no objection is taken: its time is over, no answer is shown yet, there is one already, the key is final."""

CLAIMS = ("key", "several", "none", "words", "translation")
"""Another option is right; more than one is; none is; the words mislead; the languages disagree."""

LONGEST_WORDS, LONGEST_NAME, MOST_SOURCES = 2000, 200, 5


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a candidate names it; the link may be missing, the rest may not."""

    publisher: str
    title: str
    url: str = ""

    def as_json(self) -> dict[str, str]:
        return {"publisher": self.publisher, "title": self.title, "url": self.url}


class NotEvidence(ValueError):
    """The sources are not enough, or one is not named; `field` and `needed` say which."""

    def __init__(self, field: str, needed: int = 0) -> None:
        super().__init__(f"{field}: {needed} sources are needed" if needed else f"{field} is missing or not usable")
        self.field, self.needed = field, needed


def refusal(*, until: datetime | None, shown: bool, already: bool, final: bool, now: datetime) -> Reason | None:
    """Why a candidate whose sitting is closed may not object to a key now, or None."""
    if not shown:
        return "answers"
    if final:
        return "final"
    if until is not None and now > until:
        return "over"
    return "twice" if already else None


def cited(rows: Sequence[Cited], needed: int) -> tuple[Cited, ...]:
    """The sources that were filled in, each named and each once. Raises NotEvidence."""
    told = [Cited(*(" ".join(text.split()) for text in (row.publisher, row.title, row.url))) for row in rows]
    found = list(dict.fromkeys(row for row in told if any((row.publisher, row.title, row.url))))
    for row in found:
        if not row.publisher or not row.title or max(len(row.publisher), len(row.title)) > LONGEST_NAME:
            raise NotEvidence("source")
        if row.url and not _is_web(row.url):
            raise NotEvidence("url")
    if len(found) < needed or len(found) > MOST_SOURCES:
        raise NotEvidence("sources", needed)
    return tuple(found)


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and len(url) <= 500
