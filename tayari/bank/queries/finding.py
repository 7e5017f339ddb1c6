"""What a chooser of the question form offers for a few letters: facts, entities, predicates, topics, patterns."""

from collections.abc import Callable, Mapping

from django.db.models import Q

from tayari.facts.models import Entity, Fact, Predicate
from tayari.facts.queries import feeds_key, speak
from tayari.plain.texts import in_language
from tayari.syllabus.models import Blueprint, Topic

Found = list[dict[str, str]]
_MOST = 20


def _named(letters: str, *fields: str) -> Q:
    """Each word of what was typed stands in some field."""
    wanted = Q()
    for word in letters.split():
        one = Q()
        for name in fields:
            one |= Q(**{f"{name}__icontains": word})
        wanted &= one
    return wanted


def _facts(letters: str) -> Found:
    wanted = _named(letters, "ref", "subject__name__en", "subject__name__hi")
    rows = Fact.objects.spoken().filter(wanted).exclude(status=Fact.Status.RETIRED)[:_MOST]
    return [
        {"ref": row.ref, "words": speak(row, "en").sentence + ("" if feeds_key(row) else f" ({row.status}: no key)")}
        for row in rows
    ]


def _entities(letters: str) -> Found:
    rows = Entity.objects.filter(_named(letters, "ref", "name__en", "name__hi"))[:_MOST]
    return [{"ref": row.ref, "words": f"{in_language(row.name, 'en')} ({row.type})"} for row in rows]


def _predicates(letters: str) -> Found:
    rows = Predicate.objects.filter(_named(letters, "ref", "label__en"))[:_MOST]
    return [{"ref": row.ref, "words": f"{in_language(row.label, 'en')} ({row.object_kind})"} for row in rows]


def _topics(letters: str) -> Found:
    rows = Topic.objects.filter(_named(letters, "id", "name__en", "name__hi"))[:_MOST]
    return [{"ref": row.pk, "words": in_language(row.name, "en")} for row in rows]


def _patterns(letters: str) -> Found:
    rows = Blueprint.objects.filter(_named(letters, "slug", "name__en")).order_by("slug", "-version")[:_MOST]
    return list({row.slug: {"ref": row.slug, "words": in_language(row.name, "en")} for row in rows}.values())


_FIND: Mapping[str, Callable[[str], Found]] = {
    "fact": _facts,
    "entity": _entities,
    "predicate": _predicates,
    "topic": _topics,
    "pattern": _patterns,
}


def find(what: str, letters: str) -> Found:
    """Up to twenty, as `{ref, words}`; nothing for what there is not."""
    return _FIND[what](letters.strip()) if what in _FIND else []
