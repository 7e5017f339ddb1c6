"""A mock as an editor sets it."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from tayari.base.fields import TextsField
from tayari.delivery import press
from tayari.rules.timing import GRACE_MS


class PaperQuerySet(models.QuerySet["Paper"]):
    def out(self, now: datetime) -> "PaperQuerySet":
        """Papers that anyone may see and sit at `now`: open, and their day has come."""
        if press.pressing():
            ahead = Paper.objects.filter(published_at__gt=now, state=Paper.State.OPEN)
            press.until(ahead.aggregate(first=models.Min("published_at"))["first"])
        return self.filter(Q(published_at__isnull=True) | Q(published_at__lte=now), state=Paper.State.OPEN)


class Paper(models.Model):
    """What an editor sets; a printing freezes it. Durations are milliseconds, marks are fractions as text."""

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        OPEN = "open", "open"
        WITHDRAWN = "withdrawn", "withdrawn"

    class Navigation(models.TextChoices):
        FREE = "free", "free"
        SECTIONS = "sections", "section by section"
        FORWARD = "forward", "forward only"

    class Shuffle(models.TextChoices):
        NONE = "none", "nothing"
        QUESTIONS = "questions", "questions within their section"
        OPTIONS = "options", "options"
        BOTH = "both", "questions and options"

    class Release(models.TextChoices):
        SUBMITTED = "submitted", "as soon as the sitting is handed in"
        CLOSED = "closed", "when the window has closed"
        FINAL = "final", "when the key is final"

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
    leave_early = models.BooleanField(default=False, help_text="A section may be left before its time is over.")
    shuffle = models.CharField(max_length=10, choices=Shuffle, default=Shuffle.NONE)
    late_ms = models.PositiveIntegerField(
        default=GRACE_MS, help_text="How long after the end an answer made in time may still arrive."
    )
    qualifying = models.CharField(max_length=20, blank=True, help_text="The share of the marks to qualify, as 33/100.")
    opens_at = models.DateTimeField(null=True, blank=True, help_text="No sitting starts before.")
    closes_at = models.DateTimeField(
        null=True, blank=True, help_text="No sitting starts after; one that runs keeps its time."
    )
    shows_score = models.CharField(max_length=10, choices=Release, default=Release.SUBMITTED)
    shows_answers = models.CharField(max_length=10, choices=Release, default=Release.SUBMITTED)
    objections_until = models.DateTimeField(null=True, blank=True, help_text="Empty: objections may always be made.")
    objection_sources = models.PositiveSmallIntegerField(default=1, help_text="How many sources an objection brings.")
    sealed = models.BooleanField(default=False, help_text="Sent out encrypted ahead of the start.")
    attempts = models.PositiveIntegerField(null=True, blank=True, help_text="Empty: as many as you like.")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    topics = models.ManyToManyField("syllabus.Topic", blank=True, related_name="papers")
    questions = models.ManyToManyField("bank.Question", through="mocks.PaperQuestion", related_name="papers")

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ("-published_at", "ref")

    def __str__(self) -> str:
        return str(self.title.get("en", self.ref))

    def is_out(self, now: datetime) -> bool:
        """As `PaperQuerySet.out`, of one paper."""
        return self.state == self.State.OPEN and not self.is_ahead(now)

    def is_ahead(self, now: datetime) -> bool:
        """Its day has not come: until then nobody is told of it."""
        ahead = self.published_at is not None and self.published_at > now
        press.until(self.published_at if ahead else None)
        return ahead

    def awaits(self, now: datetime) -> bool:
        """Its window is not open yet."""
        ahead = self.opens_at is not None and now < self.opens_at
        press.until(self.opens_at if ahead else None)
        return ahead

    def is_over(self, now: datetime) -> bool:
        """Its window has closed: nobody starts any more."""
        over = self.closes_at is not None and now >= self.closes_at
        press.until(None if over else self.closes_at)
        return over

    @property
    def has_seal(self) -> bool:
        """Whether its questions may be sent out sealed: only where all of them open at once."""
        return self.sealed and self.navigation == self.Navigation.FREE


class PaperSection(models.Model):
    """A part of a paper with its own rules; what is empty is as the paper says. `choose`: so many answers count."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="sections")
    number = models.PositiveSmallIntegerField()
    name = TextsField(blank=False)
    ms = models.PositiveIntegerField(null=True, blank=True, help_text="The time of the whole section.")
    question_ms = models.PositiveIntegerField(null=True, blank=True)
    marking = models.JSONField(default=dict, blank=True)
    choose = models.PositiveIntegerField(null=True, blank=True)
    languages = models.JSONField(default=list, blank=True)
    qualifying = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ("paper", "number")
        constraints = (models.UniqueConstraint(fields=("paper", "number"), name="paper_section_number_once"),)

    def __str__(self) -> str:
        return str(self.name.get("en", self.number))


class PaperQuestion(models.Model):
    """A question's place in a paper, from 1; what is empty is as the section or the paper says.

    One that is not `counted` is printed and answered but earns nothing.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="places")
    question = models.ForeignKey("bank.Question", on_delete=models.PROTECT, related_name="places")
    number = models.PositiveIntegerField()
    section = models.ForeignKey(PaperSection, on_delete=models.PROTECT, null=True, blank=True, related_name="places")
    marking = models.JSONField(default=dict, blank=True)
    ms = models.PositiveIntegerField(null=True, blank=True)
    counted = models.BooleanField(default=True)

    class Meta:
        ordering = ("paper", "number")
        constraints = (
            models.UniqueConstraint(fields=("paper", "number"), name="paper_number_once"),
            models.UniqueConstraint(fields=("paper", "question"), name="paper_question_once"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} {self.number}"
