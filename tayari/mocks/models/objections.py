"""Challenges to a key with their evidence, and what editors decided about the key."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tayari.base.fields import TextsField


class Objection(models.Model):
    """One person's challenge to the key of one question. `sources` are publisher, title and url of each.

    Withdrawn ones stay, and make room for another.
    """

    class Claim(models.TextChoices):
        KEY = "key", "another option is right"
        SEVERAL = "several", "more than one option is right"
        NONE = "none", "no option is right"
        WORDS = "words", "the words mislead"
        TRANSLATION = "translation", "the languages disagree"

    question = models.ForeignKey("mocks.PrintingQuestion", on_delete=models.PROTECT, related_name="objections")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="objections")
    claim = models.CharField(max_length=12, choices=Claim)
    suggested = models.JSONField(default=list, blank=True, help_text="Ids of the options that are right instead.")
    words = models.TextField()
    sources = models.JSONField(default=list)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("question", "at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("question", "person"),
                condition=Q(withdrawn_at=None),
                name="one_objection_a_person_and_question",
            ),
        )

    def __str__(self) -> str:
        return f"{self.question} {self.claim}"


class Rekeying(models.Model):
    """A decision about the key of a question: proposed by a changed fact, or decided on objections.

    One that changes something waits, decided, for the rescore that applies it. `reason` is public.
    """

    class Origin(models.TextChoices):
        OBJECTIONS = "objections", "objections"
        FACT = "fact", "a changed fact"
        EDITOR = "editor", "an editor"
        UNDO = "undo", "an undone rescore"

    class Policy(models.TextChoices):
        NONE = "none", "the key stays"
        CORRECTED = "corrected", "another key"
        SECOND = "second", "any of several keys"
        ALL = "all", "marks to all"
        ATTEMPTERS = "attempters", "marks to all who answered"
        DROP = "drop", "dropped: the rest is rescaled to the full marks"
        DERIVED = "derived", "the key that the facts give"

    class State(models.TextChoices):
        PROPOSED = "proposed", "proposed"
        DECIDED = "decided", "decided, waits for a rescore"
        APPLIED = "applied", "in force"
        DISMISSED = "dismissed", "dismissed"

    OPEN = (State.PROPOSED, State.DECIDED)

    question = models.ForeignKey("mocks.PrintingQuestion", on_delete=models.PROTECT, related_name="rekeyings")
    origin = models.CharField(max_length=10, choices=Origin)
    policy = models.CharField(max_length=10, choices=Policy)
    key = models.JSONField(default=list)
    also = models.JSONField(default=list, blank=True, help_text="Further keys of which any is right.")
    reason = TextsField()
    cause = models.TextField(blank=True, help_text="What led to it, for editors.")
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    run = models.ForeignKey("mocks.Rescore", on_delete=models.SET_NULL, null=True, blank=True, related_name="rekeyings")

    class Meta:
        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("question",),
                condition=Q(state__in=("proposed", "decided")),
                name="one_open_rekeying_a_question",
            ),
            models.CheckConstraint(
                name="rekeying_proposed_or_settled",
                condition=Q(state="proposed", settled_at=None) | ~Q(state="proposed") & ~Q(settled_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.question} {self.policy}"
