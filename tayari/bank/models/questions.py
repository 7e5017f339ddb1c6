"""A question's identity, with the draft that editors work on and where it stands."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from tayari.bank import previewing


class Question(WorkflowMixin, DraftStateMixin, RevisionMixin, PreviewableMixin, models.Model):
    """An identity; what it asks lives in its versions.

    `content` is what was published last, or, before that, the working draft; Wagtail's newest revision holds the draft
    of an editor. `state` is the truth about where the question stands: nothing reads Wagtail's `live`. What is
    measured of its difficulty is the share of right answers, over so many, as of a moment.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        LANGUAGE_CHECK = "language-check", "language check"
        FACT_CHECK = "fact-check", "fact check"
        READY = "ready", "ready"
        RETIRED = "retired", "retired"

    class Provenance(models.TextChoices):
        OWN = "own", "own"
        DRAFTED = "drafted", "drafted from facts"
        IMPORTED = "imported", "imported"
        PAST_PAPER = "past-paper", "past paper, by reference"

    ref = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=30)
    content = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT, db_index=True)
    topics = models.ManyToManyField(
        "syllabus.Topic", through="bank.QuestionTopic", blank=True, related_name="questions"
    )
    exam = models.CharField(max_length=60, blank=True)
    pattern = models.CharField(max_length=60, blank=True)
    provenance = models.CharField(max_length=20, choices=Provenance, blank=True)
    languages = models.JSONField(default=list, blank=True, help_text="Those in which nothing is missing.")
    difficulty = models.CharField(max_length=10, blank=True)
    measured_right = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    measured_of = models.PositiveIntegerField(null=True, blank=True)
    measured_at = models.DateTimeField(null=True, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="question")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="question",
        for_concrete_model=False,
    )

    class Meta:
        ordering = ("ref",)
        constraints = (
            models.CheckConstraint(
                name="question_measured_whole_or_not",
                condition=Q(measured_right__isnull=True, measured_of__isnull=True, measured_at__isnull=True)
                | Q(measured_right__isnull=False, measured_of__isnull=False, measured_at__isnull=False),
            ),
        )

    PREVIEW_SIZES: ClassVar[list[dict[str, Any]]] = [
        {"name": "mobile", "icon": "mobile-alt", "device_width": 360, "label": "Phone, 360 px"},
        {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": "Tablet"},
        {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": "Desk"},
    ]

    def __str__(self) -> str:
        return self.ref

    @property
    def revisions(self) -> Any:
        return self._revisions

    @property
    def latest(self) -> Any:
        return self.versions.order_by("-number").first()

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return [("en", "English"), ("hi", "Hindi"), ("both", "Both languages")]

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        return self.PREVIEW_SIZES

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return previewing.serve(request, self.content, mode_name)


class QuestionTopic(models.Model):
    """A topic of a question, and who or what put it there."""

    class Origin(models.TextChoices):
        PACK = "pack", "a content pack"
        EDITOR = "editor", "an editor"
        DRAFT = "draft", "the draft from facts"
        IMPORT = "import", "an imported file"

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="assigned_topics")
    topic = models.ForeignKey("syllabus.Topic", on_delete=models.CASCADE, related_name="+")
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.PACK)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("question", "topic")
        constraints = (models.UniqueConstraint(fields=("question", "topic"), name="question_topic_once"),)

    def __str__(self) -> str:
        return f"{self.question_id} {self.topic_id}"
