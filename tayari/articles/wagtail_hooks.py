"""Reported mistakes in Wagtail's admin."""

from typing import ClassVar

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

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
