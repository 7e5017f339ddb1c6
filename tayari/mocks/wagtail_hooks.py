"""Papers in Wagtail's admin: everything of them is edited, questions are chosen, printings frozen."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib.auth.models import Permission
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from tayari.mocks.forms.fields import LANGUAGES, MARKS
from tayari.mocks.forms.papers import WORDS, PaperForm
from tayari.mocks.models import Paper
from tayari.mocks.panels import StandingPanel
from tayari.mocks.views import challenges, walking
from tayari.mocks.views.accommodations import accommodations_page
from tayari.mocks.views.drawing import draw
from tayari.mocks.views.parts import arrange, choose
from tayari.mocks.views.printings import freeze
from tayari.mocks.views.running import extend


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
            StandingPanel(heading="Where it stands"),
            MultiFieldPanel(
                [*map(FieldPanel, ("state", "published_at", "slug", "blueprint", "languages", "topic_ids"))], "Paper"
            ),
            *(
                MultiFieldPanel([FieldPanel(f"{name}_{code}") for code in LANGUAGES], heading=name.capitalize())
                for name in WORDS
            ),
            MultiFieldPanel([*map(FieldPanel, (*MARKS, "qualifying"))], "Marks"),
            MultiFieldPanel(
                [
                    *map(
                        FieldPanel, ("paper_time", "question_time", "late_time", "navigation", "leave_early", "shuffle")
                    )
                ],
                "Time and order",
            ),
            MultiFieldPanel([*map(FieldPanel, ("opens_at", "closes_at", "attempts", "sealed"))], "Window"),
            MultiFieldPanel(
                [*map(FieldPanel, ("shows_score", "shows_answers", "objections_until", "objection_sources"))],
                "What is shown when",
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
def buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Paper) and user.has_perm("mocks.change_paper"):
        yield Button("Keys and rescores", reverse("paper_rescores", args=[snippet.pk]), priority=40)
        yield Button("Sections and questions", reverse("paper_parts", args=[snippet.pk]), priority=20)
        yield Button("At another date", reverse("paper_walk", args=[snippet.pk]), priority=50)
    if isinstance(snippet, Paper) and user.has_perm("mocks.add_printing"):
        yield Button("Freeze a printing", reverse("paper_freeze", args=[snippet.pk]), priority=30)


@hooks.register("register_snippet_listing_buttons")
def running_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Paper) and user.has_perm("mocks.add_extension"):
        yield Button("Running sittings", reverse("paper_running", args=[snippet.pk]), priority=40)


@hooks.register("register_permissions")
def invigilating() -> QuerySet[Permission]:
    """Groups may be given the right to change running sittings' time without any other right to papers."""
    return Permission.objects.filter(content_type__app_label="mocks", codename="add_extension")


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("accommodations/", accommodations_page, name="accommodations"),
        path("papers/draw/", draw, name="paper_draw"),
        path("papers/<int:pk>/printings/", freeze, name="paper_freeze"),
        path("papers/<int:pk>/parts/", arrange, name="paper_parts"),
        path("papers/<int:pk>/choose/", choose, name="paper_choose"),
        path("papers/<int:pk>/walk/", walking.walk, name="paper_walk"),
        path("papers/<int:pk>/walk/cover/", walking.cover, name="paper_walk_cover"),
        path("papers/<int:pk>/walk/room/", walking.room, name="paper_walk_room"),
        path("papers/<int:pk>/sittings/", extend, name="paper_running"),
        path("papers/objections/", challenges.queue, name="paper_objections"),
        path("papers/objections/<int:pk>/", challenges.decide, name="paper_decision"),
        path("papers/<int:pk>/rescores/", challenges.rescores, name="paper_rescores"),
        path("papers/<int:pk>/rescores/act/", challenges.act, name="paper_rescores_act"),
    ]


class _Objections(MenuItem):  # type: ignore[misc]
    """Shown to whoever may change papers."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("mocks.change_paper"))


@hooks.register("register_admin_menu_item")
def objections_item() -> MenuItem:
    return _Objections("Objections", reverse("paper_objections"), name="objections", icon_name="warning", order=175)
