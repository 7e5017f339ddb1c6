"""Who and what is talked about."""

from django.db import models

from tayari.base.fields import TextsField


class Entity(models.Model):
    """A thing with a type, names in each language, aliases and acronyms (which another entity may share)."""

    class Type(models.TextChoices):
        MECHANISM = "mechanism", "mechanism"
        AGREEMENT = "agreement", "agreement"
        ORGANISATION = "organisation", "organisation"
        PERSON = "person", "person"
        OFFICE = "office", "office"
        PLACE = "place", "place"
        COUNTRY = "country", "country"
        EVENT = "event", "event"
        EXERCISE = "exercise", "exercise"
        SCHEME = "scheme", "scheme"
        CONCEPT = "concept", "concept"
        LAW = "law", "law"
        CASE = "case", "case"
        MISSION = "mission", "mission"
        REPORT = "report", "report"

    ref = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=140, unique=True)
    type = models.CharField(max_length=20, choices=Type)
    name = TextsField(blank=False)
    aliases = models.JSONField(default=dict, blank=True, help_text='Other names by language: {"en": ["2+2 dialogue"]}')
    acronyms = models.JSONField(default=list, blank=True)
    in_use = models.JSONField(
        default=dict,
        blank=True,
        help_text='From when to when a name was used, where not always: {"GSPA": {"from": "2002", "to": "2011-05"}}',
    )
    note = TextsField(help_text="One sentence that says what it is.")

    class Meta:
        ordering = ("ref",)
        verbose_name_plural = "entities"

    def __str__(self) -> str:
        return str(self.name.get("en", self.ref))
