"""What readers were told when a changed fact was settled, for holders that keep no list of corrections themselves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from tayari.facts.models import Consequence
from tayari.plain.texts import shown


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
        said = shown(row.correction, language)
        found.setdefault(row.holder_ref, []).append(
            Correction(row.holder_ref, row.settled_at, said.words, said.language)
        )
    return {ref: tuple(lines) for ref, lines in found.items()}
