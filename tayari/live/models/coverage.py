"""The live page: an event, which ends, or a recurring briefing with dated editions."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from tayari.articles.pages import TitledPage
from tayari.base.fields import TextsField

if TYPE_CHECKING:
    from tayari.live.models.posts import Post
from tayari.plain.dates import NotADate, PartialDate


class CoverageIndexPage(Page):
    """All coverage of one language, open first."""

    parent_page_types: ClassVar[list[str]] = ["site.HomePage"]
    subpage_types: ClassVar[list[str]] = ["live.CoveragePage"]
    max_count_per_parent = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from tayari.live import queries

        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        return {**context, "cards": queries.coverage_cards(queries.open_first(language), language)}


class CoveragePage(TitledPage, Page):
    """One coverage in one language. Its posts belong to `translation_key` and hold all languages."""

    class Form(models.TextChoices):
        EVENT = "event", "an event, which ends"
        BRIEFING = "briefing", "a recurring briefing"

    class State(models.TextChoices):
        OPEN = "open", "open"
        CLOSED = "closed", "closed"

    ref = models.CharField(max_length=120, blank=True, db_index=True)
    form = models.CharField(max_length=10, choices=Form, default=Form.EVENT)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    summary = models.TextField(blank=True, help_text="Pinned above the posts. Markdown, with citations.")
    digest = models.TextField(blank=True, help_text="What it came to, once closed. Markdown, with citations.")
    opened = models.CharField(max_length=10, help_text="The event's first day.")
    closed = models.CharField(max_length=10, blank=True)
    compiled = models.DateField(null=True, blank=True, help_text="When an account was written up afterwards.")
    topics = ParentalManyToManyField("syllabus.Topic", blank=True, related_name="coverages")
    articles = ParentalManyToManyField("articles.ArticlePage", blank=True, related_name="coverages")
    papers = ParentalManyToManyField("mocks.Paper", blank=True, related_name="coverages")

    parent_page_types: ClassVar[list[str]] = ["live.CoverageIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    content_panels: ClassVar[list[object]] = [
        TitledPage.title_panel,
        FieldPanel("form"),
        FieldPanel("state"),
        FieldPanel("summary"),
        FieldPanel("digest"),
        FieldPanel("opened"),
        FieldPanel("closed"),
        FieldPanel("compiled"),
        FieldPanel("topics"),
        FieldPanel("articles"),
        FieldPanel("papers"),
    ]

    class Meta:
        verbose_name = "coverage"
        verbose_name_plural = "coverage"

    def clean(self) -> None:
        super().clean()
        for name in ("opened", "closed"):
            try:
                if text := getattr(self, name):
                    PartialDate.parse(text)
            except NotADate as error:
                raise ValidationError({name: str(error)}) from error
        if self.state == self.State.CLOSED and not self.closed:
            raise ValidationError({"closed": "A closed coverage says on which day it closed."})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from tayari.live import queries

        context = super().get_context(request, *args, **kwargs)
        return {**context, "view": queries.coverage(self, now=request.now)}

    def newest_edition(self) -> "Edition | None":
        """Of a briefing: the one that is open while it goes on."""
        return Edition.objects.filter(coverage_key=self.translation_key).first()

    def takes(self, post: "Post", newest: "Edition | None") -> bool:
        """Whether `post` may still come out: what has closed, a coverage or an edition, takes corrections alone.

        `newest` is the newest edition.
        """
        is_past = post.edition_id is not None and newest is not None and newest.pk != post.edition_id
        return post.kind == post.Kind.CORRECTION or not (is_past or self.state == self.State.CLOSED)


class Edition(models.Model):
    """A dated edition of a briefing; it closes when its next opens."""

    coverage_key = models.UUIDField(db_index=True, help_text="The coverage's translation_key.")
    date = models.DateField()
    title = TextsField()

    class Meta:
        ordering = ("-date",)
        constraints = (models.UniqueConstraint(fields=("coverage_key", "date"), name="edition_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.date}"
