"""Files of questions that were brought: the original, what was found in it, and what became of each."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ImportBatch(models.Model):
    """One file and where it stands. `settled_at` is when it was last kept or undone."""

    class State(models.TextChoices):
        REVIEW = "review", "to review"
        KEEPING = "keeping", "being kept"
        KEPT = "kept", "kept"
        UNDONE = "undone", "undone"

    file_name = models.CharField(max_length=200)
    format = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    size = models.PositiveIntegerField()
    languages = models.JSONField(default=list, help_text="Those that its questions have.")
    found = models.PositiveIntegerField()
    findings = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.REVIEW)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-at", "-id")
        verbose_name_plural = "import batches"
        constraints = (
            models.UniqueConstraint(
                fields=("digest", "format"), condition=~Q(state="undone"), name="one_standing_batch_a_file"
            ),
        )

    def __str__(self) -> str:
        return self.file_name


class ImportedFile(models.Model):
    """The file as it came, in a row of its own so that lists do not carry it."""

    batch = models.OneToOneField(ImportBatch, on_delete=models.CASCADE, related_name="original")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"the original of {self.batch_id}"


class ImportedPicture(models.Model):
    """A picture of the file, which its questions name. `made` was kept of it for them, as long as it is there."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="pictures")
    name = models.CharField(max_length=200)
    alternative = models.TextField(blank=True)
    data = models.BinaryField()
    ref = models.CharField(max_length=120, blank=True)
    made = models.ForeignKey("media.Picture", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("batch", "id")

    def __str__(self) -> str:
        return self.name


class ImportedQuestion(models.Model):
    """A question of the file. `content` is what is kept, empty where the file's could not be read.

    `double_of` asks the same, in `alike` of 100; `question` is what was made of it, as long as that is there.
    """

    class Fate(models.TextChoices):
        NEW = "new", "new"
        DUPLICATE = "duplicate", "in the bank already"
        LEFT_OUT = "left-out", "left out"
        UNREADABLE = "unreadable", "cannot be brought in"

    class Confidence(models.TextChoices):
        SURE = "sure", "sure"
        LIKELY = "likely", "likely"
        DOUBTFUL = "doubtful", "doubtful"

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveIntegerField()
    where = models.CharField(max_length=200)
    number = models.CharField(max_length=40, blank=True)
    source = models.TextField(blank=True)
    confidence = models.CharField(max_length=10, choices=Confidence, default=Confidence.SURE)
    findings = models.JSONField(default=list)
    content = models.JSONField(null=True, blank=True)
    identity = models.CharField(max_length=64, blank=True, db_index=True)
    needs_look = models.BooleanField(default=False)
    fate = models.CharField(max_length=10, choices=Fate, default=Fate.NEW)
    double_of = models.ForeignKey("bank.Question", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    alike = models.PositiveSmallIntegerField(null=True, blank=True)
    question = models.ForeignKey(
        "bank.Question", on_delete=models.SET_NULL, null=True, blank=True, related_name="imports"
    )

    class Meta:
        ordering = ("batch", "position")
        constraints = (
            models.UniqueConstraint(fields=("batch", "position"), name="imported_position_once"),
            models.UniqueConstraint(
                fields=("identity",), condition=Q(question__isnull=False), name="one_question_a_content"
            ),
        )

    def __str__(self) -> str:
        return f"{self.batch_id} {self.position}"
