"""What stands beside a dossier or an entity: articles on it, mocks and coverage on the same ground."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext, override

from tayari.articles.models import ArticlePage
from tayari.articles.queries import article_cards, public_articles
from tayari.live.queries.cards import coverage_cards, open_first
from tayari.mocks import queries as mocks
from tayari.mocks.models import Paper
from tayari.ui.shown import Card

_MOST = 6


@dataclass(frozen=True, slots=True)
class Beside:
    """Cards by kind, each list short."""

    articles: tuple[Card, ...]
    papers: tuple[Card, ...]
    coverage: tuple[Card, ...]


def papers_of(articles: Collection[int], topics: Collection[str], language: str, now: datetime) -> tuple[Card, ...]:
    """Open papers that the articles name, and those filed under the topics."""
    named = ArticlePage.papers.through.objects.filter(articlepage__in=articles).values("paper_id")
    rows = Paper.objects.out(now).filter(Q(pk__in=named) | Q(topics__in=topics)).distinct()[:_MOST]
    with override(language):
        label = gettext("Mock test")
    return tuple(
        Card("mock", label, cover.name, cover.url, cover.parts, link=cover.start)
        for cover in mocks.covers(rows, language)
    )


def beside(entities: Collection[int], topics: Collection[str], language: str, *, now: datetime) -> Beside:
    """Articles about these entities, the papers and the coverage that go with them or with the topics."""
    about = public_articles(language).filter(entities__in=entities).distinct()[:_MOST]
    found = list(about)
    held = Q(topics__in=topics) | Q(articles__in=[page.pk for page in found])
    coverage = open_first(language).filter(held).distinct()[:_MOST]
    return Beside(
        articles=article_cards(found, language, with_text=False),
        papers=papers_of([page.pk for page in found], topics, language, now),
        coverage=coverage_cards(coverage, language),
    )
