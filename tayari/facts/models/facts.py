"""The atom: subject, predicate, object, with validity, precision, status and sources."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from tayari.base.fields import TextsField

_TOLD = (
    *("ref", "status", "revision", "valid_from", "object_date", "object_amount", "object_unit", "object_text"),
    *("subject__ref", "subject__slug", "subject__name"),
    *("object_entity__ref", "object_entity__slug", "object_entity__name"),
    *(f"predicate__{name}" for name in ("label", "phrase", "object_kind", "temporal", "role", "denies")),
)


class FactQuerySet(models.QuerySet["Fact"]):
    def spoken(self) -> "FactQuerySet":
        """With everything that putting a fact in words needs."""
        return self.select_related("subject", "predicate", "object_entity").prefetch_related("sources")

    def told(self) -> "FactQuerySet":
        """As `spoken`, with nothing that only editors see: for pages, which tell hundreds."""
        return self.spoken().only(*_TOLD)

    def verified(self) -> "FactQuerySet":
        return self.filter(status=Fact.Status.VERIFIED)


class Fact(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):  # type: ignore[misc]
    """One fact as it stands now; its earlier wordings are `FactRevision` rows.

    Wagtail's revision is an editor's working draft; publishing it makes it what the fact says. `status` is ours:
    nothing reads `live`, and a fact that was never published stands as a draft whatever its working draft says.

    The object is one of: an entity, a date (ISO text with its precision), a quantity (amount and unit) or text by
    language; the predicate says which. `valid_from` and `valid_to` are ISO dates, both included, empty when open.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "draft"
        VERIFIED = "verified", "verified"
        DISPUTED = "disputed", "disputed"
        RETIRED = "retired", "retired"

    ref = models.CharField(max_length=160, unique=True)
    subject = models.ForeignKey("facts.Entity", on_delete=models.PROTECT, related_name="facts")
    predicate = models.ForeignKey("facts.Predicate", on_delete=models.PROTECT, related_name="facts")
    object_entity = models.ForeignKey(
        "facts.Entity", on_delete=models.PROTECT, null=True, blank=True, related_name="facts_about"
    )
    object_date = models.CharField(max_length=10, blank=True)
    object_amount = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    object_unit = models.CharField(max_length=60, blank=True)
    object_text = TextsField()
    valid_from = models.CharField(max_length=10, blank=True)
    valid_to = models.CharField(max_length=10, blank=True)
    precision = models.CharField(max_length=5, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT, db_index=True)
    sources = models.ManyToManyField("facts.Source", related_name="facts", blank=True)
    note = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    review_by = models.DateField(null=True, blank=True)
    superseded_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="supersedes"
    )

    # The sources of a working draft, as primary keys; None when the row's own are meant.
    chosen_sources: list[int] | None = None

    objects = FactQuerySet.as_manager()

    class Meta:
        ordering = ("ref",)
        indexes = (models.Index(fields=("subject", "predicate")),)
        constraints = (
            models.CheckConstraint(
                name="fact_has_an_object",
                condition=Q(object_entity__isnull=False)
                | ~Q(object_date="")
                | Q(object_amount__isnull=False)
                | ~Q(object_text={}),
            ),
        )

    def __str__(self) -> str:
        return self.ref

    def save(self, *args: Any, **kwargs: Any) -> None:
        wanted = self.status
        if not self.live:
            self.status = self.Status.DRAFT
        super().save(*args, **kwargs)
        self.status = wanted

    def serializable_data(self) -> dict[str, Any]:
        """For Wagtail's revision: with the sources that its form chose, which are no column of the row."""
        data: dict[str, Any] = super().serializable_data()
        chosen = self.chosen_sources
        data["sources"] = sorted(source.pk for source in self.sources.all()) if chosen is None else chosen
        return data

    def with_content_json(self, content: dict[str, Any]) -> "Fact":
        """A working draft as a fact; what only actions may change is kept as it stands."""
        made: Fact = super().with_content_json({name: value for name, value in content.items() if name != "sources"})
        made.chosen_sources = content.get("sources")
        for name in ("revision", "verified_by_id", "superseded_by_id"):
            setattr(made, name, getattr(self, name))
        return made


class FactRevision(models.Model):
    """What a fact said at one of its revisions."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="sayings")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("fact", "number")
        constraints = (models.UniqueConstraint(fields=("fact", "number"), name="fact_revision_number_once"),)

    def __str__(self) -> str:
        return f"{self.fact_id} r{self.number}"
