"""The question bank in Wagtail's admin: a list with keys, and a preview of each question with its reasons."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from tayari.bank.models import Question
from tayari.bank.views import preview


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Questions are written in packs and change by new versions; here they are looked at."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action in {"add", "change", "delete", "publish"}:
            return False
        return any(user.has_perm(self._get_permission_name(needed)) for needed in ("view", "change"))


def newest_key(question: Question) -> str:
    """The key of the newest version, from rows that are loaded already."""
    versions = sorted(question.versions.all(), key=lambda version: version.number)
    keys = sorted(versions[-1].keys.all(), key=lambda key: (key.at, key.pk)) if versions else []
    return ", ".join(keys[-1].key).upper() if keys else "—"


class QuestionViewSet(SnippetViewSet):
    """Every question with its kind, state, version and derived key."""

    model = Question
    icon = "help"
    menu_label = "Questions"
    menu_order = 160
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = [
        "ref",
        Column("kind", label="Kind"),
        Column("difficulty", label="Difficulty"),
        Column("state", label="State", accessor="get_state_display"),
        Column("key", label="Key", accessor=newest_key),
        TitleColumn(
            "preview",
            label="Preview",
            accessor=lambda question: f"Preview {question.ref}",
            get_url=lambda question: reverse("question_preview", args=[question.ref]),
        ),
    ]
    list_filter: ClassVar[list[str]] = ["kind", "state", "difficulty", "topics"]
    search_fields: ClassVar[list[str]] = ["ref"]
    search_backend_name = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        return Question.objects.prefetch_related("versions__keys").order_by("ref")


register_permission_policy(Question, ReadOnlyPolicy(Question))
register_snippet(QuestionViewSet)


@hooks.register("register_admin_urls")
def preview_address() -> list[URLPattern]:
    return [path("questions/<str:ref>/preview/", preview, name="question_preview")]
