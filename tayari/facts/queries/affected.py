"""What changed facts mean for everything bound to them, as an editor settles it."""

from dataclasses import dataclass
from datetime import datetime

from tayari.facts import hooks
from tayari.facts.hooks import Described
from tayari.facts.models import Binding, Consequence, Fact
from tayari.facts.queries.contradictions import edit_address
from tayari.facts.queries.corrected import LANGUAGES, told
from tayari.facts.queries.sayings import said_at


@dataclass(frozen=True, slots=True)
class Affected:
    """One holder that a changed fact makes stale."""

    pk: int
    fact_ref: str
    fact_url: str
    cause: str
    before: str
    now: str
    holder: Described
    holder_type: str
    follows: str
    places: tuple[dict[str, str], ...]
    proposal: dict[str, str]
    opened_at: datetime
    settled_at: datetime | None
    settled_by: str
    reason: str
    correction: dict[str, str]


def affected(status: str, *, now: datetime, most: int = 100) -> tuple[Affected, ...]:
    """Consequences with `status`; the most read first among those that are open, the newest first among others."""
    rows = list(Consequence.objects.filter(status=status).select_related("fact", "settled_by").order_by("-opened_at"))
    described = hooks.describe({(row.holder_type, row.holder_ref) for row in rows})
    if status == Consequence.Status.OPEN:
        rows.sort(key=lambda row: -described[row.holder_type, row.holder_ref].readers)
    return tuple(_affected(row, described[row.holder_type, row.holder_ref], now) for row in rows[:most])


def _affected(row: Consequence, holder: Described, now: datetime) -> Affected:
    is_open = row.status == Consequence.Status.OPEN
    before, after = _said(row, "en") if is_open else ("", "")
    return Affected(
        pk=row.pk,
        fact_ref=row.fact.ref,
        fact_url=edit_address(row.fact),
        cause=row.get_cause_display(),
        before=before,
        now=after,
        holder=holder,
        holder_type=row.holder_type,
        follows=hooks.follows(row, now=now) if is_open else row.words,
        places=tuple(row.places),
        proposal=proposal(row) if is_open else {},
        opened_at=row.opened_at,
        settled_at=row.settled_at,
        settled_by=str(row.settled_by or ""),
        reason=row.reason,
        correction=row.correction,
    )


def _said(row: Consequence, language: str) -> tuple[str, str]:
    before = said_at(row.fact, row.revision_before, language)[0] if row.revision_before else ""
    return before, said_at(row.fact, row.fact.revision, language)[0]


def proposal(row: Consequence) -> dict[str, str]:
    """A correction in each language, for what readers have read. A paper and a mere doubt in the sources need none."""
    if not any(place["words"] for place in row.places):
        return {}
    proposed = {}
    for language in LANGUAGES:
        before, after = _said(row, language)
        if words := told(row.cause, before, after, language, until=row.fact.valid_to):
            proposed[language] = words
    return proposed


@dataclass(frozen=True, slots=True)
class Use:
    """A holder that rests on a fact, with its places; `stale` when one of them read an earlier revision."""

    holder: Described
    holder_type: str
    places: tuple[Binding, ...]
    stale: bool


def uses(fact: Fact) -> tuple[Use, ...]:
    """Everything that uses the fact, the most read first."""
    found: dict[tuple[str, str], list[Binding]] = {}
    for row in fact.bindings.all():
        found.setdefault((row.holder_type, row.holder_ref), []).append(row)
    described = hooks.describe(set(found))
    made = [
        Use(described[holder], holder[0], tuple(rows), any(row.revision_seen < fact.revision for row in rows))
        for holder, rows in found.items()
    ]
    return tuple(sorted(made, key=lambda use: (-use.holder.readers, use.holder.title)))


def open_count() -> int:
    return Consequence.objects.filter(status=Consequence.Status.OPEN).count()
