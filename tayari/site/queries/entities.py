"""An entity's page: its names, and its facts in words with their sources."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from tayari.articles import markdown
from tayari.articles.entity_types import type_words
from tayari.articles.queries import article_cards, public_articles
from tayari.facts.models import Entity, Fact, Predicate
from tayari.facts.queries import SpokenFact, speak
from tayari.plain.texts import in_language
from tayari.ui.shown import Card, Moment


@dataclass(frozen=True, slots=True)
class Name:
    """What it is called in a language."""

    language: str
    language_name: str
    words: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact in words with the number of its source note."""

    fact: SpokenFact
    note: int


@dataclass(frozen=True, slots=True)
class EntityView:
    """Everything the page of an entity shows."""

    name: str
    type_words: str
    acronyms: str
    note: str
    names: tuple[Name, ...]
    moments: tuple[Moment, ...]
    statements: tuple[Statement, ...]
    notes: tuple[markdown.Note, ...]
    articles: tuple[Card, ...]


def entity(found: Entity, language: str) -> EntityView:
    """Six queries. What happened stands in order of date, what holds in a list; drafts say that they are drafts.

    Facts that name the entity as their object are told too.
    """
    facts = Fact.objects.spoken().exclude(status=Fact.Status.RETIRED)
    rows = [*facts.filter(subject=found), *facts.filter(object_entity=found)]
    told = [speak(row, language) for row in rows]
    notes = markdown.Notes({fact.ref: fact for fact in told})
    happened = {row.ref for row in rows if row.object_date or row.predicate.temporal == Predicate.Temporal.EVENT}
    dated = sorted(
        (fact for fact in told if fact.date and fact.ref in happened), key=lambda fact: (fact.date, fact.ref)
    )
    placed = {fact.ref for fact in dated}
    return EntityView(
        name=in_language(found.name, language),
        type_words=type_words(found.type),
        acronyms=", ".join(found.acronyms),
        note=in_language(found.note, language),
        names=_names(found),
        moments=tuple(
            Moment(str(fact.date), fact.date_words, fact.sentence, note=_number(notes, fact)) for fact in dated
        ),
        statements=tuple(Statement(fact, _number(notes, fact)) for fact in told if fact.ref not in placed),
        notes=tuple(notes),
        articles=article_cards(public_articles(language).filter(entities=found).distinct(), language),
    )


def _number(notes: markdown.Notes, fact: Any) -> int:
    cited = notes.cite(fact.ref)
    assert cited is not None
    return cited[0].number


def _names(found: Entity) -> tuple[Name, ...]:
    return tuple(
        Name(code, name, found.name[code], tuple(found.aliases.get(code, [])))
        for code, name in settings.LANGUAGES
        if found.name.get(code)
    )
