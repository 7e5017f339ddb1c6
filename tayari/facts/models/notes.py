"""What editors say to each other about a fact, an entity or whatever rests on facts."""

from django.conf import settings
from django.db import models


class Note(models.Model):
    """One entry of a thread. Holders are named as in a binding; nothing is erased."""

    holder_type = models.CharField(max_length=60)
    holder_ref = models.CharField(max_length=160)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("at", "id")
        indexes = (models.Index(fields=("holder_type", "holder_ref")),)

    def __str__(self) -> str:
        return f"{self.holder_type}:{self.holder_ref} {self.text[:60]}"
