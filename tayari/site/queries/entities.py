"""An entity's page: its names, its facts in readable groups with their sources, and all that the site has on it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from tayari.articles import markdown
from tayari.articles.entity_types import type_words
from tayari.articles.queries import article_cards, public_articles
from tayari.facts.models import Entity, Fact, Position, Predicate
from tayari.facts.positions import positions
from tayari.facts.queries import SpokenFact, speak
from tayari.mocks.queries.asked import AskedLine, on_facts
from tayari.plain.texts import in_language
from tayari.site.queries.corrections import Line
from tayari.site.queries.dossiers.tables import Said
from tayari.site.queries.dossiers.view import Voice, dossier_cards, public_dossiers
from tayari.site.queries.entity_corrections import corrections_about
from tayari.ui.shown import Card, Moment

# Facts of these roles are read as steps in time; the others say what holds and stand in groups.
_DATED = {"happened", "begun", "announced", "operational", "ended"}
_GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("is", frozenset({"kind", "expansion", "seat", "count", "ordinal"})),
    ("does", frozenset({"effect"})),
    ("belongs", frozenset({"edition-of", "part-of", "replaced", "replaced-by"})),
    ("people", frozenset({"participant", "term", "place"})),
    ("outcomes", frozenset({"outcome"})),
)


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
class Group:
    """Facts of one sort under a heading."""

    id: str
    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class EntityView:
    """Everything the page of an entity shows."""

    name: str
    type_words: str
    acronyms: str
    note: str
    names: tuple[Name, ...]
    dossiers: tuple[Card, ...]
    moments: tuple[Moment, ...]
    groups: tuple[Group, ...]
    voices: tuple[Voice, ...]
    questions: tuple[AskedLine, ...]
    corrections: tuple[Line, ...]
    notes: tuple[markdown.Note, ...]
    articles: tuple[Card, ...]


def entity(found: Entity, language: str, *, now: datetime) -> EntityView:
    """A number of queries that does not grow with the facts. Facts that name the entity as their object are told too.

    What happened stands in order of date, what holds in groups by the roles of predicates; drafts say that they are
    drafts.
    """
    facts = Fact.objects.told().exclude(status=Fact.Status.RETIRED)
    rows = [*facts.filter(subject=found), *facts.filter(object_entity=found).exclude(subject=found)]
    told = {row.pk: speak(row, language) for row in rows}
    said = positions([found.pk], language, held_by=[found.pk])
    notes = markdown.Notes(
        {**{one.ref: one for one in told.values()}, **{f"position:{one.ref}": one for one in said}}  # type: ignore[dict-item]
    )
    dated = sorted(
        (row for row in rows if _is_dated(row) and told[row.pk].date), key=lambda row: (told[row.pk].date, row.ref)
    )
    placed = {row.pk for row in dated}
    articles = list(public_articles(language).filter(entities=found).distinct())
    with override(language):
        moments = tuple(_moment(told[row.pk], notes) for row in dated)
        groups = _groups([row for row in rows if row.pk not in placed], found, told, notes)
        voices = tuple(_voice(one, found, notes) for one in said if one.kind != Position.Kind.CONCEPT_NOTE) + tuple(
            _voice(one, found, notes) for one in said if one.kind == Position.Kind.CONCEPT_NOTE
        )
    return EntityView(
        name=in_language(found.name, language),
        type_words=type_words(found.type),
        acronyms=", ".join(found.acronyms),
        note=in_language(found.note, language),
        names=_names(found),
        dossiers=_dossiers(found, language),
        moments=moments,
        groups=groups,
        voices=voices,
        questions=on_facts([row.pk for row in rows], language, now=now),
        corrections=corrections_about(found, articles, language, now=now),
        notes=tuple(notes),
        articles=article_cards(articles, language),
    )


def _is_dated(row: Fact) -> bool:
    if row.predicate.role:
        return row.predicate.role in _DATED
    return bool(row.object_date) or row.predicate.temporal == Predicate.Temporal.EVENT


def _moment(fact: SpokenFact, notes: markdown.Notes) -> Moment:
    words = fact.sentence if fact.settled else _("%(sentence)s (not yet verified)") % {"sentence": fact.sentence}
    return Moment(str(fact.date), fact.date_words, words, note=_number(notes, fact.ref))


def _group_of(row: Fact, found: Entity) -> str:
    if row.subject_id != found.pk:
        return "elsewhere"
    if row.predicate.denies:
        return "does"
    return next((ident for ident, roles in _GROUPS if row.predicate.role in roles), "more")


def _groups(rows: list[Fact], found: Entity, told: dict[int, SpokenFact], notes: markdown.Notes) -> tuple[Group, ...]:
    titles = {
        "is": _("What it is"),
        "does": _("What it does, and what not"),
        "belongs": _("Where it belongs"),
        "people": _("People and places"),
        "outcomes": _("What came of it"),
        "more": _("What else is recorded"),
        "elsewhere": _("Where other facts name it"),
    }
    sorted_rows = sorted(rows, key=lambda row: (str(told[row.pk].date or ""), row.ref))
    by_group = {ident: [row for row in sorted_rows if _group_of(row, found) == ident] for ident in titles}
    return tuple(
        Group(
            ident,
            titles[ident],
            tuple(Statement(told[row.pk], _number(notes, row.ref)) for row in held),
        )
        for ident, held in by_group.items()
        if held
    )


def _voice(position: Any, found: Entity, notes: markdown.Notes) -> Voice:
    """What is said of it by others, or by it of others; then of whom is told."""
    ref = f"position:{position.ref}"
    return Voice(
        position.who,
        position.holder_url if position.holder_ref != found.ref else "",
        position.date_words,
        position.about_name if position.about_ref != found.ref else "",
        Said(position.text, position.language, ref, _number(notes, ref), position.status, sources=position.sources),
    )


def _number(notes: markdown.Notes, ref: str) -> int:
    cited = notes.cite(ref)
    assert cited is not None
    return cited[0].number


def _dossiers(found: Entity, language: str) -> tuple[Card, ...]:
    held = public_dossiers().filter(Q(subject=found) | Q(members__entity=found)).distinct()
    return dossier_cards(held, language)


def _names(found: Entity) -> tuple[Name, ...]:
    return tuple(
        Name(code, name, found.name[code], tuple(found.aliases.get(code, [])))
        for code, name in settings.LANGUAGES
        if found.name.get(code)
    )
