"""The article page: typed parts, bound to facts."""

from functools import partial
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.paginator import InvalidPage
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from tayari.articles import body, laws
from tayari.articles.blocks import PartBlock
from tayari.articles.drafts import LintPanel
from tayari.articles.origins import OriginPanel
from tayari.articles.pages import TitledPage
from tayari.delivery import press
from tayari.facts.citing import CitingText
from tayari.plain import reading


class ArticleIndexPage(Page):
    """All articles of one language, newest first."""

    parent_page_types: ClassVar[list[str]] = ["site.HomePage"]
    subpage_types: ClassVar[list[str]] = ["articles.ArticlePage"]
    max_count_per_parent = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from tayari.articles import queries

        context = super().get_context(request, *args, **kwargs)
        wanted = request.GET.get("topic", ""), request.GET.get("page", "")
        try:
            return {**context, "listing": queries.listing(self, *wanted)}
        except InvalidPage:
            raise Http404 from None


class ArticlePage(TitledPage, Page):
    """One article in one language; its translations share `translation_key`, its pack ref is `ref`."""

    ref = models.CharField(max_length=120, blank=True, db_index=True)
    subject_line = models.CharField(max_length=80)
    author = models.CharField(max_length=120)
    published = models.DateField()
    facts_as_of = models.DateField()
    summary = models.TextField()
    picture = models.ForeignKey("media.Picture", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    body = StreamField([("part", PartBlock())], blank=True)
    primary_topic = models.ForeignKey(
        "syllabus.Topic", on_delete=models.PROTECT, null=True, blank=True, related_name="primary_articles"
    )
    topics = ParentalManyToManyField("syllabus.Topic", blank=True, related_name="articles")
    entities = ParentalManyToManyField("facts.Entity", blank=True, related_name="articles")
    papers = ParentalManyToManyField("mocks.Paper", blank=True, related_name="articles")
    reading_seconds = models.PositiveIntegerField(default=0, editable=False)

    parent_page_types: ClassVar[list[str]] = ["articles.ArticleIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    content_panels: ClassVar[list[object]] = [
        OriginPanel(heading="Where it was imported from"),
        FieldPanel("subject_line"),
        TitledPage.title_panel,
        MultiFieldPanel(
            [FieldPanel("author"), FieldPanel("published"), FieldPanel("facts_as_of")], heading="What earns trust"
        ),
        FieldPanel("summary", help_text="Markdown: two or three sentences.", widget=CitingText),
        FieldPanel("picture"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("primary_topic"), FieldPanel("topics"), FieldPanel("entities"), FieldPanel("papers")],
            heading="Where it belongs",
        ),
        InlinePanel("corrections", heading="Corrections"),
        LintPanel(heading="Linter"),
    ]

    class Meta:
        verbose_name = "article"

    @property
    def reading_minutes(self) -> int:
        return reading.minutes(self.reading_seconds)

    def clean(self) -> None:
        super().clean()
        problems = laws.problems(self)
        if problems:
            raise ValidationError({"body": problems})

    def save(self, *args: Any, **kwargs: Any) -> None:
        update_fields = kwargs.get("update_fields")
        if update_fields is None or "body" in update_fields:
            self.reading_seconds = reading.seconds(body.extent(self))
            if update_fields is not None:
                kwargs["update_fields"] = {*update_fields, "reading_seconds"}
        super().save(*args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from tayari.articles import queries

        context = super().get_context(request, *args, **kwargs)
        return {**context, "view": queries.article(self, now=request.now)}  # type: ignore[attr-defined]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from tayari.articles.actions import reads

        response = super().serve(request, *args, **kwargs)
        if press.pressing():
            press.each_read(partial(reads.tally, self.translation_key, self.locale.language_code))
        elif reads.counts(request):
            reads.count(self.translation_key, self.locale.language_code, now=request.now)  # type: ignore[attr-defined]
        return response
