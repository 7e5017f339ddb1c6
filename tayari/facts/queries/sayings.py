"""What a fact said at one of its revisions, in words."""

from collections.abc import Mapping
from typing import Any

from tayari.facts.models import Entity, Fact, FactRevision, Predicate
from tayari.facts.queries import object_words, sayable
from tayari.plain.dates import NotADate, PartialDate
from tayari.plain.texts import PREVAILING, in_language
from tayari.rules import phrases, quantities


def as_fact(content: Mapping[str, Any]) -> Fact | None:
    """The content of a revision as a fact that is not stored; None when what it names is gone or cannot be read."""
    named = {row.ref: row for row in Entity.objects.filter(ref__in=[content["subject"], content["object"]])}
    predicate = Predicate.objects.filter(pk=content["predicate"]).first()
    if predicate is None or content["subject"] not in named:
        return None
    fact = Fact(ref=content["ref"], subject=named[content["subject"]], predicate=predicate)
    fact.object_text = dict(content["texts"])
    if predicate.object_kind == Predicate.ObjectKind.ENTITY:
        fact.object_entity = named.get(content["object"])
    elif predicate.object_kind == Predicate.ObjectKind.DATE:
        fact.object_date = content["object"]
    elif predicate.object_kind == Predicate.ObjectKind.QUANTITY:
        quantity = quantities.read(content["object"])
        fact.object_amount, fact.object_unit = quantity.amount, quantity.unit
    else:
        fact.object_text = {**fact.object_text, "en": content["object"]}
    return fact


def _said(fact: Fact, language: str) -> tuple[str, str]:
    language = language if sayable(fact, language) else PREVAILING
    value, subject = object_words(fact, language), in_language(fact.subject.name, language)
    dated = PartialDate.parse(fact.object_date).precision if fact.object_date else ""
    phrase = in_language(fact.predicate.phrase, language)
    return phrases.sentence(phrase, subject, value, language, dated=dated), value


def said_at(fact: Fact, number: int, language: str) -> tuple[str, str]:
    """(the sentence, its object alone) as the fact had it at a revision; two empty texts when that cannot be told."""
    row = FactRevision.objects.filter(fact=fact, number=number).first()
    try:
        then = as_fact(row.content) if row else None
        return _said(then, language) if then else ("", "")
    except (NotADate, quantities.NotAQuantity):
        return "", ""
