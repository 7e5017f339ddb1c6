"""Whether a claim (subject, predicate, object) is true, judged against what is known of that subject and predicate."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tayari.plain.dates import PartialDate

ObjectKind = Literal["entity", "date", "quantity", "text"]


@dataclass(frozen=True, slots=True)
class Known:
    """A verified fact about the claim's subject and predicate. `value` is an entity ref, an ISO date, a quantity
    or a text; the interval's ends are ISO dates, both included, empty when open."""

    ref: str
    value: str
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`truth` is None when the facts cannot tell; `by` names the facts that decide."""

    truth: bool | None
    by: tuple[str, ...]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _same(kind: ObjectKind, claimed: str, known: str) -> bool | None:
    """True, False, or None when the claim is more exact than what is known."""
    if kind != "date":
        return _plain(claimed) == _plain(known)
    said, held = PartialDate.parse(claimed), PartialDate.parse(known)
    if not said.agrees_with(held):
        return False
    within = said.first_day <= held.first_day and held.last_day <= said.last_day
    return True if within else None


def holds_at(known: Known, day: date) -> bool:
    """Whether the fact's interval covers `day`."""
    begun = not known.valid_from or PartialDate.parse(known.valid_from).first_day <= day
    lasts = not known.valid_to or day <= PartialDate.parse(known.valid_to).last_day
    return begun and lasts


def judge(
    kind: ObjectKind, claimed: str, known: Sequence[Known], *, functional: bool, interval: bool, as_of: date | None
) -> Verdict:
    """True when a known fact says the same; False when the predicate takes one value and it is another; else unknown.

    With `as_of` and an interval predicate, only facts that hold on that day count.
    """
    if interval and as_of:
        known = [fact for fact in known if holds_at(fact, as_of)]
    answers = [(fact, _same(kind, claimed, fact.value)) for fact in known]
    agreeing = tuple(fact.ref for fact, same in answers if same)
    if agreeing:
        return Verdict(True, agreeing)
    if functional and answers and all(same is False for _, same in answers):
        return Verdict(False, tuple(fact.ref for fact, _ in answers))
    return Verdict(None, ())
