"""An edition's number, day, place and participants: which of them is the wrong one when they do not fit together."""

from collections.abc import Iterable
from dataclasses import replace

from tayari.rules.lint.index import Edition, Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import edition_by_date
from tayari.rules.lint.reading.ordinals import like
from tayari.rules.lint.subjects import Mention


def _by_number(index: Index, mention: Mention, right: Edition, text: str, claim: Claim) -> Claim:
    """The number as the wrong word."""
    start, end = mention.number_at
    assert right.number_fact
    return replace(
        claim,
        rule="fact.ordinal",
        start=start,
        end=end,
        subject=right.ref,
        predicate=right.number_fact.predicate,
        facts=(right.number_fact,),
        said=text[start:end],
        suggestion=like(text[start:end], right.number),
        truth=False,
    )


def blamed(index: Index, mention: Mention, claims: list[Claim], text: str) -> list[Claim]:
    """The claims made of one numbered edition, with the number blamed where everything else fits another one."""
    wrong = [one for one in claims if one.truth is False]
    right = [one for one in claims if one.truth is True and one.rule in ("fact.date", "fact.place")]
    dated = [one for one in wrong if one.date and one.rule == "fact.date"]
    if not dated or right:
        return claims
    date = dated[0].date
    assert date
    others = [
        one
        for one in index.rows[mention.row].editions
        if one.number_fact and one.ref not in mention.refs and one.day and date.agrees(one.day) and date.exactness > 1
    ]
    if len(others) == 1:
        return [_by_number(index, mention, others[0], text, dated[0])]
    return claims


def unknown_number(index: Index, mention: Mention, dates: Iterable[Claim], text: str) -> list[Claim]:
    """An edition that the base does not have, on the very day of one that it has."""
    found = []
    for claim in dates:
        assert claim.date
        edition, truth = edition_by_date(index, mention.row, claim.date)
        if truth and edition and edition.number_fact and claim.date.day:
            found.append(_by_number(index, mention, edition, text, claim))
    return found[:1]
