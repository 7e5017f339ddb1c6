"""What the linter found in everything that is published, and what an editor said about a finding."""

from django.conf import settings
from django.db import models


class Dismissal(models.Model):
    """A finding that somebody looked at and let stand, with the reason.

    `finding` is the finding's id, which changes with its sentence and with the fact: then it is heard again.
    `holder_type` and `holder_ref` name what it stands in, as a binding does; of a file, its name.
    """

    finding = models.CharField(max_length=32, unique=True)
    holder_type = models.CharField(max_length=60, blank=True)
    holder_ref = models.CharField(max_length=200, blank=True)
    rule = models.CharField(max_length=60, blank=True)
    words = models.TextField(blank=True)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.rule} {self.words[:60]}".strip() or self.finding


class LintRun(models.Model):
    """One going-through of everything published. It is current once it has finished; counts are sentences."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True, db_index=True)
    documents = models.PositiveIntegerField(default=0)
    sentences = models.PositiveIntegerField(default=0)
    checkable = models.PositiveIntegerField(default=0)
    agree = models.PositiveIntegerField(default=0)
    contradict = models.PositiveIntegerField(default=0)
    unknown = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-started_at",)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class LintFinding(models.Model):
    """A finding of a run; `address` is where an editor changes what it stands in."""

    run = models.ForeignKey(LintRun, on_delete=models.CASCADE, related_name="findings")
    finding = models.CharField(max_length=32, db_index=True)
    holder_type = models.CharField(max_length=60)
    holder_ref = models.CharField(max_length=200)
    title = models.TextField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    level = models.CharField(max_length=8, db_index=True)
    rule = models.CharField(max_length=60, db_index=True)
    words = models.TextField()
    claim = models.TextField()
    fact = models.CharField(max_length=160, blank=True)
    source = models.TextField(blank=True)
    suggestion = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("holder_type", "holder_ref", "id")

    def __str__(self) -> str:
        return f"{self.rule} {self.words[:60]}"
