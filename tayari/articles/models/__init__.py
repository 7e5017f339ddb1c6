"""Article, series and index pages."""

from tayari.articles.models.articles import ArticleIndexPage, ArticlePage
from tayari.articles.models.corrections import Correction
from tayari.articles.models.reads import ReadCount
from tayari.articles.models.reports import Report
from tayari.articles.models.series import SeriesIndexPage, SeriesMember, SeriesPage

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "Correction",
    "ReadCount",
    "Report",
    "SeriesIndexPage",
    "SeriesMember",
    "SeriesPage",
]
