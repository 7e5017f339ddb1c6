"""The recomputation of a printing's scores under other keys, and the distribution that percentiles rest on."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tayari.base.fields import TextsField


class Rescore(models.Model):
    """One run over every closed timed sitting of a printing. It writes its rows while nobody reads them: the dry run.

    The newest applied run of a printing is current, and nothing else is; so one row makes it so. Scores are whole
    numbers over `over`, those before over `was_over`. `reason` is public.
    """

    class State(models.TextChoices):
        DRAFTING = "drafting", "being computed"
        READY = "ready", "computed, not applied"
        APPLIED = "applied", "applied"
        DISCARDED = "discarded", "discarded"

    OPEN = (State.DRAFTING, State.READY)

    printing = models.ForeignKey("mocks.Printing", on_delete=models.PROTECT, related_name="rescores")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFTING)
    based_on = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    over = models.PositiveBigIntegerField()
    was_over = models.PositiveBigIntegerField()
    total = models.PositiveIntegerField(default=0, help_text="Sittings to compute.")
    done = models.PositiveIntegerField(default=0)
    summary = models.JSONField(default=dict, blank=True)
    reason = TextsField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("printing", "-number")
        constraints = (
            models.UniqueConstraint(fields=("printing", "number"), name="rescore_number_once"),
            models.UniqueConstraint(
                fields=("printing",), condition=Q(state__in=("drafting", "ready")), name="one_open_rescore_a_printing"
            ),
            models.CheckConstraint(
                name="rescore_applied_has_its_time",
                condition=Q(state="applied", applied_at__isnull=False) | ~Q(state="applied") & Q(applied_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.printing}, rescore {self.number}"


class RescoredSitting(models.Model):
    """A sitting's score in one run, over the run's `over`, and the score before it, over `was_over`."""

    run = models.ForeignKey(Rescore, on_delete=models.CASCADE, related_name="rows")
    sitting = models.ForeignKey("mocks.Sitting", on_delete=models.CASCADE, related_name="rescored")
    n = models.BigIntegerField()
    was = models.BigIntegerField()

    class Meta:
        ordering = ("run", "id")
        constraints = (models.UniqueConstraint(fields=("run", "sitting"), name="rescored_once_a_run"),)

    def __str__(self) -> str:
        return f"{self.run_id} {self.sitting_id} {self.was} → {self.n}"


class Cohort(models.Model):
    """How the first timed sittings of a printing came out, as of a moment: what a single one is set against.

    `scores` are pairs of a score over `over` and how many had it. `questions` has, by number, how many sittings were
    looked at, how many were right, and the median of the time spent.
    """

    printing = models.OneToOneField("mocks.Printing", on_delete=models.CASCADE, related_name="cohort")
    at = models.DateTimeField()
    run = models.ForeignKey(Rescore, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    n = models.PositiveIntegerField()
    over = models.PositiveBigIntegerField()
    scores = models.JSONField(default=list)
    questions = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.printing}, {self.n} candidates"
