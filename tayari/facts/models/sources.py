"""Where a fact is written, under the law of evidence."""

from django.db import models
from django.db.models import Q


class Source(models.Model):
    """A publication. It has an address only with the record of a look-up: when, and what was read there."""

    ref = models.CharField(max_length=120, unique=True)
    publisher = models.CharField(max_length=200)
    title = models.CharField(max_length=500)
    date = models.CharField(max_length=10, blank=True, help_text="2018-09-06, 2018-09 or 2018")
    language = models.CharField(max_length=8, default="en")
    official = models.BooleanField(default=False, help_text="The body itself speaking.")
    url = models.URLField(max_length=1000, blank=True)
    looked_up = models.DateField(null=True, blank=True)
    excerpt = models.TextField(blank=True, help_text="A short quotation that carries the fact.")

    class Meta:
        ordering = ("ref",)
        constraints = (
            models.CheckConstraint(
                name="source_address_only_with_look_up",
                condition=Q(url="") | (Q(looked_up__isnull=False) & ~Q(excerpt="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title}"

    @property
    def has_record(self) -> bool:
        return bool(self.url and self.looked_up and self.excerpt)
