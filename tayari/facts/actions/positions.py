"""Records what somebody said, under the law of evidence."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.facts.models import Entity, Position, Source
from tayari.rules import evidence


class PositionRefused(ValueError):
    """The position cannot be recorded; the message says why."""


def content_of(position: Position) -> dict[str, Any]:
    """What it says as plain data, the form of packs."""
    return {
        "ref": position.ref,
        "about": position.about.ref,
        "holder": position.holder.ref if position.holder else "",
        "attributed_to": dict(position.attributed_to),
        "kind": position.kind,
        "text": dict(position.text),
        "stated_on": position.stated_on,
        "sources": sorted(source.ref for source in position.sources.all()),
        "status": position.status,
        "order": position.order,
    }


def _entity(position: Position, ref: str) -> Entity:
    found = Entity.objects.filter(ref=ref).first()
    if found is None:
        raise PositionRefused(f"{position.ref}: there is no entity {ref!r}; add it first")
    return found


def _sources(position: Position, refs: list[str]) -> list[Source]:
    found = list(Source.objects.filter(ref__in=refs))
    if lost := sorted(set(refs) - {source.ref for source in found}):
        raise PositionRefused(f"{position.ref}: there is no source {lost[0]!r}; add it first")
    told = [evidence.Evidence(one.publisher, one.official, one.has_record) for one in found]
    if position.status == Position.Status.VERIFIED and not evidence.may_be_verified(told):
        raise PositionRefused(
            f"{position.ref}: it is verified and no source has the record of a look-up; make it draft"
        )
    return found


@transaction.atomic
def put(content: dict[str, Any], *, by: Any, now: datetime) -> Position:
    """Record the position of `content` (as `content_of` gives it), new or changed. Raises PositionRefused."""
    position = locked(Position.objects.all()).filter(ref=content["ref"]).first() or Position(ref=content["ref"])
    position.about = _entity(position, content["about"])
    position.holder = _entity(position, content["holder"]) if content["holder"] else None
    for name in ("attributed_to", "kind", "text", "stated_on", "status", "order"):
        setattr(position, name, content[name])
    sources = _sources(position, content["sources"])
    position.save()
    position.sources.set(sources)
    entries.record("positions.put", position, by=by, now=now)
    return position
