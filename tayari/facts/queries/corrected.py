"""What readers are told of a changed fact: as proposed, as an editor settled it, and where the fact itself is shown."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise

from django.db.models import Q

from tayari.facts.models import Consequence, Entity, Fact, FactRevision
from tayari.facts.queries.sayings import said
from tayari.plain.texts import shown
from tayari.rules import staleness

# The first place is the sentence before, the second the one now.
_TOLD = {
    "en": {
        "changed": "An earlier version said: “{0}” It should read: “{1}”",
        "closed": "An earlier version said: “{0}” This was so until {2}.",
        "retired": "An earlier version said: “{0}” We have withdrawn this.",
        "disputed": "An earlier version said: “{0}” This is now disputed.",
        "unverified": "An earlier version said: “{0}” This is not verified.",
    },
    "hi": {
        "changed": "पहले यहाँ लिखा था: “{0}” सही यह है: “{1}”",
        "closed": "पहले यहाँ लिखा था: “{0}” यह {2} तक सही था।",
        "retired": "पहले यहाँ लिखा था: “{0}” हमने इसे हटा दिया है।",
        "disputed": "पहले यहाँ लिखा था: “{0}” यह अब विवादित है।",
        "unverified": "पहले यहाँ लिखा था: “{0}” यह सत्यापित नहीं है।",
    },
}
LANGUAGES = tuple(_TOLD)
# That something ended, or is borne out less well, was no mistake of the page that told it.
_MISTAKES = {"changed", "retired", "disputed", "unverified"}


def told(cause: str, before: str, after: str, language: str, *, until: str = "") -> str:
    """A correction in words; empty for a cause that readers are told nothing of, or when they read nothing before."""
    form = _TOLD[language].get(cause, "")
    return form.format(before, after, until) if before else ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated correction; `language` is that of its words."""

    holder_ref: str
    at: datetime
    text: str
    language: str


def corrections_of(
    holder_type: str, refs: Collection[str] | None, language: str, *, most: int = 200
) -> Mapping[str, tuple[Correction, ...]]:
    """Corrections by holder, newest first, of `refs` or of every holder of the type. One query."""
    rows = Consequence.objects.filter(holder_type=holder_type, status=Consequence.Status.APPLIED).exclude(correction={})
    if refs is not None:
        rows = rows.filter(holder_ref__in=refs)
    found: dict[str, list[Correction]] = {}
    for row in rows.order_by("-settled_at")[:most]:
        assert row.settled_at is not None
        words = shown(row.correction, language)
        found.setdefault(row.holder_ref, []).append(
            Correction(row.holder_ref, row.settled_at, words.words, words.language)
        )
    return {ref: tuple(lines) for ref, lines in found.items()}


def amended(entity: Entity, language: str, *, most: int = 20) -> tuple[Correction, ...]:
    """Where a verified fact that names the entity, or did, turned out to be wrong; newest first.

    One query while no such fact has changed, four otherwise.
    """
    named = Q(fact__subject=entity) | Q(fact__object_entity=entity)
    was_named = Q(content__subject=entity.ref) | Q(content__object=entity.ref)
    changed = FactRevision.objects.filter(named | was_named, fact__revision__gt=1).values("fact")
    rows = FactRevision.objects.filter(fact__in=changed).select_related("fact").order_by("fact", "number")
    steps = [
        (before, after, cause)
        for _, revisions in groupby(rows, key=lambda row: row.fact_id)
        for before, after in pairwise(revisions)
        if before.content["status"] == Fact.Status.VERIFIED
        and (cause := staleness.cause(before.content, after.content)) in _MISTAKES
    ]
    steps.sort(key=lambda step: step[1].at, reverse=True)
    sayings = said([row.content for before, after, _ in steps[:most] for row in (before, after)], language)
    found = []
    for (_, after, cause), was, now in zip(steps, sayings[::2], sayings[1::2], strict=False):
        if cause != "changed" or was.sentence != now.sentence:
            words = told(str(cause), was.sentence, now.sentence, was.language)
            found.append(Correction(after.fact.ref, after.at, words, was.language))
    return tuple(one for one in found if one.text)
