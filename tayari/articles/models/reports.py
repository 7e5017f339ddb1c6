"""Mistakes that readers report. Nothing about the reader is kept."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel


class Report(models.Model):
    """What a reader believes is wrong in an article, for editors to look at."""

    class State(models.TextChoices):
        NEW = "new", "new"
        CORRECTED = "corrected", "corrected"
        DECLINED = "declined", "looked at, stands as it is"

    page = models.ForeignKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="reports")
    at = models.DateTimeField()
    place = models.TextField(blank=True, help_text="The sentence that is wrong.")
    text = models.TextField(help_text="What is wrong, and what is right.")
    source = models.TextField(blank=True, help_text="Where it is written.")
    state = models.CharField(max_length=10, choices=State, default=State.NEW, db_index=True)
    note = models.TextField(blank=True, help_text="For editors: what was decided, and why.")

    panels: ClassVar[list[object]] = [
        FieldPanel("page", read_only=True),
        FieldPanel("place", read_only=True),
        FieldPanel("text", read_only=True),
        FieldPanel("source", read_only=True),
        FieldPanel("state"),
        FieldPanel("note"),
    ]

    class Meta:
        ordering = ("-at",)
        verbose_name = "reported mistake"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.text[:60]}"
