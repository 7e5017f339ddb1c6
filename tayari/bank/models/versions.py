"""Immutable versions of a question and the keys derived for them; keys are only ever added."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q


class Unchangeable(TypeError):
    """A version or a key was to be written again; cut a new one."""


class _WrittenOnce(models.Model):
    """Rows that are made and then only read."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Unchangeable(f"{self} is written once; add another row")
        super().save(*args, **kwargs)


class QuestionVersion(_WrittenOnce):
    """What a question asked from one moment on; never changed. `content` follows tayari-question/1."""

    question = models.ForeignKey("bank.Question", on_delete=models.PROTECT, related_name="versions")
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


class VersionKey(_WrittenOnce):
    """A key derived for a version as of a date, and from which revisions of which facts. Append-only."""

    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="keys")
    key = models.JSONField(help_text="Ids of the right options.")
    truths = models.JSONField(default=dict, help_text="Item id to whether it is true.")
    shown_by = models.JSONField(default=dict, help_text="Item id to the refs of the facts that show it.")
    as_of = models.DateField()
    derived_from = models.JSONField(default=dict, help_text="Fact ref to revision number.")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("version", "-at", "-id")
        get_latest_by = "at"

    def __str__(self) -> str:
        return f"{self.version} {self.key}"


class KeyProposal(models.Model):
    """What a changed fact would make of a version's key; an editor confirms it or says why not.

    `key` is empty when the facts can no longer judge the question; `refusal` then says why and what to do.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", "open"
        CONFIRMED = "confirmed", "confirmed"
        DISMISSED = "dismissed", "dismissed"
        OVERTAKEN = "overtaken", "overtaken"

    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="proposals")
    key = models.JSONField(default=list)
    before = models.JSONField(default=list)
    truths = models.JSONField(default=dict)
    shown_by = models.JSONField(default=dict)
    derived_from = models.JSONField(default=dict)
    as_of = models.DateField()
    facts = models.JSONField(default=list, help_text="Refs of the facts whose change led to it.")
    refusal = models.TextField(blank=True)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("version",), condition=Q(outcome="open"), name="one_open_proposal_a_version"
            ),
            models.CheckConstraint(
                name="key_proposal_open_or_settled",
                condition=Q(outcome="open", settled_at__isnull=True)
                | (~Q(outcome="open") & Q(settled_at__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.version} {self.before} → {self.key}"
