"""Articles and series as cards."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext, ngettext, override

from tayari.articles import markdown
from tayari.articles.models import ArticlePage, SeriesPage
from tayari.articles.pages import public
from tayari.plain import quantities, reading
from tayari.plain.dates import PartialDate
from tayari.plain.graphemes import cut
from tayari.ui.shown import Card

_SUMMARY_LETTERS = 180


def public_articles(language: str) -> QuerySet[ArticlePage]:
    """Published articles of a language, newest first, light enough for lists."""
    articles = public(ArticlePage.objects.all()).filter(locale__language_code=language)
    return articles.select_related("locale").defer("body").order_by("-published", "-pk")


def reading_words(page: Any, language: str) -> str:
    return quantities.duration(reading.minutes(page.reading_seconds) * 60, language)


def article_cards(articles: Iterable[ArticlePage], language: str, *, with_text: bool = True) -> tuple[Card, ...]:
    """No query beyond that of `articles`."""
    with override(language):
        return tuple(
            Card(
                kind="article",
                label=page.subject_line,
                title=page.title,
                url=page.url,
                meta=(
                    PartialDate.of(page.published).in_words(language),
                    gettext("%(time)s read") % {"time": reading_words(page, language)},
                ),
                text=cut(markdown.plain(page.summary), _SUMMARY_LETTERS) if with_text else "",
            )
            for page in articles
        )


def public_series(language: str) -> QuerySet[SeriesPage]:
    """Published series of a language with `published_count`, the number of their published articles."""
    series = public(SeriesPage.objects.all()).filter(locale__language_code=language).select_related("locale")
    return series.annotate(published_count=Count("members", filter=Q(members__article__live=True))).order_by("title")


def series_cards(series: Iterable[Any], language: str) -> tuple[Card, ...]:
    """Rows of `public_series` as cards."""
    with override(language):
        return tuple(
            Card(
                kind="series",
                label=gettext("Series"),
                title=page.title,
                url=page.url,
                meta=(
                    *([str(page.year)] if page.year else []),
                    ngettext("%(n)d article", "%(n)d articles", page.published_count) % {"n": page.published_count},
                ),
                text=cut(markdown.plain(page.summary), _SUMMARY_LETTERS),
            )
            for page in series
        )
