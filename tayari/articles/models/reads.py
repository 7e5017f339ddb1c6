"""How often a page was read, without a cookie and without a person."""

from django.db import models


class ReadCount(models.Model):
    """Reads of one page (a translation_key and a language) on one day."""

    translation_key = models.UUIDField(db_index=True)
    language = models.CharField(max_length=8)
    day = models.DateField()
    reads = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("translation_key", "language", "day"), name="read_count_once_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.translation_key} {self.language} {self.day}: {self.reads}"
