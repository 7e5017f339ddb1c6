"""Facts that cannot all be so, and what was decided about them."""

from django.conf import settings
from django.db import models


class Contradiction(models.Model):
    """One finding of the rules. `key` stays the same while its rule and its facts do; `revisions` are those of its
    facts when it was last looked at: a dismissal holds until one of them changes."""

    class Level(models.TextChoices):
        ERROR = "error", "error"
        WARNING = "warning", "warning"
        ADVICE = "advice", "advice"

    class Status(models.TextChoices):
        OPEN = "open", "open"
        RESOLVED = "resolved", "resolved"
        DISMISSED = "dismissed", "dismissed"

    key = models.CharField(max_length=20, unique=True)
    rule = models.CharField(max_length=8)
    facts = models.ManyToManyField("facts.Fact", related_name="contradictions")
    revisions = models.JSONField(default=dict, help_text="Fact ref to revision number.")
    message = models.TextField()
    proposal = models.TextField()
    ways = models.JSONField(default=list, help_text="What one click can do: kind, fact, other, day.")
    level = models.CharField(max_length=8, choices=Level, default=Level.ERROR)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN, db_index=True)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-found_at", "rule", "key")
        constraints = (
            models.CheckConstraint(
                name="contradiction_settled_or_open",
                condition=models.Q(status="open", settled_at=None)
                | ~models.Q(status="open") & ~models.Q(settled_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule} {self.message[:80]}"
