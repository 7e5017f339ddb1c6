"""Series: ordered, dated, year-round collections of articles."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Page

from tayari.articles.pages import TitledPage


class SeriesIndexPage(Page):
    """All series of one language."""

    parent_page_types: ClassVar[list[str]] = ["site.HomePage"]
    subpage_types: ClassVar[list[str]] = ["articles.SeriesPage"]
    max_count_per_parent = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from tayari.articles import queries

        context = super().get_context(request, *args, **kwargs)
        return {**context, "cards": queries.series_list(self.locale.language_code)}


class SeriesPage(TitledPage, Page):
    """One series in one language; its count is that of its published members, never typed in."""

    ref = models.CharField(max_length=120, blank=True, db_index=True)
    summary = models.TextField(blank=True)
    year = models.PositiveIntegerField(null=True, blank=True)

    parent_page_types: ClassVar[list[str]] = ["articles.SeriesIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    content_panels: ClassVar[list[object]] = [
        TitledPage.title_panel,
        FieldPanel("summary"),
        FieldPanel("year"),
        InlinePanel("members", heading="Articles, with the day each belongs to"),
    ]

    class Meta:
        verbose_name = "series"
        verbose_name_plural = "series"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from tayari.articles import queries

        context = super().get_context(request, *args, **kwargs)
        return {**context, "view": queries.series(self)}


class SeriesMember(models.Model):
    """An article's place in a series: a date, and an order within it."""

    series = ParentalKey(SeriesPage, on_delete=models.CASCADE, related_name="members")
    article = models.ForeignKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="memberships")
    date = models.DateField()
    sort_order = models.PositiveIntegerField(default=0)

    panels: ClassVar[list[object]] = [PageChooserPanel("article"), FieldPanel("date")]

    class Meta:
        ordering = ("date", "sort_order", "id")
        constraints = (models.UniqueConstraint(fields=("series", "article"), name="series_article_once"),)

    def __str__(self) -> str:
        return f"{self.date} {self.article}"
