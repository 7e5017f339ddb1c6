"""What can be said of an entity: data, not code."""

from django.db import models

from tayari.base.fields import TextsField
from tayari.rules.lint.base import ROLES


class Predicate(models.Model):
    """Types of its subject and object, whether it has one value at a time, and how it is put in words."""

    class ObjectKind(models.TextChoices):
        ENTITY = "entity", "entity"
        DATE = "date", "date"
        QUANTITY = "quantity", "quantity"
        TEXT = "text", "text"

    class Temporal(models.TextChoices):
        EVENT = "event", "happens once"
        INTERVAL = "interval", "holds from … to …"

    ref = models.CharField(max_length=80, primary_key=True)
    label = TextsField(blank=False)
    subject_types = models.JSONField(default=list, blank=True, help_text='Entity types; ["any"] for all.')
    object_kind = models.CharField(max_length=10, choices=ObjectKind)
    object_types = models.JSONField(default=list, blank=True)
    functional = models.BooleanField(default=False, help_text="One value at a time.")
    temporal = models.CharField(max_length=10, choices=Temporal, default=Temporal.INTERVAL)
    phrase = TextsField(help_text="A sentence with {subject} and {object}.")
    role = models.CharField(
        max_length=20,
        blank=True,
        choices=[(role, f"{role}: {meaning}") for role, meaning in ROLES.items()],
        help_text="What the linter and the search for contradictions may conclude from it.",
    )
    inverse = models.CharField(max_length=80, blank=True, help_text="The predicate that says it from the other side.")
    denies = models.CharField(max_length=80, blank=True, help_text="The predicate whose contrary this one states.")
    office = models.CharField(max_length=120, blank=True, help_text="The office that a participant took part with.")
    cues = models.JSONField(
        default=dict, blank=True, help_text='Words of prose that say it, by language: {"en": ["signed", "inked"]}'
    )

    class Meta:
        ordering = ("ref",)

    def __str__(self) -> str:
        return self.ref
