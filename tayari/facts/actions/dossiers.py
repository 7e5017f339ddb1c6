"""Records which entities a dossier gathers."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.facts.models import Dossier, DossierEntity, Entity
from tayari.syllabus.models import Topic

_List = DossierEntity.List
_PLAIN = (_List.EDITIONS, _List.AGREEMENTS, _List.COMMITMENTS, _List.CONCEPTS)


class DossierRefused(ValueError):
    """The dossier cannot be recorded; the message says why."""


def whole() -> QuerySet[Dossier]:
    """Dossiers with all that `content_of` needs."""
    return Dossier.objects.select_related("subject").prefetch_related("topics", "members__entity", "members__under")


def named(content: Mapping[str, Any]) -> dict[str, list[str]]:
    """The refs of the entities that `content` names, by the place where they stand."""
    places = {"subject": [content["subject"]] if content["subject"] else []}
    places |= {name.value: list(content[name.value]) for name in _PLAIN}
    places["actors"] = [actor["entity"] for actor in content["actors"]]
    for actor in content["actors"]:
        places[f"institutions of {actor['entity']}"] = list(actor["institutions"])
    return places


def content_of(dossier: Dossier) -> dict[str, Any]:
    """The dossier as plain data, the form of packs (without its schema)."""
    members = sorted(dossier.members.all(), key=lambda member: (member.number, member.pk))
    lists = {name: [member for member in members if member.list == name] for name in _List}
    return {
        "ref": dossier.ref,
        "slug": dossier.slug,
        "subject": dossier.subject.ref,
        "title": dict(dossier.title),
        "summary": dict(dossier.summary),
        "state": dossier.state,
        "topics": sorted(topic.pk for topic in dossier.topics.all()),
        **{name.value: [member.entity.ref for member in lists[name]] for name in _PLAIN},
        "actors": [
            {
                "entity": actor.entity.ref,
                "institutions": [
                    member.entity.ref for member in lists[_List.INSTITUTIONS] if member.under_id == actor.entity_id
                ],
            }
            for actor in lists[_List.ACTORS]
        ],
    }


def _members(content: Mapping[str, Any], known: Mapping[str, Entity]) -> Iterator[DossierEntity]:
    for name in _PLAIN:
        for number, ref in enumerate(content[name.value], start=1):
            yield DossierEntity(list=name, entity=known[ref], number=number)
    for number, actor in enumerate(content["actors"], start=1):
        yield DossierEntity(list=_List.ACTORS, entity=known[actor["entity"]], number=number)
        for place, ref in enumerate(actor["institutions"], start=1):
            yield DossierEntity(list=_List.INSTITUTIONS, entity=known[ref], under=known[actor["entity"]], number=place)


@transaction.atomic
def put(content: Mapping[str, Any], *, by: Any, now: datetime) -> Dossier:
    """Record the dossier of `content` (as `content_of` gives it), new or changed. Raises DossierRefused."""
    wanted = {ref for refs in named(content).values() for ref in refs}
    known = {entity.ref: entity for entity in Entity.objects.filter(ref__in=wanted)}
    if lost := sorted(wanted - set(known)):
        raise DossierRefused(f"{content['ref']}: there is no entity {lost[0]!r}; add it first")
    dossier = locked(Dossier.objects.all()).filter(ref=content["ref"]).first() or Dossier(ref=content["ref"])
    dossier.subject = known[content["subject"]]
    for name in ("slug", "title", "summary", "state"):
        setattr(dossier, name, content[name])
    dossier.save()
    dossier.topics.set(Topic.objects.filter(pk__in=content["topics"]))
    DossierEntity.objects.filter(dossier=dossier).delete()
    members = list(_members(content, known))
    for member in members:
        member.dossier = dossier
    DossierEntity.objects.bulk_create(members)
    entries.record("dossiers.put", dossier, by=by, now=now)
    return dossier
