"""Reported mistakes in Wagtail's admin, and the address at which its editor has a draft linted."""

from typing import ClassVar

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from tayari.articles import drafts
from tayari.articles.models import Report


class ReportViewSet(SnippetViewSet):
    """Editors read reports and say what was decided; only readers write them."""

    model = Report
    icon = "warning"
    menu_label = "Reported mistakes"
    menu_order = 310
    add_to_admin_menu = True
    list_display: ClassVar[list[str]] = ["text", "page", "at", "state"]
    list_filter: ClassVar[list[str]] = ["state"]
    ordering: ClassVar[list[str]] = ["-at"]
    copy_view_enabled = False


register_snippet(ReportViewSet)


@hooks.register("register_admin_urls")
def lint_address() -> list[URLPattern]:
    return [path("articles/<int:page_id>/lint/", drafts.lint, name="article_lint")]
