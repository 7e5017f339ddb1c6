"""Who and what is talked about."""

from typing import Any

from django.db import models
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from tayari.base.fields import TextsField
from tayari.plain import folding


class Entity(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):  # type: ignore[misc]
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
    findable = models.TextField(blank=True, editable=False, help_text="All its names, folded, for choosers.")

    class Meta:
        ordering = ("ref",)
        verbose_name_plural = "entities"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.findable = " ".join(folding.words(" ".join(self.all_names())))
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "findable"}
        super().save(*args, **kwargs)

    def all_names(self) -> list[str]:
        """Its names, aliases and acronyms in every language, and its ref."""
        aliases = [alias for given in self.aliases.values() for alias in given]
        return [*self.name.values(), *aliases, *self.acronyms, self.ref]

    def __str__(self) -> str:
        return str(self.name.get("en", self.ref))
