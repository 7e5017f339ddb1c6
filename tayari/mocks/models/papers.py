"""A mock as an editor sets it."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from tayari.base.fields import TextsField


class PaperQuerySet(models.QuerySet["Paper"]):
    def out(self, now: datetime) -> "PaperQuerySet":
        """Papers that anyone may see and sit at `now`: open, and their day has come."""
        return self.filter(Q(published_at__isnull=True) | Q(published_at__lte=now), state=Paper.State.OPEN)


class Paper(models.Model):
    """What an editor sets; a printing freezes it. Durations are milliseconds, marks are fractions as text."""

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        OPEN = "open", "open"
        WITHDRAWN = "withdrawn", "withdrawn"

    class Navigation(models.TextChoices):
        FREE = "free", "free"
        FORWARD = "forward", "forward only"

    ref = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=140, unique=True)
    subject = TextsField(blank=False)
    title = TextsField(blank=False)
    short = TextsField(blank=False, help_text='Used in link texts: "Start: India–US 2+2".')
    summary = TextsField()
    blueprint = models.ForeignKey(
        "syllabus.Blueprint", on_delete=models.PROTECT, null=True, blank=True, related_name="papers"
    )
    languages = models.JSONField(default=list)
    paper_ms = models.PositiveIntegerField(null=True, blank=True)
    question_ms = models.PositiveIntegerField(null=True, blank=True)
    navigation = models.CharField(max_length=10, choices=Navigation, default=Navigation.FREE)
    marking = models.JSONField(help_text='Exact fractions: {"right": "2", "wrong": "-2/3", "blank": "0"}')
    attempts = models.PositiveIntegerField(null=True, blank=True, help_text="Empty: as many as you like.")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    topics = models.ManyToManyField("syllabus.Topic", blank=True, related_name="papers")
    questions = models.ManyToManyField("bank.Question", through="mocks.PaperQuestion", related_name="papers")

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ("-published_at", "ref")
        constraints = (
            models.CheckConstraint(
                name="paper_has_a_clock",
                condition=models.Q(paper_ms__isnull=False) | models.Q(question_ms__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return str(self.title.get("en", self.ref))

    def is_out(self, now: datetime) -> bool:
        """As `PaperQuerySet.out`, of one paper."""
        return self.state == self.State.OPEN and not self.is_ahead(now)

    def is_ahead(self, now: datetime) -> bool:
        """Its day has not come: until then nobody is told of it."""
        return self.published_at is not None and self.published_at > now


class PaperQuestion(models.Model):
    """A question's place in a paper, from 1."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="places")
    question = models.ForeignKey("bank.Question", on_delete=models.PROTECT, related_name="places")
    number = models.PositiveIntegerField()

    class Meta:
        ordering = ("paper", "number")
        constraints = (
            models.UniqueConstraint(fields=("paper", "number"), name="paper_number_once"),
            models.UniqueConstraint(fields=("paper", "question"), name="paper_question_once"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} {self.number}"
