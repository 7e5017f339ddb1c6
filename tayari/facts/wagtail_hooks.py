"""The fact base in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.components import MediaContainer
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import EditView, SnippetViewSet, SnippetViewSetGroup

from tayari.facts.actions import facts as actions
from tayari.facts.choosers import EntityChooserViewSet, FactRefChooserViewSet
from tayari.facts.creating import OnceView
from tayari.facts.forms import FactForm, PositionForm
from tayari.facts.home import FactsPanel
from tayari.facts.models import Dossier, Entity, Fact, Position, Predicate, Source
from tayari.facts.panels import NotesPanel, UsesPanel


class FactEditView(EditView):
    """The form of a fact, with what uses it and the notes about it beside it."""

    def get_side_panels(self) -> MediaContainer:
        panels = [UsesPanel(self.object, self.request), NotesPanel(self.object, self.request)]
        return MediaContainer([*super().get_side_panels(), *panels])


class EntityEditView(EditView):
    """The form of an entity, with the notes about it beside it."""

    def get_side_panels(self) -> MediaContainer:
        return MediaContainer([*super().get_side_panels(), NotesPanel(self.object, self.request)])


class FactViewSet(SnippetViewSet):
    """Facts; a draft is saved as often as wanted, and publishing one that says something else is a revision."""

    model = Fact
    add_view_class = OnceView
    edit_view_class = FactEditView
    icon = "doc-full"
    list_display = ("ref", "subject", "predicate", "status", "revision")
    list_filter = ("status", "predicate")
    search_fields = ("ref", "note")
    search_backend_name = None
    edit_handler = ObjectList(
        (
            FieldPanel("ref"),
            FieldRowPanel((FieldPanel("subject"), FieldPanel("predicate"))),
            MultiFieldPanel(
                (
                    FieldPanel("object_entity"),
                    FieldPanel("object_date"),
                    FieldRowPanel((FieldPanel("object_amount"), FieldPanel("object_unit"))),
                    FieldPanel("object_text"),
                ),
                heading="Object: the one that the predicate asks for",
            ),
            FieldRowPanel((FieldPanel("valid_from"), FieldPanel("valid_to"), FieldPanel("precision"))),
            FieldRowPanel((FieldPanel("status"), FieldPanel("review_by"))),
            FieldPanel("sources"),
            FieldPanel("note"),
        ),
        base_form_class=FactForm,
    )


class EntityViewSet(SnippetViewSet):
    """Who and what facts are about."""

    model = Entity
    add_view_class = OnceView
    edit_view_class = EntityEditView
    chooser_viewset_class = EntityChooserViewSet
    icon = "tag"
    list_display = ("ref", "__str__", "type")
    list_filter = ("type",)
    search_fields = ("ref", "slug")
    search_backend_name = None


class SourceViewSet(SnippetViewSet):
    """Publications, with the record of their look-up."""

    model = Source
    icon = "link"
    list_display = ("ref", "publisher", "title", "date", "official", "looked_up")
    list_filter = ("official", "publisher")
    search_fields = ("ref", "publisher", "title")
    search_backend_name = None


class PredicateViewSet(SnippetViewSet):
    """What can be said of an entity."""

    model = Predicate
    icon = "list-ul"
    list_display = ("ref", "object_kind", "functional", "temporal")
    search_fields = ("ref",)
    search_backend_name = None


class PositionViewSet(SnippetViewSet):
    """What somebody said, believes or wants; attributed, never a fact."""

    model = Position
    icon = "openquote"
    list_display = ("ref", "about", "holder", "kind", "stated_on", "status")
    list_filter = ("kind", "status")
    search_fields = ("ref",)
    search_backend_name = None
    edit_handler = ObjectList(
        (
            FieldPanel("ref"),
            FieldRowPanel((FieldPanel("about"), FieldPanel("kind"))),
            MultiFieldPanel((FieldPanel("holder"), FieldPanel("attributed_to")), heading="Who says it"),
            FieldPanel("text", help_text="In our words, as theirs: what it asks, wants or expects."),
            FieldRowPanel((FieldPanel("stated_on"), FieldPanel("order"), FieldPanel("status"))),
            FieldPanel("sources"),
        ),
        base_form_class=PositionForm,
    )


class DossierViewSet(SnippetViewSet):
    """Subjects told in one place, drawn from facts and positions."""

    model = Dossier
    icon = "folder-open-inverse"
    list_display = ("ref", "__str__", "subject", "state")
    search_fields = ("ref", "slug")
    search_backend_name = None
    edit_handler = ObjectList(
        (
            FieldRowPanel((FieldPanel("ref"), FieldPanel("slug"))),
            FieldRowPanel((FieldPanel("subject"), FieldPanel("state"))),
            FieldPanel("title"),
            FieldPanel("summary"),
            FieldPanel("topics"),
            InlinePanel(
                "members",
                [FieldRowPanel((FieldPanel("list"), FieldPanel("entity"), FieldPanel("under")))],
                heading="What belongs to it",
                label="entity",
            ),
        ),
    )


_PAGES = (
    ("Affected", "affected", "link"),
    ("Contradictions", "contradictions", "warning"),
    ("To check", "facts_to_check", "calendar-check"),
    ("As a table", "facts_import", "upload"),
    ("Linter", "lint_report", "glasses"),
)


class FactBaseGroup(SnippetViewSetGroup):
    """The menu of the fact base."""

    menu_label = "Fact base"
    menu_icon = "clipboard-list"
    menu_order = 150
    items = (FactViewSet, PositionViewSet, DossierViewSet, EntityViewSet, SourceViewSet, PredicateViewSet)

    def get_submenu_items(self) -> list[MenuItem]:
        own = [
            MenuItem(label, reverse(name), icon_name=icon, order=600 + place)
            for place, (label, name, icon) in enumerate(_PAGES)
        ]
        return [*super().get_submenu_items(), *own]


register_snippet(FactBaseGroup)


@hooks.register("register_admin_viewset")
def fact_refs() -> FactRefChooserViewSet:
    return FactRefChooserViewSet("fact_ref_chooser", url_prefix="fact-refs")


@hooks.register("register_admin_urls")
def addresses() -> list[URLResolver]:
    return [path("facts/", include("tayari.facts.urls"))]


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm("facts.change_fact"):
        panels.append(FactsPanel(request.now))  # type: ignore[attr-defined]


@hooks.register("after_create_snippet")
def keep_revision(request: HttpRequest, instance: Any) -> None:
    """A fact begun in the admin has its first saying, a draft, from the beginning."""
    if isinstance(instance, Fact):
        actions.keep(instance, by=request.user, now=request.now, reason="admin")  # type: ignore[attr-defined]
