"""Everything about one subject in one place: which entities stand in it, never what is said of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from tayari.base.fields import TextsField


class Dossier(ClusterableModel):
    """A subject and the entities that belong to it. Its tables are drawn from their facts and positions."""

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        OPEN = "open", "open"

    ref = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=140, unique=True)
    subject = models.ForeignKey("facts.Entity", on_delete=models.PROTECT, related_name="dossiers")
    title = TextsField(blank=False)
    summary = TextsField(blank=False)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    topics = models.ManyToManyField("syllabus.Topic", blank=True, related_name="dossiers")

    class Meta:
        ordering = ("ref",)

    def __str__(self) -> str:
        return str(self.title.get("en", self.ref))


class DossierEntity(models.Model):
    """An entity in one of a dossier's lists, in order; an institution stands `under` the actor that it serves."""

    class List(models.TextChoices):
        EDITIONS = "editions", "editions: what meets or appears again and again"
        AGREEMENTS = "agreements", "agreements: what was agreed"
        COMMITMENTS = "commitments", "commitments: what was promised, whose course is followed"
        ACTORS = "actors", "actors: who takes part"
        INSTITUTIONS = "institutions", "institutions: through which an actor works"
        CONCEPTS = "concepts", "concepts: what has to be understood first"

    dossier = ParentalKey(Dossier, on_delete=models.CASCADE, related_name="members")
    list = models.CharField(max_length=12, choices=List)
    entity = models.ForeignKey("facts.Entity", on_delete=models.PROTECT, related_name="dossier_places")
    under = models.ForeignKey("facts.Entity", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveIntegerField(default=0, editable=False)

    sort_order_field: ClassVar[str] = "number"

    class Meta:
        ordering = ("dossier", "list", "number", "id")
        verbose_name = "entity of a dossier"
        verbose_name_plural = "entities of dossiers"
        constraints = (
            models.UniqueConstraint(
                fields=("dossier", "list", "entity"), condition=Q(under__isnull=True), name="dossier_entity_once"
            ),
            models.UniqueConstraint(
                fields=("dossier", "list", "entity", "under"), name="dossier_institution_once_under_an_actor"
            ),
            models.CheckConstraint(
                name="only_an_institution_stands_under_an_actor",
                condition=Q(list="institutions", under__isnull=False)
                | (~Q(list="institutions") & Q(under__isnull=True)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.list} {self.entity}"
