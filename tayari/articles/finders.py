"""Where the articles, series, papers and entities that texts link to stand."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import NoReverseMatch, reverse
from wagtail.models import Page

from tayari.articles.links import Target
from tayari.articles.models import ArticlePage, SeriesPage
from tayari.base import clock
from tayari.facts.models import Entity
from tayari.facts.queries import entity_address
from tayari.mocks.models import Paper
from tayari.plain.texts import in_language


def pages(model: type[Page], refs: Iterable[str], language: str) -> dict[str, Target]:
    """Published pages by ref: in `language`, else in any other, English first."""
    found: dict[str, Target] = {}
    rows: Any = model.objects.live().filter(ref__in=list(refs)).select_related("locale")
    for page in sorted(rows, key=lambda row: (row.locale.language_code != language, row.locale.language_code)):
        found.setdefault(page.ref, Target(page.url, page.locale.language_code, page.title))
    return found


def articles(refs: Iterable[str], language: str) -> Mapping[str, Target]:
    return pages(ArticlePage, refs, language)


def series(refs: Iterable[str], language: str) -> Mapping[str, Target]:
    return pages(SeriesPage, refs, language)


def papers(refs: Iterable[str], language: str) -> Mapping[str, Target]:
    rows = Paper.objects.out(clock.now()).filter(ref__in=list(refs))
    try:
        return {
            paper.ref: Target(reverse("mock", args=[paper.slug]), language, in_language(paper.title, language))
            for paper in rows
        }
    except NoReverseMatch:
        return {}


def entities(refs: Iterable[str], language: str) -> Mapping[str, Target]:
    rows = Entity.objects.filter(ref__in=list(refs))
    return {row.ref: Target(entity_address(row.slug), language, in_language(row.name, language)) for row in rows}
