"""What the site remembers of itself: the last run of each job, and when it was not there."""

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


class Downtime(models.Model):
    """A spell in which no server of this site answered, from the last sign of life to the next."""

    begin_at = models.DateTimeField()
    end_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("begin_at",)

    def __str__(self) -> str:
        return f"{self.begin_at:%Y-%m-%d %H:%M:%S} to {self.end_at:%H:%M:%S}"
