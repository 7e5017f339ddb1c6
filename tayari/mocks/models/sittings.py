"""One person's attempt at a printing: an append-only list of events and what follows from it."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from tayari.accounts.models import Person
from tayari.base.ids import new_id


class SittingQuerySet(models.QuerySet["Sitting"]):
    def of(self, person: Person) -> "SittingQuerySet":
        return self.filter(person=person)

    def running(self) -> "SittingQuerySet":
        return self.filter(closed_at__isnull=True)

    def finished(self) -> "SittingQuerySet":
        """Closed timed sittings: those that have a score to be compared."""
        return self.filter(mode=Sitting.Mode.TIMED, closed_at__isnull=False)

    def firsts(self) -> "SittingQuerySet":
        """Those before which the person had no timed sitting of the printing: a second time one knows the questions."""
        earlier = Sitting.objects.filter(
            Q(opened_at__lt=OuterRef("opened_at")) | Q(opened_at=OuterRef("opened_at"), pk__lt=OuterRef("pk")),
            printing=OuterRef("printing"),
            person=OuterRef("person"),
            mode=Sitting.Mode.TIMED,
        )
        return self.exclude(Exists(earlier))


class Sitting(models.Model):
    """`responses` is the projection of its events (`rules.sittings.State` as JSON), written in the same transaction.
    `contacts` holds when each client was last heard, in ms of the wall's time since the start.

    `numbers` are the printing's questions in it: empty means all; a practice of what was missed names some. A practice
    has no clock. `deadline_at` is when it ends by its clocks, empty when there is none; `due_at` is when it is closed,
    which leaves time for late deliveries. Both are as of the last message: the clocks themselves are the law.
    """

    class Mode(models.TextChoices):
        TIMED = "timed", "timed"
        PRACTICE = "practice", "practice"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    printing = models.ForeignKey("mocks.Printing", on_delete=models.PROTECT, related_name="sittings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sittings")
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.TIMED)
    numbers = models.JSONField(default=list, blank=True)
    after = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="practices")
    language = models.CharField(max_length=8)
    share = models.CharField(max_length=200, blank=True, help_text="Compensatory time: 1/3, by sections 1/3 2:1/2.")
    shuffled = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    deadline_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    last_contact_at = models.DateTimeField()
    contacts = models.JSONField(default=dict, blank=True)
    last_seq = models.PositiveIntegerField(default=0)
    responses = models.JSONField(default=dict, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=10, blank=True, help_text="candidate, clock or sweep")
    score = models.BigIntegerField(
        null=True, blank=True, help_text="As it was closed: over the denominator of the printing, or of the rescore."
    )
    scored_under = models.ForeignKey(
        "mocks.Rescore",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The rescore that was current when it closed.",
    )

    objects = SittingQuerySet.as_manager()

    class Meta:
        ordering = ("-opened_at",)
        indexes = (
            models.Index(fields=("person", "-opened_at")),
            models.Index(fields=("due_at",), condition=Q(closed_at__isnull=True), name="sitting_due"),
            models.Index(fields=("printing", "opened_at"), condition=Q(closed_at__isnull=True), name="sitting_running"),
            # What a rescore and the statistics go through, without reading the long responses in each row.
            models.Index(fields=("printing", "mode", "closed_at"), name="sitting_closed_of_printing"),
        )
        constraints = (
            models.CheckConstraint(
                name="sitting_closed_at_and_by_together",
                condition=Q(closed_at__isnull=True, closed_by="") | (Q(closed_at__isnull=False) & ~Q(closed_by="")),
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class SittingEvent(models.Model):
    """One thing that happened in a sitting; never edited. Its `data` may say:

    `options` or `text` (an answer), `confidence`, `late` (saved after the time was over), `lag` (network delay in ms
    that was not charged), `evidence` with `reason` (on record only: it changes nothing), `by` (who closed),
    `ms` and `section` (extended).
    """

    class Kind(models.TextChoices):
        STARTED = "started", "started"
        VISITED = "visited", "visited"
        ANSWERED = "answered", "answered"
        CLEARED = "cleared", "cleared"
        FLAGGED = "flagged", "flagged"
        UNFLAGGED = "unflagged", "unflagged"
        LEFT = "left", "section left"
        EXTENDED = "extended", "extended"
        CLOSED = "closed", "closed"

    # Both unique constraints begin with it: an index of its own would only be one more to write with each answer.
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="events", db_index=False)
    seq = models.PositiveIntegerField()
    client = models.CharField(max_length=40)
    client_seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    question = models.PositiveIntegerField(null=True, blank=True, help_text="Number in the printing.")
    data = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("sitting", "seq")
        constraints = (
            models.UniqueConstraint(fields=("sitting", "seq"), name="sitting_seq_once"),
            models.UniqueConstraint(fields=("sitting", "client", "client_seq"), name="sitting_client_seq_once"),
        )

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.seq} {self.kind}"


class Extension(models.Model):
    """So much more (or less) time for every sitting of a printing that runs then; of a section, or of the paper.

    More time for one sitting is an event of that sitting.
    """

    printing = models.ForeignKey("mocks.Printing", on_delete=models.PROTECT, related_name="extensions")
    at = models.DateTimeField()
    ms = models.IntegerField()
    section = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("printing", "at", "id")

    def __str__(self) -> str:
        return f"{self.printing_id} {self.ms} ms"

    @property
    def minutes(self) -> str:
        return f"{self.ms / 60_000:+g}"
