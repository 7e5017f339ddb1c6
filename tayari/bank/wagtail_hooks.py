"""The question bank in Wagtail's admin: its list, its form, its own pages."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets import Button
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from tayari.bank.bulk_actions import EditQuestions, ExportQuestions
from tayari.bank.editing import QuestionCreate, QuestionDelete, QuestionEdit, QuestionIndex, QuestionPreview
from tayari.bank.forms import QuestionForm
from tayari.bank.models import KeyProposal, Question
from tayari.bank.panels import ChecksPanel
from tayari.bank.queries.history import letters


class QuestionPolicy(ModelPermissionPolicy):
    """What was published once is retired and not deleted: printings and sittings hold its versions."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action == "delete" and instance.pk and instance.versions.exists():
            return False
        return bool(super().user_has_permission_for_instance(user, action, instance))


def newest_key(question: Question) -> str:
    """The key of the newest version, from rows that are loaded already."""
    versions = sorted(question.versions.all(), key=lambda version: version.number)
    keys = sorted(versions[-1].keys.all(), key=lambda key: (key.at, key.pk)) if versions else []
    return letters(keys[-1].key) if keys else "—"


def standing(question: Question) -> str:
    """Its state, whether a draft waits, and whether a changed fact asks for another key."""
    said = [question.get_state_display()]
    if question.has_unpublished_changes and question.versions.all():
        said.append("with a draft")
    if getattr(question, "flips", False):
        said.append("key to be confirmed")
    return ", ".join(said)


class QuestionViewSet(SnippetViewSet):
    """Every question with its kind, state, languages and derived key."""

    model = Question
    icon = "help"
    menu_label = "Questions"
    menu_order = 160
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = QuestionIndex
    add_view_class = QuestionCreate
    edit_view_class = QuestionEdit
    delete_view_class = QuestionDelete
    preview_on_edit_view_class = QuestionPreview
    index_template_name = "bank/admin/list.html"
    list_display: ClassVar[list[Any]] = [
        "ref",
        Column("kind", label="Kind", sort_key="kind"),
        Column("difficulty", label="Difficulty"),
        Column("state", label="State", accessor=standing, sort_key="state"),
        Column("languages", label="Whole in", accessor=lambda question: ", ".join(question.languages) or "—"),
        Column("key", label="Key", accessor=newest_key),
        TitleColumn(
            "preview",
            label="Preview",
            accessor=lambda question: f"Preview {question.ref}",
            get_url=lambda question: reverse("question_preview", args=[question.ref]),
        ),
    ]
    list_filter: ClassVar[list[str]] = ["kind", "state", "difficulty", "provenance", "exam", "pattern", "topics"]
    search_fields: ClassVar[list[str]] = ["ref", "content"]
    search_backend_name = None
    edit_handler = ObjectList(
        [FieldPanel("content"), ChecksPanel(heading="What follows")], base_form_class=QuestionForm
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        flips = KeyProposal.objects.filter(version__question=OuterRef("pk"), outcome=KeyProposal.Outcome.OPEN)
        rows = Question.objects.annotate(flips=Exists(flips)).prefetch_related("versions__keys")
        return rows.order_by("ref")


register_permission_policy(Question, QuestionPolicy(Question))
register_snippet(QuestionViewSet)
hooks.register("register_bulk_action", EditQuestions)
hooks.register("register_bulk_action", ExportQuestions)


@hooks.register("register_snippet_listing_buttons")
def buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Question) and user.has_perm("bank.change_question"):
        yield Button("Versions and keys", reverse("question_versions", args=[snippet.ref]), priority=30)
        yield Button("As YAML", reverse("question_raw", args=[snippet.ref]), priority=40)


@hooks.register("register_admin_urls")
def addresses() -> list[URLResolver]:
    return [path("questions/", include("tayari.bank.urls"))]
