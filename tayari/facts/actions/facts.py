"""Records a fact and, when it changes, a new revision of it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.facts import hooks
from tayari.facts.models import Entity, Fact, FactRevision, Predicate, Source
from tayari.facts.queries import value_of
from tayari.plain.dates import PartialDate
from tayari.rules import evidence, quantities


class FactRefused(ValueError):
    """The fact cannot be recorded; the message says why."""


def content_of(fact: Fact) -> dict[str, Any]:
    """The fact's saying as plain data, the form kept in its revisions and in packs."""
    return {
        "ref": fact.ref,
        "subject": fact.subject.ref,
        "predicate": fact.predicate_id,
        "object": value_of(fact),
        "texts": dict(fact.object_text),
        "valid_from": fact.valid_from,
        "valid_to": fact.valid_to,
        "precision": fact.precision,
        "status": fact.status,
        "sources": sorted(source.ref for source in fact.sources.all()),
        "note": fact.note,
    }


def _set_object(fact: Fact, predicate: Predicate, content: dict[str, Any]) -> None:
    fact.object_entity, fact.object_date, fact.object_amount, fact.object_unit = None, "", None, ""
    fact.object_text = {code: text for code, text in content.get("texts", {}).items() if text}
    written = str(content["object"])
    if not written.strip():
        raise FactRefused(f"{fact.ref}: it has no object; say what is so")
    if predicate.object_kind == Predicate.ObjectKind.ENTITY:
        fact.object_entity = Entity.objects.filter(ref=written).first()
        if fact.object_entity is None:
            raise FactRefused(f"{fact.ref}: there is no entity {written!r}; add it or correct the object")
    elif predicate.object_kind == Predicate.ObjectKind.DATE:
        fact.object_date = str(PartialDate.parse(written))
    elif predicate.object_kind == Predicate.ObjectKind.QUANTITY:
        quantity = quantities.read(written)
        fact.object_amount, fact.object_unit = quantity.amount, quantity.unit
    else:
        fact.object_text = {**fact.object_text, "en": written}


def _sources(fact: Fact, refs: list[str]) -> list[Source]:
    """The sources of `refs`; the law of evidence is asked before anything is stored."""
    found = {source.ref: source for source in Source.objects.filter(ref__in=refs)}
    for ref in refs:
        if ref not in found:
            raise FactRefused(f"{fact.ref}: there is no source {ref!r}; add it first")
    told = [evidence.Evidence(one.publisher, one.official, one.has_record) for one in found.values()]
    if fact.status == Fact.Status.VERIFIED and not evidence.may_be_verified(told):
        raise FactRefused(f"{fact.ref}: it is verified and no source has the record of a look-up; make it draft")
    return list(found.values())


@transaction.atomic
def put(content: dict[str, Any], *, by: Any, now: datetime, reason: str = "") -> Fact:
    """Record the fact of `content` (as `content_of` gives it): new, changed by a new revision, or left as it is.

    Raises FactRefused, PartialDate's NotADate and quantities' NotAQuantity.
    """
    fact = locked(Fact.objects.all()).filter(ref=content["ref"]).first() or Fact(ref=content["ref"])
    subject = Entity.objects.filter(ref=content["subject"]).first()
    predicate = Predicate.objects.filter(pk=content["predicate"]).first()
    if subject is None or predicate is None:
        missing = f"entity {content['subject']!r}" if subject is None else f"predicate {content['predicate']!r}"
        raise FactRefused(f"{fact.ref}: there is no {missing}; add it first")
    fact.subject, fact.predicate = subject, predicate
    _set_object(fact, predicate, content)
    for name in ("valid_from", "valid_to", "precision", "status", "note"):
        setattr(fact, name, content.get(name, "") or "")
    sources = _sources(fact, content.get("sources", []))
    new = fact.pk is None
    # What is put stands at once, and a working draft from before it is history.
    fact.live, fact.has_unpublished_changes = True, False
    fact.save()
    if new:
        fact.sources.add(*sources)
    else:
        fact.sources.set(sources)
    last = None if new else _last(fact)
    return _revised(fact, content_of(fact), last, by=by, now=now, reason=reason)


@transaction.atomic
def keep(fact: Fact, *, by: Any, now: datetime, reason: str = "") -> Fact:
    """Record a revision of a stored fact when it says something else than its last revision did."""
    fact = locked(Fact.objects.all()).get(pk=fact.pk)
    return _revised(fact, content_of(fact), _last(fact), by=by, now=now, reason=reason)


def _last(fact: Fact) -> FactRevision | None:
    return FactRevision.objects.filter(fact=fact).order_by("-number").first()


def _revised(
    fact: Fact, content: dict[str, Any], last: FactRevision | None, *, by: Any, now: datetime, reason: str
) -> Fact:
    if last and last.content == content:
        return fact
    number = last.number + 1 if last else 1
    if fact.revision != number:
        fact.revision = number
        fact.save(update_fields=["revision"])
    after = FactRevision.objects.create(fact=fact, number=number, content=content, at=now, by=by, reason=reason)
    entries.record("facts.put", fact, by=by, now=now, reason=reason, revision=number)
    hooks.changed(fact, last, after, by=by, now=now)
    return fact
