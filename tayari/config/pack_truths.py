"""What the facts of a pack say of the claims in its own questions, without any site."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tayari.config.days import today
from tayari.config.linting import pack_facts
from tayari.plain.dates import NotADate
from tayari.rules import claims, kinds, quantities
from tayari.rules.interchange.judged import judged
from tayari.rules.lint.base import Fact, FactBase, Predicate


def told(folder: Path, contents: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The questions with truth and facts in place of each claim that the pack's facts decide. Raises Unusable."""
    base = pack_facts(folder)
    return [_told(content, base) for content in contents]


def _told(content: Mapping[str, Any], base: FactBase) -> dict[str, Any]:
    try:
        asked = kinds.parse(content)
    except kinds.Refused:
        return dict(content)
    verdicts = {one.id: _verdict(one.claim, base, asked.head.as_of or today()) for one in asked.items() if one.claim}
    truths = {name: verdict.truth for name, verdict in verdicts.items() if verdict.truth is not None}
    return judged(content, truths, {name: verdict.by for name, verdict in verdicts.items()})


def _verdict(claim: tuple[str, str, str], base: FactBase, day: date) -> claims.Verdict:
    subject, name, value = claim
    predicate = base.predicates.get(name)
    if predicate is None:
        return claims.Verdict(None, ())
    facts = [one for one in base.about.get((subject, name), ()) if one.feeds_key and _same_unit(predicate, one, value)]
    known = [claims.Known(one.ref, one.value, one.valid_from, one.valid_to) for one in facts]
    kind = predicate.object_kind
    try:
        return claims.judge(kind, value, known, functional=predicate.functional, interval=predicate.interval, as_of=day)
    except NotADate:
        return claims.Verdict(None, ())


def _same_unit(predicate: Predicate, fact: Fact, value: str) -> bool:
    if predicate.object_kind != "quantity":
        return True
    try:
        return quantities.read(fact.value).has_unit(quantities.read(value).unit)
    except quantities.NotAQuantity:
        return False
