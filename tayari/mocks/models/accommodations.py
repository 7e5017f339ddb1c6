"""Compensatory time that a person is entitled to."""

from django.conf import settings
from django.db import models


class Accommodation(models.Model):
    """Every clock is `share` longer for the person: in one paper, or in all where `paper` is empty. Where `section` is
    given, those of that section of the paper.

    The newest row that fits holds, one of a section before one of the paper before one of all. It is set into a sitting
    when that starts; an empty share takes away what a row of the same reach gave. Append-only: a change is a new row.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="accommodations")
    paper = models.ForeignKey(
        "mocks.Paper", on_delete=models.CASCADE, null=True, blank=True, related_name="accommodations"
    )
    section = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Its number in the paper.")
    share = models.CharField(max_length=20, blank=True, help_text="As 1/3: 20 minutes an hour. Empty: none any more.")
    reason = models.CharField(max_length=200, help_text="What it rests on; only editors see it.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("person", "-at"), name="accommodation_of_person"),)

    def __str__(self) -> str:
        return f"{self.person} {self.share or 'none'}"
