"""Which words are wrong when a subject and what is said of it do not fit together: the odd one out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tayari.rules.lint.index import Edition, Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import edition_by_date, fact_date
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.ordinals import like
from tayari.rules.lint.wording import named_like


def _by_number(mention: Mention, right: Edition, text: str, claim: Claim) -> Claim:
    """The number as the wrong word."""
    start, end = mention.number_at
    assert right.number_fact
    return replace(
        claim,
        rule="fact.ordinal",
        start=start,
        end=end,
        suggestion=like(text[start:end], right.number),
        truth=False,
    )


def _holds_of(index: Index, subject: str, claim: Claim, *, with_more: bool = False) -> bool:
    """Whether what a claim says is true of another subject; a year alone says enough only beside something else."""
    told = list(index.base.about.get((subject, claim.predicate), ()))
    if claim.date and index.role(claim.predicate) in ("happened", "ended"):
        told = index.facts(subject, "happened", "ended")
    for fact in told:
        day = fact_date(fact.value) if claim.date else None
        if day and claim.date and claim.date.agrees(day) and (claim.date.exactness > 1 or with_more):
            return True
        if claim.value and fact.value == claim.value:
            return True
    return False


def _numbered_otherwise(index: Index, mention: Mention, wrong: list[Claim]) -> Edition | None:
    """The one edition of the row of which all that is wrong here is true."""
    fitting = [
        one
        for one in index.rows[mention.row].editions
        if one.number_fact
        and one.ref not in mention.refs
        and all(_holds_of(index, one.ref, claim, with_more=any(other.value for other in wrong)) for claim in wrong)
    ]
    return fitting[0] if len(fitting) == 1 else None


def blamed(index: Index, mention: Mention, claims: list[Claim], others: list[Claim], text: str) -> list[Claim]:
    """The claims made of one numbered edition, with the number blamed where everything else fits another one.

    `others` are the sentence's claims of other subjects: one that rests on the number and is true speaks for it.
    """
    wrong = [one for one in claims if one.truth is False and (one.date or one.value)]
    right = [one for one in claims if one.truth is True and one.rule in ("fact.date", "fact.place")]
    right += [one for one in others if one.truth and (one.start, one.end) == mention.number_at]
    if not wrong or not (any(one.date for one in wrong) or len(wrong) > 1):
        return claims
    edition = _numbered_otherwise(index, mention, wrong)
    # A place where both met does not tell them apart.
    if edition is None or any(not one.value or not _holds_of(index, edition.ref, one) for one in right):
        return claims
    return [_by_number(mention, edition, text, wrong[0])]


def unknown_number(index: Index, mention: Mention, dates: Iterable[Claim], text: str) -> list[Claim]:
    """An edition that the base does not have, on the very day of one that it has."""
    found = []
    for claim in dates:
        assert claim.date
        edition, truth = edition_by_date(index, mention.row, claim.date)
        other = edition and edition.ref not in mention.refs
        if truth and edition and other and edition.number_fact and claim.date.exactness > (1 if mention.refs else 2):
            told = replace(
                claim,
                subject=edition.ref,
                predicate=edition.number_fact.predicate,
                facts=(edition.number_fact,),
                said=str(mention.number),
            )
            found.append(_by_number(mention, edition, text, told))
    return found[:1]


def _other_subject(index: Index, subject: str, wrong: list[Claim]) -> str:
    """Another subject of the same type of which all is true that is wrong of this one."""
    first = wrong[0]
    fitting = {
        ref
        for ref, predicate in index.base.about
        if predicate == first.predicate and ref != subject and index.type(ref) == index.type(subject)
    }
    held = [ref for ref in sorted(fitting) if all(_holds_of(index, ref, claim) for claim in wrong)]
    return held[0] if len(held) == 1 else ""


def misnamed(index: Index, claims: list[Claim], text: str, language: str) -> Iterator[Claim]:
    """Where two or more things said of a subject are wrong and none is right, but all are true of another: its name."""
    by_subject: dict[tuple[str, int], list[Claim]] = {}
    named = {one.subject: one.mention.start for one in claims if one.mention and one.mention.kind == "name"}
    for claim in claims:
        place = claim.mention.start if claim.mention and claim.mention.kind == "name" else -1
        if claim.mention and claim.mention.kind == "pronoun":
            place = named.get(claim.subject, -1)
        by_subject.setdefault((claim.subject, place), []).append(claim)
    for (subject, place), made in by_subject.items():
        wrong = [one for one in made if one.truth is False]
        right = {(one.start, one.end) for one in made if one.truth is True}
        alone = place >= 0 and len(wrong) > max(1, len(right))
        other = _other_subject(index, subject, wrong) if alone and all(one.date or one.value for one in wrong) else ""
        mention = next((one.mention for one in wrong if one.mention and one.mention.start == place), None)
        if not other or mention is None:
            yield from made
            continue
        words = text[mention.start : mention.end]
        yield replace(
            wrong[0],
            rule="fact.relation",
            start=mention.start,
            end=mention.end,
            suggestion=named_like(index.base.entities[other], words, language),
        )
