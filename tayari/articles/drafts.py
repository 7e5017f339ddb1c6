"""The linter on the draft that an editor has open: a panel of the article's form, and a page without scripts."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from wagtail.admin.panels import Panel

from tayari.facts.linting import editing


class LintPanel(Panel):
    """Shows, on demand, what the linter finds in the form as it stands."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/lint_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            address = reverse("article_lint", args=[self.instance.pk])
            return {**context, "address": address, "dismiss": reverse("lint_dismiss")}

        @property
        def media(self) -> Media:
            return Media(
                css={"all": ["facts/css/admin.css"]},
                js=[Script("articles/elements/lint-draft.js", type="module")],
            )


def lint(request: HttpRequest, page_id: int) -> HttpResponse:
    """GET: the saved draft on a page of its own. POST: the form as sent, as a piece of the editor's page."""
    from tayari.articles import linting
    from tayari.articles.models import ArticlePage

    stored = get_object_or_404(ArticlePage, pk=page_id)
    if not stored.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    page = stored.get_latest_revision_as_object()
    if request.method == "POST":
        form_class = page.get_edit_handler().get_form_class()
        form = form_class(
            request.POST, request.FILES, instance=page, parent_page=page.get_parent(), for_user=request.user
        )
        # What is not valid yet is linted as far as it goes: the form has put it on the page.
        form.is_valid()
    looked = editing.looked(
        linting.HOLDER,
        linting.holder_ref(page),
        linting.document(page),
        now=request.now,  # type: ignore[attr-defined]
    )
    if request.method == "POST":
        return render(request, "facts/admin/looked.html", {"looked": looked, "inline": True})
    back = reverse("wagtailadmin_pages:edit", args=[page.pk])
    context = {"page_title": f"Linter: {page.title}", "header_icon": "glasses", "looked": looked, "back": back}
    return render(request, "facts/admin/draft.html", context)
