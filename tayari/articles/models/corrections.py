"""Dated corrections of a page, kept for ever."""

from django.db import models
from modelcluster.fields import ParentalKey

from tayari.base import clock


class Correction(models.Model):
    """What was wrong and what is right, with the day of the change."""

    page = ParentalKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="corrections")
    at = models.DateTimeField(default=clock.now)
    text = models.TextField()

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.text[:60]}"
