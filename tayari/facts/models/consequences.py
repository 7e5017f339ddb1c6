"""What a change of a fact means for a place that rests on it, and how that was settled."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tayari.base.fields import TextsField


class Consequence(models.Model):
    """A holder that rests on a fact which changed: one row, with all the places in it.

    `words` says what followed there, as the holder's own room saw it. `correction` is what readers are told, by
    language; empty when they read nothing wrong.
    """

    class Cause(models.TextChoices):
        CHANGED = "changed", "it says something else"
        CLOSED = "closed", "it stopped being so"
        DISPUTED = "disputed", "it is disputed"
        RETIRED = "retired", "it was retired"
        UNVERIFIED = "unverified", "it is no longer verified"
        EVIDENCE = "evidence", "its sources no longer let it feed a key"
        NEW = "new", "a new fact answers what the place asks"

    class Status(models.TextChoices):
        OPEN = "open", "open"
        APPLIED = "applied", "applied"
        UNNEEDED = "unneeded", "no change needed"

    fact = models.ForeignKey("facts.Fact", on_delete=models.CASCADE, related_name="consequences")
    cause = models.CharField(max_length=10, choices=Cause)
    revision_before = models.PositiveIntegerField(default=0, help_text="0 for a fact that is new.")
    revision_now = models.PositiveIntegerField()
    holder_type = models.CharField(max_length=60)
    holder_ref = models.CharField(max_length=160)
    places = models.JSONField(default=list, help_text="place, words and language of each binding.")
    words = models.TextField(blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN, db_index=True)
    correction = TextsField()
    opened_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-opened_at", "holder_type", "holder_ref")
        indexes = (models.Index(fields=("holder_type", "holder_ref")),)
        constraints = (
            models.UniqueConstraint(
                fields=("fact", "holder_type", "holder_ref"),
                condition=Q(status="open"),
                name="one_open_consequence_a_holder",
            ),
            models.CheckConstraint(
                name="consequence_settled_or_open",
                condition=Q(status="open", settled_at=None) | ~Q(status="open") & ~Q(settled_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.holder_type}:{self.holder_ref} {self.fact_id} {self.status}"
