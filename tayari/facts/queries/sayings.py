"""What facts said at one of their revisions, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tayari.facts.models import Entity, Fact, FactRevision, Predicate
from tayari.facts.queries import object_words, sayable
from tayari.plain.dates import NotADate, PartialDate
from tayari.plain.texts import PREVAILING, in_language
from tayari.rules import phrases, quantities

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence and its object alone, in `language`; both empty when they cannot be told any more."""

    sentence: str
    object: str
    language: str


def _as_fact(content: Content, named: Mapping[str, Entity], predicates: Mapping[str, Predicate]) -> Fact | None:
    """A fact that is not stored; None when what it names is gone."""
    predicate, subject = predicates.get(content["predicate"]), named.get(content["subject"])
    if predicate is None or subject is None:
        return None
    fact = Fact(ref=content["ref"], subject=subject, predicate=predicate)
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


def _said(fact: Fact, language: str) -> Saying:
    language = language if sayable(fact, language) else PREVAILING
    value, subject = object_words(fact, language), in_language(fact.subject.name, language)
    dated = PartialDate.parse(fact.object_date).precision if fact.object_date else ""
    phrase = in_language(fact.predicate.phrase, language)
    return Saying(phrases.sentence(phrase, subject, value, language, dated=dated), value, language)


def said(contents: Sequence[Content], language: str) -> list[Saying]:
    """Contents of revisions in words, in their order. Two queries, however many."""
    if not contents:
        return []
    refs = {content[name] for content in contents for name in ("subject", "object")}
    named = {row.ref: row for row in Entity.objects.filter(ref__in=refs)}
    predicates = Predicate.objects.in_bulk({content["predicate"] for content in contents})
    found = []
    for content in contents:
        try:
            then = _as_fact(content, named, predicates)
            found.append(_said(then, language) if then else Saying("", "", language))
        except (NotADate, quantities.NotAQuantity):
            found.append(Saying("", "", language))
    return found


def said_at(fact: Fact, number: int, language: str) -> tuple[str, str]:
    """(the sentence, its object alone) as the fact had it at a revision; two empty texts when that cannot be told."""
    row = FactRevision.objects.filter(fact=fact, number=number).first()
    told = said([row.content], language)[0] if row else Saying("", "", language)
    return told.sentence, told.object
