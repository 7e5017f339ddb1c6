"""What somebody said, believes or wants: attributed, and never a fact."""

from django.db import models
from django.db.models import Q

from tayari.base.fields import TextsField


class PositionQuerySet(models.QuerySet["Position"]):
    def spoken(self) -> "PositionQuerySet":
        """With everything that showing a position needs."""
        return self.select_related("about", "holder").prefetch_related("sources")

    def verified(self) -> "PositionQuerySet":
        return self.filter(status=Position.Status.VERIFIED)


class Position(models.Model):
    """A statement about an entity, attributed to whoever made it. It feeds no key, and nothing judges it as a fact.

    Whoever made it is an entity (`holder`) or is named in words (`attributed_to`). `verified` means that a source with
    the record of a look-up shows that it was said, not that it is so.
    """

    class Kind(models.TextChoices):
        POSITION = "position", "position: what its holder holds or asks for"
        INTEREST = "interest", "interest: what its holder wants from the subject"
        ANALYSIS = "analysis", "analysis: how somebody reads what happened"
        CHALLENGE = "challenge", "challenge: what somebody says stands in the way"
        OUTLOOK = "outlook", "outlook: what somebody expects"
        CONCEPT_NOTE = "concept-note", "concept note: how somebody explains the concept"

    class Status(models.TextChoices):
        DRAFT = "draft", "draft"
        VERIFIED = "verified", "verified"
        RETIRED = "retired", "retired"

    ref = models.CharField(max_length=160, unique=True)
    about = models.ForeignKey("facts.Entity", on_delete=models.PROTECT, related_name="positions_about")
    holder = models.ForeignKey(
        "facts.Entity", on_delete=models.PROTECT, null=True, blank=True, related_name="positions_held"
    )
    attributed_to = TextsField(
        help_text="Who says it, where that is no entity, or more closely: “the joint statement”."
    )
    kind = models.CharField(max_length=14, choices=Kind)
    text = TextsField(blank=False)
    stated_on = models.CharField(max_length=10, blank=True, help_text="2018-09-06, 2018-09 or 2018")
    sources = models.ManyToManyField("facts.Source", related_name="positions", blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT, db_index=True)
    order = models.PositiveIntegerField(default=0, help_text="Low ones stand first; the same number: by date.")

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ("order", "stated_on", "ref")
        constraints = (
            models.CheckConstraint(
                name="position_is_attributed",
                condition=Q(holder__isnull=False) | ~Q(attributed_to={}),
            ),
        )

    def __str__(self) -> str:
        return self.ref
