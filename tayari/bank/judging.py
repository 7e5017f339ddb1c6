"""Asks the facts whether each item of a question is true, and refuses what may not feed a key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from tayari.base import clock
from tayari.facts import queries
from tayari.facts.models import Fact
from tayari.rules import kinds
from tayari.rules.kinds import Item, Refused


@dataclass(frozen=True, slots=True)
class Judged:
    """The truth of each item, the facts that show it, and the revisions of all of them, as of a day."""

    as_of: date
    truths: dict[str, bool]
    shown_by: dict[str, list[str]]
    revisions: dict[str, int]


def judge(asked: kinds.Question, *, as_of: date) -> Judged:
    """The truth of every item. Raises Refused when the facts are silent or may not feed a key."""
    named = _named(asked)
    truths: dict[str, bool] = {}
    shown: dict[str, list[str]] = {}
    revisions: dict[str, int] = {}
    for item in asked.items():
        try:
            truth, facts = _judge_item(item, named, as_of)
        except Refused as refusal:
            raise Refused(f"{asked.head.ref}: {item.label}: {refusal}") from None
        truths[item.id] = truth
        shown[item.id] = [fact.ref for fact in facts]
        revisions |= {fact.ref: fact.revision for fact in facts}
    return Judged(as_of, truths, shown, revisions)


def derived(content: Mapping[str, Any], *, on: date | None = None) -> tuple[kinds.Question, Judged, kinds.Derived]:
    """The question, what the facts say of its items, and the key that follows; as of `on` where it names no day.

    Raises Refused.
    """
    asked = kinds.parse(content)
    judged = judge(asked, as_of=asked.head.as_of or on or timezone.localtime(clock.now()).date())
    return asked, judged, kinds.derive(asked, judged.truths)


def refusal(content: Mapping[str, Any]) -> str:
    """Why the question could not be published as it stands; empty when it could."""
    try:
        derived(content)
    except Refused as refused:
        return str(refused)
    return ""


def _named(asked: kinds.Question) -> dict[str, Fact]:
    refs = {ref for item in asked.items() for ref in item.facts}
    return {fact.ref: fact for fact in Fact.objects.spoken().filter(ref__in=refs)}


def _judge_item(item: Item, named: Mapping[str, Fact], as_of: date) -> tuple[bool, Sequence[Fact]]:
    if item.claim:
        return _judge_claim(item.claim, as_of)
    facts = []
    for ref in item.facts:
        if ref not in named:
            raise Refused(f"there is no fact {ref!r}; add it or correct the ref")
        _must_feed(named[ref])
        facts.append(named[ref])
    if item.date is not None:
        return any(_dates(fact, item) for fact in facts), facts
    if item.amount is not None:
        return any(fact.object_amount == item.amount for fact in facts), facts
    return bool(item.true), facts


def _dates(fact: Fact, item: Item) -> bool:
    """Whether the fact gives the item's date, at least as exactly as the item says it."""
    known = queries.when(fact)
    if known is None or item.date is None:
        return False
    return item.date.first_day <= known.first_day and known.last_day <= item.date.last_day


def _must_feed(fact: Fact) -> None:
    if queries.feeds_key(fact):
        return
    if fact.status != Fact.Status.VERIFIED:
        raise Refused(f"the fact {fact.ref} is {fact.get_status_display()} and may not feed a key; verify it first")
    raise Refused(
        f"the fact {fact.ref} may not feed a key: it needs one official source or two independent ones with a look-up"
    )


def _judge_claim(claim: tuple[str, str, str], as_of: date) -> tuple[bool, Sequence[Fact]]:
    judgement = queries.judge(claim, as_of)
    if judgement.truth is not None:
        return judgement.truth, judgement.facts
    subject, predicate, value = claim
    near = Fact.objects.spoken().filter(subject__ref=subject, predicate_id=predicate)
    unable = [fact.ref for fact in near if not queries.feeds_key(fact)]
    said = f"[{subject}, {predicate}, {value}]"
    if unable:
        raise Refused(f"the facts cannot judge {said}: {', '.join(unable)} may not feed a key yet; verify it first")
    raise Refused(f"no verified fact says whether {said} is true; add one, or write true: with facts:")
