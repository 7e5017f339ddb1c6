"""Papers in Wagtail's admin: words and state can be edited, and a printing frozen."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from tayari.mocks.actions import printings
from tayari.mocks.forms import LANGUAGES, WORDS, PaperForm
from tayari.mocks.models import Paper
from tayari.mocks.views.drawing import draw


class PaperViewSet(SnippetViewSet):
    """Papers, with how many questions they have and which printing is sat."""

    model = Paper
    icon = "form"
    menu_label = "Papers"
    menu_order = 170
    add_to_admin_menu = True
    copy_view_enabled = False
    index_template_name = "mocks/admin/list.html"
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("ref", label="Ref"),
        Column("state", label="State", accessor="get_state_display"),
        Column("count", label="Questions"),
        Column("printed", label="Printing"),
        Column("navigation", label="Navigation", accessor="get_navigation_display"),
    ]
    list_filter: ClassVar[list[str]] = ["state", "navigation"]
    search_fields: ClassVar[list[str]] = ["ref", "slug"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("state"),
            *(
                MultiFieldPanel([FieldPanel(f"{name}_{code}") for code in LANGUAGES], heading=name.capitalize())
                for name in WORDS
            ),
            HelpPanel(
                "<p>Questions, clocks and marking come from the content pack. What candidates sit is a printing: "
                "freeze one from the list of papers after a change.</p>"
            ),
        ],
        base_form_class=PaperForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Paper]:
        return Paper.objects.annotate(count=Count("places", distinct=True), printed=Max("printings__number")).order_by(
            "ref"
        )


register_snippet(PaperViewSet)


@hooks.register("register_snippet_listing_buttons")
def freeze_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Paper) and user.has_perm("mocks.add_printing"):
        yield Button("Freeze a printing", reverse("paper_freeze", args=[snippet.pk]), priority=30)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("papers/draw/", draw, name="paper_draw"),
        path("papers/<int:pk>/printings/", freeze, name="paper_freeze"),
    ]


def freeze(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks, then freezes the paper as it stands and says what came of it."""
    if not request.user.has_perm("mocks.add_printing"):
        raise PermissionDenied
    paper = get_object_or_404(Paper, pk=pk)
    back = reverse(PaperViewSet().get_url_name("list"))
    if request.method != "POST":
        return render(request, "mocks/admin/freeze.html", {"paper": paper, "back": back})
    before = paper.printings.count()
    try:
        printing = printings.freeze(paper, by=request.user, now=request.now)  # type: ignore[attr-defined]
    except printings.PaperRefused as refusal:
        messages.error(request, str(refusal))
    else:
        done = "frozen" if paper.printings.count() > before else "still holds: nothing has changed since"
        messages.success(request, f"Printing {printing.number} of {paper} {done}.")
    return redirect(back)
