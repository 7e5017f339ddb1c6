"""A question's identity, its immutable versions and their keys."""

from django.conf import settings
from django.db import models


class Question(models.Model):
    """An identity; what it asks lives in its versions."""

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        LANGUAGE_CHECK = "language-check", "language check"
        FACT_CHECK = "fact-check", "fact check"
        READY = "ready", "ready"
        RETIRED = "retired", "retired"

    ref = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=30)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    topics = models.ManyToManyField("syllabus.Topic", blank=True, related_name="questions")
    difficulty = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ("ref",)

    def __str__(self) -> str:
        return self.ref

    @property
    def latest(self) -> "QuestionVersion | None":
        return self.versions.order_by("-number").first()


class QuestionVersion(models.Model):
    """What a question asked from one moment on; never changed. `content` follows tayari-question/1."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("question", "number")
        constraints = (models.UniqueConstraint(fields=("question", "number"), name="question_version_number_once"),)

    def __str__(self) -> str:
        return f"{self.question} v{self.number}"


class VersionKey(models.Model):
    """A key derived for a version as of a date, and from which revisions of which facts. Append-only."""

    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="keys")
    key = models.JSONField(help_text="Ids of the right options.")
    truths = models.JSONField(default=dict, help_text="Item id to whether it is true.")
    shown_by = models.JSONField(default=dict, help_text="Item id to the refs of the facts that show it.")
    as_of = models.DateField()
    derived_from = models.JSONField(default=dict, help_text="Fact ref to revision number.")
    at = models.DateTimeField()

    class Meta:
        ordering = ("version", "-at", "-id")
        get_latest_by = "at"

    def __str__(self) -> str:
        return f"{self.version} {self.key}"
