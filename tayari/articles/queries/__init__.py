"""What the pages about articles and series show, as frozen dataclasses."""

from tayari.articles.queries.article import ArticleView, article
from tayari.articles.queries.cards import article_cards, public_articles, series_cards
from tayari.articles.queries.corrections import CorrectionLine, corrections
from tayari.articles.queries.listing import Listing, listing
from tayari.articles.queries.series import SeriesView, series, series_list

__all__ = [
    "ArticleView",
    "CorrectionLine",
    "Listing",
    "SeriesView",
    "article",
    "article_cards",
    "corrections",
    "listing",
    "public_articles",
    "series",
    "series_cards",
    "series_list",
]
