"""Changes that processes tell each other of, so that none serves a page that has become another."""

from django.db import models


class Change(models.Model):
    """Tables (names with spaces between them) whose rows a process has just changed."""

    tables = models.TextField()
    process = models.CharField(max_length=32)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.pk} {self.tables}"
