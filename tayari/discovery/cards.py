"""Things that belong together, as the cards of the carousel and of the related articles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, zip_longest

from django.utils.translation import gettext, ngettext, override

from tayari.articles.models import ArticlePage, SeriesMember
from tayari.articles.queries.cards import article_cards, public_series, series_cards
from tayari.discovery import related
from tayari.live.queries.cards import coverage_cards
from tayari.mocks import queries as mocks
from tayari.ui.shown import Card

_CLOSEST = 3


def paper_cards(page: ArticlePage, language: str, *, now: datetime) -> list[Card]:
    """Papers out at `now` on an article, each with its own link text."""
    with override(language):
        label = gettext("Mock test")
    return [
        Card("mock", label, cover.name, cover.url, cover.parts, link=cover.start)
        for cover in mocks.covers(related.papers(page, now=now), language)
    ]


def _series_of(page: ArticlePage, language: str) -> Sequence[Card]:
    members = SeriesMember.objects.filter(article=page).values("series_id")
    return series_cards(public_series(language).filter(pk__in=members), language)


def _mixed(*groups: Sequence[Card]) -> Iterator[Card]:
    """One of each kind in turn, so that no kind fills the row."""
    return (card for card in chain.from_iterable(zip_longest(*groups)) if card)


def _closest(page: ArticlePage, language: str) -> list[related.Scored]:
    """The closest articles, found once for a page that is being drawn: the first few are related, the others carried.

    They stay with the page object, which lives no longer than the answer to one request.
    """
    held: dict[str, list[related.Scored]] = page.__dict__.setdefault("_closest_articles", {})
    if language not in held:
        held[language] = related.articles(page, language, most=2 * _CLOSEST)
    return held[language]


def resources(page: ArticlePage, language: str, *, now: datetime) -> list[Card]:
    """Mocks, series, coverage and articles that belong to `page`, mixed; empty when there are none."""
    further = [one.page for one in _closest(page, language)[_CLOSEST:]]
    return list(
        _mixed(
            paper_cards(page, language, now=now),
            _series_of(page, language),
            coverage_cards(related.coverages(page, language), language),
            article_cards(further, language, with_text=False),
        )
    )


def related_articles(page: ArticlePage, language: str) -> list[Card]:
    """The closest articles, each with the reason in words."""
    found = _closest(page, language)[:_CLOSEST]
    cards = article_cards([one.page for one in found], language, with_text=False)
    return [
        replace(card, meta=(*card.meta, _shared_words(one.shared, language))) if one.shared else card
        for card, one in zip(cards, found, strict=True)
    ]


def _shared_words(count: int, language: str) -> str:
    with override(language):
        return ngettext("%(count)d shared fact", "%(count)d shared facts", count) % {"count": count}
