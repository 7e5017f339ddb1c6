"""The blocks of an article's parts, each with everything its template needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from django.utils.translation import gettext, override

from tayari.articles import body, markdown
from tayari.articles.entity_types import type_words
from tayari.articles.queries.pictures import shown as shown_pictures
from tayari.facts.models import Source
from tayari.facts.queries import OrganisationCard, SpokenFact, SpokenSource, organisations, speak_source
from tayari.facts.queries.dated import dated_about
from tayari.media.models import Picture
from tayari.ui.shown import Moment, ShownPicture


@dataclass(frozen=True, slots=True)
class Block:
    """One drawn block; only what its kind needs is filled."""

    kind: Literal["text", "timeline", "organisations", "picture", "position"]
    title: str = ""
    html: str = ""
    moments: tuple[Moment, ...] = ()
    asides: str = ""
    organisations: tuple[OrganisationCard, ...] = ()
    picture: ShownPicture | None = None
    by: str = ""
    source: SpokenSource | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What all blocks of a page refer to, looked up once."""

    notes: markdown.Notes
    organisations: Mapping[str, OrganisationCard]
    pictures: Mapping[str, ShownPicture]
    sources: Mapping[str, SpokenSource]
    dated: Mapping[str, Sequence[str]]


def gather(page: Any, language: str) -> Gathered:
    """Facts, links, entities, pictures and sources of positions: one look-up each, none where there are none."""
    entity_refs, picture_refs = body.entity_refs(page), body.picture_refs(page)
    source_refs = [
        str(block.value["source"]) for block in body.blocks(page) if block.kind == "position" and block.value["source"]
    ]
    held = {picture.ref: picture for picture in Picture.objects.filter(ref__in=picture_refs)} if picture_refs else {}
    shown = shown_pictures(held.values(), language)
    sources = Source.objects.filter(ref__in=source_refs) if source_refs else ()
    dated = dated_about([ref for ref, _place, _title in body.questions(page)])
    also = [*body.fact_refs(page), *(ref for refs in dated.values() for ref in refs)]
    return Gathered(
        notes=markdown.prepared(body.texts(page), language, also=also),
        dated=dated,
        organisations=_organisations(entity_refs, language),
        pictures={str(ref): shown[picture.pk] for ref, picture in held.items()},
        sources={source.ref: speak_source(source, language) for source in sources},
    )


def _organisations(refs: list[str], language: str) -> dict[str, OrganisationCard]:
    if not refs:
        return {}
    with override(language):
        cards = organisations(list(dict.fromkeys(refs)), language)
        return {card.ref: replace(card, type_words=type_words(card.type_words)) for card in cards}


def draw(kind: str, value: Any, gathered: Gathered, language: str) -> Block | None:
    """The block, or None when nothing of what it names can be shown."""
    if kind == "text":
        return Block("text", html=markdown.render(str(value), language, gathered.notes))
    if kind == "timeline":
        return _timeline(value, gathered, language)
    if kind == "organisations":
        cards = tuple(gathered.organisations[ref] for ref in value["entities"] if ref in gathered.organisations)
        return Block("organisations", title=str(value["title"]), organisations=cards) if cards else None
    if kind == "picture":
        picture = gathered.pictures.get(str(value["ref"]))
        return Block("picture", picture=picture) if picture else None
    return Block(
        "position",
        html=markdown.render(str(value["text"]), language, gathered.notes),
        by=str(value["by"]),
        source=gathered.sources.get(str(value["source"] or "")),
    )


def _timeline(value: Any, gathered: Gathered, language: str) -> Block | None:
    notes = gathered.notes
    refs = dict.fromkeys([*map(str, value["facts"]), *gathered.dated.get(str(value.get("about") or ""), ())])
    facts = [fact for ref in refs if (fact := notes.facts.get(ref))]
    facts.sort(key=lambda fact: (fact.date is None, fact.date))
    moments: list[Moment] = []
    fresh: list[markdown.Note] = []
    for fact in facts:
        cited = notes.cite(fact.ref)
        assert cited is not None
        note, first = cited
        if first:
            fresh.append(note)
        words = _moment_words(fact, language)
        moments.append(Moment(str(fact.date or ""), fact.date_words, words, note=note.number, first=first))
    if not moments:
        return None
    return Block("timeline", title=str(value["title"]), moments=tuple(moments), asides=markdown.asides(fresh, language))


def _moment_words(fact: SpokenFact, language: str) -> str:
    if fact.settled:
        return fact.sentence
    with override(language):
        return gettext("%(sentence)s (not yet verified)") % {"sentence": fact.sentence}
