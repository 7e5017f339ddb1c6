"""What the scheduler remembers of its jobs."""

from django.db import models


class JobRun(models.Model):
    """The last run of a scheduled job: when, how long, and the error when it failed."""

    name = models.CharField(max_length=80, primary_key=True)
    started_at = models.DateTimeField()
    took_ms = models.PositiveIntegerField(default=0)
    failed = models.BooleanField(default=False)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
